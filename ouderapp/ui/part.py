"""A part of a page that is about one family and asks its own rows: a tab or a card of a dossier."""

from typing import ClassVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ouderapp.base.ids import Id
from ouderapp.ui.background import Background


class Part(QWidget):
    """Made with a family, shown inside a page; the page calls `reload` when `tables` changed."""

    tables: ClassVar[frozenset[str]] = frozenset()

    open_asked = Signal(str, object)
    """A wish to see a page: its name, and what it is about."""
    message_asked = Signal(str)
    """A fact for the status bar."""

    def __init__(self, background: Background, family: Id, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.background = background
        self.family = family
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(0, 8, 0, 0)
        self.body.setSpacing(8)

    def reload(self) -> None:
        """Ask the rows of this part again."""
