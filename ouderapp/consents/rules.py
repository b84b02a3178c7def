"""When a consent holds, when a child co-decides, what a consent must say."""

from datetime import date

from ouderapp.base.errors import FieldMissing, Problem
from ouderapp.base.forbidden import check_free_text
from ouderapp.base.i18n import mark
from ouderapp.consents.codes import Form, Purpose
from ouderapp.consents.records import ChildFact, ConsentDraft, State

# DOMAIN 7.3: presumed by the Flemish youth-care rules; a setting, marked "na te kijken".
AGE_OF_ASSENT = 12
DAYS_BEFORE_LAPSING = 30
NOTE_LIMIT = 500


class AssentMissing(Problem):
    """A child of 12 or older has not agreed yet (D18)."""

    message = mark("From 12 years on the young person decides too.")
    hint = mark("Ask, and tick that the young person agrees. A setting holds the age.")
    field = "has_assent"


class LapsesBeforeGiven(Problem):
    message = mark("A consent cannot end before it is given.")
    hint = mark("Check both dates.")
    field = "lapses_on"


class WithdrawnBeforeGiven(Problem):
    message = mark("A consent cannot be taken back before it is given.")
    hint = mark("Check the date.")
    field = "withdrawn_on"


class ConsentTextTooLong(Problem):
    message = mark("This text is {too_many} characters too long.")
    hint = mark("Make it shorter.")
    field = "note"


class PurposeUnknown(Problem):
    message = mark("This purpose is not in the list.")
    hint = mark("Choose one of the list.")
    field = "purpose"


def check_consent(draft: ConsentDraft, child: ChildFact | None, age: int = AGE_OF_ASSENT) -> None:
    """Raise what is wrong with a consent; a child of `age` or older must have agreed."""
    if not draft.given_by:
        raise FieldMissing(field="given_by")
    if draft.purpose not in set(Purpose) or draft.form not in set(Form):
        raise PurposeUnknown
    if draft.lapses_on is not None and draft.lapses_on < draft.given_on:
        raise LapsesBeforeGiven
    if child is not None and not draft.has_assent and decides_too(child, draft.given_on, age):
        raise AssentMissing
    too_many = len(draft.note or "") - NOTE_LIMIT
    if too_many > 0:
        raise ConsentTextTooLong(too_many=too_many)
    check_free_text(note=draft.note)


def decides_too(child: ChildFact, day: date, age: int = AGE_OF_ASSENT) -> bool:
    """Whether the child is `age` or older on this day.

    With a year only: in the year of that birthday; without any date the child is taken to be old
    enough (DOMAIN 7.3, decision 20: a rule on age uses what is there).
    """
    if child.born_on is not None:
        birthday = (child.born_on.month, child.born_on.day)
        return day.year - child.born_on.year - ((day.month, day.day) < birthday) >= age
    return child.birth_year is None or day.year - child.birth_year >= age


def state_of(given_on: date, lapses_on: date | None, withdrawn_on: date | None, day: date) -> State:
    """How a consent stands: it holds on its first and its last day, and ends on withdrawal."""
    if withdrawn_on is not None and withdrawn_on <= day:
        return State.WITHDRAWN
    if given_on > day:
        return State.TO_COME
    return State.LAPSED if lapses_on is not None and lapses_on < day else State.HOLDS


def lapses_soon(lapses_on: date | None, day: date, days: int = DAYS_BEFORE_LAPSING) -> bool:
    """Whether it ends within so many days, both ends included."""
    return lapses_on is not None and 0 <= (lapses_on - day).days <= days
