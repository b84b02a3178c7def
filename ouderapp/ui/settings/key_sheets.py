"""Another passphrase, a new recovery sheet, and a new key: three dialogs (SECURITY 4.5 to 4.7)."""

from PySide6.QtWidgets import QWidget

from ouderapp.base.errors import Problem
from ouderapp.base.i18n import mark
from ouderapp.sealing import keyfile
from ouderapp.ui.background import Background
from ouderapp.ui.backing_up import BackingUp
from ouderapp.ui.problems import news_of
from ouderapp.ui.settings import key_work
from ouderapp.ui.settings.key_sheet import KeySheet
from ouderapp.ui.settings.key_steps import WaitStep
from ouderapp.ui.start.passphrase_step import PassphraseStep
from ouderapp.ui.start.recover import DEAD
from ouderapp.ui.start.recovery_step import RecoveryStep

CHANGED = mark("Your passphrase was changed. Destroy the paper with the old one.")
RENEWED = mark(
    "The key was renewed, and a backup under it is being made now. Tear up the old recovery sheet"
    " and destroy the old backups on other media."
)
SKIPPED = mark("There is no recovery sheet now. Make one as soon as you can.")


class PassphraseSheet(KeySheet):
    """The old passphrase, then a new one; the recovery sheet stays good."""

    title = mark("Change passphrase")
    why = mark(
        "After this only the new passphrase opens your files. The recovery sheet stays good."
    )

    def __init__(
        self, background: Background, names: tuple[str, ...] = (), parent: QWidget | None = None
    ) -> None:
        super().__init__(background, parent)
        self.passphrase = PassphraseStep(names=names)
        self.set_steps((self.passphrase,))

    def done_with(self, step: QWidget) -> None:
        if step is self.ask:
            self.show_step(1)
        else:
            chosen = self.passphrase.value
            self.work(key_work.change_passphrase, chosen, then=lambda _: self.finish(CHANGED))


class RecoverySheet(KeySheet):
    """Twelve new words; the old sheet is good until two of them were typed back."""

    title = mark("New recovery sheet")
    why = mark(
        "You get twelve new words. The old sheet works until you have typed two of them back, and"
        " never after."
    )

    def __init__(self, background: Background, parent: QWidget | None = None) -> None:
        super().__init__(background, parent)
        self.recovery = RecoveryStep()
        self.recovery.news_asked.connect(self.show_news)
        self.set_steps(self.own_steps())

    def own_steps(self) -> tuple[QWidget, ...]:
        """The steps after the passphrase."""
        return (self.recovery,)

    def done_with(self, step: QWidget) -> None:
        if step is self.ask:
            self.show_words()
        else:
            is_seen = not self.recovery.is_skipped
            words = self.recovery.words
            self.work(key_work.keep_sheet, words, is_seen, then=lambda _: self.end(is_seen))

    def show_words(self) -> None:
        """Twelve words that open nothing yet."""
        self.recovery.set_words(keyfile.new_words())
        self.show_step(self.steps.index(self.recovery))

    def end(self, is_seen: bool) -> None:
        """The words are kept: say which paper is dead now."""
        self.finish(DEAD if is_seen else SKIPPED)


class RenewSheet(RecoverySheet):
    """Perhaps another passphrase, then the renewal, then the new sheet and a backup."""

    title = mark("Renew the key")
    why = mark(
        "For a laptop that was out of your hands and is back, or a passphrase that somebody may"
        " know. What was copied meanwhile opens nothing of what you write from now on. Everything"
        " is encrypted again and read back before the old key goes; that can take some minutes."
        " Old backups still open with the old passphrase and the old sheet."
    )

    def __init__(
        self, background: Background, names: tuple[str, ...] = (), parent: QWidget | None = None
    ) -> None:
        self.passphrase = PassphraseStep(names=names, may_stay=True)
        self.wait = WaitStep()
        super().__init__(background, parent)

    def own_steps(self) -> tuple[QWidget, ...]:
        return (self.passphrase, self.wait, self.recovery)

    def done_with(self, step: QWidget) -> None:
        if step is self.ask:
            self.show_step(1)
        elif step is self.passphrase:
            self._renew()
        else:
            super().done_with(step)

    def end(self, is_seen: bool) -> None:
        self.finish(RENEWED if is_seen else SKIPPED)
        BackingUp.of(self.background).make_after()

    def _renew(self) -> None:
        now, chosen = self.ask.passphrase.value(), self.passphrase.value
        self.show_step(2)
        self.be_busy(True)
        self.background.run_whole(
            key_work.renew_key,
            now,
            chosen,
            then=self._renewed,
            failed=self._stopped,
            progress=self.wait.show_at,
            owner=self,
        )

    def _renewed(self, _nothing: object) -> None:
        self.be_busy(False)
        self.ask.passphrase.set_value("")
        self.passphrase.forget()
        self.leave.hide()
        self.show_words()

    def _stopped(self, problem: Problem) -> None:
        """Back to the start: the passphrase may have become the new one already."""
        self.be_busy(False)
        self.ask.passphrase.set_value("")
        self.show_step(0)
        self.show_news(news_of(problem))
