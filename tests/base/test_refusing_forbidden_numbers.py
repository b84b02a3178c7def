"""No rijksregisternummer and no account number gets into a free text (P07, NEG-06)."""

import timeit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ouderapp.base.forbidden import (
    AccountNumberInText,
    Hit,
    Kind,
    NationalNumberInText,
    check_free_text,
    found_in,
    taken_out,
)

SEPARATORS = st.sampled_from(["", " ", ".", "-", " - ", "\u00a0", "–"])
WORDS = st.text(alphabet="abcdefghijklmnopqrstuvwxyz ,:;()", max_size=12)


@st.composite
def national_numbers(draw: st.DrawFn) -> tuple[str, str]:
    """A valid number: the digits in their five groups joined by some separators, and bare."""
    year = draw(st.integers(0, 99))
    month = draw(st.integers(0, 12)) + draw(st.sampled_from([0, 20, 40]))
    nine = f"{year:02d}{month:02d}{draw(st.integers(0, 31)):02d}{draw(st.integers(1, 997)):03d}"
    before = draw(st.sampled_from(["", "2"]))
    digits = f"{nine}{97 - int(before + nine) % 97:02d}"
    parts = [digits[:2], digits[2:4], digits[4:6], digits[6:9], digits[9:]]
    shown = parts[0] + "".join(draw(SEPARATORS) + part for part in parts[1:])
    return shown, digits


@st.composite
def mobile_numbers(draw: st.DrawFn) -> str:
    prefix = draw(st.sampled_from(["+32 ", "+32", "0032 ", "0032", "0", "32", "32 "]))
    digits = f"{draw(st.integers(450000000, 499999999))}"
    gap = draw(st.sampled_from(["", " ", ".", "/"]))
    three, rest = digits[:3], digits[3:]
    inner = draw(st.sampled_from(["", " ", "."]))
    return prefix + three + gap + rest[:2] + inner + rest[2:4] + inner + rest[4:]


@pytest.mark.parametrize(
    "text",
    [
        "85.07.30-033.28",
        "85073003328",
        "85.07.30.033.28",
        "85 07 30 033 28",
        "850730-033-28",
        "850730 03328",
        "85/07/30-033.28",
        "98.12.01-102-14",
        "00.05.12-123.45",
        "zijn nummer: 85.07.30-033.28, zei ze",
        "RR85073003328",
        "0470 12 34 56 85.07.30-033.28",
    ],
)
def test_neg_06_a_national_number_is_refused_with_the_field_named(text: str) -> None:
    with pytest.raises(NationalNumberInText) as refused:
        check_free_text(summary=text)

    assert refused.value.field == "summary"


@pytest.mark.parametrize(
    "text",
    [
        "BE68 5390 0754 7034",
        "BE68539007547034",
        "be68 5390 0754 7034",
        "BE68-5390-0754-7034",
        "BE 68 5390 0754 7034",
        "IBAN:BE68539007547034",
        "IBANBE68539007547034",
        "op BE68 5390 0754 7034 van mama",
        "NL91 ABNA 0417 1643 00",
        "FR14 2004 1010 0505 0001 3M02 606",
        "DE89 3704 0044 0532 0130 00",
        "TR33 0006 1005 1978 6457 8413 26",
        "BE71 0961 2345 6769.",
    ],
)
def test_p07_an_account_number_of_any_country_is_refused(text: str) -> None:
    with pytest.raises(AccountNumberInText) as refused:
        check_free_text(note="Alles goed.", what=text)

    assert refused.value.field == "what"


@pytest.mark.parametrize(
    "text",
    [
        None,
        "",
        "+32470123456",
        "+32 470 12 34 56",
        "32470123456",
        "0032470123456",
        "0032 470 12 34 56",
        "0470/12.34.56",
        "0470 00 00 01",
        "053 12 34 56",
        "98120110214",
        "24/03/2025 15.30-16.20",
        "2025-03-24 120 minuten",
        "van 12/05/24 100 20 keer",
        "BE68 5390 0754 7035",
        "BE68 5390 0754 703",
        "BE685390075470341",
        "op 12 05 2024 kwamen er 11",
        "ZZ12 3456 7890 1234",
        "850730033281",
        "185073003328",
    ],
)
def test_phone_numbers_dates_and_other_digits_pass(text: str | None) -> None:
    found = found_in(text)

    assert found == []


def test_the_place_of_each_number_is_given_in_order() -> None:
    text = "Van 85.07.30-033.28 naar BE68 5390 0754 7034 gestort."

    found = found_in(text)

    assert found == [
        Hit(Kind.NATIONAL_NUMBER, 4, 19),
        Hit(Kind.ACCOUNT_NUMBER, 25, 44),
    ]


def test_taking_out_leaves_the_rest_of_the_sentence() -> None:
    text = "Van 85.07.30-033.28 naar BE68 5390 0754 7034 gestort."

    left = taken_out(text)

    assert left == "Van … naar … gestort."


@given(WORDS, national_numbers(), WORDS)
def test_every_valid_national_number_is_found_whole(
    before: str, number: tuple[str, str], after: str
) -> None:
    shown, digits = number
    text = before + shown + after

    found = [hit for hit in found_in(text) if hit.kind is Kind.NATIONAL_NUMBER]

    is_mobile = digits.startswith("324") and digits[3] in "56789" and digits[2:5].isdigit()
    assert found == [Hit(Kind.NATIONAL_NUMBER, len(before), len(before + shown))] or is_mobile


@given(WORDS, mobile_numbers(), WORDS)
def test_no_mobile_number_is_taken_for_a_national_number(
    before: str, number: str, after: str
) -> None:
    found = found_in(before + number + after)

    assert found == []


@given(st.integers(0, 10**12 - 1), st.sampled_from(["", " ", ".", "-"]))
def test_every_valid_belgian_account_number_is_found(bban: int, gap: str) -> None:
    body = f"{bban:012d}"
    check = 98 - int(f"{body}111400") % 97
    signs = f"BE{check:02d}{body}"
    shown = gap.join(signs[place : place + 4] for place in range(0, 16, 4))

    found = found_in(f"Rekening {shown} van de school")

    assert found == [Hit(Kind.ACCOUNT_NUMBER, 9, 9 + len(shown))]


@given(st.text())
def test_after_taking_out_nothing_forbidden_is_left(text: str) -> None:
    left = taken_out(text)

    assert found_in(left) == []


def test_a_long_note_is_checked_within_two_milliseconds() -> None:
    note = "Op 24/03/2025 belde de moeder (0470 12 34 56) over de brief van 12 euro. " * 40

    quickest = min(timeit.repeat(lambda: found_in(note), number=1, repeat=20))

    assert quickest < 0.002
