"""What is refused in a promise, how it stands on a day, and in which order promises are shown."""

from datetime import date

from ouderapp.base.errors import FieldMissing, Problem
from ouderapp.base.forbidden import check_free_text
from ouderapp.base.i18n import mark
from ouderapp.follow_up.records import By, PromiseDraft, PromiseRow, State

WORDS_LIMIT = 500


class PromiseTooLong(Problem):
    """More words than a promise holds; `places` has `too_many`."""

    message = mark("The promise is {too_many} characters too long.")
    hint = mark("Say in a few words what will be done.")
    field = "words"


def check_promise(draft: PromiseDraft) -> None:
    """Refuse a promise without words, with too many, by nobody known, or with a forbidden number.

    Raises FieldMissing, PromiseTooLong or the problems of `check_free_text` (decision 14).
    """
    words = draft.words.strip()
    if not words:
        raise FieldMissing(field="words")
    if len(words) > WORDS_LIMIT:
        raise PromiseTooLong(too_many=len(words) - WORDS_LIMIT)
    if draft.by not in list(By):
        raise FieldMissing(field="by")
    check_free_text(words=words)


def is_late(due_on: date | None, done_on: date | None, today: date) -> bool:
    """Whether the day has passed and it was not done; on the day itself it is not late."""
    return done_on is None and due_on is not None and due_on < today


def state_of(promise: PromiseRow, today: date) -> State:
    """How a promise stands today."""
    if promise.done_on is not None:
        return State.DONE
    return State.LATE if is_late(promise.due_on, promise.done_on, today) else State.OPEN


def urgency(promise: PromiseRow) -> tuple[bool, date, date]:
    """Sorts promises: by their day, those without a day last, the oldest first."""
    return (promise.due_on is None, promise.due_on or promise.noted_on, promise.noted_on)
