"""Beveiliging: the passphrase, the recovery sheet and the key, each with when it is needed."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QLabel, QPushButton, QVBoxLayout, QWidget

from ouderapp.base.errors import Problem
from ouderapp.base.i18n import _, mark
from ouderapp.ui.background import Background
from ouderapp.ui.look import set_type
from ouderapp.ui.look_along import asks_at_leaving, let_leaving_ask
from ouderapp.ui.nesting import nest
from ouderapp.ui.place import allow, button, row_of
from ouderapp.ui.problems import news_of
from ouderapp.ui.settings import key_work
from ouderapp.ui.settings.key_sheet import KeySheet
from ouderapp.ui.settings.key_sheets import PassphraseSheet, RecoverySheet, RenewSheet
from ouderapp.ui.settings.key_work import KeyState

PARTS = (
    (
        mark("Passphrase"),
        mark("Change it when somebody may have seen it. The recovery sheet stays good."),
    ),
    (
        mark("Recovery sheet"),
        mark("Make a new one when the old one is lost, or when somebody may have seen it."),
    ),
    (
        mark("Key of your files"),
        mark(
            "Was the laptop lost and is it found again, or may somebody know your passphrase?"
            " Somebody may have copied your files then. With a new key that copy opens nothing of"
            " what you write from now on."
        ),
    ),
)
PRACTICE = mark("These are the practice files: everybody may know their passphrase.")
HALFWAY = mark(
    "The key was renewed, but the new recovery sheet is still missing. Make it now; until then the"
    " old sheet works too."
)
NO_SHEET = mark("You have no recovery sheet. Who forgets the passphrase then loses everything.")
LOOK_ALONG = mark("Look-along mode")
ASKS_WORDS = mark("Ask my passphrase when I leave look-along mode")
FIRST_SHEET = mark("Make the new recovery sheet first.")


class SecurityTab(QWidget):
    """Three buttons, each asks the passphrase before anything changes; and one switch."""

    message_asked = Signal(str)

    def __init__(self, background: Background, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._background = background
        self._names: tuple[str, ...] = ()
        self.owed = QLabel(wordWrap=True)
        set_type(self.owed, "error")
        self.owed.hide()
        self.change = button(mark("Change passphrase…"), self._change)
        self.sheet = button(mark("New recovery sheet…"), self._new_sheet)
        self.renew = button(mark("Renew the key…"), self._renew)
        layout = QVBoxLayout(self)
        layout.addWidget(self.owed)
        for (title, why), act in zip(PARTS, self._buttons, strict=True):
            heading, words = QLabel(_(title)), QLabel(_(why), wordWrap=True)
            set_type(heading, "h3")
            words.setMaximumWidth(640)
            line = row_of(act)
            line.addStretch(1)
            layout.addWidget(heading)
            layout.addWidget(words)
            nest(layout, line)
            layout.addSpacing(12)
        heading = QLabel(_(LOOK_ALONG))
        set_type(heading, "h3")
        self.asks = QCheckBox(_(ASKS_WORDS))
        self.asks.clicked.connect(self._keep_asking)
        layout.addWidget(heading)
        layout.addWidget(self.asks)
        layout.addStretch(1)

    @property
    def _buttons(self) -> tuple[QPushButton, ...]:
        return (self.change, self.sheet, self.renew)

    def load(self) -> None:
        """Ask how it stands."""
        self._background.run_whole(
            key_work.key_state, then=self._show, failed=self._show_trouble, owner=self
        )
        self._background.run(asks_at_leaving, then=self.asks.setChecked, owner=self)

    def _keep_asking(self, is_on: bool) -> None:
        self._background.run(let_leaving_ask, is_on)

    def _show(self, state: KeyState) -> None:
        self._names = state.names
        for act in self._buttons:
            allow(act, not state.is_practice, PRACTICE)
        if state.is_halfway:
            allow(self.change, False, FIRST_SHEET)
            allow(self.renew, False, FIRST_SHEET)
        owed = HALFWAY if state.is_halfway else "" if state.has_sheet else NO_SHEET
        self.owed.setText(_(owed) if owed else "")
        self.owed.setVisible(bool(owed) and not state.is_practice)

    def _show_trouble(self, problem: Problem) -> None:
        """Without a key file that can be read nothing can be changed."""
        for act in self._buttons:
            allow(act, False, problem.message)
        self.owed.setText(news_of(problem).words)
        self.owed.show()

    def _change(self) -> None:
        self._open(PassphraseSheet(self._background, self._names, self))

    def _new_sheet(self) -> None:
        self._open(RecoverySheet(self._background, self))

    def _renew(self) -> None:
        self._open(RenewSheet(self._background, self._names, self))

    def _open(self, sheet: KeySheet) -> None:
        sheet.message_asked.connect(self.message_asked)
        sheet.finished.connect(self.load)
        sheet.open_beside()
