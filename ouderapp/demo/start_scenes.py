"""What there is to see before the work: the locked window, the first start, the way back in."""

from collections.abc import Callable, Iterator
from functools import partial

from ouderapp.base.paths import Paths
from ouderapp.base.words import word_list
from ouderapp.ui.background import Background
from ouderapp.ui.start.first_start import FirstStart
from ouderapp.ui.start.reasons import IDLE, USUAL, reason_now
from ouderapp.ui.start.recover import RecoverWindow
from ouderapp.ui.start.recovery_step import COUNT
from ouderapp.ui.start.start_window import StartWindow
from ouderapp.ui.start.unlock import UnlockWindow

SIX = 6


def start_scenes(
    background: Background, paths: Paths
) -> Iterator[tuple[str, Callable[[], StartWindow]]]:
    """Every start window, each step apart; no key is made, and the words open nothing."""
    yield "unlock", partial(_shown, partial(_locked, background, paths))
    for at in range(5):
        yield f"first_start_{at + 1}", partial(_shown, partial(_first, background, paths, at))
    for at in range(3):
        yield f"recovery_{at + 1}", partial(_shown, partial(_back_in, background, paths, at))


def example_words() -> tuple[str, ...]:
    """Twelve words of the list, the same ones every time."""
    words = word_list()
    return tuple(words[:: len(words) // COUNT][:COUNT])


def _locked(background: Background, paths: Paths) -> StartWindow:
    return UnlockWindow(background, paths, reason_now(IDLE, USUAL))


def _first(background: Background, paths: Paths, at: int) -> StartWindow:
    walk = FirstStart(background, paths)
    walk.passphrase.words.setText(" ".join(example_words()[:SIX]))
    walk.recovery.set_words(example_words())
    walk.show_step(at)
    return walk


def _back_in(background: Background, paths: Paths, at: int) -> StartWindow:
    walk = RecoverWindow(background, paths)
    walk.passphrase.words.setText(" ".join(example_words()[:SIX]))
    walk.recovery.set_words(example_words())
    for line, word in zip(walk.words.lines, example_words(), strict=True):
        line.setText(word)
    walk.show_step(at)
    return walk


def _shown(make: Callable[[], StartWindow]) -> StartWindow:
    window = make()
    window.show()
    return window
