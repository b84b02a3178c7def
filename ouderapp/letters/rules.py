"""What may stand in a letter: consent field by field, assent from twelve, and who gets letters."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from ouderapp.base.errors import Problem
from ouderapp.base.i18n import mark
from ouderapp.letters.kinds import NEVER_FOR_PARTNERS, About, Field, LetterKind

# DOMAIN 7.2 and 7.3: the pupil is heard and co-decides; a setting, because the law may change.
AGE_OF_ASSENT = 12
WRITTEN = ("schriftelijk", "schriftelijk_met_tolk")


class ConsentMissing(Problem):
    """A letter would tell others something that the family did not agree to in writing."""

    message = mark("There is no written consent of {family} yet. Nothing is printed for others.")
    hint = mark("A warm referral without data is still possible: call together.")
    button = mark("Note the consent")


class NoLettersForPerson(Problem):
    """This adult may not get letters, or there may be no contact (D03)."""

    message = mark("{name} may not get letters.")
    hint = mark("Choose another adult of the family.")


class ConsentState(StrEnum):
    """How a field stands: told with consent, without, or with a consent that has ended (R06)."""

    YES = "ja"
    NO = "nee"
    LAPSED = "verlopen"


STATE_WORDS: Mapping[str, str] = {
    ConsentState.YES: mark("consent: yes"),
    ConsentState.NO: mark("consent: no"),
    ConsentState.LAPSED: mark("consent: lapsed"),
}


@dataclass(frozen=True, slots=True)
class ConsentFact:
    """One consent of the family; `person` is the child it is about, None for the whole family."""

    id: str
    purpose: str
    form: str
    given_on: date
    lapses_on: date | None = None
    withdrawn_on: date | None = None
    person: str | None = None
    given_by: tuple[str, ...] = ()
    has_assent: bool = False

    @property
    def is_written(self) -> bool:
        return self.form in WRITTEN

    def is_withdrawn(self, day: date) -> bool:
        """From the day of the withdrawal itself."""
        return self.withdrawn_on is not None and self.withdrawn_on <= day

    def is_lapsed(self, day: date) -> bool:
        """From the day after the last day."""
        return self.lapses_on is not None and self.lapses_on < day

    def is_in_force(self, day: date) -> bool:
        """Given, not withdrawn, not lapsed; the first and the last day count."""
        return self.given_on <= day and not self.is_withdrawn(day) and not self.is_lapsed(day)


@dataclass(frozen=True, slots=True)
class Concerned:
    """Whom a letter is about, and the consent that the referral itself names."""

    parent: str
    child: str | None = None
    child_born_on: date | None = None
    child_birth_year: int | None = None
    named_consent: str | None = None


@dataclass(frozen=True, slots=True)
class FieldState:
    """One field of a letter and how it stands on this day."""

    field: Field
    state: ConsentState


def needs_assent(concerned: Concerned, day: date, age: int = AGE_OF_ASSENT) -> bool:
    """Whether the child co-decides: from the twelfth birthday, or in the year of it.

    A child of unknown age is taken to be old enough (DOMAIN 7.3).
    """
    born = concerned.child_born_on
    if born is not None:
        return (day.year - age, day.month, day.day) >= (born.year, born.month, born.day)
    return concerned.child_birth_year is None or day.year - concerned.child_birth_year >= age


def field_states(
    kind: LetterKind, consents: Iterable[ConsentFact], concerned: Concerned, day: date
) -> tuple[FieldState, ...]:
    """Every field of the letter with its state (R06)."""
    usable = [one for one in consents if _is_for(kind, one, concerned)]
    return tuple(
        FieldState(field, _state(field.about, usable, concerned, day)) for field in kind.fields
    )


def printable_fields(states: Iterable[FieldState]) -> frozenset[str]:
    """The names of the fields that may be printed."""
    return frozenset(one.field.name for one in states if one.state is ConsentState.YES)


def is_covered(states: Iterable[FieldState]) -> bool:
    """Whether every field that the letter cannot do without may be told."""
    return all(one.state is ConsentState.YES for one in states if one.field.is_required)


def check_may_print(states: Iterable[FieldState], family: str) -> None:
    """Raise ConsentMissing when a field that the letter cannot do without may not be told."""
    for one in states:
        if not is_covered([one]):
            raise ConsentMissing(field=one.field.name, family=family)


def check_may_get_letters(name: str, *, may_get_letters: bool, has_no_contact: bool) -> None:
    """Raise NoLettersForPerson for an adult who may not be written to (D03)."""
    if has_no_contact or not may_get_letters:
        raise NoLettersForPerson(name=name)


def consent_used(
    kind: LetterKind, consents: Iterable[ConsentFact], concerned: Concerned, day: date
) -> ConsentFact | None:
    """The newest consent on which a letter of this day rests; None when there is none."""
    in_force = [
        one
        for one in consents
        if _is_for(kind, one, concerned) and one.is_written and one.is_in_force(day)
    ]
    return max(in_force, key=lambda one: (one.given_on, one.id), default=None)


def _is_for(kind: LetterKind, consent: ConsentFact, concerned: Concerned) -> bool:
    """Whether a consent is about sharing with this partner."""
    is_named = consent.id == concerned.named_consent
    return consent.purpose in kind.purposes or (
        is_named and consent.purpose not in NEVER_FOR_PARTNERS
    )


def _state(
    about: About, consents: Iterable[ConsentFact], concerned: Concerned, day: date
) -> ConsentState:
    covering = [one for one in consents if _covers(about, one, concerned, day)]
    if any(one.is_in_force(day) for one in covering):
        return ConsentState.YES
    if any(one.is_lapsed(day) and not one.is_withdrawn(day) for one in covering):
        return ConsentState.LAPSED
    return ConsentState.NO


def _covers(about: About, consent: ConsentFact, concerned: Concerned, day: date) -> bool:
    """Whether a written consent reaches this kind of data, in force or not."""
    is_about_another = concerned.child is not None and consent.person not in (
        None,
        concerned.child,
    )
    if not consent.is_written or is_about_another:
        return False
    if about is About.CHILD:
        return concerned.child is not None and (
            consent.has_assent or not needs_assent(concerned, day)
        )
    if about is About.PARENT:
        return not consent.given_by or concerned.parent in consent.given_by
    return True
