"""What was typed becomes a question that the index can answer, whatever was typed."""

import random
from datetime import date

import pytest
import sqlalchemy as sa
from sqlalchemy.orm import Session

from ouderapp.store.search_index import (
    NAMES_FROM,
    kind_range,
    question_by_sound,
    question_of,
    record_of,
)
from ouderapp.store.tables import Contact, Family, Person
from tests.work_builders import a_family, a_person

ASK = sa.text("SELECT rowid FROM search_index WHERE search_index MATCH :asked ORDER BY rowid DESC")


def found(session: Session, text: str) -> list[int]:
    question = question_of(text)
    return list(session.scalars(ASK, {"asked": question.match})) if question else []


@pytest.mark.parametrize("text", ["hadd", "HADDAD", "Háddád", "rania haddad", "haddad ran"])
def test_a_person_is_found_by_the_beginning_of_any_word_in_any_order(
    session: Session, text: str
) -> None:
    a_person(session, a_family(session, "Osmani"), "Rania", family_name="Haddad")

    assert len(found(session, text)) == 1


@pytest.mark.parametrize(
    "text", ["0470 12 34 56", "0470123456", "+32 470 12", "0470/12.34", "0470"]
)
def test_a_phone_number_is_found_however_it_is_typed(session: Session, text: str) -> None:
    """J19: a phone number typed with spaces finds one without."""
    a_person(session, a_family(session, "Osmani"), "Rania", phone="0470 12.34.56")

    assert len(found(session, text)) == 1


@pytest.mark.parametrize("text", ["", "   ", "-", "!?", "''"])
def test_signs_alone_ask_nothing(text: str) -> None:
    assert question_of(text) is None
    assert question_by_sound(text) is None


def test_no_text_can_break_the_question(session: Session) -> None:
    chance = random.Random(1)
    signs = "\"'*()^:-+{}~<>NEAR OR AND NOT a1 é\x00\\ü"
    for _ in range(300):
        found(session, "".join(chance.choices(signs, k=chance.randrange(12))))


def test_names_are_found_by_their_sound(session: Session) -> None:
    a_person(session, a_family(session, "Osmani"), "Mohamed")
    question = question_by_sound("muhammet")

    assert question is not None
    assert len(list(session.scalars(ASK, {"asked": question.match}))) == 1


def test_a_word_without_a_sound_is_not_asked_by_sound() -> None:
    assert question_by_sound("mohamed 12") is None


def test_a_row_number_says_which_table_and_which_record(session: Session) -> None:
    family = a_family(session, "Haddad")
    (number,) = found(session, "haddad")

    nr = session.scalars(sa.select(Family.nr).where(Family.id == family)).one()
    assert record_of(number) == (Family.FOUND_AS, nr)
    low, high = kind_range(Family.FOUND_AS)
    assert low <= number <= high
    assert not low <= kind_range(Person.FOUND_AS)[1] <= high


def test_names_come_before_everything_that_has_a_day(session: Session) -> None:
    a_family(session, "Haddad")
    for year in (1950, 2025, 9999):
        facts = {"held_on": date(year, 12, 31), "kind": "telefoon", "initiative": "gezin"}
        session.add(Contact(id=f"{year:032d}", summary="haddad", **facts))
    session.flush()

    numbers = found(session, "haddad")

    assert numbers[0] >= NAMES_FROM
    assert all(number < NAMES_FROM for number in numbers[1:])
    years = [session.get_one(Contact, record_of(n)[1]).held_on.year for n in numbers[1:]]
    assert years == [9999, 2025, 1950]


def test_a_changed_and_a_deleted_record_are_found_by_what_they_say_now(session: Session) -> None:
    a_family(session, "Haddad")
    family = session.get_one(Family, 1)

    family.name = "Osmani"
    session.flush()
    assert (found(session, "haddad"), len(found(session, "osmani"))) == ([], 1)

    session.delete(family)
    session.flush()
    assert found(session, "osmani") == []
