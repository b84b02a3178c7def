"""Back in with the recovery words: a new passphrase, and a new sheet in place of the old one."""

from PySide6.QtCore import Signal

from ouderapp.base.errors import Problem
from ouderapp.base.i18n import _, mark
from ouderapp.base.paths import Paths
from ouderapp.sealing.derive import Keys
from ouderapp.sealing.keyfile import Opened
from ouderapp.ui.background import Background
from ouderapp.ui.news import News
from ouderapp.ui.problems import news_of
from ouderapp.ui.start import vaults
from ouderapp.ui.start.passphrase_step import PassphraseStep
from ouderapp.ui.start.recovery_step import RecoveryStep
from ouderapp.ui.start.walk import Walk
from ouderapp.ui.start.words_step import WordsStep

TITLES = (mark("The words of the sheet"), mark("New passphrase"), mark("New recovery sheet"))
TRYING = mark("Trying the words…")
DEAD = mark("The old recovery sheet no longer works. Tear it up.")


class RecoverWindow(Walk):
    """Three steps; the old sheet is dead as soon as the new one is shown."""

    opened = Signal(object)
    """The keys of the vault; the old sheet no longer works."""
    left = Signal()

    def __init__(self, background: Background, paths: Paths) -> None:
        super().__init__(TITLES, TRYING)
        self._background = background
        self._paths = paths
        self._keys: Keys | None = None
        self.words, self.passphrase = WordsStep(), PassphraseStep()
        self.recovery = RecoveryStep()
        self.set_steps((self.words, self.passphrase, self.recovery))
        self.recovery.news_asked.connect(self.show_news)
        self.show_step(0)

    def may_go_back(self, at: int) -> bool:
        return at < len(TITLES) - 1

    def go_back(self) -> None:
        if self.step == 1:
            self.left.emit()
        else:
            super().go_back()

    def done(self, at: int) -> None:
        if self.steps[at] is self.words:
            self._try_words()
        elif self.steps[at] is self.passphrase:
            self._renew()
        else:
            self.opened.emit(self._keys)

    def _try_words(self) -> None:
        self.be_busy(True)
        self._background.compute(
            vaults.open_with_words,
            self._paths,
            self.words.words,
            then=self._fitted,
            failed=self._not_fitted,
            owner=self,
        )

    def _fitted(self, opened: Opened) -> None:
        self._keys = opened.keys
        self.be_busy(False)
        self.show_step(1)

    def _not_fitted(self, problem: Problem) -> None:
        self.be_busy(False)
        self.words.tell_wrong(news_of(problem).words)

    def _renew(self) -> None:
        assert self._keys is not None
        self.be_busy(True)
        self._background.compute(
            vaults.renew,
            self._paths,
            self._keys,
            self.passphrase.value,
            then=self._renewed,
            failed=self.refused,
            owner=self,
        )

    def _renewed(self, words: tuple[str, ...]) -> None:
        self.passphrase.forget()
        self.recovery.set_words(words)
        self.be_busy(False)
        self.show_step(2)
        self.show_news(News(_(DEAD), tone="warn"))
