"""What contacts, help requests and referrals are about: one list, with the word for each."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from ouderapp.base.i18n import mark


class Theme(StrEnum):
    """A theme; the codes of DOMAIN 8.1, of goal D15 and of the two pilots, joined."""

    HOMEWORK_HELP = "huiswerkbegeleiding"
    TALKING_WITH_SCHOOL = "communicatie_school"
    SMARTSCHOOL = "smartschool"
    SCHOOL = "school"
    PROGRESS_AT_SCHOOL = "studievoortgang"
    STUDY_CHOICE = "studiekeuze"
    SCHOOL_CAREER = "schoolloopbaan"
    DIGITAL_REGISTRATION = "digitaal_aanmelden"
    SCHOOL_COSTS = "schoolkosten"
    BENEFITS = "financiele_tegemoetkomingen"
    REDUCED_TARIFF = "uitpas_kansentarief"
    LETTER = "brief"
    FORM = "formulier"
    PAPERS = "papieren"
    LEISURE = "vrije_tijd"
    PARENTING = "opvoeding"
    LANGUAGE = "taal"
    WELL_BEING = "welbevinden"
    HEALTH = "gezondheid"
    HOUSING = "wonen"
    LOOKING_BACK = "evaluatie"
    OTHER = "andere"


THEME_WORDS: Mapping[str, str] = MappingProxyType(
    {
        Theme.HOMEWORK_HELP: mark("Help with homework"),
        Theme.TALKING_WITH_SCHOOL: mark("Talking with the school"),
        Theme.SMARTSCHOOL: mark("Smartschool"),
        Theme.SCHOOL: mark("School"),
        Theme.PROGRESS_AT_SCHOOL: mark("Progress at school"),
        Theme.STUDY_CHOICE: mark("Study choice"),
        Theme.SCHOOL_CAREER: mark("School career"),
        Theme.DIGITAL_REGISTRATION: mark("Digital registration and enrolment"),
        Theme.SCHOOL_COSTS: mark("School costs"),
        Theme.BENEFITS: mark("Benefits and allowances"),
        Theme.REDUCED_TARIFF: mark("UiTPAS and reduced tariff"),
        Theme.LETTER: mark("A letter"),
        Theme.FORM: mark("A form"),
        Theme.PAPERS: mark("Papers and administration"),
        Theme.LEISURE: mark("Leisure"),
        Theme.PARENTING: mark("Parenting"),
        Theme.LANGUAGE: mark("Language"),
        Theme.WELL_BEING: mark("Well-being"),
        Theme.HEALTH: mark("Health"),
        Theme.HOUSING: mark("Housing"),
        Theme.LOOKING_BACK: mark("Looking back"),
        Theme.OTHER: mark("Other"),
    }
)

# What a family asks of somebody whom it knows from school only; the rest shows growing trust.
OF_SCHOOL = frozenset(
    {
        Theme.HOMEWORK_HELP,
        Theme.TALKING_WITH_SCHOOL,
        Theme.SMARTSCHOOL,
        Theme.SCHOOL,
        Theme.PROGRESS_AT_SCHOOL,
        Theme.STUDY_CHOICE,
        Theme.SCHOOL_CAREER,
        Theme.DIGITAL_REGISTRATION,
        Theme.SCHOOL_COSTS,
        Theme.LOOKING_BACK,
    }
)
