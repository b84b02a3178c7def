"""The lists of the social map: kinds of organisations, kinds of schools, communities."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from ouderapp.base.holidays import Community
from ouderapp.base.i18n import mark
from ouderapp.base.school_year import DAYS_OFF


class PartnerKind(StrEnum):
    """What an organisation is (DOMAIN 1.3, 7.1)."""

    HUIS_VAN_HET_KIND = "huis_van_het_kind"
    OCMW = "ocmw"
    CLB = "clb"
    CAW = "caw"
    JAC = "jac"
    OVERKOP = "overkop"
    GBO = "gbo"
    HEALTH_FUND = "ziekenfonds"
    DOCTOR = "gezondheid"
    GROEIPAKKET = "groeipakket"
    UITPAS = "uitpas"
    LEISURE = "vrije_tijd"
    SCHOOL = "school"
    LOP = "lop"
    INTEGRATION = "inburgering"
    HOUSING = "wonen"
    WORK = "werk"
    NEIGHBOURHOOD = "buurtwerk"
    URGENT = "dringend"
    OTHER = "andere"


class Level(StrEnum):
    """For whom a school is."""

    NURSERY = "kleuter"
    PRIMARY = "basis"
    SECONDARY = "secundair"
    SPECIAL = "buitengewoon"
    ADULT = "volwassenen"


class Group(StrEnum):
    """What a family comes for: the chips above the list (UX 2.13)."""

    MONEY = "financieel"
    HEALTH = "gezondheid"
    LEISURE = "vrije_tijd"
    SCHOOL = "school"
    FAMILY = "gezin"


PARTNER_WORDS: Mapping[str, str] = MappingProxyType(
    {
        PartnerKind.HUIS_VAN_HET_KIND: mark("Huis van het Kind"),
        PartnerKind.OCMW: mark("OCMW, Sociaal Huis"),
        PartnerKind.CLB: mark("CLB"),
        PartnerKind.CAW: mark("CAW"),
        PartnerKind.JAC: mark("JAC"),
        PartnerKind.OVERKOP: mark("OverKop"),
        PartnerKind.GBO: mark("Broad first reception (GBO)"),
        PartnerKind.HEALTH_FUND: mark("Health insurance fund"),
        PartnerKind.DOCTOR: mark("Doctor, health centre"),
        PartnerKind.GROEIPAKKET: mark("Groeipakket"),
        PartnerKind.UITPAS: mark("UiTPAS"),
        PartnerKind.LEISURE: mark("Club or leisure offer"),
        PartnerKind.SCHOOL: mark("Service of a school"),
        PartnerKind.LOP: mark("LOP"),
        PartnerKind.INTEGRATION: mark("Integration, Dutch lessons, interpreters"),
        PartnerKind.HOUSING: mark("Housing and energy"),
        PartnerKind.WORK: mark("Work"),
        PartnerKind.NEIGHBOURHOOD: mark("Neighbourhood work"),
        PartnerKind.URGENT: mark("In an emergency"),
        PartnerKind.OTHER: mark("Another service"),
    }
)
LEVEL_WORDS: Mapping[str, str] = MappingProxyType(
    {
        Level.NURSERY: mark("Nursery school"),
        Level.PRIMARY: mark("Primary school"),
        Level.SECONDARY: mark("Secondary school"),
        Level.SPECIAL: mark("Special education"),
        Level.ADULT: mark("Adult education"),
    }
)
GROUP_WORDS: Mapping[str, str] = MappingProxyType(
    {
        Group.MONEY: mark("Financial"),
        Group.HEALTH: mark("Health"),
        Group.LEISURE: mark("Leisure"),
        Group.SCHOOL: mark("School"),
        Group.FAMILY: mark("Family"),
    }
)
COMMUNITY_WORDS: Mapping[str, str] = MappingProxyType(
    {
        Community.VLAAMS: mark("Flemish Community"),
        Community.FRANS: mark("French Community"),
    }
)
DAY_OFF_WORDS: Mapping[str, str] = MappingProxyType(DAYS_OFF)

KINDS_OF: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        Group.MONEY: frozenset(
            {
                PartnerKind.OCMW,
                PartnerKind.HEALTH_FUND,
                PartnerKind.GROEIPAKKET,
                PartnerKind.UITPAS,
                PartnerKind.HOUSING,
                PartnerKind.WORK,
                PartnerKind.GBO,
            }
        ),
        Group.HEALTH: frozenset(
            {PartnerKind.DOCTOR, PartnerKind.HEALTH_FUND, PartnerKind.CAW, PartnerKind.JAC}
        ),
        Group.LEISURE: frozenset({PartnerKind.LEISURE, PartnerKind.UITPAS, PartnerKind.OVERKOP}),
        Group.SCHOOL: frozenset({PartnerKind.SCHOOL, PartnerKind.CLB, PartnerKind.LOP}),
        Group.FAMILY: frozenset(
            {
                PartnerKind.HUIS_VAN_HET_KIND,
                PartnerKind.CAW,
                PartnerKind.INTEGRATION,
                PartnerKind.NEIGHBOURHOOD,
                PartnerKind.URGENT,
            }
        ),
    }
)
