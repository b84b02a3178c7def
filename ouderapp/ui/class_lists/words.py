"""The words of a class list on screen: columns, deals, counts, what was left out."""

from collections.abc import Sequence
from typing import Any

from ouderapp.base.clock import today
from ouderapp.base.i18n import _, mark, ngettext, number
from ouderapp.base.school_year import school_year_name, school_year_of
from ouderapp.class_lists.records import (
    ClassList,
    Deal,
    Holds,
    Imported,
    KnownPupil,
    PlannedPupil,
    SetAside,
)
from ouderapp.class_lists.text_files import SEPARATORS

HOLDS = {
    Holds.NOTHING: mark("Not needed"),
    Holds.GIVEN_NAME: mark("First name"),
    Holds.FAMILY_NAME: mark("Family name"),
    Holds.FAMILY_FIRST: mark("Family name and first name"),
    Holds.GIVEN_FIRST: mark("First name and family name"),
    Holds.CLASS: mark("Class"),
    Holds.BIRTH: mark("Year of birth"),
}
DEALS = {
    Deal.NEW: mark("Take in"),
    Deal.CLASS: mark("Only note the class"),
    Deal.SKIP: mark("Leave out"),
}
TWICE = mark("stands twice in this list")
SHOWN_ASIDE = 6
SUMMER = (7, 8)


def deal_words(row: PlannedPupil) -> str:
    """What becomes of a pupil."""
    return _(DEALS[row.deal])


def known_words(row: PlannedPupil) -> str:
    """Who is known already, to be laid beside the pupil: name, class, year of birth, school."""
    told = [_known(row.known)] if row.known else []
    return "; ".join([*told, _(TWICE)] if row.is_twice else told)


def _known(known: KnownPupil) -> str:
    year = str(known.birth_year) if known.birth_year else ""
    parts = (known.name, known.class_name, year, known.school_name)
    return ", ".join(part for part in parts if part)


def count_words(rows: Sequence[PlannedPupil], aside: Sequence[SetAside]) -> str:
    """24 leerlingen, 2 al bekend, 1 lijn apart gelegd."""
    known = sum(row.is_known for row in rows)
    parts = [ngettext("{number} pupil", "{number} pupils", len(rows))]
    numbers = [len(rows)]
    if known:
        parts.append(ngettext("{number} known already", "{number} known already", known))
        numbers.append(known)
    if aside:
        parts.append(ngettext("{number} line set aside", "{number} lines set aside", len(aside)))
        numbers.append(len(aside))
    return ", ".join(
        part.format(number=number(one)) for part, one in zip(parts, numbers, strict=True)
    )


def aside_words(aside: Sequence[SetAside]) -> str:
    """Which lines were set aside, and why; empty when none was."""
    if not aside:
        return ""
    told = aside_list(aside).splitlines()
    more = len(told) - SHOWN_ASIDE
    if more > 0:
        rest = ngettext("and {number} more", "and {number} more", more)
        told = [*told[:SHOWN_ASIDE], rest.format(number=number(more))]
    return _("Set aside: {lines}.").format(lines="; ".join(told))


def aside_list(aside: Sequence[SetAside]) -> str:
    """Every line that was set aside with its reason, one under the other."""
    words = _("line {line}: {why}")
    return "\n".join(words.format(line=one.line, why=_(one.why)) for one in aside)


def left_out_words(found: ClassList) -> str:
    """Which columns were left out when the file was read; empty when none was."""
    gone = [column for column in found.columns if column.is_left_out]
    numbers = _('Column "{col}" holds national register numbers. It is not imported.')
    told = [numbers.format(col=column.heading) for column in gone if column.has_numbers]
    names = [column.heading or _("without a heading") for column in gone if not column.has_numbers]
    if names:
        words = _("Left out, because it does not belong in a file: {columns}.")
        told.append(words.format(columns=", ".join(names)))
    return " ".join(told)


def done_words(done: Imported) -> str:
    """What was written."""
    families = ngettext("{number} pupil taken in.", "{number} pupils taken in.", done.families)
    classes = ngettext("{number} class noted.", "{number} classes noted.", done.classes)
    told = [families.format(number=number(done.families))] if done.families else []
    return " ".join([*told, classes.format(number=number(done.classes))] if done.classes else told)


def take_in_words(number_of_pupils: int) -> str:
    """The words of the button: 24 leerlingen invoeren."""
    if not number_of_pupils:
        return _("Take in")
    words = ngettext("Take in {number} pupil", "Take in {number} pupils", number_of_pupils)
    return words.format(number=number(number_of_pupils))


def separators() -> tuple[tuple[str, str], ...]:
    """The separators to choose from, with their names."""
    names = {"\t": _("tab key"), "|": _("upright stroke"), ";": _("semicolon"), ",": _("comma")}
    return tuple((sign, names[sign]) for sign in SEPARATORS)


def school_years() -> tuple[tuple[Any, str], ...]:
    """The school years to choose from, the most likely first: in summer the next one."""
    day = today()
    now = school_year_of(day) + (day.month in SUMMER)
    return tuple((year, school_year_name(year)) for year in (now, now + 1, now - 1))
