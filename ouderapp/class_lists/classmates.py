"""Who of a class has nearly the name of a pupil; few are looked at, however large the class."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import product

from ouderapp.base.folding import fold
from ouderapp.base.sounds import sounds_of
from ouderapp.class_lists.records import KnownPupil, Pupil

NEAR = 0.75
"""How much of two names is the same, from 0 to 1, when one may be a slip of the other."""
NEAR_BY_SOUND = 0.6
Sounds = tuple[frozenset[str], ...]
Key = tuple[str, ...]


@dataclass(frozen=True)
class Part:
    """A first name or a last name: folded, and how each of its words sounds."""

    folded: str
    sounds: Sounds


@dataclass(frozen=True)
class Name:
    """Both parts of a name."""

    given: Part
    family: Part

    @property
    def parts(self) -> tuple[Part, Part]:
        """First name and last name."""
        return self.given, self.family


class Classmates:
    """Children at the school, found by class and by what two names that are near have in common."""

    def __init__(self, known: Sequence[KnownPupil]) -> None:
        self._by_class: defaultdict[str, list[KnownPupil]] = defaultdict(list)
        for one in known:
            if one.class_name and one.is_here:
                self._by_class[fold(one.class_name)].append(one)
        self._shelves: dict[str, dict[Key, list[int]]] = {}
        self._parts: dict[str, Part] = {}

    def near(self, pupil: Pupil) -> list[KnownPupil]:
        """Those of the same class with nearly this name, in the order in which they were given."""
        class_name = fold(pupil.class_name)
        mates = self._by_class.get(class_name)
        if not mates:
            return []
        if class_name not in self._shelves:
            self._shelves[class_name] = self._shelved(mates)
        shelves, name = self._shelves[class_name], self._name(pupil.given_name, pupil.family_name)
        places = {place for key in _keys(name) for place in shelves.get(key, ())}
        return [
            mates[place] for place in sorted(places) if self._is_near(pupil, name, mates[place])
        ]

    def _shelved(self, mates: Sequence[KnownPupil]) -> dict[Key, list[int]]:
        shelves: defaultdict[Key, list[int]] = defaultdict(list)
        for place, mate in enumerate(mates):
            for key in _keys(self._name(mate.given_name, mate.family_name)):
                shelves[key].append(place)
        return dict(shelves)

    def _is_near(self, pupil: Pupil, name: Name, mate: KnownPupil) -> bool:
        if pupil.birth_year and mate.birth_year and pupil.birth_year != mate.birth_year:
            return False
        return is_near(name, self._name(mate.given_name, mate.family_name))

    def _name(self, given: str | None, family: str | None) -> Name:
        return Name(self._part(given or ""), self._part(family or ""))

    def _part(self, text: str) -> Part:
        """Names return often in a school: each is folded and listened to once."""
        if text not in self._parts:
            self._parts[text] = _part(text)
        return self._parts[text]


def named(given: str | None, family: str | None) -> Name:
    """A name as it is compared."""
    return Name(_part(given or ""), _part(family or ""))


def is_near(one: Name, other: Name) -> bool:
    """Whether one part of the name is the same and the other alike, or both sound alike."""
    pairs = list(zip(one.parts, other.parts, strict=True))
    same = [first.folded == second.folded for first, second in pairs]
    if any(same) and all(_is_alike(first, second, NEAR) for first, second in pairs):
        return True
    return all(_sounds_alike(first, second) for first, second in pairs)


def _part(text: str) -> Part:
    return Part(fold(text), tuple(frozenset(sounds_of(word)) for word in text.split()))


def _keys(name: Name) -> Iterator[Key]:
    """What two names share, at least one of these, when they are near."""
    yield "given", name.given.folded
    yield "family", name.family.folded
    if name.given.sounds and name.family.sounds:
        yield from product(("sound",), name.given.sounds[0], name.family.sounds[0])


def _is_alike(one: Part, other: Part, least: float) -> bool:
    if one.folded == other.folded:
        return True
    lengths = len(one.folded), len(other.folded)
    if 2 * min(lengths) < least * sum(lengths):  # not more can be the same
        return False
    return SequenceMatcher(None, one.folded, other.folded, autojunk=False).ratio() >= least


def _sounds_alike(one: Part, other: Part) -> bool:
    """Whether every word sounds the same; in one script the letters must be alike too."""
    if one.folded == other.folded:
        return True
    if len(one.sounds) != len(other.sounds):
        return False
    if not all(a & b for a, b in zip(one.sounds, other.sounds, strict=True)):
        return False
    is_one_script = one.folded.isascii() == other.folded.isascii()
    return not is_one_script or _is_alike(one, other, NEAR_BY_SOUND)
