"""Roles and languages each have one list, one word, and no gaps."""

from ouderapp.base.languages import LANGUAGE_WORDS, LANGUAGES, is_rtl
from ouderapp.base.roles import (
    CAREGIVER_ROLES,
    CHILD_ROLES,
    ROLE_WORDS,
    Role,
    is_caregiver_role,
    is_child_role,
)


def test_every_role_has_a_word() -> None:
    assert set(ROLE_WORDS) == set(Role)
    assert len(set(ROLE_WORDS.values())) == len(Role)


def test_nobody_is_child_and_caregiver_at_once() -> None:
    assert not CHILD_ROLES & CAREGIVER_ROLES
    assert set(Role) - CHILD_ROLES - CAREGIVER_ROLES == {Role.RELATIVE, Role.OTHER}


def test_a_mother_answers_for_a_child_and_a_son_is_one() -> None:
    assert is_caregiver_role("moeder")
    assert not is_caregiver_role("zoon")
    assert is_child_role("zoon")
    assert not is_child_role("andere")


def test_languages_of_the_two_pilots_are_known() -> None:
    assert {"nl", "fr", "ln", "tr", "ar", "uk", "ru"} <= set(LANGUAGES)
    assert LANGUAGE_WORDS["uk"] == "Ukrainian"


def test_a_tag_fits_in_its_column() -> None:
    assert all(len(tag) <= 6 for tag in LANGUAGES)


def test_arabic_script_runs_from_right_to_left() -> None:
    assert {tag for tag in LANGUAGES if is_rtl(tag)} == {"ar", "ckb", "ps", "prs", "fa", "ur"}
    assert not is_rtl(None)
