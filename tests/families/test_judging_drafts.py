"""The rules about births, names and days that need no store."""

from datetime import date

import pytest

from ouderapp.base.forbidden import AccountNumberInText
from ouderapp.families import codes, relations
from ouderapp.families.problems import BirthImpossible
from ouderapp.families.records import HomeDraft, PersonDraft
from ouderapp.families.rules import (
    Age,
    age_on,
    check_person,
    check_span,
    is_on,
    may_be_told,
    may_be_written_to,
    name_of,
    tidied,
    with_birth_year,
)

DAY = date(2025, 3, 25)


@pytest.mark.parametrize(
    ("born_on", "birth_year", "age"),
    [
        (date(2013, 3, 25), 2013, Age(12, True)),
        (date(2013, 3, 26), 2013, Age(11, True)),
        (date(2012, 2, 29), None, Age(13, True)),
        (None, 2013, Age(12, False)),
        (None, None, None),
    ],
)
def test_an_age_is_exact_or_comes_from_the_year(
    born_on: date | None, birth_year: int | None, age: Age | None
) -> None:
    """Decision 20: a birth date may be a full date or a year only; rules say which."""
    assert age_on(DAY, born_on, birth_year) == age


def test_a_birthday_on_29_february_comes_on_1_march_in_other_years() -> None:
    born = date(2012, 2, 29)

    assert age_on(date(2025, 2, 28), born, None) == Age(12, True)
    assert age_on(date(2025, 3, 1), born, None) == Age(13, True)
    assert age_on(date(2024, 2, 29), born, None) == Age(12, True)


@pytest.mark.parametrize("born_on", [date(2025, 3, 26), date(1880, 1, 1)])
def test_nobody_is_born_tomorrow_or_too_long_ago(born_on: date) -> None:
    with pytest.raises(BirthImpossible):
        check_person(PersonDraft("Bilal", born_on=born_on), DAY)


def test_somebody_born_today_is_a_person() -> None:
    check_person(PersonDraft("Bilal", born_on=DAY), DAY)


def test_an_account_number_is_refused_in_any_text_of_a_person() -> None:
    with pytest.raises(AccountNumberInText) as refused:
        check_person(PersonDraft("Bilal", said_as="BE68 5390 0754 7034"), DAY)

    assert refused.value.field == "said_as"


def test_an_account_number_is_refused_in_any_text_of_a_home() -> None:
    with pytest.raises(AccountNumberInText):
        check_span(HomeDraft(DAY, street="BE68 5390 0754 7034"))


def test_texts_lose_their_outer_spaces_and_empty_ones_become_nothing() -> None:
    draft = PersonDraft("  Ra  nia ", family_name="  ", phone="")

    assert tidied(draft) == PersonDraft("Ra nia", family_name=None, phone=None)


def test_a_year_alone_stays_as_it_is() -> None:
    assert with_birth_year(PersonDraft("Bilal", birth_year=2015)).birth_year == 2015


@pytest.mark.parametrize(
    ("may_get_letters", "may_hear", "has_no_contact", "written_to", "told"),
    [
        (True, True, False, True, True),
        (False, True, False, False, True),
        (True, False, False, True, False),
        (True, True, True, False, False),
    ],
)
def test_no_contact_goes_before_every_other_yes(
    may_get_letters: bool, may_hear: bool, has_no_contact: bool, written_to: bool, told: bool
) -> None:
    """D03."""
    no = has_no_contact
    assert may_be_written_to(may_get_letters=may_get_letters, has_no_contact=no) is written_to
    assert may_be_told(may_be_told=may_hear, has_no_contact=no) is told


@pytest.mark.parametrize(
    ("names", "shown"),
    [
        (("Sara", "Haddad"), "Sara Haddad"),
        ((None, "Haddad"), "Haddad"),
        (("Sara", None), "Sara"),
        ((None, None), ""),
    ],
)
def test_a_person_is_shown_by_what_is_known(
    names: tuple[str | None, str | None], shown: str
) -> None:
    assert name_of(*names) == shown


def test_a_day_lies_between_two_days_that_may_be_open() -> None:
    assert is_on(DAY, None, None)
    assert is_on(DAY, DAY, DAY)
    assert not is_on(DAY, date(2025, 3, 26), None)
    assert not is_on(DAY, None, date(2025, 3, 24))


def test_every_code_has_a_word() -> None:
    lists = (codes.Status, codes.Interpreter, codes.LetterLevel, codes.CloseReason, codes.Pattern)
    names = ("family_status", "interpreter", "letter_level", "close_reason", "pattern")
    for name, list_ in zip(names, lists, strict=True):
        assert set(codes.WORDS[name]) == set(list_)
    assert set(codes.Inflow) <= set(codes.WORDS["inflow"])
    assert set(relations.WORDS) == set(relations.Kind)
