"""Words in a note set fields, and nothing is set that was only part of a sentence (C01)."""

from collections.abc import Iterator
from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ouderapp.base import i18n
from ouderapp.contacts.kinds import Kind
from ouderapp.contacts.records import PromiseAlong
from ouderapp.contacts.typed_words import Sets, kind_of, promise_of, read

TODAY = date(2025, 3, 25)
FRIDAY = date(2025, 3, 21)
NEXT_FRIDAY = date(2025, 3, 28)


@pytest.fixture(autouse=True)
def dutch() -> Iterator[None]:
    i18n.install("nl_BE")
    yield
    i18n.install("xx")


@pytest.mark.parametrize(
    ("note", "day", "rest"),
    [
        ("gisteren samen naar school", date(2025, 3, 24), "samen naar school"),
        ("eergisteren gebeld", date(2025, 3, 23), "gebeld"),
        ("Vrijdag attest bezorgd", FRIDAY, "attest bezorgd"),
        ("24/3 op de poort", date(2025, 3, 24), "op de poort"),
        ("3/11 op de poort", date(2024, 11, 3), "op de poort"),
        ("03/11/2024 op de poort", date(2024, 11, 3), "op de poort"),
        ("samen naar school, gisteren", date(2025, 3, 24), "samen naar school"),
        ("samen naar school. Vrijdag", FRIDAY, "samen naar school."),
        ("morgen langsgaan", date(2025, 3, 26), "langsgaan"),
        ("vrijdag", FRIDAY, ""),
    ],
)
def test_a_day_that_stands_apart_sets_the_date(note: str, day: date, rest: str) -> None:
    typed = read(note, TODAY)

    assert (typed.value(Sets.DAY), typed.text) == (day, rest)


@pytest.mark.parametrize(
    "note",
    [
        "maand na maand hetzelfde",
        "moeder komt vrijdag",
        "zoon was gisteren ziek",
        "Zo goed als klaar",
        "ma belde over de rekening",
        "hij was 45 min te laat",
        "gelukt!",
        "gelukt ! bijna",
        "nota: vraagt uitleg",
        "verhouding 3:1 in de klas",
        "zie bladzijde 14",
        ":xyz en :q blijven staan",
        "dossier 45mm",
    ],
)
def test_words_inside_a_sentence_stay_text(note: str) -> None:
    typed = read(note, TODAY)

    assert (typed.chips, typed.text) == ((), note)


def test_several_words_set_several_fields_at_once() -> None:
    typed = read("gisteren 14u30 schooltoeslag aangevraagd 45m :hb !attest opvragen vr", TODAY)

    assert typed.value(Sets.DAY) == date(2025, 3, 24)
    assert typed.value(Sets.HOUR) == time(14, 30)
    assert typed.value(Sets.MINUTES) == 45
    assert typed.value(Sets.KIND) == Kind.HOME_VISIT
    assert typed.promises == (PromiseAlong("attest opvragen", "werker", NEXT_FRIDAY),)
    assert typed.text == "schooltoeslag aangevraagd"


def test_days_hours_and_minutes_may_follow_each_other_at_the_end() -> None:
    typed = read("samen gelezen, gisteren 14:05 45 min", TODAY)

    assert typed.value(Sets.DAY) == date(2025, 3, 24)
    assert typed.value(Sets.HOUR) == time(14, 5)
    assert typed.value(Sets.MINUTES) == 45
    assert typed.text == "samen gelezen"


@pytest.mark.parametrize(
    ("short", "kind"),
    [
        ("hb", Kind.HOME_VISIT),
        ("OC", Kind.PARENT_TEACHER_MEETING),
        ("tel", Kind.PHONE),
        ("ss", Kind.SMARTSCHOOL_MESSAGE),
        ("huis", Kind.HOME_VISIT),
        ("tele", Kind.PHONE),
        ("gesprek", None),
        ("hu", None),
    ],
)
def test_a_kind_is_meant_by_its_short_form_or_the_start_of_its_word(
    short: str, kind: str | None
) -> None:
    assert kind_of(short) == kind


@pytest.mark.parametrize(
    ("words", "promise"),
    [
        ("attest opvragen", PromiseAlong("attest opvragen", "werker", None)),
        ("attest opvragen, vrijdag", PromiseAlong("attest opvragen", "werker", NEXT_FRIDAY)),
        (
            "rapport meebrengen 31/3",
            PromiseAlong("rapport meebrengen", "werker", date(2025, 3, 31)),
        ),
        ("zij: attest bezorgen", PromiseAlong("attest bezorgen", "gezin", None)),
        (
            "school: rekening spreiden wo",
            PromiseAlong("rekening spreiden", "school", date(2025, 3, 26)),
        ),
        ("vrijdag", PromiseAlong("vrijdag", "werker", None)),
        ("let op: sleutel", PromiseAlong("let op: sleutel", "werker", None)),
    ],
)
def test_a_promise_may_say_who_and_by_when(words: str, promise: PromiseAlong) -> None:
    assert promise_of(words, TODAY) == promise


def test_two_promises_on_one_line_are_two() -> None:
    typed = read("fijn gesprek !fiets regelen wo !zij: rapport tonen", TODAY)

    assert typed.promises == (
        PromiseAlong("fiets regelen", "werker", date(2025, 3, 26)),
        PromiseAlong("rapport tonen", "gezin", None),
    )
    assert typed.text == "fijn gesprek"


def test_a_chip_that_was_taken_away_stays_text() -> None:
    typed = read("gisteren gebeld :tel", TODAY, frozenset({"gisteren"}))

    assert [chip.sets for chip in typed.chips] == [Sets.KIND]
    assert typed.text == "gisteren gebeld"


def test_the_first_word_for_a_field_wins_and_the_second_stays_visible() -> None:
    typed = read("gebeld :tel en :hb", TODAY)

    assert typed.value(Sets.KIND) == Kind.PHONE
    assert typed.text == "gebeld en :hb"


def test_every_chip_says_where_its_word_stood() -> None:
    note = "gisteren gebeld 15m, fiets besproken :tel"

    typed = read(note, TODAY)

    assert [note[chip.start : chip.end] for chip in typed.chips] == ["gisteren", "15m", ":tel"]


def test_the_lines_of_a_note_stay_lines() -> None:
    typed = read("eerste regel 45m\ntweede regel !fiets\nderde regel", TODAY)

    assert typed.text == "eerste regel\ntweede regel\nderde regel"


@given(st.text(alphabet="!:. ,\n45mu/vrijdaghbgisteren\0é", max_size=80))
def test_any_text_is_read_without_losing_words_that_set_nothing(note: str) -> None:
    typed = read(note, TODAY)

    assert all(note[chip.start : chip.end] == chip.typed for chip in typed.chips)
    assert typed.chips or typed.text == note.strip()
