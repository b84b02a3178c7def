"""The letters that can be written, their fields, and which consent each of them needs."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from ouderapp.base.i18n import mark
from ouderapp.letters import sentences as say

TEACHER_MAIL = "mail_vakleerkracht"
# Consents to keep a file or to hand it over are not consents to share with a partner.
NEVER_FOR_PARTNERS = frozenset({"dossier_en_contact_met_school", "kantoor_dossier", "overdracht"})


class Template(StrEnum):
    """The four letters of a referral (DOMAIN 7.5 A to D)."""

    HUIS_VAN_HET_KIND = "doorverwijzing_huis_van_het_kind"
    OCMW = "doorverwijzing_ocmw"
    CLB = "doorverwijzing_clb"
    LEISURE = "doorverwijzing_vrije_tijd"


class About(StrEnum):
    """Whose data a field holds."""

    FAMILY = "gezin"
    PARENT = "ouder"
    CHILD = "kind"


@dataclass(frozen=True, slots=True)
class Field:
    """One thing that a letter may tell; `told` is how the leaflet for the parent names it."""

    name: str
    about: About
    word: str
    told: str = ""
    is_required: bool = False


@dataclass(frozen=True, slots=True)
class LetterKind:
    """A letter: its name on screen, its fields, and the purposes of consent that cover it."""

    template: Template
    word: str
    partner_kind: str
    purposes: frozenset[str]
    fields: tuple[Field, ...]


def _required(name: str, about: About, word: str, told: str = "") -> Field:
    return Field(name, about, word, told, is_required=True)


_PARENT_NAME = _required("parent_name", About.PARENT, mark("Name of the parent"), say.YOUR_NAME)
_PHONE = Field("phone", About.PARENT, mark("Phone of the parent"), say.YOUR_PHONE)
_BEST_TIME = Field("best_time", About.PARENT, mark("Best time to call"), say.YOUR_PHONE)
_LANGUAGE = Field("language", About.PARENT, mark("Language of the parent"), say.YOUR_LANGUAGE)
_INTERPRETER = Field("interpreter", About.PARENT, mark("Interpreter"), say.YOUR_LANGUAGE)
_CONTACT = (_LANGUAGE, _INTERPRETER, _PHONE, _BEST_TIME)
_FAMILY_NAME = Field("family_name", About.FAMILY, mark("Name of the family"), say.YOUR_NAME)
_SINCE = Field("since_on", About.FAMILY, mark("Since when"), say.SINCE_WHEN)
_QUESTION = _required("question", About.FAMILY, mark("The question"), say.YOUR_QUESTION)
_DONE = Field("done", About.FAMILY, mark("What was already done"), say.WHAT_WE_DID)
_ASKED = Field("asked", About.FAMILY, mark("What is asked"), say.YOUR_QUESTION)

_HUIS_VAN_HET_KIND = LetterKind(
    Template.HUIS_VAN_HET_KIND,
    mark("Referral to Huis van het Kind"),
    "huis_van_het_kind",
    frozenset({"gegevens_delen_met_huis_van_het_kind"}),
    (_PARENT_NAME, _FAMILY_NAME, _SINCE, _QUESTION, _DONE, _ASKED, *_CONTACT),
)
_OCMW = LetterKind(
    Template.OCMW,
    mark("Referral to the OCMW"),
    "ocmw",
    frozenset({"gegevens_delen_met_ocmw", "gegevens_delen_met_sociaal_huis_uitpas"}),
    (
        _PARENT_NAME,
        Field("checked_on", About.FAMILY, mark("Day of the rights check"), say.YOUR_RIGHTS),
        _required("rights", About.FAMILY, mark("Rights to check"), say.YOUR_RIGHTS),
        Field("why_now", About.FAMILY, mark("Why now"), say.YOUR_QUESTION),
        Field("to_bring", About.FAMILY, mark("To bring along"), say.YOUR_RIGHTS),
        Field("adults", About.FAMILY, mark("Number of adults"), say.YOUR_FAMILY),
        Field("children", About.FAMILY, mark("Number of children"), say.YOUR_FAMILY),
        *_CONTACT,
    ),
)
_CLB = LetterKind(
    Template.CLB,
    mark("Referral to the CLB"),
    "clb",
    frozenset({"gegevens_delen_met_clb"}),
    (
        _PARENT_NAME,
        _required("child_name", About.CHILD, mark("Name of the pupil"), say.CHILD_NAME),
        Field("school", About.CHILD, mark("School"), say.CHILD_SCHOOL),
        Field("class_name", About.CHILD, mark("Class"), say.CHILD_SCHOOL),
        _QUESTION,
        Field("school_knows", About.CHILD, mark("What the school knows"), say.CHILD_SCHOOL),
        Field("observed", About.CHILD, mark("Seen in the homework class"), say.HOMEWORK_CLASS),
        _ASKED,
        *_CONTACT,
    ),
)
_LEISURE = LetterKind(
    Template.LEISURE,
    mark("Letter to a club"),
    "vrije_tijd",
    frozenset({"gegevens_delen_met_vrije_tijd", "deelname_voetbalwerking", "deelname_hangout"}),
    (
        _required("child_given_name", About.CHILD, mark("Given name"), say.CHILD_NAME),
        Field("age", About.CHILD, mark("Age"), say.CHILD_AGE),
        _required("activity", About.CHILD, mark("Activity")),
        Field("try_on", About.CHILD, mark("First time")),
        Field("uitpas", About.FAMILY, mark("UiTPAS"), say.UITPAS_AND_TRANSPORT),
        Field("transport", About.FAMILY, mark("Transport"), say.UITPAS_AND_TRANSPORT),
        _PHONE,
        _LANGUAGE,
    ),
)

KINDS: Mapping[str, LetterKind] = MappingProxyType(
    {kind.template: kind for kind in (_HUIS_VAN_HET_KIND, _OCMW, _CLB, _LEISURE)}
)


def kind_for(partner_kind: str) -> LetterKind | None:
    """The letter that belongs to this kind of partner; None when there is none."""
    return next((kind for kind in KINDS.values() if kind.partner_kind == partner_kind), None)
