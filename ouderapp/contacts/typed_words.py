"""Words in a note that set fields: gisteren, 45m, :hb, !attest opvragen vr (UX 2.6)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum

from ouderapp.base.day_words import day_names, day_of, hour_of
from ouderapp.base.folding import fold
from ouderapp.base.i18n import _
from ouderapp.contacts.kinds import KINDS
from ouderapp.contacts.records import PromiseAlong


class Sets(StrEnum):
    """Which field a chip sets; `promises` collects, the others are set once."""

    DAY = "held_on"
    HOUR = "starts"
    MINUTES = "minutes"
    KIND = "kind"
    PROMISE = "promises"


@dataclass(frozen=True)
class Chip:
    """One word of the note that set a field: `typed` stood at `text[start:end]`."""

    sets: Sets
    value: date | time | int | str | PromiseAlong
    typed: str
    start: int
    end: int


@dataclass(frozen=True)
class Typed:
    """What was understood: the chips in their order, and the note without their words."""

    chips: tuple[Chip, ...]
    text: str

    def value(self, sets: Sets) -> object | None:
        """What the chip for this field says, None without one."""
        return next((chip.value for chip in self.chips if chip.sets == sets), None)

    @property
    def promises(self) -> tuple[PromiseAlong, ...]:
        """Every promise in the note."""
        return tuple(c.value for c in self.chips if isinstance(c.value, PromiseAlong))


_MARKED = re.compile(r"(?<!\S)(?::(?P<kind>[^\s:!]+)|(?P<minutes>\d{1,4})m(?![^\s.,;!?)]))")
_PROMISE = re.compile(r"(?<!\S)!(?=\S)(?P<words>[^\n]*?)(?=\s+[!:]\S|\s+\d{1,4}m(?!\S)|\n|$)")
_BY = {"gezin": "gezin", "zij": "gezin", "hen": "gezin", "school": "school", "dienst": "partner"}
_HEAD = re.compile(r"\s*(?P<word>(?:\d+\s*min(?:uten)?\b)|[^\s.,;!?]+)[.,;:]?(?=\s|$)")
_TAIL = re.compile(r"(?:^|(?<=[\s\0]))(?P<word>\d+\s*min(?:uten)?|[^\s\0.,;!?]+)[.\s]*$")
_MIN = re.compile(r"(\d{1,4})\s*min(?:uten)?", re.I)
_HOUR = re.compile(r"\d{1,2}(?:[u:]\d{2}|u)", re.I)
_DATE = re.compile(r"\d{1,2}/\d{1,2}(?:/(?:\d{4}|\d{2}))?")
_CLAUSE = re.compile(r"(?:^|[\n\0.,;:!?()–-])\s*$")


def read(text: str, today: date, kept: frozenset[str] = frozenset()) -> Typed:
    """Every word of the note that sets a field, and the note without them.

    `:kind`, `45m` and `!promise` count anywhere; a day, an hour and `45 min` only where they
    stand apart, at the start of the note or after a comma or full stop at its end, so that
    "moeder komt vrijdag" stays a sentence. A field is set once: the first word wins. `kept` are
    words, as typed, whose chip was taken away; they stay text, like all that is not understood.
    """
    chips = _once(_marked(text, today, kept))
    masked = _without(text, chips, "\0")
    chips = _once([*chips, *_edges(masked, today, kept)])
    if not chips:
        return Typed((), text.strip())
    return Typed(tuple(sorted(chips, key=lambda c: c.start)), _tidy(_without(text, chips, "")))


def promise_of(words: str, today: date) -> PromiseAlong:
    """The promise that these words mean: `zij: attest bezorgen vrijdag`."""
    by, _colon, rest = words.partition(":")
    author = _BY.get(fold(by).strip()) if rest else None
    said = (rest if author else words).strip()
    body, _space, last = said.rpartition(" ")
    due = day_of(last, today, is_past=False) if body else None
    if due is not None:
        said = body.rstrip(" ,")
    return PromiseAlong(said, author or "werker", due)


def kind_of(short: str) -> str | None:
    """The kind that `hb` or the start of its word means; None when none or several fit."""
    said = fold(short)
    for code, facts in KINDS.items():
        if said in facts.shorts:
            return code
    fits = [code for code, facts in KINDS.items() if fold(_(facts.word)).startswith(said)]
    return fits[0] if len(said) >= 3 and len(fits) == 1 else None


def _marked(text: str, today: date, kept: frozenset[str]) -> Iterator[Chip]:
    for found in _PROMISE.finditer(text):
        promise = promise_of(found["words"].strip(), today)
        if promise.words and found[0] not in kept:
            yield Chip(Sets.PROMISE, promise, found[0], *found.span())
    for found in _MARKED.finditer(text):
        value = kind_of(found["kind"]) if found["kind"] else int(found["minutes"])
        if value is not None and found[0] not in kept:
            sets = Sets.KIND if found["kind"] else Sets.MINUTES
            yield Chip(sets, value, found[0], *found.span())


def _edges(text: str, today: date, kept: frozenset[str]) -> Iterator[Chip]:
    """Days, hours and minutes at the start, and those that stand apart at the end."""
    at = 0
    while found := _HEAD.match(text, at):
        chip = _apart(found, today, kept)
        if chip is None:
            break
        yield chip
        at = found.end()
    tail: list[Chip] = []
    end = len(text)
    while found := _TAIL.search(text[at:end]):
        chip = _apart(found, today, kept, shift=at)
        if chip is None:
            break
        tail.append(chip)
        end = chip.start
    if tail and _CLAUSE.search(text[:end]):
        yield from tail


def _apart(found: re.Match[str], today: date, kept: frozenset[str], shift: int = 0) -> Chip | None:
    word = found["word"]
    value = _apart_value(word, today)
    if value is None or word in kept:
        return None
    sets = Sets.DAY if isinstance(value, date) else Sets.HOUR
    if isinstance(value, int):
        sets = Sets.MINUTES
    return Chip(sets, value, word, found.start("word") + shift, found.end("word") + shift)


def _apart_value(word: str, today: date) -> date | time | int | None:
    """A day, an hour or minutes; weekdays only in full, for `zo` and `ma` are words too."""
    if minutes := _MIN.fullmatch(word):
        return int(minutes[1])
    if _HOUR.fullmatch(word):
        return hour_of(word)
    if _DATE.fullmatch(word):
        return day_of(word, today)
    return day_of(word, today) if fold(word) in day_names() else None


def _once(chips: Iterator[Chip] | list[Chip]) -> list[Chip]:
    """The first chip for each field; a word inside a promise belongs to the promise."""
    found: list[Chip] = []
    taken: set[Sets] = set()
    for chip in chips:
        inside = any(one.start <= chip.start < one.end for one in found)
        if not inside and (chip.sets == Sets.PROMISE or chip.sets not in taken):
            found.append(chip)
            taken.add(chip.sets)
    return found


def _without(text: str, chips: list[Chip], instead: str) -> str:
    """The text with the words of the chips taken out, or masked sign by sign."""
    for chip in sorted(chips, key=lambda c: c.start, reverse=True):
        mask = instead * (chip.end - chip.start)
        text = text[: chip.start] + mask + text[chip.end :]
    return text


def _tidy(text: str) -> str:
    """Single spaces, no comma left hanging at either end."""
    lines = (re.sub(r"[ \t]+", " ", line).strip() for line in text.splitlines())
    joined = "\n".join(lines).strip()
    joined = re.sub(r"[ \t]+([.,;])", r"\1", joined)
    return re.sub(r"^[\s,;.]+|[\s,;]+$", "", joined)
