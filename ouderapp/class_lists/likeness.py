"""Who of a class list is known already: the same name, or nearly so in the same class."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import partial

from ouderapp.base.folding import fold
from ouderapp.class_lists.classmates import Classmates
from ouderapp.class_lists.records import Deal, KnownPupil, PlannedPupil, Pupil

Words = tuple[str, ...]


def plan(pupils: Sequence[Pupil], known: Sequence[KnownPupil]) -> tuple[PlannedPupil, ...]:
    """Every pupil beside who is like him or her; who is like somebody is left out by default.

    The same name counts in any class, a name that sounds or looks alike in the same class.
    """
    by_words, classmates = _by_words(known), Classmates(known)
    seen: set[tuple[Words, str]] = set()
    planned = []
    for pupil in pupils:
        words = words_of(pupil.given_name, pupil.family_name)
        same = by_words[words] or classmates.near(pupil)
        key = (words, fold(pupil.class_name))
        nearest = max(same, key=partial(_nearness, pupil), default=None)
        row = PlannedPupil(pupil.line, pupil, nearest, is_twice=key in seen)
        seen.add(key)
        planned.append(replace(row, deal=Deal.SKIP if row.is_known else Deal.NEW))
    return tuple(planned)


def words_of(*names: str | None) -> Words:
    """The folded words of a name in one order, whichever part came first."""
    return tuple(sorted(word for name in names for word in fold(name).replace("-", " ").split()))


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
