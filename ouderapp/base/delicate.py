"""Words in a note that deserve a second look: health, belief and origin, residence, accusations."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from ouderapp.base.folding import fold
from ouderapp.base.i18n import mark


class Delicate(StrEnum):
    """Why a word deserves a second look (DOMAIN 9.1 and 9.2, goal P07)."""

    HEALTH = "health"
    BELIEF = "belief"
    RESIDENCE = "residence"
    ACCUSATION = "accusation"


REMARKS: Mapping[str, str] = MappingProxyType(
    {
        Delicate.HEALTH: mark(
            "“{word}” is about health. Write what was said or done, not an illness."
        ),
        Delicate.BELIEF: mark(
            "“{word}” is about belief or origin. Leave it out unless the family asks for it."
        ),
        Delicate.RESIDENCE: mark("“{word}” is about residence. That does not belong in a file."),
        Delicate.ACCUSATION: mark(
            "“{word}” accuses somebody. Write what you saw or heard, and from whom."
        ),
    }
)


@dataclass(frozen=True)
class Remark:
    """A word as it stands in the text, and why it deserves a second look."""

    kind: Delicate
    word: str


# Beginnings of Dutch words; a dot at the end asks for the whole word.
_STEMS: Mapping[Delicate, str] = MappingProxyType(
    {
        Delicate.HEALTH: """
            adhd. add. ass. autis dyslexi dyslect dyscalculi dyspraxi depressi burn-out burnout
            psychos psychot bipolair borderline schizofren angststoornis gedragsstoornis eetstoornis
            anorexi boulimi verslaa verslav alcoholi suicid zelfmoord zelfverwond zelfdod ptss.
            kanker diabet epilep hiv. aids. hepatitis tbc. tuberculose medicatie medicijn rilatine
            antidepress diagnos stoornis zwanger abortus miskraam verstandelijk
        """,
        Delicate.BELIEF: """
            moslim islam christen katholiek protestant orthodox joods jood. joden. boeddhis hindoe
            jehova atheis hoofddoek allochto autochto zigeuner woonwagen neger. negers. etnisch
            etnie herkomst afkomst ras.
        """,
        Delicate.RESIDENCE: """
            illega asiel verblijfsvergunning verblijfsstatus verblijfsdocument verblijfskaart
            verblijfsrecht uitgewezen uitwijzing regularisat geregulariseer sans-papiers
            sanspapiers vluchteling
        """,
        Delicate.ACCUSATION: """
            mishandel misbruik misbruikt slaat. sloeg. steelt. stal. dealt. crimine gevangenis
            dronkaard dronken. liegt. loog. leugenaar fraude fraudeer zwartwerk oplicht
        """,
    }
)
_WORD = re.compile(r"[^\W\d_][\w'-]*")


def _compiled(stems: str) -> re.Pattern[str]:
    parts = (
        re.escape(stem[:-1]) + r"(?!\w)" if stem.endswith(".") else re.escape(stem)
        for stem in stems.split()
    )
    return re.compile("|".join(parts))


_PATTERNS = {kind: _compiled(stems) for kind, stems in _STEMS.items()}


def delicate_words(text: str | None) -> list[Remark]:
    """The delicate words of a text in their order, each once; a remark, never a refusal.

    Languages (Arabisch, Turks) are no origin here, and a feeling (bang, moe) is no illness.
    """
    found: dict[str, Remark] = {}
    for match in _WORD.finditer(text or ""):
        folded = fold(match[0])
        kind = next((kind for kind, words in _PATTERNS.items() if words.match(folded)), None)
        if kind is not None:
            found.setdefault(folded, Remark(kind, match[0]))
    return list(found.values())
