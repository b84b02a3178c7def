"""The list of families with one school and one child, and a class list of scenario 23."""

from datetime import date
from pathlib import Path

import pytest

from ouderapp.base.clock import today
from ouderapp.base.school_year import school_year_of
from ouderapp.directory.commands import add_school
from ouderapp.directory.records import SchoolDraft
from ouderapp.families.commands.family import open_family
from ouderapp.families.overview import FamilyFilter
from ouderapp.families.queries.listing import families_listed
from ouderapp.families.records import (
    FamilyDraft,
    MemberDraft,
    NewFamily,
    NewMember,
    PersonDraft,
    SchoolingDraft,
)
from tests.class_lists.lists import csv_of
from tests.ui.dropped import drop
from tests.ui.screen import Screen

NUMBER = "85.07.30-033.28"
HEADS = ["Naam", "Voornaam", "Klas", "Geboortedatum", "Rijksregisternummer"]
FIRST = [["D'Hondt", "Zoë"], ["El Amrani", "Bilal"], ["De Smet", "Renée"], ["Haddad", "Mohamed"]]
TABLE = "Leerlingen in deze lijst"


@pytest.fixture
def school(screen: Screen) -> Screen:
    """The list of families, one school, and Bilal who has a file since last year."""
    at = screen.run(add_school, SchoolDraft(name="GO! Atheneum", school_level="secundair"))
    went = SchoolingDraft(at, school_year_of(today()) - 1, class_name="6B")
    bilal = NewMember(PersonDraft("Bilal", "El Amrani"), MemberDraft("zoon"), went)
    draft = FamilyDraft("El Amrani", date(2024, 9, 2))
    screen.run(open_family, NewFamily(draft, (bilal,)))
    screen.open("families")
    return screen


@pytest.fixture
def listed(tmp_path: Path) -> Path:
    """Scenario 23: Belgian Excel, semicolons, Windows-1252, somebody known and somebody twice."""
    pupils = [*FIRST, *[[f"Peeters{at}", f"Jan{at}"] for at in range(21)], FIRST[0]]
    rows = [HEADS, *([*one, "1A", "3/11/2014", NUMBER] for one in pupils)]
    file = tmp_path / "klas_1A.csv"
    file.write_bytes(csv_of(rows).encode("cp1252"))
    return file


@pytest.fixture
def sheet(school: Screen, listed: Path) -> Screen:
    """The list dropped on the window, and read."""
    assert drop(school.window, listed)
    school.wait()
    return school


def names(screen: Screen) -> list[str | None]:
    return [row.name for row in screen.run(families_listed, FamilyFilter(), today()).rows]
