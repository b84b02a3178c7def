"""What is refused in a contact, what a day in the future means, and when two contacts overlap."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta

from ouderapp.base.errors import Problem
from ouderapp.base.forbidden import check_free_text
from ouderapp.base.i18n import mark
from ouderapp.contacts.kinds import CONVERSATIONS, KINDS, Initiative, Kind
from ouderapp.contacts.records import ContactDraft

SUMMARY_LIMIT = 500
DAY_IN_MINUTES = 24 * 60


class NoteOrFamilyMissing(Problem):
    """The one required thing of a contact: a note or a family (UX 2.6)."""

    message = mark("Type a note or choose a family.")
    field = "summary"


class NoteTooLong(Problem):
    """More than the 500 characters of DOMAIN 9.1; `places` has `too_many`."""

    message = mark("The note is {too_many} characters too long.")
    hint = mark("Keep what was said, done and agreed. The rest does not belong in a file.")
    field = "summary"


class KindUnknown(Problem):
    """A kind of contact, or an initiative, that is in no list."""

    message = mark("Choose a kind of contact from the list.")
    field = "kind"


class MinutesImpossible(Problem):
    """Less than nothing or more than a day."""

    message = mark("A contact takes between 0 and 1440 minutes.")
    hint = mark("Fill in the duration in minutes.")
    field = "minutes"


def check_contact(draft: ContactDraft) -> None:
    """Refuse what cannot be a contact (DOMAIN 8.1 and 9.1; decision 14).

    Raises NoteOrFamilyMissing, NoteTooLong, KindUnknown, MinutesImpossible, or the problems of
    `check_free_text` with the field named.
    """
    summary = (draft.summary or "").strip()
    if not summary and draft.family is None:
        raise NoteOrFamilyMissing
    if len(summary) > SUMMARY_LIMIT:
        raise NoteTooLong(too_many=len(summary) - SUMMARY_LIMIT)
    if draft.kind not in KINDS:
        raise KindUnknown
    if draft.initiative not in list(Initiative):
        raise KindUnknown(field="initiative")
    if draft.minutes is not None and not 0 <= draft.minutes <= DAY_IN_MINUTES:
        raise MinutesImpossible
    check_free_text(summary=draft.summary, place=draft.place)


def tidied(draft: ContactDraft) -> ContactDraft:
    """The draft without spaces around its texts; empty texts become nothing."""
    return replace(
        draft,
        summary=(draft.summary or "").strip() or None,
        place=(draft.place or "").strip() or None,
    )


def becomes_appointment(held_on: date, today: date) -> bool:
    """Whether a contact on this day is still to come, and so is an appointment (UX 2.6)."""
    return held_on > today


def is_conversation(kind: str) -> bool:
    """Whether a contact counts among the conversations, number 5 of the nine (DOMAIN 8.2)."""
    return kind in CONVERSATIONS


def lies_in_its_session(kind: str) -> bool:
    """A talk in the class lies inside its session and is no overlap (DOMAIN 8.5)."""
    return kind == Kind.HOMEWORK_CLASS


def do_overlap(
    starts: time | None, minutes: int | None, other: time | None, other_minutes: int | None
) -> bool:
    """Whether two moments of one day share time; without hour or duration they do not.

    Ends are not included: 14:00 for 30 minutes and 14:30 do not overlap.
    """
    if starts is None or other is None or not minutes or not other_minutes:
        return False
    first, second = _moment(starts), _moment(other)
    return first < second + timedelta(minutes=other_minutes) and second < first + timedelta(
        minutes=minutes
    )


def minutes_between(starts: time, ends: time) -> int:
    """How many minutes lie between two hours of one day; 0 when the end is not later."""
    return max(0, int((_moment(ends) - _moment(starts)).total_seconds() // 60))


def _moment(hour: time) -> datetime:
    return datetime.combine(date.min, hour)
