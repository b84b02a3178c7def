"""The manual: one page a screen, read without any network."""

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from ouderapp.base.i18n import LANGUAGE, _, mark
from ouderapp.base.paths import resources_folder
from ouderapp.ui.help_text import HelpText
from ouderapp.ui.nesting import nest
from ouderapp.ui.place import button, row_of

TITLE = mark("Help")
INDEX = mark("Contents")
BACK = mark("Back")


def manual_folder() -> Path:
    """The pages of the manual in the language of the screen, else in Dutch."""
    own = resources_folder() / "help" / LANGUAGE[:2]
    return own if own.is_dir() else resources_folder() / "help" / "nl"


class HelpWindow(QDialog):
    """Shows one page of the manual, and follows its links to other pages."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_(TITLE))
        self.resize(820, 680)
        self.text = HelpText(manual_folder())
        self._back = button(BACK, self.text.backward, kind="quiet", icon="arrow-left")
        self._index = button(INDEX, lambda: self.read("index"), kind="quiet", icon="list")
        line = row_of(self._back, self._index)
        line.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 8, 16, 16)
        nest(layout, line)
        layout.addWidget(self.text, 1)
        self.text.backwardAvailable.connect(self._back.setVisible)
        self._back.hide()

    def read(self, name: str) -> None:
        """Show the page of this name; the contents when there is no such page."""
        page = name if (manual_folder() / f"{name}.md").exists() else "index"
        self.text.setSource(QUrl(f"{page}.md"))

    @classmethod
    def show_page(cls, name: str, parent: QWidget) -> "HelpWindow":
        """Open the manual at this page beside the window, once."""
        window = parent.findChild(cls) or cls(parent)
        window.read(name)
        window.show()
        window.raise_()
        window.activateWindow()
        return window
