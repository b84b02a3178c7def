"""What is refused in an appointment, and in which order a day is shown."""

from datetime import time

from ouderapp.agenda.records import AppointmentDraft, AppointmentRow
from ouderapp.base.errors import FieldMissing, Problem
from ouderapp.base.forbidden import check_free_text
from ouderapp.base.i18n import mark

WORDS_LIMIT = 500
DAY_IN_MINUTES = 24 * 60


class AppointmentAboutNobody(Problem):
    """An appointment needs a family, a place or a few words to be recognised by."""

    message = mark("Choose a family, or say in a few words what this appointment is.")
    field = "words"


class AppointmentTooLong(Problem):
    """More words than fit; `places` has `too_many`."""

    message = mark("This text is {too_many} characters too long.")
    hint = mark("Make it shorter.")
    field = "words"


def check_appointment(draft: AppointmentDraft) -> None:
    """Refuse an appointment about nobody, of impossible length, or with forbidden numbers.

    Raises AppointmentAboutNobody, AppointmentTooLong, FieldMissing or those of `check_free_text`.
    """
    words = (draft.words or "").strip()
    if draft.family is None and not words and not (draft.place or "").strip():
        raise AppointmentAboutNobody
    if not draft.kind:
        raise FieldMissing(field="kind")
    if draft.minutes is not None and not 0 <= draft.minutes <= DAY_IN_MINUTES:
        raise FieldMissing(field="minutes")
    if len(words) > WORDS_LIMIT:
        raise AppointmentTooLong(too_many=len(words) - WORDS_LIMIT)
    check_free_text(words=draft.words, place=draft.place)


def order_of_day(row: AppointmentRow) -> tuple[bool, time, str]:
    """Sorts the appointments of a day: by hour, those without an hour last."""
    return (row.starts is None, row.starts or time.min, row.family_name or "")
