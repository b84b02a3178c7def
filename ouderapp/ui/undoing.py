"""Ctrl+Z and Ctrl+Y: the last act of the journal, taken back or done again, and said in words."""

from typing import Any

from PySide6.QtCore import QObject

from ouderapp.base.i18n import _, mark
from ouderapp.ui.background import Background
from ouderapp.ui.undo_bar import UndoBar

UNDONE = mark("Undone: {action}")
REDONE = mark("Done again: {action}")


class Undoing(QObject):
    """Offers to undo each act for a while, and does so when asked."""

    def __init__(self, background: Background, bar: UndoBar, parent: QObject) -> None:
        super().__init__(parent)
        self._background = background
        self._bar = bar
        bar.undo_asked.connect(self.undo)
        background.acted.connect(self._offer)

    def undo(self) -> None:
        """Take the last act back."""
        self._background.run(_take_back, then=self._tell_undone, owner=self)

    def redo(self) -> None:
        """Do again what was taken back last."""
        self._background.run(_do_again, then=self._tell_redone, owner=self)

    def _offer(self, name: str) -> None:
        self._bar.offer(_(name))

    def _tell_undone(self, done: Any) -> None:
        self._bar.offer(_(UNDONE).format(action=_(done.name)), can_undo=False)

    def _tell_redone(self, done: Any) -> None:
        self._bar.offer(_(REDONE).format(action=_(done.name)), can_undo=False)


def _take_back(session: Any) -> Any:
    from ouderapp.store.undo import undo

    return undo(session)


def _do_again(session: Any) -> Any:
    from ouderapp.store.undo import redo

    return redo(session)
