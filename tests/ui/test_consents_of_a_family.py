"""Toestemming en rechten: what was agreed, by whom, and withdrawal in one act (D18)."""

from collections.abc import Iterator
from datetime import date

import pytest

from ouderapp.base import clock
from ouderapp.consents.queries import consents_of
from ouderapp.consents.records import ConsentRow, State
from tests.families.people import Four
from tests.ui.family_files import DAY, a_whole_family, page_of
from tests.ui.screen import Screen

TABLE = "Toestemmingen"


@pytest.fixture
def four(screen: Screen) -> Iterator[Four]:
    """The tab of a family with one consent from January."""
    with clock.standing_at(DAY):
        family = screen.run(a_whole_family)
        page_of(screen, family.family, "consents")
        yield family


def consents(screen: Screen, four: Four) -> list[ConsentRow]:
    found: list[ConsentRow] = screen.run(consents_of, four.family, DAY)
    return found


def test_a_consent_stands_there_with_its_state(screen: Screen, four: Four) -> None:
    table = screen.table(TABLE)

    assert table.column("Toestand") == ["geldt"]
    assert table.column("Vanaf") == ["10/01/2025"]


def test_a_new_consent_is_noted_with_who_gave_it(screen: Screen, four: Four) -> None:
    screen.click("Toestemming noteren")
    screen.choose("Waarvoor", "Foto")
    screen.click("Rania Haddad")
    screen.click("Bewaren en sluiten")

    newest = consents(screen, four)[0]
    assert (newest.purpose, newest.given_on, newest.giver_names) == ("foto", DAY, ("Rania Haddad",))


def test_a_child_of_twelve_is_asked_too(screen: Screen, four: Four) -> None:
    screen.click("Toestemming noteren")
    screen.click("Rania Haddad")
    screen.choose("Waarover", "Sara Haddad")
    screen.click("Bewaren en sluiten")

    assert len(consents(screen, four)) == 1
    assert any("Vanaf 12 jaar" in words for words in screen.wrong())


def test_withdrawal_counts_from_the_same_day(screen: Screen, four: Four) -> None:
    table = screen.table(TABLE)
    table.view.setFocus()

    screen.click("Vandaag ingetrokken")
    screen.click("Ja, vanaf vandaag")

    (row,) = consents(screen, four)
    assert (row.state, row.withdrawn_on) == (State.WITHDRAWN, date(2025, 3, 25))
    assert screen.table(TABLE).column("Toestand") == ["ingetrokken"]


def test_withdrawal_can_be_taken_back(screen: Screen, four: Four) -> None:
    screen.table(TABLE).view.setFocus()
    screen.click("Vandaag ingetrokken")
    screen.click("Ja, vanaf vandaag")

    screen.do("undo")

    assert screen.table(TABLE).column("Toestand") == ["geldt"]


def test_what_is_read_aloud_follows_the_purpose(screen: Screen, four: Four) -> None:
    """P08: to whom, what, why, and that no is fine, in the polite form."""
    screen.click("Toestemming noteren")
    screen.choose("Waarvoor", "Delen met het CLB")

    assert "Ik wil graag aan het CLB vertellen wat u vraagt" in screen.words()
    assert "U mag nee zeggen" in screen.words()
