"""Each type of value takes what the list says and nothing else (EXCHANGE 8)."""

from datetime import date, time
from typing import Any

import pytest

from ouderapp.exchange.value_types import value_type, written

ID = "0123456789abcdef" * 2


@pytest.mark.parametrize(
    ("kind", "right", "wrong"),
    [
        ("ref family", [ID], [ID.upper(), ID + "0", "", None, 0]),
        ("ref family?", [ID, None], [""]),
        ("refs person", [[], [ID], ["0" * 32, ID]], [[ID, ID], [ID, "0" * 32], ID, None, [None]]),
        (
            "code kind",
            ["a", "e-mail", "x_1", "a" * 40],
            ["", "A", "1a", "a" * 41, "a\n", "é", None],
        ),
        ("code kind?", ["a", None], [""]),
        ("codes themes", [[], ["a", "b"]], [["b", "a"], ["a", "a"], "a", [1]]),
        ("label", ["2025.1", "rechten 2025", "A"], ["", " a", 'a"b', "a" * 81]),
        ("stream", ["1A", "2B", "OKAN", "3 ec"], ["", " 1A", '1"A', "1\\A", "123456789"]),
        ("date", ["2024-02-29"], ["2023-02-29", "2024-2-29", "0000-01-01", 20240229]),
        ("month", ["2026-11"], ["2026-00", "2026-13", "0000-01", "2026-1"]),
        ("time", ["00:00", "23:59"], ["24:00", "9:30", "09:60", "09:30:00"]),
        ("int 1..7", [1, 7], [0, 8, True, "1", 1.0, None]),
        ("bool", [True, False], [0, 1, None, "true"]),
        ("lang", ["nl", "ckb", "nl-BE"], ["NL", "n", "nl_BE", "nl-be"]),
        ("langs", [[], ["ar", "nl"]], [["nl", "ar"], [""]]),
        ("post", ["9000"], ["900", "90000", 9000]),
        ("text 5", ["", "a\nb\tc", "ééééé"], ["abcdef", "\r", "\x1b", None]),
    ],
)
def test_a_type_takes_what_it_says(kind: str, right: list[Any], wrong: list[Any]) -> None:
    fits = value_type(kind).fits

    assert [value for value in right if not fits(value)] == []
    assert [value for value in wrong if fits(value)] == []


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (date(2026, 11, 23), "2026-11-23"),
        (time(15, 30), "15:30"),
        (None, None),
        (3, 3),
        (True, True),
    ],
)
def test_a_value_is_written_as_a_row_holds_it(value: Any, text: Any) -> None:
    assert written(value) == text


def test_a_list_is_written_sorted_and_each_once() -> None:
    assert written(("b", "a", "b")) == ["a", "b"]


@pytest.mark.parametrize("text", ["", "TEXT 5", "text", "unknown", "text 5 5"])
def test_a_type_that_does_not_exist_is_a_defect(text: str) -> None:
    with pytest.raises((ValueError, KeyError)):
        value_type(text)
