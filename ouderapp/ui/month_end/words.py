"""The words of the month's end: open ends, reasons, agreements, states, phases, tables."""

from collections.abc import Callable, Mapping
from datetime import date

from ouderapp.base.i18n import _, mark, month_name, ngettext, number
from ouderapp.month_end.records import End, MonthRow, MonthState, OpenEnd
from ouderapp.month_end.ritual import READING, SEALING, WRITING

POLICIES = {
    "counts": mark("Counts only"),
    "coded": mark("Coded facts, without names and free text"),
    "dossier": mark("Full file, with consent"),
}
REASONS = (
    ("later", mark("I finish this later")),
    ("right", mark("This is right as it is")),
    ("other", mark("Does not belong to this month")),
)
LOOK_AT = {
    End.NO_FAMILY: "timeline",
    End.NO_MINUTES: "timeline",
    End.NO_REGISTER: "homework",
    End.SILENT_REFERRAL: "today",
    End.LAPSING_CONSENT: "families",
    End.DRAFT: "today",
}
NONE_OPEN = {
    End.NO_FAMILY: mark("Every contact has a family"),
    End.NO_MINUTES: mark("Every contact has a duration"),
    End.NO_REGISTER: mark("Every homework class has a register"),
    End.SILENT_REFERRAL: mark("No referral stays silent"),
    End.LAPSING_CONSENT: mark("No consent lapses within a month"),
    End.DRAFT: mark("Nothing half typed"),
}
STATES = {
    MonthState.OPEN: mark("not made yet"),
    MonthState.DUE: mark("not made yet"),
    MonthState.LATE: mark("late"),
    MonthState.MADE: mark("not confirmed yet"),
    MonthState.CONFIRMED: mark("confirmed"),
    MonthState.REFUSED: mark("refused"),
}
TONES = {MonthState.LATE: "warn", MonthState.REFUSED: "danger", MonthState.CONFIRMED: "ok"}
PHASES = {
    READING: mark("reading the data"),
    SEALING: mark("encrypting"),
    WRITING: mark("writing and reading back"),
}
WHY = {
    "kept_back": mark("not shared with the office"),
    "withdrawn": mark("consent withdrawn"),
    "only_counts": mark("counts only"),
}


def end_words(end: OpenEnd) -> str:
    """`3 contacten zonder gezin`, or that nothing is open."""
    if not end.count:
        return _(NONE_OPEN[end.id])
    return _COUNTED[end.id](end.count).format(n=number(end.count))


def month_words(month: str) -> str:
    """`maart 2025`."""
    return month_name(date.fromisoformat(f"{month}-01"))


def state_words(row: MonthRow) -> str:
    """What became of a month."""
    if row.state == MonthState.DUE:
        words = ngettext("{n} day left", "{n} days left", row.days_left)
        return words.format(n=row.days_left)
    return _(STATES[row.state])


def counts_words(counts: Mapping[str, int]) -> str:
    """`62 gezinnen · 118 contacten · 4 sessies · 9 brieven`, and how many other lines."""
    parts = [
        say(counts[table]).format(n=number(counts[table]))
        for table, say in _TABLES.items()
        if counts.get(table)
    ]
    rest = sum(counts.values()) - sum(counts.get(table, 0) for table in _TABLES)
    if rest:
        parts.append(ngettext("{n} other line", "{n} other lines", rest).format(n=number(rest)))
    return " · ".join(parts)


def size_words(size: int) -> str:
    """`177 kB` or `1,2 MB`."""
    if size < 1_000_000:
        return _("{size} kB").format(size=number(-(-size // 1000)))
    return _("{size} MB").format(size=number(round(size / 1_000_000, 1)))


_COUNTED: dict[End, Callable[[int], str]] = {
    End.NO_FAMILY: lambda n: ngettext(
        "{n} contact without a family", "{n} contacts without a family", n
    ),
    End.NO_MINUTES: lambda n: ngettext(
        "{n} contact without a duration", "{n} contacts without a duration", n
    ),
    End.NO_REGISTER: lambda n: ngettext(
        "{n} homework class without a register", "{n} homework classes without a register", n
    ),
    End.SILENT_REFERRAL: lambda n: ngettext(
        "{n} referral without news", "{n} referrals without news", n
    ),
    End.LAPSING_CONSENT: lambda n: ngettext(
        "{n} consent lapses within a month", "{n} consents lapse within a month", n
    ),
    End.DRAFT: lambda n: ngettext("{n} half-typed text", "{n} half-typed texts", n),
}
_TABLES: dict[str, Callable[[int], str]] = {
    "family": lambda n: ngettext("{n} family", "{n} families", n),
    "contact": lambda n: ngettext("{n} contact", "{n} contacts", n),
    "group_session": lambda n: ngettext("{n} session", "{n} sessions", n),
    "letter": lambda n: ngettext("{n} letter", "{n} letters", n),
    "referral": lambda n: ngettext("{n} referral", "{n} referrals", n),
}
