"""The code lists of families, with the words for the screen."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from ouderapp.base.i18n import mark


class Status(StrEnum):
    """Where a file stands (DOMAIN 1.1)."""

    NEW = "nieuw"
    OPEN = "lopend"
    ON_HOLD = "on_hold"
    CLOSED = "afgerond"


class Inflow(StrEnum):
    """How a family came to us."""

    HUIS_VAN_HET_KIND = "doorverwijzing_huis_van_het_kind"
    SCHOOL = "school"
    PUPIL_GUIDANCE = "leerlingbegeleiding"
    HOMEWORK_CLASS = "huiswerkklas"
    SMARTSCHOOL = "smartschool_uitnodiging"
    SELF = "zelf"
    OTHER_FAMILY = "ander_gezin"
    OWN_CHILD = "jongere"
    PARTNER = "partner"
    LEISURE = "vrije_tijd"
    INFO_SESSION = "infomoment"
    COLLEAGUE = "overdracht"
    OTHER = "andere"


class Interpreter(StrEnum):
    """Who interprets (D11)."""

    SOCIAL = "sociaal_tolk"
    PHONE = "telefoontolk"
    FAMILY = "familie"
    NONE = "geen"


class LetterLevel(StrEnum):
    """How hard a letter may be (DOMAIN 10)."""

    A2 = "a2"
    B1 = "b1"


class CloseReason(StrEnum):
    """Why a file is closed."""

    ANSWERED = "vraag_beantwoord"
    OWN_STRENGTH = "gezin_kan_verder"
    REFERRED = "doorverwezen"
    MOVED = "verhuisd"
    LEFT_SCHOOL = "school_verlaten"
    SILENT = "geen_contact_meer"
    WITHDRAWN = "toestemming_ingetrokken"
    ANSWERED_WITHDRAWN = "vraag_beantwoord_en_toestemming_ingetrokken"
    HANDED_OVER = "overgedragen"
    OTHER = "andere"


class Pattern(StrEnum):
    """When a child is in a home."""

    ALWAYS = "altijd"
    EVEN_WEEKS = "even_weken"
    ODD_WEEKS = "oneven_weken"
    ALTERNATE = "week_om_week"
    WEEKENDS = "weekends"
    HOLIDAYS = "vakanties"
    IRREGULAR = "wisselend"


_WORDS: Mapping[str, Mapping[str, str]] = {
    "family_status": {
        Status.NEW: mark("New file"),
        Status.OPEN: mark("Running file"),
        Status.ON_HOLD: mark("On hold"),
        Status.CLOSED: mark("Closed file"),
    },
    "inflow": {
        Inflow.HUIS_VAN_HET_KIND: mark("Huis van het Kind"),
        Inflow.SCHOOL: mark("The school"),
        Inflow.PUPIL_GUIDANCE: mark("Pupil guidance at school"),
        Inflow.HOMEWORK_CLASS: mark("Homework class"),
        Inflow.SMARTSCHOOL: mark("Invitation by Smartschool"),
        Inflow.SELF: mark("The family itself"),
        Inflow.OTHER_FAMILY: mark("Another family"),
        Inflow.OWN_CHILD: mark("A young person"),
        Inflow.PARTNER: mark("Another organisation"),
        Inflow.LEISURE: mark("Leisure"),
        Inflow.INFO_SESSION: mark("Info session"),
        Inflow.COLLEAGUE: mark("A colleague"),
        Inflow.OTHER: mark("Another way"),
    },
    "interpreter": {
        Interpreter.SOCIAL: mark("Social interpreter"),
        Interpreter.PHONE: mark("Interpreter by phone"),
        Interpreter.FAMILY: mark("Somebody of the family interprets"),
        Interpreter.NONE: mark("No interpreter needed"),
    },
    "letter_level": {
        LetterLevel.A2: mark("Very simple (A2)"),
        LetterLevel.B1: mark("Simple (B1)"),
    },
    "close_reason": {
        CloseReason.ANSWERED: mark("The question is answered"),
        CloseReason.OWN_STRENGTH: mark("The family goes on by itself"),
        CloseReason.REFERRED: mark("Another service took over"),
        CloseReason.MOVED: mark("The family moved"),
        CloseReason.LEFT_SCHOOL: mark("The children left school"),
        CloseReason.SILENT: mark("No contact any more"),
        CloseReason.WITHDRAWN: mark("Consent was withdrawn"),
        CloseReason.ANSWERED_WITHDRAWN: mark("Answered, and consent was withdrawn"),
        CloseReason.HANDED_OVER: mark("Handed over to a colleague"),
        CloseReason.OTHER: mark("Another reason"),
    },
    "pattern": {
        Pattern.ALWAYS: mark("Always"),
        Pattern.EVEN_WEEKS: mark("Even weeks"),
        Pattern.ODD_WEEKS: mark("Odd weeks"),
        Pattern.ALTERNATE: mark("Every other week"),
        Pattern.WEEKENDS: mark("Weekends"),
        Pattern.HOLIDAYS: mark("School holidays"),
        Pattern.IRREGULAR: mark("Now and then"),
    },
}
WORDS: Mapping[str, Mapping[str, str]] = MappingProxyType(_WORDS)
