"""The steps, ways and outcomes of a referral, each with its word (DOMAIN 7.2, R03)."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from ouderapp.base.i18n import mark


class Direction(StrEnum):
    """To us, or from us to a service."""

    IN = "in"
    OUT = "uit"


class Mode(StrEnum):
    """How a family was sent on; the ways of DOMAIN 1.1, R03 and the pilots, joined."""

    WARM = "warm"
    LETTER = "brief"
    BY_HAND = "meegegeven"
    PHONE = "telefoon"
    COLD = "koud"


class Status(StrEnum):
    """The steps of a referral (R03); works for partners without any system."""

    DRAFT = "ontwerp"
    AGREED = "afgesproken"
    SENT = "verstuurd"
    RECEIVED = "ontvangen"
    FIRST_APPOINTMENT = "eerste_afspraak"
    ATTENDED = "geweest"
    DONE = "afgerond"
    REFUSED = "geweigerd"
    STOPPED = "gestopt"


class Outcome(StrEnum):
    """What came of it; the outcomes of DOMAIN 7.2 and of the pilots, joined."""

    STARTED = "opgestart"
    TAKES_PART = "deelname_gestart"
    APPOINTMENT_MADE = "afspraak_gemaakt"
    GRANTED = "toegekend"
    PAYMENT_PLAN = "afbetalingsplan"
    WAITING_LIST = "wachtlijst"
    REFUSED = "geweigerd"
    DID_NOT_GO = "niet_gegaan"
    DROPPED_OUT = "afgehaakt"
    NO_NEWS_YET = "nog_geen_terugkoppeling"


DIRECTION_WORDS: Mapping[str, str] = MappingProxyType(
    {Direction.IN: mark("To us"), Direction.OUT: mark("To a service")}
)
MODE_WORDS: Mapping[str, str] = MappingProxyType(
    {
        Mode.WARM: mark("Warm: together with the family"),
        Mode.LETTER: mark("With a letter by post"),
        Mode.BY_HAND: mark("With a letter given along"),
        Mode.PHONE: mark("By phone"),
        Mode.COLD: mark("Cold: the address only"),
    }
)
STATUS_WORDS: Mapping[str, str] = MappingProxyType(
    {
        Status.DRAFT: mark("Draft"),
        Status.AGREED: mark("Agreed with the family"),
        Status.SENT: mark("Sent"),
        Status.RECEIVED: mark("Received by the service"),
        Status.FIRST_APPOINTMENT: mark("First appointment made"),
        Status.ATTENDED: mark("Family went there"),
        Status.DONE: mark("Done"),
        Status.REFUSED: mark("Refused"),
        Status.STOPPED: mark("Stopped"),
    }
)
OUTCOME_WORDS: Mapping[str, str] = MappingProxyType(
    {
        Outcome.STARTED: mark("Started"),
        Outcome.TAKES_PART: mark("Takes part"),
        Outcome.APPOINTMENT_MADE: mark("Appointment with the service made"),
        Outcome.GRANTED: mark("Granted"),
        Outcome.PAYMENT_PLAN: mark("Payment plan"),
        Outcome.WAITING_LIST: mark("Waiting list"),
        Outcome.REFUSED: mark("Refused"),
        Outcome.DID_NOT_GO: mark("Did not go"),
        Outcome.DROPPED_OUT: mark("Dropped out"),
        Outcome.NO_NEWS_YET: mark("No news yet"),
    }
)

# Something about the family goes to the service on paper or in a talk without the family.
SHARES_DATA = frozenset({Mode.LETTER, Mode.BY_HAND, Mode.PHONE})
# From these steps on something has left.
HAS_LEFT = frozenset(set(Status) - {Status.DRAFT, Status.AGREED})
WAITS_FOR_NEWS = frozenset(
    {Status.SENT, Status.RECEIVED, Status.FIRST_APPOINTMENT, Status.ATTENDED}
)
