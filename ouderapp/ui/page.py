"""The base of every page: a title, news on top, actions it offers, and when to ask again."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ouderapp.base.errors import Problem
from ouderapp.base.i18n import _
from ouderapp.ui.background import Background
from ouderapp.ui.flow import Flow
from ouderapp.ui.focus import FIELDS, focus_chain
from ouderapp.ui.look import set_type
from ouderapp.ui.nesting import nest
from ouderapp.ui.news import NewsBar
from ouderapp.ui.place import PlaceParts, button
from ouderapp.ui.rows_view import RowsView
from ouderapp.ui.scrolled import Scrolled


@dataclass(frozen=True)
class Crumb:
    """One step of the way to a page: its words as shown, and where it leads."""

    words: str
    page: str
    about: object = None


class Page(PlaceParts, QWidget):
    """One screen inside the window.

    A subclass sets `name`, `title` and `tables`, builds its widgets into `self.body`, and asks its
    rows in `reload`. The frame calls `reload` when the page is shown and when one of its tables
    was written while it is on screen.
    """

    name: ClassVar[str] = ""
    title: ClassVar[str] = ""
    tables: ClassVar[frozenset[str]] = frozenset()

    open_asked = Signal(str, object)
    """A wish to see another page: its name, and what it is about (an id, a tuple, None)."""
    message_asked = Signal(str)
    """A fact for the status bar, such as `3 rijen gekopieerd`."""
    action_asked = Signal(str)
    """A wish to run an action of the registry, such as `new_contact`."""
    sheet_asked = Signal(str, object)
    """A wish to open a dialog of `pages.SHEETS`: its name, and what it is about."""

    def __init__(self, background: Background, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.background = background
        self.answers: dict[type[Problem], Callable[[], object]] = {}
        self.news = NewsBar(self)
        self._crumbs = QHBoxLayout()
        self._title = QLabel(_(self.title))
        self._subtitle = QLabel()
        for label in (self._title, self._subtitle):
            label.setTextFormat(Qt.TextFormat.PlainText)
        set_type(self._title, "h1")
        set_type(self._subtitle, "muted")
        self.header = Flow(is_one_line=True)
        self.body = QVBoxLayout()
        self._lay_out()

    def look_at(self, about: Any) -> None:
        """What this page is about, from `open_asked`; called before `reload` when it is given."""

    def reload(self) -> None:
        """Ask the rows of this page again; a page that shows nothing kept does nothing."""

    def acts(self) -> Mapping[str, Callable[[], object]]:
        """What this page does for actions of the registry: `{"print": self._print}`."""
        return {}

    def about(self) -> object:
        """What quick contact, letter and search start from here: the family's id, or None."""
        return None

    def state(self) -> dict[str, Any]:
        """Where the person was, as JSON can hold it; kept over a lock."""
        return {}

    def restore(self, state: Mapping[str, Any]) -> None:
        """Go back to where the person was."""

    def set_title(self, words: str, subtitle: str = "") -> None:
        """The title and the quiet line beside it, already in the person's language."""
        self._title.setText(words)
        self._subtitle.setText(subtitle)

    def set_crumbs(self, *crumbs: Crumb) -> None:
        """The way here, above the title: Gezinnen › Haddad; the last one is this page itself."""
        while item := self._crumbs.takeAt(0):
            if widget := item.widget():
                widget.deleteLater()
        for crumb in crumbs[:-1]:
            self._crumbs.addWidget(self._crumb(crumb))
            self._crumbs.addWidget(_quiet("›"))
        for crumb in crumbs[-1:]:
            self._crumbs.addWidget(_quiet(crumb.words))
        self._crumbs.addStretch(1)

    def add_button(
        self, words: str, does: Callable[[], object], *, kind: str = "", icon: str = ""
    ) -> QPushButton:
        """A button at the end of the title line; the last one added stands last."""
        made = button(words, does, kind=kind, icon=icon)
        self.header.addWidget(made)
        return made

    def focus_first(self) -> None:
        """Put the focus where the work begins: a table, else a field, else the first button."""
        chain = [one for one in focus_chain(self) if one.property("kind") != "crumb"]
        for kind in (RowsView, FIELDS, QWidget):
            first = next((one for one in chain if isinstance(one, kind)), None)
            if first is not None:
                first.setFocus(Qt.FocusReason.TabFocusReason)
                return

    def _crumb(self, crumb: Crumb) -> QPushButton:
        made = QPushButton(crumb.words)
        made.setProperty("kind", "crumb")
        made.clicked.connect(lambda: self.open_asked.emit(crumb.page, crumb.about))
        return made

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self._title, 0, Qt.AlignmentFlag.AlignBottom)
        line.addWidget(self._subtitle, 0, Qt.AlignmentFlag.AlignBottom)
        line.addStretch(1)
        nest(line, self.header)
        self._crumbs.setSpacing(4)
        inside = QWidget()
        inside.setLayout(self.body)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(8)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 16, 24, 16)
        layout.setSpacing(8)
        layout.addWidget(self.news)
        nest(layout, self._crumbs)
        nest(layout, line)
        layout.addWidget(Scrolled(inside), 1)


def _quiet(words: str) -> QLabel:
    label = QLabel(words)
    label.setTextFormat(Qt.TextFormat.PlainText)
    set_type(label, "muted")
    return label
