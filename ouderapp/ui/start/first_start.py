"""The first start: five steps, of which all after the recovery sheet can wait (J1)."""

from dataclasses import dataclass

from PySide6.QtCore import Signal

from ouderapp.base import i18n
from ouderapp.base.i18n import mark
from ouderapp.base.paths import Paths
from ouderapp.sealing.derive import Keys
from ouderapp.sealing.keyfile import Created
from ouderapp.ui.background import Background
from ouderapp.ui.start import vaults
from ouderapp.ui.start.passphrase_step import PassphraseStep
from ouderapp.ui.start.recovery_step import RecoveryStep
from ouderapp.ui.start.steps import CoupleStep, NameStep, WelcomeStep
from ouderapp.ui.start.walk import Walk

TITLES = (
    mark("Welcome"),
    mark("Passphrase"),
    mark("Recovery sheet"),
    mark("Coupling with the office"),
    mark("Who are you"),
)
MAKING = mark("Making your files and trying the words of the sheet…")


@dataclass(frozen=True)
class Begun:
    """What the first start brought: an open vault, and what the person said."""

    keys: Keys
    role: str
    language: str
    name: str
    organisation: str
    phone: str
    has_sheet: bool
    wants_coupling: bool


class FirstStart(Walk):
    """Walks through the steps; a vault whose sheet was never seen counts as not made."""

    finished = Signal(object)
    """Begun."""
    language_chosen = Signal(str)
    practice_asked = Signal()

    def __init__(self, background: Background, paths: Paths, language: str = i18n.LANGUAGE) -> None:
        super().__init__(TITLES, MAKING)
        self._background = background
        self._paths = paths
        self._language = language
        self._keys: Keys | None = None
        self._make_steps()
        self.show_step(0)

    def may_go_back(self, at: int) -> bool:
        return at in (1, 2) or at == len(TITLES) - 1

    def done(self, at: int) -> None:
        if self.steps[at] is self.passphrase:
            self._make_vault()
        elif self.steps[at] is self.recovery:
            self._try_words()
        elif self.steps[at] is self.person:
            self._finish()
        else:
            super().done(at)

    def _make_steps(self) -> None:
        self.welcome = WelcomeStep(self._language)
        self.passphrase = PassphraseStep()
        self.recovery = RecoveryStep()
        self.couple, self.person = CoupleStep(), NameStep()
        self.set_steps((self.welcome, self.passphrase, self.recovery, self.couple, self.person))
        self.welcome.language_chosen.connect(self._change_language)
        self.welcome.practice_asked.connect(self.practice_asked)
        self.recovery.news_asked.connect(self.show_news)

    def _make_vault(self) -> None:
        self.be_busy(True)
        self._background.compute(
            vaults.make_vault,
            self._paths,
            self.passphrase.value,
            then=self._made,
            failed=self.refused,
            owner=self,
        )

    def _made(self, created: Created) -> None:
        self._keys = created.keys
        self.recovery.set_words(created.words)
        self.be_busy(False)
        self.show_step(self.steps.index(self.recovery))

    def _try_words(self) -> None:
        """Believe the words only when they open the key file."""
        if self.recovery.is_skipped:
            self._tried(None)
            return
        self.be_busy(True)
        self._background.compute(
            vaults.open_with_words,
            self._paths,
            self.recovery.words,
            then=self._tried,
            failed=self.refused,
            owner=self,
        )

    def _tried(self, _opened: object) -> None:
        self.passphrase.forget()
        self.be_busy(False)
        self.show_step(self.steps.index(self.couple))

    def _finish(self) -> None:
        assert self._keys is not None
        self.be_busy(True)
        self.finished.emit(
            Begun(
                keys=self._keys,
                role=self.welcome.role,
                language=self._language,
                name=self.person.name.value(),
                organisation=self.person.organisation.value(),
                phone=self.person.phone.value(),
                has_sheet=not self.recovery.is_skipped,
                wants_coupling=self.couple.now.isChecked(),
            )
        )

    def _change_language(self, language: str) -> None:
        self._language = language
        self.language_chosen.emit(language)
        is_office = self.welcome.office.isChecked()
        self._make_steps()
        self.welcome.office.setChecked(is_office)
        self.show_step(0)
