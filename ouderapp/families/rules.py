"""What is refused about families, persons, homes and schools, and what their facts mean."""

from dataclasses import asdict, dataclass, fields, replace
from datetime import date
from typing import TYPE_CHECKING, Any, TypeVar

from ouderapp.base.errors import FieldMissing
from ouderapp.base.forbidden import check_free_text
from ouderapp.base.ids import Id
from ouderapp.base.school_year import ends_on, starts_on
from ouderapp.families.codes import Pattern
from ouderapp.families.problems import (
    BirthImpossible,
    ClosedTooEarly,
    EndsBeforeItBegins,
    NameMissing,
    OutsideSchoolYear,
    PersonNameMissing,
    SlotImpossible,
    SlotTaken,
)
from ouderapp.families.records import (
    CoAccountDraft,
    FamilyDraft,
    HomeDraft,
    PersonDraft,
    ResidenceDraft,
    SchoolingDraft,
)

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

D = TypeVar("D", bound="DataclassInstance")
FIRST_SLOT, LAST_SLOT = 1, 6
OLDEST = 130


@dataclass(frozen=True)
class Age:
    """An age in years; not exact when only the year of birth is known: then the highest it is."""

    years: int
    is_exact: bool


def tidied(draft: D) -> D:
    """The draft without spaces around its texts; an empty text becomes nothing."""
    texts = {f.name: getattr(draft, f.name) for f in fields(draft)}
    changed: dict[str, Any] = {
        name: " ".join(text.split()) or None
        for name, text in texts.items()
        if isinstance(text, str)
    }
    return replace(draft, **changed)


def check_texts(draft: "DataclassInstance") -> None:
    """Refuse a rijksregisternummer or account number in any text of a draft (decision 14, P07)."""
    values = asdict(draft).items()
    check_free_text(**{name: text for name, text in values if isinstance(text, str)})


def check_family(draft: FamilyDraft) -> None:
    """Raises NameMissing, or the problems of `check_free_text`."""
    if not (draft.name or "").strip():
        raise NameMissing
    check_texts(draft)


def check_person(draft: PersonDraft, today: date) -> None:
    """Raises PersonNameMissing, BirthImpossible, or the problems of `check_free_text`."""
    if not (draft.given_name or draft.family_name or "").strip():
        raise PersonNameMissing
    year = draft.born_on.year if draft.born_on else draft.birth_year
    if draft.born_on and draft.born_on > today:
        raise BirthImpossible(field="born_on")
    if year is not None and not today.year - OLDEST <= year <= today.year:
        raise BirthImpossible
    check_texts(draft)


def with_birth_year(draft: PersonDraft) -> PersonDraft:
    """The draft with the year that its full birth date has; a year alone stays as it is."""
    return replace(draft, birth_year=draft.born_on.year) if draft.born_on else draft


def check_closing(opened_on: date, closed_on: date, reason: str) -> None:
    """Raises ClosedTooEarly, or FieldMissing without a reason."""
    if closed_on < opened_on:
        raise ClosedTooEarly(opened_on=opened_on)
    if not reason.strip():
        raise FieldMissing(field="close_reason")


def check_ending(from_on: date | None, until_on: date | None) -> None:
    """Raises EndsBeforeItBegins; one day is enough, None is open."""
    if from_on and until_on and until_on < from_on:
        raise EndsBeforeItBegins


def check_span(draft: HomeDraft | ResidenceDraft) -> None:
    """Raises EndsBeforeItBegins, or the problems of `check_free_text`."""
    check_ending(draft.from_on, draft.until_on)
    check_texts(draft)


def check_schooling(draft: SchoolingDraft) -> None:
    """Raises OutsideSchoolYear, EndsBeforeItBegins, or the problems of `check_free_text`.

    The days lie in the school year of the Flemish Community, or from mid August on for a school
    of the French Community.
    """
    first = min(starts_on(draft.school_year), starts_on(draft.school_year, "frans"))
    last = ends_on(draft.school_year)
    for name in ("from_on", "until_on"):
        day = getattr(draft, name)
        if day is not None and not first <= day <= last:
            raise OutsideSchoolYear(field=name, first=first, last=last)
    check_ending(draft.from_on, draft.until_on)
    check_texts(draft)


def check_co_account(draft: CoAccountDraft, taken: dict[int, Id]) -> None:
    """Raises SlotImpossible, or SlotTaken when the slot is another parent's (DOMAIN 5.1)."""
    if not FIRST_SLOT <= draft.slot <= LAST_SLOT:
        raise SlotImpossible
    if taken.get(draft.slot, draft.person) != draft.person:
        raise SlotTaken(slot=draft.slot)


def age_on(day: date, born_on: date | None, birth_year: int | None) -> Age | None:
    """The age on a day; None when nothing is known (decision 20, births).

    With the year alone the age that the person reaches in the year of that day, not exact.
    Somebody born on 29 February has a birthday on 1 March in other years.
    """
    if born_on is not None:
        had_birthday = (day.month, day.day) >= (born_on.month, born_on.day)
        return Age(day.year - born_on.year - (not had_birthday), is_exact=True)
    return None if birth_year is None else Age(day.year - birth_year, is_exact=False)


def stream_of(year_stream: str | None, class_name: str | None) -> str | None:
    """Year and stream: the confirmed field, else the first two signs of the class (DOMAIN 8.5)."""
    if year_stream:
        return year_stream
    return (class_name or "").strip()[:2].upper() or None


def is_on(day: date, from_on: date | None, until_on: date | None) -> bool:
    """Whether a day lies between two days, both included; None is open."""
    return (from_on is None or from_on <= day) and (until_on is None or day <= until_on)


def is_home_on(day: date, pattern: str | None) -> bool | None:
    """Whether a child is in a home on this day by its pattern; None when the pattern cannot say.

    Even and odd are the weeks of ISO 8601, as on Flemish calendars; a weekend is Friday to Sunday.
    """
    if pattern in (None, Pattern.ALWAYS):
        return True
    if pattern in (Pattern.EVEN_WEEKS, Pattern.ODD_WEEKS):
        return (day.isocalendar().week % 2 == 0) == (pattern == Pattern.EVEN_WEEKS)
    if pattern == Pattern.WEEKENDS:
        return day.isoweekday() >= 5
    return None


def may_be_written_to(*, may_get_letters: bool, has_no_contact: bool) -> bool:
    """Whether a letter may be addressed to somebody: never where there is no contact (D03)."""
    return may_get_letters and not has_no_contact


def may_be_told(*, may_be_told: bool, has_no_contact: bool) -> bool:
    """Whether somebody may hear about the child: never where there is no contact (D03)."""
    return may_be_told and not has_no_contact


def name_of(given_name: str | None, family_name: str | None) -> str:
    """How a person is shown: first name, then family name; empty when neither is known."""
    return " ".join(filter(None, (given_name, family_name)))
