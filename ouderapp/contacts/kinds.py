"""The kinds of contact and who took the first step, each with its word and what follows from it."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from ouderapp.base.i18n import mark


class Kind(StrEnum):
    """A kind of contact; the codes of DOMAIN 8.1, goal C02 and the two pilots, joined."""

    HOME_VISIT = "huisbezoek"
    PARENT_TEACHER_MEETING = "oudercontact_begeleid"
    PHONE = "telefoon"
    AT_SCHOOL = "gesprek_op_school"
    SCHOOL_GATE = "schoolpoort"
    INFORMAL = "informeel"
    HOMEWORK_CLASS = "huiswerkklas_gesprek"
    SMARTSCHOOL_MESSAGE = "smartschoolbericht"
    TEXT_MESSAGE = "sms"
    MAIL = "e-mail"
    LETTER = "brief"
    AT_OFFICE = "gesprek_kantoor"
    AT_PARTNER = "gesprek_bij_partner"
    TO_A_SERVICE = "begeleid_bezoek"
    WITH_A_PARTNER = "overleg_partner"
    STREET = "straat"
    LEISURE = "vrije_tijd"
    INFO_SESSION = "infomoment"
    NO_CONTACT = "geen_contact"


class Initiative(StrEnum):
    """Who took the first step (goal C04): it shows how trust grows."""

    WORKER = "werker"
    FAMILY = "gezin"
    YOUTH = "jongere"
    SCHOOL = "school"
    PARTNER = "partner"


@dataclass(frozen=True)
class KindFacts:
    """What a kind brings along: its word, the short forms typed after `:`, the usual minutes."""

    word: str
    shorts: tuple[str, ...]
    minutes: int
    is_conversation: bool = False
    is_written: bool = False


def _talk(word: str, minutes: int, *shorts: str) -> KindFacts:
    return KindFacts(word, shorts, minutes, is_conversation=True)


def _written(word: str, *shorts: str) -> KindFacts:
    return KindFacts(word, shorts, 5, is_written=True)


KINDS: Mapping[str, KindFacts] = MappingProxyType(
    {
        Kind.HOME_VISIT: KindFacts(mark("Home visit"), ("hb", "thuis"), 60),
        Kind.PARENT_TEACHER_MEETING: _talk(mark("Parent-teacher meeting"), 20, "oc"),
        Kind.PHONE: _talk(mark("Phone"), 15, "tel", "bel"),
        Kind.AT_SCHOOL: _talk(mark("Talk at school"), 30, "gos", "school"),
        Kind.SCHOOL_GATE: _talk(mark("School gate"), 10, "sp", "poort"),
        Kind.INFORMAL: _talk(mark("Informal"), 15, "inf"),
        Kind.HOMEWORK_CLASS: _talk(mark("Talk in the homework class"), 15, "hk", "hwk"),
        Kind.SMARTSCHOOL_MESSAGE: _written(mark("Smartschool message"), "ss"),
        Kind.TEXT_MESSAGE: _written(mark("Text message"), "sms", "app"),
        Kind.MAIL: _written(mark("E-mail"), "mail"),
        Kind.LETTER: _written(mark("Letter"), "brief"),
        Kind.AT_OFFICE: _talk(mark("Talk at the office"), 45, "kan"),
        Kind.AT_PARTNER: _talk(mark("Talk at a service"), 45, "par"),
        Kind.TO_A_SERVICE: _talk(mark("Together to a service"), 60, "mee"),
        Kind.WITH_A_PARTNER: KindFacts(mark("Talk with a partner about the family"), ("ovl",), 30),
        Kind.STREET: _talk(mark("On the street"), 10, "str"),
        Kind.LEISURE: _talk(mark("At a leisure activity"), 15, "vt"),
        Kind.INFO_SESSION: KindFacts(mark("Info session"), ("info",), 60),
        Kind.NO_CONTACT: KindFacts(mark("No contact made"), ("geen", "nt"), 5),
    }
)

INITIATIVE_WORDS: Mapping[str, str] = MappingProxyType(
    {
        Initiative.WORKER: mark("Me"),
        Initiative.FAMILY: mark("The family"),
        Initiative.YOUTH: mark("The young person"),
        Initiative.SCHOOL: mark("The school"),
        Initiative.PARTNER: mark("A partner"),
    }
)

# The first choices of the quick dialog; the others stand behind "More kinds".
FIRST_KINDS = (
    Kind.HOME_VISIT,
    Kind.PARENT_TEACHER_MEETING,
    Kind.PHONE,
    Kind.AT_SCHOOL,
    Kind.INFORMAL,
)

# Number 5 of the nine: contacts both ways that are neither home visits nor written (DOMAIN 8.2).
CONVERSATIONS = frozenset(kind for kind, facts in KINDS.items() if facts.is_conversation)
# Not a real contact for the silence list and the trust line: nobody was reached.
NOT_REACHED = frozenset({Kind.NO_CONTACT})
