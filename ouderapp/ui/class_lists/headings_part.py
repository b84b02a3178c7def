"""What stands where: each column with its heading, what it holds, and its first five texts."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from ouderapp.base.i18n import _, mark, ngettext, number
from ouderapp.class_lists.records import ClassList, Holds, ListColumn
from ouderapp.ui.class_lists.words import HOLDS
from ouderapp.ui.look import set_type
from ouderapp.ui.nesting import nest
from ouderapp.ui.place import button, row_of

FIRST_ROWS = 5
FEW = 5
"""As many columns as are shown without asking; of more, those that hold something."""
LONGEST = 18
COLUMN, HOLDING = mark("Column"), mark("What is it?")


class HeadingsPart(QWidget):
    """A line for each column of the list that may come in; a person chooses what it holds."""

    chosen = Signal(int, object)
    """A person says what a column holds: its place, and the Holds."""
    grown = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._combos: dict[int, QComboBox] = {}
        self._lines = QWidget()
        self._others: list[QWidget] = []
        self._more = button(mark("Show the other columns"), self._show_others, kind="quiet")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self._lines)
        line = row_of(self._more)
        line.addStretch(1)
        nest(layout, line)

    def show_list(self, found: ClassList) -> None:
        """Show the columns of this list."""
        self._combos, self._others = {}, []
        lines = QWidget()
        grid = QGridLayout(lines)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(4)
        self._add_titles(grid, found)
        for at, column in enumerate(found.columns):
            if not column.is_left_out:
                self._add_column(grid, found, at)
        layout = self.layout()
        assert isinstance(layout, QVBoxLayout)
        layout.replaceWidget(self._lines, lines)
        self._lines.deleteLater()
        self._lines = lines
        is_long = len(found.columns) > FEW and bool(self._others)
        for widget in self._others if is_long else ():
            widget.hide()
        words = ngettext(
            "Show {number} other column", "Show {number} other columns", self._hidden(found)
        )
        self._more.setText(words.format(number=number(self._hidden(found))))
        self._more.setVisible(is_long)

    def show_holds(self, holds: tuple[Holds, ...]) -> None:
        """Show what each column holds now."""
        for at, combo in self._combos.items():
            combo.setCurrentIndex(combo.findData(holds[at]))

    def _hidden(self, found: ClassList) -> int:
        return sum(_is_idle(found, at) for at in range(len(found.columns)))

    def _show_others(self) -> None:
        for widget in self._others:
            widget.show()
        self._more.hide()
        self.grown.emit()

    def _add_titles(self, grid: QGridLayout, found: ClassList) -> None:
        rows = [_("line {line}").format(line=line.number) for line in found.lines[:FIRST_ROWS]]
        for at, words in enumerate((_(COLUMN), _(HOLDING), *rows)):
            label = _label(words)
            set_type(label, "small")
            grid.addWidget(label, 0, at)
        grid.setColumnStretch(FIRST_ROWS + 2, 1)

    def _add_column(self, grid: QGridLayout, found: ClassList, at: int) -> None:
        column = found.columns[at]
        heading = _label(_short(column.heading) or _("without a heading"))
        set_type(heading, "label")
        combo = self._combo(at, column)
        heading.setBuddy(combo)
        row: list[QWidget] = [heading, combo]
        for line in found.lines[:FIRST_ROWS]:
            text = _label(_short(line.cells[at]))
            set_type(text, "muted")
            row.append(text)
        for place, widget in enumerate(row):
            grid.addWidget(widget, at + 1, place)
        if _is_idle(found, at):
            self._others += row

    def _combo(self, at: int, column: ListColumn) -> QComboBox:
        """The choice of what a column holds."""
        combo = QComboBox()
        for holds, words in HOLDS.items():
            combo.addItem(_(words), holds)
        combo.setAccessibleName(
            _("Column {number}, {heading}").format(number=number(at + 1), heading=column.heading)
        )
        combo.setCurrentIndex(combo.findData(column.holds))
        combo.activated.connect(partial(self._choose, at, combo))
        self._combos[at] = combo
        return combo

    def _choose(self, at: int, combo: QComboBox, _index: int) -> None:
        self.chosen.emit(at, Holds(combo.currentData()))


def _is_idle(found: ClassList, at: int) -> bool:
    """Whether nothing of a column is needed, so that it need not be seen at once."""
    return found.columns[at].holds == Holds.NOTHING and not found.columns[at].is_left_out


def _label(words: str) -> QLabel:
    made = QLabel(words)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
    return made


def _short(text: str) -> str:
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…"
