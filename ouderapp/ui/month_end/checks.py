"""Step 1: every kind of open end on a line, green, or passed over with a reason."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QLabel, QPushButton, QWidget

from ouderapp.base.i18n import _, mark
from ouderapp.month_end.records import End, OpenEnd
from ouderapp.ui.icons import set_picture
from ouderapp.ui.month_end.words import LOOK_AT, REASONS, end_words
from ouderapp.ui.place import button

GO_ON = mark("Close all the same: choose why")
LOOK = mark("Have a look")


class Checks(QWidget):
    """One line per kind; the choice of a reason and the way to the page only where it is open."""

    passed_over = Signal(object, str)
    """The kind, and the code of the reason; empty takes it back."""
    open_asked = Signal(str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ends: list[OpenEnd] = []
        self._lines: dict[End, _Line] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        for row, end in enumerate(End):
            line = self._lines[end] = _Line(end)
            for column, part in enumerate((line.picture, line.words, line.look, line.reason)):
                grid.addWidget(part, row, column)
            line.look.clicked.connect(lambda _c=False, e=end: self._look(e))
            line.reason.activated.connect(lambda _at, e=end: self._pass_over(e))

    def show_ends(self, ends: Sequence[OpenEnd]) -> None:
        """Show these numbers."""
        self._ends = list(ends)
        for end in ends:
            self._lines[end.id].show_end(end)

    def unsettled(self) -> list[OpenEnd]:
        """What still asks for work or for a reason."""
        return [end for end in self._ends if not end.is_settled]

    def focus_unsettled(self) -> None:
        """Put the focus on the first choice of a reason that is still to be made."""
        for end in self.unsettled()[:1]:
            self._lines[end.id].reason.setFocus()

    def _look(self, end: End) -> None:
        self.open_asked.emit(LOOK_AT[end], None)

    def _pass_over(self, end: End) -> None:
        self.passed_over.emit(end, str(self._lines[end].reason.currentData() or ""))


class _Line:
    """The widgets of one kind."""

    def __init__(self, end: End) -> None:
        self.picture, self.words = QLabel(), QLabel()
        self.look: QPushButton = button(LOOK, lambda: None, kind="quiet")
        self.reason = QComboBox()
        self.reason.addItem(_(GO_ON), "")
        for code, words in REASONS:
            self.reason.addItem(_(words), code)

    def show_end(self, end: OpenEnd) -> None:
        words = end_words(end)
        self.words.setText(words)
        tone = "ok" if end.is_settled else "warn"
        set_picture(self.picture, "check-circle" if end.is_settled else "warning", tone)
        self.reason.setCurrentIndex(max(0, self.reason.findData(end.reason)))
        for part, name in ((self.look, _(LOOK)), (self.reason, _(GO_ON))):
            part.setVisible(bool(end.count))
            part.setAccessibleName(f"{name}: {words}")
