"""The columns of the social map, of the people at a place and of its days without class."""

from ouderapp.base.i18n import _, mark, short_date
from ouderapp.directory.records import DayOffRow, DirectoryRow, PersonThere, Place
from ouderapp.ui.rows_model import Column
from ouderapp.ui.words import word


def kind_words(place: str, kind: str) -> str:
    """The words for a kind of service or for the level of a school."""
    return word("school_level" if place == Place.SCHOOL else "partner_kind", kind)


def _line(words: str | None) -> str:
    return " ".join((words or "").split())


def offer_words(row: DirectoryRow) -> str:
    """What a place is for: its kind, and on one line what it offers."""
    return ", ".join(filter(None, (kind_words(row.place, row.kind), _line(row.offer))))


def checked_words(row: DirectoryRow) -> str:
    """03/2025, or that nobody ever checked."""
    return _("never") if row.checked_on is None else f"{row.checked_on:%m/%Y}"


def _spoken_check(row: DirectoryRow) -> str:
    if row.checked_on is None:
        return _("Never checked")
    words = _("Not checked for long, last on {date}") if row.is_stale else _("Checked on {date}")
    return words.format(date=short_date(row.checked_on))


PLACES = (
    Column(mark("Service"), lambda r: r.name or "", width=28, is_bold=True),
    Column(mark("For what"), offer_words, width=0),
    Column(mark("Opening hours"), lambda r: _line(r.opening_hours), width=24),
    Column(mark("Cost"), lambda r: _line(r.cost), width=16),
    Column(mark("How to register"), lambda r: _line(r.registration), width=24),
    Column(mark("Languages"), lambda r: " ".join(r.languages), width=10),
    Column(
        mark("Checked"),
        checked_words,
        lambda r: r.checked_on.toordinal() if r.checked_on else 0,
        width=12,
        icon=lambda r: "warning" if r.is_stale else "",
        tone=lambda r: "warn" if r.is_stale else "",
        spoken=_spoken_check,
    ),
)
# Only where there is room beside the card; the filter and an export always know them.
WIDE_ONLY = (2, 3, 4)


def _person(row: PersonThere) -> str:
    return ", ".join(filter(None, (row.name, row.function)))


def _reached(row: PersonThere) -> str:
    return ", ".join(filter(None, (row.phone, row.email)))


PEOPLE = (
    Column(mark("Who"), _person, width=0),
    Column(mark("To reach"), _reached, width=0),
)


def _reason(row: DayOffRow) -> str:
    return word("day_off_reason", row.reason)


DAYS = (
    Column(mark("Day"), lambda r: short_date(r.day), lambda r: r.day, 12),
    Column(mark("Why"), _reason, width=0),
)
