"""How hard a Dutch text is to read: remarks with the place and an easier word (DOMAIN 7.6)."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from ouderapp.base.i18n import mark


class Level(StrEnum):
    """B1 for most readers, A2 for who reads with difficulty."""

    A2 = "a2"
    B1 = "b1"


class Hard(StrEnum):
    """What makes a text hard."""

    LONG_SENTENCE = "lange_zin"
    LONG_WORD = "lang_woord"
    PASSIVE = "lijdende_vorm"
    ABBREVIATION = "afkorting"
    DATE_WITHOUT_DAY = "datum_zonder_dag"
    SEVERAL_REQUESTS = "meer_dan_een_vraag"
    JARGON = "moeilijk_woord"


HARD_WORDS: Mapping[str, str] = {
    Hard.LONG_SENTENCE: mark("This sentence is long. Make two of it."),
    Hard.LONG_WORD: mark("This word is long."),
    Hard.PASSIVE: mark("Say who does it."),
    Hard.ABBREVIATION: mark("Write the abbreviation in full once."),
    Hard.DATE_WITHOUT_DAY: mark("Put the day of the week before the date."),
    Hard.SEVERAL_REQUESTS: mark("There is more than one request. One at a time is easier."),
    Hard.JARGON: mark("There is an easier word."),
}
# DOMAIN 7.6: words in a sentence, letters in a word.
LONGEST_SENTENCE: Mapping[Level, int] = {Level.A2: 10, Level.B1: 15}
LONGEST_WORD = 14
EASIER: Mapping[str, str] = {
    "doorverwijzing": "ik stuur u naar",
    "tegemoetkoming": "geld of korting",
    "indien": "als",
    "gelieve": "wilt u",
    "betreffende": "over",
    "attest": "papier dat bewijst",
    "schoolloopbaan": "hoe het op school gaat",
    "aanmelden": "online zeggen welke school u wilt",
    "domicilie": "adres",
    "teneinde": "om te",
    "reeds": "al",
    "tevens": "ook",
    "middels": "met",
    "omtrent": "over",
    "inzake": "over",
    "bijgevolg": "dus",
}
# Names of people and papers that parents know.
KNOWN_LONG = frozenset(
    {"onderwijsopbouwwerker", "leerlingbegeleider", "identiteitskaart", "maatschappelijk"}
)
MONTHS = "januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december"
DAYS = "maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag"

_SENTENCE = re.compile(r"[^.!?\n]+(?:(?<=\d)\.(?=\d)[^.!?\n]+)*[.!?]*")
_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_ABBREVIATION = re.compile(r"\b(?:CLB|OCMW|CAW|JAC|GBO|LOP|OKAN|VT|MUG|ADL)\b")
_DATE = re.compile(rf"(?<!\w)(?:(?P<day>{DAYS})\s+)?\d{{1,2}}\s+(?:{MONTHS})\b", re.IGNORECASE)
_PASSIVE = re.compile(r"\b(?:word(?:t|en)?|werd(?:en)?)\b(?:\W+\w+){0,8}?\W+ge\w{2,}(?:d|t|en)\b")
_REQUEST = re.compile(r"\b(?:wilt u|kunt u|breng|bel|vul|teken|stuur)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Remark:
    """One hard place: `text[start:end]`, and an easier word where there is one."""

    what: Hard
    start: int
    end: int
    easier: str = ""


def remarks(text: str, level: Level = Level.B1) -> list[Remark]:
    """Every hard place of a Dutch text, in the order of the text; empty for an easy one."""
    found = [
        *_sentences(text, level),
        *_words(text),
        *_hits(_PASSIVE, text, Hard.PASSIVE),
        *_abbreviations(text),
        *_dates(text),
        *_requests(text),
    ]
    return sorted(found, key=lambda one: (one.start, one.what))


def _sentences(text: str, level: Level) -> Iterator[Remark]:
    for sentence in _SENTENCE.finditer(text):
        if len(sentence[0].split()) > LONGEST_SENTENCE[level]:
            yield Remark(Hard.LONG_SENTENCE, sentence.start(), sentence.end())


def _words(text: str) -> Iterator[Remark]:
    for word in _WORD.finditer(text):
        plain = word[0].lower()
        if plain in EASIER:
            yield Remark(Hard.JARGON, word.start(), word.end(), EASIER[plain])
        elif len(plain) > LONGEST_WORD and plain not in KNOWN_LONG:
            yield Remark(Hard.LONG_WORD, word.start(), word.end())


def _abbreviations(text: str) -> Iterator[Remark]:
    """The first time that each stands there without brackets around it or words after it."""
    told: set[str] = set()
    for found in _ABBREVIATION.finditer(text):
        is_explained = text[found.end() :].lstrip().startswith("(") or (
            text[: found.start()].rstrip().endswith("(")
        )
        if not is_explained and found[0] not in told:
            yield Remark(Hard.ABBREVIATION, found.start(), found.end())
        told.add(found[0])


def _dates(text: str) -> Iterator[Remark]:
    for found in _DATE.finditer(text):
        if not found["day"]:
            yield Remark(Hard.DATE_WITHOUT_DAY, found.start(), found.end())


def _requests(text: str) -> Iterator[Remark]:
    yield from list(_hits(_REQUEST, text, Hard.SEVERAL_REQUESTS))[1:2]


def _hits(form: re.Pattern[str], text: str, what: Hard) -> Iterator[Remark]:
    return (Remark(what, found.start(), found.end()) for found in form.finditer(text))
