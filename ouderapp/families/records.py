"""The records of families: what a form hands over."""

from dataclasses import dataclass
from datetime import date

from ouderapp.base.ids import Id
from ouderapp.base.roles import Role
from ouderapp.families.codes import Inflow, Status


@dataclass(frozen=True)
class FamilyDraft:
    """A family as typed. `interpreter` is who interprets for the family as a whole."""

    name: str
    opened_on: date
    inflow: str = Inflow.SELF
    status: str = Status.OPEN
    postcode: str | None = None
    contact_language: str | None = None
    letter_language: str | None = None
    letter_level: str | None = None
    home_languages: tuple[str, ...] = ()
    interpreter: str | None = None
    remark: str | None = None


@dataclass(frozen=True)
class PersonDraft:
    """A person as typed; of a birth date the year may be all that is known.

    `language` is spoken with us, `letter_language` read; `interpreter` is the language of the
    interpreter, `interpreter_kind` who it is.
    """

    given_name: str | None = None
    family_name: str | None = None
    said_as: str | None = None
    birth_year: int | None = None
    born_on: date | None = None
    language: str | None = None
    home_languages: tuple[str, ...] = ()
    letter_language: str | None = None
    letter_level: str | None = None
    interpreter: str | None = None
    interpreter_kind: str | None = None
    phone: str | None = None
    email: str | None = None
    smartschool_username: str | None = None
    may_get_letters: bool = True
    may_be_told: bool = True
    has_no_contact: bool = False


@dataclass(frozen=True)
class MemberDraft:
    """What somebody is in one family; `has_authority` None when nobody asked yet."""

    role: str = Role.MOTHER
    has_authority: bool | None = None
    lives_here: bool = True


@dataclass(frozen=True)
class SchoolingDraft:
    """A child at a school in one school year (2024 for 2024-2025).

    Without `from_on` from its first day, without `until_on` to its last; both days included.
    `year_stream` (1A, 3, 5) is filled in when somebody confirmed it.
    """

    school: Id | None
    school_year: int
    year_stream: str | None = None
    class_name: str | None = None
    from_on: date | None = None
    until_on: date | None = None
    is_ex_okan: bool = False


@dataclass(frozen=True)
class HomeDraft:
    """One home of a family: its own address, phone and languages."""

    from_on: date
    name: str | None = None
    until_on: date | None = None
    street: str | None = None
    number: str | None = None
    postcode: str | None = None
    municipality: str | None = None
    phone: str | None = None
    languages: tuple[str, ...] = ()


@dataclass(frozen=True)
class ResidenceDraft:
    """From when to when (both days included) somebody is in a home, and in which weeks."""

    household: Id
    from_on: date
    until_on: date | None = None
    pattern: str | None = None


@dataclass(frozen=True)
class CoAccountDraft:
    """The Smartschool co-account of a parent beside a pupil's own account: slot 1 to 6."""

    person: Id
    slot: int
    kind: str


@dataclass(frozen=True)
class NewMember:
    """Somebody who comes into the file together with the family."""

    person: PersonDraft
    member: MemberDraft
    schooling: SchoolingDraft | None = None


@dataclass(frozen=True)
class NewFamily:
    """A whole family in one act: who they are and where they live."""

    family: FamilyDraft
    members: tuple[NewMember, ...] = ()
    home: HomeDraft | None = None
