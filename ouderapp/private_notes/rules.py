"""What is refused in a private note, and how long one is kept."""

from datetime import date, timedelta

from ouderapp.base.errors import FieldMissing
from ouderapp.base.forbidden import check_free_text
from ouderapp.private_notes.records import PrivateNoteDraft

DAYS_KEPT = 90


def check_private_note(draft: PrivateNoteDraft) -> None:
    """Refuse an empty note (FieldMissing) and forbidden numbers (decision 14)."""
    if not draft.words.strip():
        raise FieldMissing(field="words")
    check_free_text(words=draft.words)


def lapses_on(noted_on: date) -> date:
    """The last day of a note: 90 days after it was written (DOMAIN 9.1)."""
    return noted_on + timedelta(days=DAYS_KEPT)


def has_lapsed(last_day: date, today: date) -> bool:
    """Whether a note's last day has passed; on the day itself it is still there."""
    return last_day < today


def days_left(last_day: date, today: date) -> int:
    """How many days a note is still there, 0 on its last day."""
    return max(0, (last_day - today).days)
