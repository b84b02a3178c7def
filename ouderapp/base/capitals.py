"""The five capitals of a family, in the order in which they are always shown."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from ouderapp.base.i18n import mark


class Capital(StrEnum):
    """What a child can draw on at home (gezinskapitaal, DOMAIN 1.1)."""

    FINANCIAL = "financieel"
    SOCIAL = "sociaal"
    CULTURAL = "cultureel"
    HEALTH = "gezondheid"
    PSYCHOLOGICAL = "psychologisch"


CAPITAL_WORDS: Mapping[str, str] = MappingProxyType(
    {
        Capital.FINANCIAL: mark("Financial"),
        Capital.SOCIAL: mark("Social"),
        Capital.CULTURAL: mark("Cultural"),
        Capital.HEALTH: mark("Health"),
        Capital.PSYCHOLOGICAL: mark("Psychological"),
    }
)
