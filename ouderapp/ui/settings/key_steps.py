"""The small steps of the security dialogs: the passphrase of now, and waiting for the work."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QProgressBar, QWidget

from ouderapp.base.errors import FieldMissing, Problem
from ouderapp.base.i18n import _, mark
from ouderapp.ui.look import set_type
from ouderapp.ui.place import column_of
from ouderapp.ui.start.secret_field import SecretField

NOW = mark("The passphrase that you use now")
BUSY = mark("The key is being renewed. Do not switch the laptop off.")
STOPPED = mark("If it stops all the same, nothing is lost: it goes on at the next unlock.")


class AskStep(QWidget):
    """What is going to happen, and the passphrase of the person who asks for it."""

    edited = Signal()

    def __init__(self, why: str) -> None:
        super().__init__()
        self.passphrase = SecretField()
        self.passphrase.line.setAccessibleName(_(NOW))
        label = QLabel(_(NOW))
        set_type(label, "label")
        label.setBuddy(self.passphrase.line)
        layout = column_of(QLabel(_(why), wordWrap=True), label, self.passphrase, spacing=12)
        layout.setContentsMargins(0, 0, 0, 0)
        self.setLayout(layout)
        self.setFocusProxy(self.passphrase)
        self.passphrase.edited.connect(self.edited)

    def is_ready(self) -> bool:
        """Whether something was typed."""
        if not self.passphrase.value():
            self.tell_wrong(FieldMissing())
        return bool(self.passphrase.value())

    def tell_wrong(self, problem: Problem) -> None:
        """It did not fit; it can be typed over."""
        self.passphrase.show_trouble(problem)
        self.passphrase.line.setFocus()
        self.passphrase.line.selectAll()


class WaitStep(QWidget):
    """How far the renewal is; it cannot be half seen, for nothing else can be done meanwhile."""

    def __init__(self) -> None:
        super().__init__()
        self.bar = QProgressBar(textVisible=False)
        self.bar.setAccessibleName(_(BUSY))
        stopped = QLabel(_(STOPPED), wordWrap=True)
        set_type(stopped, "muted")
        layout = column_of(QLabel(_(BUSY), wordWrap=True), self.bar, stopped, spacing=12)
        layout.setContentsMargins(0, 0, 0, 0)
        self.setLayout(layout)

    def is_ready(self) -> bool:
        """The work itself goes on to the next step."""
        return False

    def show_at(self, at: int, of: int) -> None:
        """So many parts of so many are done."""
        self.bar.setMaximum(of)
        self.bar.setValue(at)
