"""The list of families: what a row says, what a filter lets through, in what order."""

from datetime import date, timedelta
from typing import Any

import pytest
from sqlalchemy.orm import Session

from ouderapp.base.ids import Id, new_id
from ouderapp.families.commands.family import close_family, open_family
from ouderapp.families.overview import FamilyFilter
from ouderapp.families.queries.listing import count_families, families_listed
from ouderapp.families.records import NewFamily
from ouderapp.store import tables
from tests.families.people import Four, a_family_draft, the_four
from tests.work_builders import a_consent, a_school

TODAY = date(2025, 3, 25)
ALL = FamilyFilter()


def a_contact(session: Session, family: Id, held_on: date) -> None:
    facts = {"kind": "telefoon", "initiative": "gezin"}
    session.add(tables.Contact(id=new_id(), family=family, held_on=held_on, **facts))
    session.flush()


def a_promise(session: Session, family: Id, due_on: date | None, **more: Any) -> None:
    facts = {"by": "werker", "noted_on": TODAY, "words": "attest opvragen"}
    session.add(tables.FollowUp(id=new_id(), family=family, due_on=due_on, **(facts | more)))
    session.flush()


@pytest.fixture
def four(session: Session) -> Four:
    return the_four(session, school=a_school(session, "Leonardo college"))


def names(session: Session, wanted: FamilyFilter = ALL, **order: Any) -> list[str | None]:
    return [row.name for row in families_listed(session, wanted, TODAY, **order).rows]


def test_a_row_says_who_where_when_and_what_is_open(session: Session, four: Four) -> None:
    a_contact(session, four.family, date(2025, 3, 10))
    a_contact(session, four.family, date(2025, 1, 2))
    a_promise(session, four.family, date(2025, 3, 21))
    a_promise(session, four.family, None)
    a_promise(session, four.family, date(2025, 3, 1), done_on=date(2025, 3, 2))
    a_consent(session, four.family)

    (row,) = families_listed(session, ALL, TODAY).rows

    assert (row.name, row.children, sorted(row.child_names)) == ("Haddad", 2, ["Bilal", "Sara"])
    assert (row.schools, row.last_contact_on) == (("Leonardo college",), date(2025, 3, 10))
    assert (row.promises, row.late_promises, row.has_consent) == (2, 1, True)


def test_a_family_about_which_nothing_is_known_yet_is_in_the_list(session: Session) -> None:
    open_family(session, NewFamily(a_family_draft("Osmani")))

    (row,) = families_listed(session, ALL, TODAY).rows

    assert (row.children, row.child_names, row.schools) == (0, (), ())
    assert (row.last_contact_on, row.promises, row.has_consent) == (None, 0, False)


def test_an_empty_store_gives_an_empty_list(session: Session) -> None:
    page = families_listed(session, ALL, TODAY)

    assert (page.rows, page.total) == ((), 0)


def test_names_are_sorted_without_regard_to_accents_and_capitals(session: Session) -> None:
    for name in ("osmani", "Åberg", "Yılmaz", "de Backer", "Çelik", "El Amrani"):
        open_family(session, NewFamily(a_family_draft(name)))

    assert names(session) == ["Åberg", "Çelik", "de Backer", "El Amrani", "osmani", "Yılmaz"]
    assert names(session, is_descending=True)[0] == "Yılmaz"


def test_the_list_can_be_sorted_by_the_last_contact(session: Session) -> None:
    for name, day in (("A", date(2025, 1, 1)), ("B", None), ("C", date(2025, 3, 1))):
        family = open_family(session, NewFamily(a_family_draft(name)))
        if day:
            a_contact(session, family, day)

    assert names(session, order="last_contact_on") == ["A", "C", "B"]
    assert names(session, order="last_contact_on", is_descending=True) == ["C", "A", "B"]


@pytest.mark.parametrize(
    "order",
    ["name", "children", "schools", "contact_language", "last_contact_on", "promises", "status"],
)
def test_every_column_can_be_sorted(session: Session, four: Four, order: str) -> None:
    open_family(session, NewFamily(a_family_draft("Osmani", contact_language="ps")))
    a_promise(session, four.family, None)

    assert sorted(filter(None, names(session, order=order))) == ["Haddad", "Osmani"]


@pytest.mark.parametrize(
    "words",
    [
        "hadd",
        "HADDAD",
        "sara",
        "bilal had",
        "had bilal",
        "stationsstr",
        "leonardo",
        "0470 00 00 01",
        "turk",
        "haddad turk",
        "  ",
        "-",
    ],
)
def test_the_filter_takes_a_name_street_school_phone_or_language(
    session: Session, words: str
) -> None:
    the_four(session, school=a_school(session, "Leonardo college"))
    family = session.get_one(tables.Family, 1)
    family.contact_language = "tr"
    session.flush()

    assert names(session, FamilyFilter(words=words)) == ["Haddad"]


@pytest.mark.parametrize("words", ["ossmani", "haddad pasht", "sara osmani", "0499"])
def test_the_filter_leaves_out_what_does_not_fit(session: Session, four: Four, words: str) -> None:
    assert names(session, FamilyFilter(words=words)) == []


def test_closed_files_show_only_when_asked(session: Session, four: Four) -> None:
    close_family(session, four.family, "verhuisd", TODAY)

    assert names(session) == []
    assert names(session, FamilyFilter(with_closed=True)) == ["Haddad"]
    assert names(session, FamilyFilter(status=("afgerond",))) == ["Haddad"]
    assert names(session, FamilyFilter(status=("nieuw",))) == []


def test_the_families_of_my_schools(session: Session, four: Four) -> None:
    open_family(session, NewFamily(a_family_draft("Osmani")))
    school = session.get_one(tables.School, 1).id

    assert names(session, FamilyFilter(schools=(Id(school),))) == ["Haddad"]


def test_the_families_without_contact_since_a_day(session: Session, four: Four) -> None:
    open_family(session, NewFamily(a_family_draft("Osmani")))
    a_contact(session, four.family, date(2025, 2, 1))

    assert names(session, FamilyFilter(silent_since=date(2025, 2, 1))) == ["Osmani"]
    assert names(session, FamilyFilter(silent_since=date(2025, 2, 2))) == ["Haddad", "Osmani"]


def test_the_families_with_an_open_promise(session: Session, four: Four) -> None:
    other = open_family(session, NewFamily(a_family_draft("Osmani")))
    a_promise(session, four.family, None)
    a_promise(session, other, None, done_on=TODAY)

    assert names(session, FamilyFilter(has_promise=True)) == ["Haddad"]


@pytest.mark.parametrize(
    ("consent", "lacks"),
    [
        ({}, False),
        ({"given_on": TODAY}, False),
        ({"given_on": TODAY + timedelta(days=1)}, True),
        ({"lapses_on": TODAY}, False),
        ({"lapses_on": TODAY - timedelta(days=1)}, True),
        ({"withdrawn_on": TODAY}, True),
        ({"withdrawn_on": TODAY + timedelta(days=1)}, False),
    ],
)
def test_the_families_without_a_consent_that_holds(
    session: Session, four: Four, consent: dict[str, date], lacks: bool
) -> None:
    a_consent(session, four.family, **consent)

    assert bool(names(session, FamilyFilter(lacks_consent=True))) is lacks


def test_a_chip_counts_what_its_list_shows(session: Session, four: Four) -> None:
    for name in ("Osmani", "Yılmaz"):
        open_family(session, NewFamily(a_family_draft(name)))

    assert count_families(session, FamilyFilter(lacks_consent=True), TODAY) == 3
    assert count_families(session, FamilyFilter(words="osm"), TODAY) == 1


def test_a_long_list_comes_in_pages_that_miss_nobody(session: Session) -> None:
    for number in range(7):
        open_family(session, NewFamily(a_family_draft(f"Gezin {number}")))

    pages = [families_listed(session, ALL, TODAY, limit=3, offset=at) for at in (0, 3, 6)]

    assert [page.total for page in pages] == [7, 7, 7]
    assert [row.name for page in pages for row in page.rows] == [f"Gezin {n}" for n in range(7)]
