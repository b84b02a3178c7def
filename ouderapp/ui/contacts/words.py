"""A contact in words: when, what, with whom, as one line of a list or as a sentence read aloud."""

from datetime import date, time

from ouderapp.base.clock import today
from ouderapp.base.delicate import REMARKS, delicate_words
from ouderapp.base.i18n import _, clock_time, day_date, mark, ngettext, short_date
from ouderapp.base.school_year import school_year_of
from ouderapp.contacts.records import Busy, ContactRow, FamilyChoice, PromiseAlong
from ouderapp.contacts.typed_words import Chip
from ouderapp.follow_up.records import By
from ouderapp.ui.words import word

NO_FAMILY = mark("no family yet")


def when(row: ContactRow) -> str:
    """ma 24/03 14:05; the hour only when it is known, the year when it is another school year."""
    is_recent = school_year_of(row.held_on) == school_year_of(today())
    day = day_date(row.held_on) if is_recent else short_date(row.held_on)
    return f"{day} {clock_time(row.starts)}" if row.starts else day


def lasted(minutes: int | None) -> str:
    """45 min, nothing when it was not written down."""
    return _("{n} min").format(n=minutes) if minutes else ""


def first_line(text: str | None) -> str:
    """The first line of a note."""
    return (text or "").strip().partition("\n")[0]


def heading(row: ContactRow) -> str:
    """Huisbezoek 45 min, Rania, Sara."""
    what = " ".join(part for part in (word("contact_kind", row.kind), lasted(row.minutes)) if part)
    return ", ".join((what, *row.who))


def spoken(row: ContactRow) -> str:
    """The contact as a screen reader says it: day, kind, minutes, who, the note."""
    minutes = ngettext("{n} minute", "{n} minutes", row.minutes or 0).format(n=row.minutes)
    parts = (
        day_date(row.held_on),
        word("contact_kind", row.kind),
        minutes if row.minutes else "",
        *row.who,
        first_line(row.summary),
    )
    return ", ".join(part for part in parts if part)


def family_words(choice: FamilyChoice) -> str:
    """Haddad, Stationsstraat (afgerond)."""
    words = ", ".join(part for part in (choice.name, choice.street) if part)
    return _("{family} (closed)").format(family=words) if choice.is_closed else words


def distinct(choices: list[FamilyChoice]) -> tuple[tuple[str, str], ...]:
    """Id and words of each family; two that would read the same get a number."""
    seen: dict[str, int] = {}
    found = []
    for choice in choices:
        words = family_words(choice)
        seen[words] = seen.get(words, 0) + 1
        found.append((choice.id, words if seen[words] == 1 else f"{words} ({seen[words]})"))
    return tuple(found)


def chip_words(chip: Chip) -> str:
    """What a chip says: the value that it gives to its field."""
    value = chip.value
    if isinstance(value, PromiseAlong):
        return promise_words(value)
    if isinstance(value, date):
        return day_date(value)
    if isinstance(value, time):
        return clock_time(value)
    return lasted(value) if isinstance(value, int) else word("contact_kind", value)


def promise_words(promise: PromiseAlong) -> str:
    """attest opvragen (vr 28/03); who promised stands first when it is not me."""
    words = promise.words
    if promise.by != By.WORKER:
        words = f"{word('promised_by', promise.by)}: {words}"
    return f"{words} ({day_date(promise.due_on)})" if promise.due_on else words


def busy_words(busy: Busy) -> str:
    """14:05 huisbezoek Haddad: what already fills this moment."""
    return (
        _("Already at {time}: {kind} {family}")
        .format(
            time=clock_time(busy.starts),
            kind=word("contact_kind", busy.kind),
            family=busy.family_name or "",
        )
        .strip()
    )


def remarks_on(note: str) -> list[str]:
    """A line for each delicate word of a note (P07); nothing is refused."""
    return [_(REMARKS[found.kind]).format(word=found.word) for found in delicate_words(note)]
