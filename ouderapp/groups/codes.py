"""The lists of groups: kinds, states, marks, phases, steps, reasons, each with its word."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from ouderapp.base.i18n import mark


class Kind(StrEnum):
    """What a group is (DOMAIN 8.1 and 8.2; A20)."""

    HOMEWORK_CLASS = "huiswerkklas"
    LEISURE = "vrije_tijd"
    INFO_MOMENT = "infomoment"
    COFFEE_MOMENT = "koffiemoment"
    PARENT_ACTIVITY = "ouderactiviteit"


class State(StrEnum):
    """What became of a session."""

    PLANNED = "gepland"
    HELD = "gehouden"
    CANCELLED = "geannuleerd"


class Mark(StrEnum):
    """What is noted of a pupil; who is not marked has no row (decisions 13 and 20)."""

    CAME = "aanwezig"
    LET_KNOW = "verwittigd"


class PhaseKind(StrEnum):
    """To whom a group is open (A14)."""

    RECOMMENDED = "aanbeveling"
    FIRST_GRADE = "eerste_graad"
    WITH_PARENTS = "eerste_graad_en_ouders"
    OPEN = "open"


class Step(StrEnum):
    """The stappenplan: where the answer to a question of homework is looked for (A15)."""

    TEXTBOOK = "handboek"
    OTHER_SOURCE = "alternatieve_bron"
    MAIL = "mail_vakleerkracht"


class Source(StrEnum):
    """Which other source it was."""

    CLASSMATE = "klasgenoot"
    COMPUTER = "computer"


class ParentRole(StrEnum):
    """Who came along to the class (UX J8)."""

    MOTHER = "moeder"
    FATHER = "vader"
    OTHER = "andere"


class Channel(StrEnum):
    """How somebody was invited (A05)."""

    SMARTSCHOOL = "smartschool_uitnodiging"
    SMARTSCHOOL_PUPIL = "smartschool_leerling"
    SMARTSCHOOL_PARENT = "smartschool_ouder"
    LETTER = "brief"
    PHONE = "telefoon"
    IN_PERSON = "persoonlijk"


class Into(StrEnum):
    """Into what somebody was brought along."""

    HOMEWORK_CLASS = "huiswerkklas"
    FOOTBALL = "voetbal"
    LEISURE = "vrijetijdsaanbod"
    PARENTS = "ouderactiviteit"


class Status(StrEnum):
    """How far a recommendation came (A04)."""

    RECOMMENDED = "aanbevolen"
    INVITED = "uitgenodigd"
    CAME = "gekomen"


STEPS = tuple(Step)

KIND_WORDS: Mapping[str, str] = MappingProxyType(
    {
        Kind.HOMEWORK_CLASS: mark("Homework class"),
        Kind.LEISURE: mark("Leisure"),
        Kind.INFO_MOMENT: mark("Info session"),
        Kind.COFFEE_MOMENT: mark("Coffee moment"),
        Kind.PARENT_ACTIVITY: mark("Activity for parents"),
    }
)
STATE_WORDS: Mapping[str, str] = MappingProxyType(
    {
        State.PLANNED: mark("Planned"),
        State.HELD: mark("Took place"),
        State.CANCELLED: mark("Did not take place"),
    }
)
MARK_WORDS: Mapping[str, str] = MappingProxyType(
    {Mark.CAME: mark("Present"), Mark.LET_KNOW: mark("Let us know beforehand")}
)
PHASE_WORDS: Mapping[str, str] = MappingProxyType(
    {
        PhaseKind.RECOMMENDED: mark("On recommendation only"),
        PhaseKind.FIRST_GRADE: mark("The whole first grade"),
        PhaseKind.WITH_PARENTS: mark("The first grade and parents"),
        PhaseKind.OPEN: mark("Open to everyone"),
    }
)
STEP_WORDS: Mapping[str, str] = MappingProxyType(
    {
        Step.TEXTBOOK: mark("Textbook"),
        Step.OTHER_SOURCE: mark("Other source"),
        Step.MAIL: mark("Mail to the subject teacher"),
    }
)
SOURCE_WORDS: Mapping[str, str] = MappingProxyType(
    {Source.CLASSMATE: mark("Classmate"), Source.COMPUTER: mark("Computer")}
)
PARENT_WORDS: Mapping[str, str] = MappingProxyType(
    {
        ParentRole.MOTHER: mark("Mother"),
        ParentRole.FATHER: mark("Father"),
        ParentRole.OTHER: mark("Another adult"),
    }
)
CHANNEL_WORDS: Mapping[str, str] = MappingProxyType(
    {
        Channel.SMARTSCHOOL: mark("Smartschool, pupils and parents"),
        Channel.SMARTSCHOOL_PUPIL: mark("Smartschool, pupils"),
        Channel.SMARTSCHOOL_PARENT: mark("Smartschool, parents"),
        Channel.LETTER: mark("Letter"),
        Channel.PHONE: mark("Phone"),
        Channel.IN_PERSON: mark("In person"),
    }
)
INTO_WORDS: Mapping[str, str] = MappingProxyType(
    {
        Into.HOMEWORK_CLASS: mark("Homework class"),
        Into.FOOTBALL: mark("Football"),
        Into.LEISURE: mark("Leisure"),
        Into.PARENTS: mark("Activity for parents"),
    }
)
STATUS_WORDS: Mapping[str, str] = MappingProxyType(
    {
        Status.RECOMMENDED: mark("Recommended"),
        Status.INVITED: mark("Invited"),
        Status.CAME: mark("Came"),
    }
)

# Why a session did not take place, beside the holidays and the school's own days off (A13).
CANCEL_WORDS: Mapping[str, str] = MappingProxyType(
    {
        "werker_ziek": mark("I was ill"),
        "werker_elders": mark("I was needed elsewhere"),
        "lokaal_bezet": mark("No room"),
        "school_gesloten": mark("The school was closed"),
        "staking": mark("Strike"),
        "uitstap": mark("School trip"),
        "examens": mark("Exams"),
        "weer": mark("The weather"),
        "andere": mark("Something else"),
    }
)
# Why the leerlingbegeleiding thought of this pupil: practical, never a judgement (A04).
RECOMMENDATION_WORDS: Mapping[str, str] = MappingProxyType(
    {
        "huiswerk": mark("Homework is hard alone"),
        "plannen": mark("Planning and tidiness"),
        "taal": mark("The language of the school"),
        "geen_rustige_plek": mark("No quiet place at home"),
        "geen_computer": mark("No computer at home"),
        "eigen_vraag": mark("Asked for it"),
        "andere": mark("Something else"),
    }
)
