"""The unlock window: one field, up before anything heavy is imported (UX 2.3)."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar

from ouderapp.base.errors import Problem
from ouderapp.base.i18n import _, mark
from ouderapp.base.paths import Paths
from ouderapp.ui.background import Background
from ouderapp.ui.look import set_type
from ouderapp.ui.nesting import nest
from ouderapp.ui.place import button
from ouderapp.ui.start import vaults
from ouderapp.ui.start.reasons import Reason
from ouderapp.ui.start.secret_field import SecretField
from ouderapp.ui.start.start_window import StartWindow

if TYPE_CHECKING:
    from ouderapp.sealing.keyfile import Opened

WAITS = (0, 0, 2, 4, 8)
"""Seconds to wait after each wrong try; the last one again and again (SECURITY 4.5)."""
BUSY_MS = 300

UNLOCK = mark("&Unlock")
BUSY = mark("Working on it…")
OPENING = mark("Opening your files…")
TRY_AGAIN = mark("Wait {n} s before the next try.")
PRACTICE = mark("These are the practice files. The passphrase is: {phrase}")
NTH = mark("({n}th try)")


class UnlockWindow(StartWindow):
    """Asks the passphrase; the slow sum runs away from the drawing thread."""

    unlocked = Signal(object)
    """What opened: keys, and whether the key file was whole."""
    forgotten = Signal()
    restore_asked = Signal()

    def __init__(self, background: Background, paths: Paths, reason: Reason) -> None:
        super().__init__()
        self._background = background
        self._paths = paths
        self._tries = 0
        self._seconds = 0
        self._asked = 0
        self.line.setText(reason.words)
        self.line.setVisible(bool(reason.words))
        self.setAccessibleDescription(reason.words)
        self.passphrase = SecretField()
        self._label = QLabel(_("Passphrase"))
        set_type(self._label, "label")
        self._label.setBuddy(self.passphrase.line)
        self.passphrase.line.setAccessibleName(_("Passphrase"))
        self.busy = QProgressBar(maximum=0, textVisible=False)
        self.busy.setAccessibleName(_(BUSY))
        self.busy.hide()
        self.unlock = button(UNLOCK, self._unlock, kind="primary", icon="lock")
        self._busy_soon = QTimer(self, interval=BUSY_MS, singleShot=True)
        self._second = QTimer(self, interval=1000)
        self._lay_out()
        self.passphrase.line.returnPressed.connect(self._unlock)
        self._busy_soon.timeout.connect(self._show_busy)
        self._second.timeout.connect(self._count_down)
        QShortcut(QKeySequence("Esc"), self).activated.connect(self._cancel)
        QShortcut(QKeySequence("F1"), self).activated.connect(self._help)
        self.passphrase.setFocus()

    def tell_practice(self, phrase: str) -> None:
        """These are the practice files: their passphrase is no secret."""
        self.line.setText(_(PRACTICE).format(phrase=phrase))
        self.line.show()

    def show_opening(self) -> None:
        """The passphrase fits; the store is being opened."""
        self.unlock.setEnabled(False)
        self.passphrase.setEnabled(False)
        self.passphrase.line.clear()
        self.unlock.setText(_(OPENING))
        self.busy.show()

    def ready_again(self) -> None:
        """Opening did not go through; the passphrase can be typed again."""
        self._rest()
        self.passphrase.setFocus()

    def _unlock(self) -> None:
        if not self.passphrase.value() or self._seconds or not self.unlock.isEnabled():
            return
        self._asked += 1
        self.unlock.setEnabled(False)
        self._busy_soon.start()
        self._background.compute(
            vaults.open_vault,
            self._paths,
            self.passphrase.value(),
            then=partial(self._opened, self._asked),
            failed=partial(self._refused, self._asked),
            owner=self,
        )

    def _opened(self, asked: int, opened: "Opened") -> None:
        if asked == self._asked:
            self._busy_soon.stop()
            self.show_opening()
            self.unlocked.emit(opened)

    def _refused(self, asked: int, problem: Problem) -> None:
        if asked != self._asked:
            return
        self._tries += 1
        self._rest()
        self.passphrase.show_trouble(problem)
        if self._tries > 1:
            words = f"{self.passphrase.wrong} {_(NTH).format(n=self._tries)}"
            self.passphrase.show_wrong(words)
        self._seconds = WAITS[min(self._tries, len(WAITS)) - 1]
        self._show_wait()
        self.passphrase.line.setFocus()
        self.passphrase.line.selectAll()

    def _cancel(self) -> None:
        """The sum goes on, but nobody waits for its answer."""
        if not self.unlock.isEnabled() and not self._seconds:
            self._asked += 1
            self._rest()

    def _rest(self) -> None:
        self._busy_soon.stop()
        self.busy.hide()
        self.passphrase.setEnabled(True)
        self.unlock.setEnabled(True)
        self.unlock.setText(_(UNLOCK))

    def _show_busy(self) -> None:
        self.busy.show()
        self.unlock.setText(_(BUSY))

    def _show_wait(self) -> None:
        self.unlock.setEnabled(not self._seconds)
        if self._seconds:
            self.unlock.setText(_(TRY_AGAIN).format(n=self._seconds))
            self._second.start()
        else:
            self._second.stop()
            self.unlock.setText(_(UNLOCK))

    def _count_down(self) -> None:
        self._seconds = max(self._seconds - 1, 0)
        self._show_wait()

    def _help(self) -> None:
        from ouderapp.ui.help import HelpWindow

        HelpWindow.show_page("unlock", self)

    def _lay_out(self) -> None:
        self.body.addWidget(self._label)
        self.body.addWidget(self.passphrase)
        self.body.addWidget(self.unlock)
        self.body.addWidget(self.busy)
        more = QHBoxLayout()
        forgot = button(mark("&Forgot the passphrase"), self.forgotten.emit, kind="quiet")
        more.addWidget(forgot)
        more.addWidget(button(mark("Restore &backup…"), self.restore_asked.emit, kind="quiet"))
        more.addStretch(1)
        more.addWidget(button(mark("Help"), self._help, kind="quiet"))
        self.body.addSpacing(16)
        nest(self.body, more)
