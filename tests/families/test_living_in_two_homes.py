"""A child may have more than one home, and no home that goes takes a child along (D02)."""

import random
from collections.abc import Callable
from datetime import date, timedelta

import pytest
from sqlalchemy.orm import Session

from ouderapp.base.errors import NotFound
from ouderapp.base.ids import Id, new_id
from ouderapp.families.codes import Pattern
from ouderapp.families.commands.home import (
    add_home,
    add_residence,
    delete_home,
    delete_residence,
    edit_home,
    edit_residence,
    end_home,
    keep_home,
)
from ouderapp.families.problems import EndsBeforeItBegins
from ouderapp.families.queries.homes import home_as_typed, homes_of, stays_of
from ouderapp.families.records import ResidenceDraft
from ouderapp.families.rules import is_home_on
from ouderapp.store import tables
from ouderapp.store.database import Database
from ouderapp.store.own import own
from ouderapp.store.undo import undo
from tests.families.people import OPENED, Four, a_home, count, everything, the_four

TUESDAY = date(2025, 3, 25)
WEEK_12, WEEK_13 = date(2025, 3, 17), date(2025, 3, 24)


@pytest.fixture
def four(session: Session) -> Four:
    return the_four(session)


def at_fathers(session: Session, four: Four, pattern: str = Pattern.ODD_WEEKS) -> Id:
    draft = a_home(name="Bij papa", street="Kerkstraat", phone="0470 00 00 02", languages=("fr",))
    return add_home(session, four.family, draft, (four.son,), pattern)


def where(session: Session, four: Four, day: date) -> dict[str | None, bool | None]:
    return {stay.street: stay.is_there for stay in stays_of(session, four.son, day)}


def test_a_child_can_be_in_two_homes_in_alternate_weeks(session: Session, four: Four) -> None:
    (first,) = (stay.id for stay in stays_of(session, four.son, TUESDAY))
    home = stays_of(session, four.son, TUESDAY)[0].home
    edit_residence(session, first, ResidenceDraft(home, OPENED, pattern=Pattern.EVEN_WEEKS))
    at_fathers(session, four)

    assert where(session, four, WEEK_12) == {"Stationsstraat": True, "Kerkstraat": False}
    assert where(session, four, WEEK_13) == {"Stationsstraat": False, "Kerkstraat": True}


def test_each_home_has_its_own_address_phone_and_languages(session: Session, four: Four) -> None:
    home = at_fathers(session, four)

    homes = {row.street: row for row in homes_of(session, four.family, TUESDAY)}

    assert (homes["Kerkstraat"].phone, homes["Kerkstraat"].languages) == ("0470 00 00 02", ("fr",))
    assert (homes["Stationsstraat"].phone, homes["Stationsstraat"].languages) == (None, ())
    assert [one.name for one in homes["Kerkstraat"].residents] == ["Bilal Haddad"]
    assert home_as_typed(session, home).name == "Bij papa"


def test_a_home_of_another_family_counts_too(session: Session, four: Four) -> None:
    other = the_four(session, "Osmani")
    theirs = homes_of(session, other.family, TUESDAY)[0].id

    add_residence(session, four.son, ResidenceDraft(theirs, OPENED, pattern=Pattern.WEEKENDS))

    assert [stay.family_name for stay in stays_of(session, four.son, TUESDAY)] == [
        "Haddad",
        "Osmani",
    ]


def test_a_deleted_home_takes_nobody_along_and_comes_back_by_undo(database: Database) -> None:
    with database.transaction("Made") as session:
        four = the_four(session)
        home = at_fathers(session, four)
    before = database.run(everything)

    database.run(delete_home, home)

    with database.transaction() as session:
        assert count(session, "person") == 4
        assert where(session, four, TUESDAY) == {"Stationsstraat": True}
    database.run(undo)
    assert database.run(everything) == before


def test_from_a_home_that_was_left_everybody_is_gone(session: Session, four: Four) -> None:
    home = at_fathers(session, four)
    add_residence(session, four.mother, ResidenceDraft(home, date(2025, 5, 1)))
    add_residence(session, four.father, ResidenceDraft(home, OPENED, until_on=date(2024, 12, 31)))

    end_home(session, home, date(2025, 3, 1))

    row = {one.id: one for one in homes_of(session, four.family, TUESDAY)}[home]
    assert not row.is_now
    assert {one.name: one.until_on for one in row.residents} == {
        "Bilal Haddad": date(2025, 3, 1),
        "Samir Haddad": date(2024, 12, 31),
    }
    assert where(session, four, TUESDAY) == {"Stationsstraat": True}


def test_the_homes_of_now_come_first(session: Session, four: Four) -> None:
    old = add_home(session, four.family, a_home(from_on=date(2020, 1, 1), street="Oude Baan"))
    end_home(session, old, date(2024, 9, 1))

    assert [row.street for row in homes_of(session, four.family, TUESDAY)] == [
        "Stationsstraat",
        "Oude Baan",
    ]


def test_a_changed_home_says_what_the_form_said(session: Session, four: Four) -> None:
    home = at_fathers(session, four)
    draft = a_home(street="Molenweg", postcode="9470", municipality="Denderdorp")

    edit_home(session, home, draft)

    assert home_as_typed(session, home) == draft


def test_a_stay_that_was_a_mistake_can_be_taken_away(session: Session, four: Four) -> None:
    (stay,) = stays_of(session, four.son, TUESDAY)

    delete_residence(session, stay.id)

    assert stays_of(session, four.son, TUESDAY) == []


def test_no_home_ends_before_it_begins(session: Session, four: Four) -> None:
    home = at_fathers(session, four)

    with pytest.raises(EndsBeforeItBegins):
        end_home(session, home, OPENED - timedelta(days=1))
    with pytest.raises(EndsBeforeItBegins):
        add_home(session, four.family, a_home(until_on=OPENED - timedelta(days=1)))
    with pytest.raises(EndsBeforeItBegins):
        add_residence(session, four.son, ResidenceDraft(home, OPENED, date(2020, 1, 1)))


def test_nobody_lives_in_a_home_that_is_not_there(session: Session, four: Four) -> None:
    with pytest.raises(NotFound):
        add_residence(session, four.son, ResidenceDraft(new_id(), OPENED))


@pytest.mark.parametrize(
    ("day", "pattern", "is_there"),
    [
        (WEEK_12, Pattern.EVEN_WEEKS, True),
        (WEEK_13, Pattern.EVEN_WEEKS, False),
        (WEEK_13, Pattern.ODD_WEEKS, True),
        (date(2024, 12, 30), Pattern.ODD_WEEKS, True),
        (date(2025, 3, 27), Pattern.WEEKENDS, False),
        (date(2025, 3, 28), Pattern.WEEKENDS, True),
        (date(2025, 3, 30), Pattern.WEEKENDS, True),
        (TUESDAY, Pattern.ALWAYS, True),
        (TUESDAY, None, True),
        (TUESDAY, Pattern.ALTERNATE, None),
        (TUESDAY, Pattern.HOLIDAYS, None),
        (TUESDAY, Pattern.IRREGULAR, None),
    ],
)
def test_weeks_say_where_a_child_is(day: date, pattern: str | None, is_there: bool | None) -> None:
    assert is_home_on(day, pattern) is is_there


def test_whatever_is_done_to_homes_no_child_is_lost_and_all_can_be_taken_back(
    database: Database, rounds: Callable[[int, int], int]
) -> None:
    """D02: random edits of homes and stays, 5,000 in the full sweep."""
    chance = random.Random(2)
    with database.transaction("Made") as session:
        four = the_four(session)
    start = database.run(everything)
    persons = (four.mother, four.father, four.daughter, four.son)

    for _ in range(rounds(4, 60)):
        states = [start]
        for step in range(rounds(20, 84)):
            with database.transaction(f"Edit {step}") as session:
                _edit_at_random(session, chance, four, persons)
                assert count(session, "person") == 4
                assert count(session, "member") == 4
                for person in persons:
                    for stay in stays_of(session, person, TUESDAY):
                        assert own(session, tables.Household, stay.home).family == four.family
            after = database.run(everything)
            if after != states[-1]:
                states.append(after)
        for state in reversed(states[:-1]):
            database.run(undo)
            assert database.run(everything) == state


def _edit_at_random(
    session: Session, chance: random.Random, four: Four, persons: tuple[Id, ...]
) -> None:
    homes = [row.id for row in homes_of(session, four.family, TUESDAY)]
    day = OPENED + timedelta(days=chance.randrange(400))
    person = chance.choice(persons)
    stays = [stay.id for stay in stays_of(session, person, TUESDAY)]
    pattern = chance.choice(list(Pattern))
    act = chance.randrange(7)
    if act == 0 or not homes:
        add_home(session, four.family, a_home(from_on=day), (person,), pattern)
    elif act == 1:
        delete_home(session, chance.choice(homes))
    elif act == 2:
        home = own(session, tables.Household, chance.choice(homes))
        end_home(session, Id(home.id), max(home.from_on, day))
    elif act == 3:
        edit_home(session, chance.choice(homes), a_home(from_on=day, street=f"Straat {day}"))
    elif act == 4 or not stays:
        add_residence(session, person, ResidenceDraft(chance.choice(homes), day, pattern=pattern))
    elif act == 5:
        stay = ResidenceDraft(chance.choice(homes), day, day + timedelta(days=30), pattern)
        edit_residence(session, chance.choice(stays), stay)
    else:
        delete_residence(session, chance.choice(stays))


def test_who_is_ticked_lives_there_from_today_and_who_is_not_lived_there_until_yesterday(
    session: Session, four: Four
) -> None:
    home = homes_of(session, four.family, TUESDAY)[0].id
    residents = (four.mother, four.daughter)

    keep_home(session, home, a_home(street="Molenweg"), residents, Pattern.EVEN_WEEKS, TUESDAY)

    row = homes_of(session, four.family, TUESDAY)[0]
    yesterday = TUESDAY - timedelta(days=1)
    assert row.street == "Molenweg"
    assert {one.name: (one.until_on, one.pattern) for one in row.residents} == {
        "Rania Haddad": (None, Pattern.EVEN_WEEKS),
        "Samir Haddad": (yesterday, Pattern.ALWAYS),
        "Sara Haddad": (None, Pattern.EVEN_WEEKS),
        "Bilal Haddad": (yesterday, Pattern.ALWAYS),
    }


def test_somebody_ticked_again_lives_there_again_from_today(session: Session, four: Four) -> None:
    home = homes_of(session, four.family, TUESDAY)[0].id
    keep_home(session, home, a_home(), (), None, TUESDAY)

    keep_home(session, home, a_home(), (four.son,), None, TUESDAY)
    assert [s.from_on for s in stays_of(session, four.son, TUESDAY)] == [TUESDAY]

    keep_home(session, home, a_home(), (), None, TUESDAY)
    assert stays_of(session, four.son, TUESDAY) == []
