"""A table with its filter line, its count and what it says when it is empty."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from ouderapp.base.i18n import _, mark, number
from ouderapp.ui.look import set_type
from ouderapp.ui.nesting import nest
from ouderapp.ui.place import button
from ouderapp.ui.rows_view import RowsView

CLEAR = mark("Clear filter")
NO_MATCH = mark("Nothing here matches “{q}”.")


class RowsPane(QWidget):
    """Filter, count, table and empty words. Ctrl+F goes to the filter, Esc clears it, ↓ leaves it.

    `empty` and `no_match` are marked texts; `no_match` may name `{q}`.
    """

    def __init__(
        self,
        view: RowsView,
        *,
        empty: str,
        no_match: str = "",
        placeholder: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.view = view
        self._empty = empty
        self._no_match = no_match
        self.filter = QLineEdit(clearButtonEnabled=True)
        self.filter.setPlaceholderText(_(placeholder) or _("Filter"))
        self.filter.setAccessibleName(_("Filter this screen"))
        self.filter.setMaximumWidth(420)
        self.filter.setAcceptDrops(False)  # a file dropped here is meant for the window
        self.count = QLabel()
        set_type(self.count, "muted")
        self._words = QLabel(wordWrap=True)
        self._words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        set_type(self._words, "muted")
        self._clear = button(CLEAR, self.clear_filter)
        self._nothing = _nothing_here(self._words, self._clear)
        self.line = QHBoxLayout()
        self._lay_out()
        self.filter.textChanged.connect(self._look)
        self.filter.installEventFilter(self)
        self.view.filter.modelReset.connect(self._tell)

    def show_rows(self, rows: Sequence[Any]) -> None:
        """Show these records."""
        self.view.show_rows(rows)
        self._tell()

    def add_beside(self, widget: QWidget) -> None:
        """Put something at the end of the line with the filter, such as a choice of period."""
        self.line.insertWidget(1, widget)

    def add_when_empty(self, words: str, does: Callable[[], object]) -> QPushButton:
        """A button under the words of an empty table."""
        made = button(words, does)
        layout = self._nothing.layout()
        assert isinstance(layout, QVBoxLayout)
        layout.insertWidget(layout.count() - 1, made, 0, Qt.AlignmentFlag.AlignHCenter)
        return made

    def start_filter(self) -> None:
        """Ctrl+F: the cursor in the filter, what stands there selected."""
        self.filter.setFocus()
        self.filter.selectAll()

    def clear_filter(self) -> None:
        """All rows again, the focus back in the table."""
        self.filter.clear()
        self.view.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.filter and isinstance(event, QKeyEvent):
            if event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Escape:
                self.clear_filter()
                return True
            is_down = event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter)
            if event.type() == QEvent.Type.KeyPress and is_down:
                self.view.setFocus()
                return True
        return super().eventFilter(watched, event)

    def _look(self, text: str) -> None:
        self.view.filter.look_for(text)
        self._tell()

    def _tell(self) -> None:
        shown, all_ = self.view.filter.rowCount(), self.view.rows.rowCount()
        both = _("{shown} of {all}").format(shown=number(shown), all=number(all_))
        self.count.setText(both if shown != all_ else number(all_))
        is_filtered = bool(self.filter.text()) and bool(all_)
        words = _(self._no_match or NO_MATCH).format(q=self.filter.text())
        self._words.setText(words if is_filtered else _(self._empty))
        self._clear.setVisible(is_filtered)
        for made in self._nothing.findChildren(QPushButton):
            if made is not self._clear:
                made.setVisible(not is_filtered)
        self.view.setVisible(bool(shown))
        self._nothing.setVisible(not shown)

    def _lay_out(self) -> None:
        self.line.setSpacing(8)
        self.line.addWidget(self.filter, 1)
        self.line.addStretch(0)
        self.line.addWidget(self.count)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        nest(layout, self.line)
        layout.addWidget(self.view, 1)
        layout.addWidget(self._nothing, 1)
        self._nothing.hide()


def _nothing_here(words: QLabel, clear: QPushButton) -> QWidget:
    made = QWidget()
    layout = QVBoxLayout(made)
    layout.addStretch(1)
    layout.addWidget(words)
    layout.addWidget(clear, 0, Qt.AlignmentFlag.AlignHCenter)
    layout.addStretch(2)
    return made
