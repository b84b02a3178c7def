"""The lines of a class list as pupils: what a name is made of, what is set aside and why."""

import re
from collections.abc import Mapping, Sequence
from itertools import takewhile

from ouderapp.base.i18n import mark
from ouderapp.class_lists.limits import LONGEST_CLASS, LONGEST_NAME, TAKEN_OUT
from ouderapp.class_lists.records import ClassList, Holds, ListLine, Pupil, Pupils, SetAside

NO_NAME = mark("no name")
LONG_NAME = mark("the name is longer than 80 signs")
LONG_CLASS = mark("the class is longer than 40 signs")
MORE_CELLS = mark("more cells than headings")
NUMBER_INSIDE = mark("a number in the name that may stand in no file")
_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)(?!\d)")
_PARTS = (Holds.GIVEN_NAME, Holds.FAMILY_NAME)
_WHOLE = (Holds.FAMILY_FIRST, Holds.GIVEN_FIRST)


def pupils_of(found: ClassList, holds: Sequence[Holds], class_name: str = "") -> Pupils:
    """The pupils of a list, with these meanings of its columns; `class_name` where none stands.

    First name, last name, class and year of birth are all that comes in (DOMAIN 5.2, 5.3).
    """
    pupils, aside = [], []
    wider = _wider_lines(found)
    for line in found.lines:
        one = _pupil(line, holds, class_name)
        why = MORE_CELLS if line.number in wider else _why_not(one)
        if why:
            aside.append(SetAside(line.number, why))
        else:
            pupils.append(one)
    return Pupils(tuple(pupils), tuple(aside))


def has_names(holds: Sequence[Holds]) -> bool:
    """Whether any column holds a name."""
    return any(one in holds for one in (*_PARTS, *_WHOLE))


def chosen(holds: Sequence[Holds], at: int, wanted: Holds) -> tuple[Holds, ...]:
    """The meanings after a person chose one: none stands twice, no whole name beside its parts."""
    apart = _WHOLE if wanted in _PARTS else (*_PARTS, *_WHOLE) if wanted in _WHOLE else ()
    gone = {wanted, *apart} - {Holds.NOTHING}
    others = (Holds.NOTHING if one in gone else one for one in holds)
    return tuple(wanted if place == at else one for place, one in enumerate(others))


def split_name(name: str, holds: Holds) -> tuple[str, str]:
    """First name and last name of a whole name: at its comma, else where capitals end.

    Without either one word is the first name: the last one where the last name comes first, and
    the first one otherwise.
    """
    before, comma, after = (part.strip() for part in name.partition(","))
    if comma:
        return (after, before) if holds == Holds.FAMILY_FIRST else (before, after)
    words = name.split()
    if len(words) < 2:
        return name, ""
    if holds == Holds.FAMILY_FIRST:
        capitals = sum(1 for _word in takewhile(_is_shouted, words))
        at = capitals if 0 < capitals < len(words) else len(words) - 1
        return " ".join(words[at:]), " ".join(words[:at])
    return words[0], " ".join(words[1:])


def _is_shouted(word: str) -> bool:
    return len(word) > 1 and word.isupper()


def year_in(text: str) -> int | None:
    """The year in a date as schools write it: 21/05/2014, 2014-05-21 00:00, 2014."""
    found = _YEAR.search(text)
    return int(found[1]) if found else None


def _pupil(line: ListLine, holds: Sequence[Holds], class_name: str) -> Pupil:
    cells: Mapping[Holds, str] = dict(zip(holds, line.cells, strict=False))
    given, family = (cells.get(one, "") for one in _PARTS)
    if not any(one in holds for one in _PARTS):
        whole = next((one for one in _WHOLE if one in cells), Holds.NOTHING)
        given, family = split_name(cells[whole] if whole != Holds.NOTHING else "", whole)
    return Pupil(
        line=line.number,
        given_name=given,
        family_name=family,
        class_name=cells.get(Holds.CLASS, "") or class_name,
        birth_year=year_in(cells.get(Holds.BIRTH, "")),
    )


def _wider_lines(found: ClassList) -> set[int]:
    """The few lines that go on past the headings: a separator inside a name has moved them."""
    width = max(at for at, column in enumerate(found.columns, 1) if column.heading)
    wider = {line.number for line in found.lines if any(line.cells[width:])}
    return wider if len(wider) * 2 <= len(found.lines) else set()


def _why_not(pupil: Pupil) -> str:
    """Why this cannot be a pupil; empty when it can."""
    name = f"{pupil.given_name}{pupil.family_name}"
    if not any(map(str.isalnum, name)):
        return NO_NAME
    if TAKEN_OUT in name:
        return NUMBER_INSIDE
    if max(len(pupil.given_name), len(pupil.family_name)) > LONGEST_NAME:
        return LONG_NAME
    return LONG_CLASS if len(pupil.class_name) > LONGEST_CLASS else ""
