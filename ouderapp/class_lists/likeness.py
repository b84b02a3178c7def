"""Who of a class list is known already: the same name, or nearly so in the same class."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from difflib import SequenceMatcher
from functools import partial

from ouderapp.base.folding import fold
from ouderapp.base.sounds import sounds_of
from ouderapp.class_lists.records import Deal, KnownPupil, PlannedPupil, Pupil

NEAR = 0.75
"""How much of two names is the same, from 0 to 1, when one may be a slip of the other."""
NEAR_BY_SOUND = 0.6
Words = tuple[str, ...]


def plan(pupils: Sequence[Pupil], known: Sequence[KnownPupil]) -> tuple[PlannedPupil, ...]:
    """Every pupil beside who is like him or her; who is like somebody is left out by default.

    The same name counts in any class, a name that sounds or looks alike in the same class.
    """
    by_words, by_class = _by_words(known), _by_class(known)
    seen: set[tuple[Words, str]] = set()
    planned = []
    for pupil in pupils:
        words = words_of(pupil.given_name, pupil.family_name)
        same = by_words[words] or [
            one for one in by_class[fold(pupil.class_name)] if is_near(pupil, one)
        ]
        key = (words, fold(pupil.class_name))
        nearest = max(same, key=partial(_nearness, pupil), default=None)
        row = PlannedPupil(pupil.line, pupil, nearest, is_twice=key in seen)
        seen.add(key)
        planned.append(replace(row, deal=Deal.SKIP if row.is_known else Deal.NEW))
    return tuple(planned)


def words_of(*names: str | None) -> Words:
    """The folded words of a name in one order, whichever part came first."""
    return tuple(sorted(word for name in names for word in fold(name).replace("-", " ").split()))


def is_near(pupil: Pupil, known: KnownPupil) -> bool:
    """Whether one part of the name is the same, and the other sounds or looks alike."""
    if pupil.birth_year and known.birth_year and pupil.birth_year != known.birth_year:
        return False
    parts = (
        (pupil.given_name, known.given_name or ""),
        (pupil.family_name, known.family_name or ""),
    )
    degrees = [_alike(fold(one), fold(other)) for one, other in parts]
    is_a_slip = max(degrees) == 1 and min(degrees) >= NEAR
    return is_a_slip or all(_sounds_alike(one, other) for one, other in parts)


def _alike(one: str, other: str) -> float:
    return SequenceMatcher(None, one, other, autojunk=False).ratio()


def _sounds_alike(one: str, other: str) -> bool:
    """Whether every word sounds the same; in one script the letters must be alike too."""
    first, second = ([set(sounds_of(word)) for word in name.split()] for name in (one, other))
    if len(first) != len(second) or not all(a & b for a, b in zip(first, second, strict=True)):
        return fold(one) == fold(other)
    is_one_script = fold(one).isascii() == fold(other).isascii()
    return not is_one_script or _alike(fold(one), fold(other)) >= NEAR_BY_SOUND


def _nearness(pupil: Pupil, known: KnownPupil) -> tuple[bool, bool, bool]:
    """Orders those who are alike: the same class first, then the same year of birth."""
    return (
        fold(known.class_name) == fold(pupil.class_name),
        known.birth_year is not None and known.birth_year == pupil.birth_year,
        known.is_here,
    )


def _by_words(known: Iterable[KnownPupil]) -> defaultdict[Words, list[KnownPupil]]:
    found: defaultdict[Words, list[KnownPupil]] = defaultdict(list)
    for one in known:
        found[words_of(one.given_name, one.family_name)].append(one)
    return found


def _by_class(known: Iterable[KnownPupil]) -> defaultdict[str, list[KnownPupil]]:
    found: defaultdict[str, list[KnownPupil]] = defaultdict(list)
    for one in known:
        if one.class_name and one.is_here:
            found[fold(one.class_name)].append(one)
    return found
