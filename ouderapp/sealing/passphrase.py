"""The passphrase a person types: proposed, judged, and in one form (SECURITY 4.5)."""

import secrets
import unicodedata
from collections.abc import Iterable

from ouderapp.base.errors import Problem
from ouderapp.base.folding import fold
from ouderapp.base.i18n import mark
from ouderapp.base.words import words

PROPOSED_WORDS = 6
LEAST = 16
LEAST_DIFFERENT = 8

_WAITS = (0, 0, 2, 4, 8)
_WORD_AND_SPACE = 6
_LEAST_NAME = 3
# Rows of a keyboard as fingers find them; a run along one of them is no secret.
_ROWS = ("azertyuiop", "qwertyuiop", "qsdfghjklm", "asdfghjkl", "wxcvbn", "zxcvbnm", "1234567890")


class PassphraseTooShort(Problem):
    """`number` more words make it long enough."""

    message = mark("This passphrase is not long enough yet.")
    hint = mark("Add {number} more words.")


class PassphraseAlmostLong(PassphraseTooShort):
    hint = mark("Add one more word.")


class PassphraseTooPlain(Problem):
    """Long enough, but names, runs and repetitions in it count for nothing."""

    message = mark("This passphrase is easy to guess: names, runs and repetitions do not count.")
    hint = mark("Add {number} more words that have nothing to do with you.")


def normalised(text: str) -> str:
    """The one form of what was typed: NFC, no space around it, one space between words."""
    return " ".join(unicodedata.normalize("NFC", text).split())


def proposed() -> str:
    """Six random words of the list, 66 bits."""
    return " ".join(words(secrets.token_bytes(PROPOSED_WORDS * 2), PROPOSED_WORDS))


def seconds_to_wait(failed: int) -> int:
    """How long to wait after so many wrong tries in a row: 0, 0, 2, 4, then 8 seconds each."""
    return _WAITS[min(failed, len(_WAITS)) - 1] if failed > 0 else 0


def check_own(text: str, names: Iterable[str] = ()) -> None:
    """Judge a passphrase of the person's own; `names` are those of the person and organisation.

    At least 16 signs, 8 different ones, without counting names, runs (abcd, azerty, 4321) and
    repetitions. Raises PassphraseTooShort (its hint says how many words to add) or
    PassphraseTooPlain. Source: SECURITY 4.5, a local rule.
    """
    plain = normalised(text)
    if len(plain) < LEAST:
        missing = _words_for(LEAST - len(plain))
        raise (PassphraseAlmostLong if missing == 1 else PassphraseTooShort)(number=missing)
    counted = _counted(plain, names)
    short = max(LEAST - len(counted), (LEAST_DIFFERENT - len(set(counted))) * 2)
    if short > 0:
        raise PassphraseTooPlain(number=max(2, _words_for(short)))


def _words_for(signs: int) -> int:
    return -(-signs // _WORD_AND_SPACE)


def _counted(plain: str, names: Iterable[str]) -> str:
    """The signs that a guesser would have to find one by one."""
    folded = fold(plain)
    for name in sorted(_name_parts(names), key=len, reverse=True):
        folded = folded.replace(name, "")
    spaced = " ".join(folded.split())
    bare = spaced.replace(" ", "")
    unit = _once(bare)
    return _without_runs(unit if unit != bare else spaced)


def _name_parts(names: Iterable[str]) -> set[str]:
    """Whole names and their words, folded, long enough to be recognised."""
    parts = {part for name in names for part in (fold(name), *fold(name).split())}
    return {part for part in parts if len(part) >= _LEAST_NAME}


def _once(text: str) -> str:
    """A text that only repeats its own beginning, reduced to that beginning."""
    return text[: (text + text).find(text, 1)] if text else ""


def _without_runs(text: str) -> str:
    """The text without each sign that merely follows from the two before it."""
    kept = [
        sign
        for place, sign in enumerate(text)
        if not _follows(text[max(0, place - 2) : place], sign)
    ]
    return "".join(kept)


def _follows(before: str, sign: str) -> bool:
    run = before + sign
    if len(run) < 3:
        return False
    steps = {ord(right) - ord(left) for left, right in zip(run, run[1:], strict=False)}
    return steps in ({0}, {1}, {-1}) or any(run in row or run[::-1] in row for row in _ROWS)
