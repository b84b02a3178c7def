"""Phone numbers meet however they are typed (D10, UX J19)."""

import pytest

from ouderapp.base.phones import looks_like_a_phone, phone_digits, phones_in


@pytest.mark.parametrize(
    "typed",
    ["0470 12 34 56", "0470/12.34.56", "+32 470 12 34 56", "0032 470 12 34 56", "+32 (0)470123456"],
)
def test_one_number_has_one_form(typed: str) -> None:
    assert phone_digits(typed) == "0470123456"


def test_a_number_from_elsewhere_keeps_its_country() -> None:
    assert phone_digits("+33 6 12 34 56 78") == "0033612345678"


def test_two_numbers_in_one_field_stay_two() -> None:
    assert phones_in("0470 00 00 01 / 053 12 34 56, gsm van oma") == "0470000001 053123456"
    assert phones_in(None) == ""


@pytest.mark.parametrize("text", ["0470", "0470 00", "+32 47", "053 12 34", "470 12 34"])
def test_somebody_is_typing_a_number(text: str) -> None:
    assert looks_like_a_phone(text)


@pytest.mark.parametrize("text", ["1A", "2025", "24", "attest", "12 maart", ""])
def test_somebody_is_typing_something_else(text: str) -> None:
    assert not looks_like_a_phone(text)
