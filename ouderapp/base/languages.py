"""The languages of families: tag, words, own name, and the way it is written (DOMAIN 10)."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from ouderapp.base.i18n import mark


@dataclass(frozen=True)
class Language:
    """A language: its BCP-47 tag, its word (marked), its own name, right to left or not."""

    tag: str
    words: str
    own_name: str
    is_rtl: bool = False


_ALL = (
    Language("nl", mark("Dutch"), "Nederlands"),
    Language("fr", mark("French"), "français"),
    Language("en", mark("English"), "English"),
    Language("de", mark("German"), "Deutsch"),
    Language("ln", mark("Lingala"), "lingála"),
    Language("sw", mark("Swahili"), "Kiswahili"),
    Language("ar", mark("Arabic"), "العربية", is_rtl=True),
    Language("ber", mark("Tamazight"), "Tamazight"),
    Language("rif", mark("Tarifit"), "Tarifit"),
    Language("tr", mark("Turkish"), "Türkçe"),
    Language("kmr", mark("Kurdish (Kurmanji)"), "kurmancî"),
    Language("ckb", mark("Kurdish (Sorani)"), "سۆرانی", is_rtl=True),
    Language("ps", mark("Pashto"), "پښتو", is_rtl=True),
    Language("prs", mark("Dari"), "دری", is_rtl=True),
    Language("fa", mark("Persian"), "فارسی", is_rtl=True),
    Language("ur", mark("Urdu"), "اردو", is_rtl=True),
    Language("ti", mark("Tigrinya"), "ትግርኛ"),
    Language("so", mark("Somali"), "Soomaali"),
    Language("uk", mark("Ukrainian"), "українська"),
    Language("ru", mark("Russian"), "русский"),
    Language("ro", mark("Romanian"), "română"),
    Language("bg", mark("Bulgarian"), "български"),
    Language("pl", mark("Polish"), "polski"),
    Language("es", mark("Spanish"), "español"),
    Language("pt", mark("Portuguese"), "português"),
    Language("it", mark("Italian"), "italiano"),
    Language("sq", mark("Albanian"), "shqip"),
)

LANGUAGES: Mapping[str, Language] = MappingProxyType({one.tag: one for one in _ALL})
LANGUAGE_WORDS: Mapping[str, str] = MappingProxyType({one.tag: one.words for one in _ALL})


def is_rtl(tag: str | None) -> bool:
    """Whether this language is written from right to left."""
    found = LANGUAGES.get(tag or "")
    return found is not None and found.is_rtl
