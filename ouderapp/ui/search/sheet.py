"""Zoeken en doen (Ctrl+K): type a few letters, walk with the arrows, Enter opens."""

from typing import Any

from PySide6.QtCore import QEvent, QItemSelectionModel, QObject, Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QListView, QWidget

from ouderapp.base.i18n import _, mark, ngettext, number
from ouderapp.base.ids import Id
from ouderapp.search.queries import find, last_families
from ouderapp.search.records import FamilyName, FoundRow
from ouderapp.search.uses import count_use, most_used
from ouderapp.ui.background import Background
from ouderapp.ui.look import set_type
from ouderapp.ui.look_along import WITHHELD, LookAlong
from ouderapp.ui.rows_model import Column, RowsModel
from ouderapp.ui.search.lines import Line, lines_before, lines_for
from ouderapp.ui.search.opening import dialog_of, page_of
from ouderapp.ui.search.paint import LinePaint
from ouderapp.ui.sheet import Sheet

TITLE = mark("Search and do")
FIELD = mark("Search a family, a person, a letter or an action")
RESULTS = mark("Results")
KEYS = mark("↑↓ choose   Enter open   Ctrl+Enter contact   Esc close")
NOTHING = mark("Nothing found for “{q}”.")
MEANT = mark("Nothing found for “{q}”. Did you mean {s}?")
WIDTH, HEIGHT, LEAST, MOST = 760, 560, 160, 24
FAMILIES, ACTS = 7, 5
USUAL = ("new_contact", "class_today", "write_letter", "new_family", "go_month_end")
COLUMNS = (Column(RESULTS, lambda line: line.title, spoken=lambda line: line.spoken, width=0),)
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 8, Qt.Key.Key_PageUp: -8}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class SearchSheet(Sheet):
    """The cursor stays in the field; keys walk through the list under it."""

    def __init__(
        self, background: Background, _about: object = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(background, TITLE, parent, width=WIDTH)
        self._asked = 0
        self._along: LookAlong | None = getattr(parent, "look_along", None)
        self.field = QLineEdit(clearButtonEnabled=True)
        self.field.setPlaceholderText(_(FIELD))
        self.field.setAccessibleName(_(FIELD))
        self.list = QListView()
        self.list.setAccessibleName(_(RESULTS))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setMinimumHeight(LEAST)
        self.list.setUniformItemSizes(True)
        self.list.setItemDelegate(LinePaint(self.list))
        self.rows = RowsModel(COLUMNS, self)
        self.list.setModel(self.rows)
        self.count = QLabel(wordWrap=True)
        set_type(self.count, "muted")
        self.body.addWidget(self.field)
        self.body.addWidget(self.count)
        self.body.addWidget(self.list, 1)
        self.resize(WIDTH, HEIGHT)
        keys = QLabel(_(KEYS))
        set_type(keys, "small")
        self.add_note(keys)
        self.field.textChanged.connect(self._ask)
        self.field.installEventFilter(self)
        self.list.clicked.connect(lambda _index: self._open())
        self._ask("")
        self.field.setFocus()

    def current(self) -> Line | None:
        """The line that Enter opens."""
        at = self.list.currentIndex().row()
        return self.rows.rows[at] if 0 <= at < len(self.rows.rows) else None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        is_press = watched is self.field and event.type() == QEvent.Type.KeyPress
        if is_press and isinstance(event, QKeyEvent) and self._take(event):
            return True
        return super().eventFilter(watched, event)

    def _take(self, event: QKeyEvent) -> bool:
        key, held = Qt.Key(event.key()), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if key in _STEPS and not held:
            self._walk(_STEPS[key])
        elif key in _ENTER and held == Qt.KeyboardModifier.ControlModifier:
            self._write_contact()
        elif key in _ENTER and held == Qt.KeyboardModifier.ShiftModifier:
            self._create(self.field.text())
        elif key in _ENTER:
            self._open()
        else:
            return False
        return True

    def _ask(self, text: str) -> None:
        """Ask what fits; an answer to what was typed before is dropped when it comes."""
        self._asked += 1
        asked = self._asked
        if text.strip():
            self.background.run(
                find, text, MOST, then=lambda rows: self._answer(asked, text, rows), owner=self
            )
        else:
            self.background.run(_before, then=lambda found: self._begin(asked, found), owner=self)

    def _answer(self, asked: int, text: str, rows: list[FoundRow]) -> None:
        if asked != self._asked:
            return
        self._show(lines_for(text, rows))
        sure = sum(not row.is_guess for row in rows)
        if not rows or sure:
            self._tell(
                text, len(self.rows.rows) - bool(self.rows.rows and self.rows.rows[-1].create)
            )
        else:
            self._say(_(MEANT).format(q=text.strip(), s=rows[0].title))

    def _begin(self, asked: int, found: tuple[list[FamilyName], list[str]]) -> None:
        if asked == self._asked:
            self._show(lines_before(*found))
            self.count.hide()

    def _tell(self, text: str, results: int) -> None:
        if results:
            words = ngettext("{number} result", "{number} results", results)
            self._say(words.format(number=number(results)))
        else:
            self._say(_(NOTHING).format(q=text.strip()))

    def _say(self, words: str) -> None:
        """Show it above the list, and let a screen reader say it."""
        self.count.setText(words)
        self.count.show()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    def _show(self, lines: list[Line]) -> None:
        self.rows.show([line for line in lines if self._is_here(line)])
        self._go_to(0)

    def _is_here(self, line: Line) -> bool:
        """In look-along mode what is withheld stands in no list either."""
        is_along = self._along is not None and bool(self._along.family)
        return not (is_along and (line.create or line.act in WITHHELD))

    def _walk(self, step: int) -> None:
        last = len(self.rows.rows) - 1
        self._go_to(max(0, min(last, self.list.currentIndex().row() + step)))

    def _go_to(self, at: int) -> None:
        index = self.rows.index(at, 0)
        chosen = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self.list.selectionModel().setCurrentIndex(index, chosen)
        self.list.scrollTo(index)
        line = self.current()
        self.field.setAccessibleDescription(line.spoken if line else "")

    def _open(self) -> None:
        line = self.current()
        if line is None:
            return
        if line.create:
            self._create(line.create)
        elif line.act and line.family:
            self._leave(self.sheet_asked, line.act, line.family)
        elif line.act:
            self.background.run(count_use, line.act)
            self._leave(self.action_asked, line.act)
        elif line.row:
            self._open_row(line.row)

    def _open_row(self, row: FoundRow) -> None:
        page, dialog = page_of(row), dialog_of(row)
        if page:
            self._leave(self.open_asked, *page)
        elif dialog:
            self._leave(self.sheet_asked, *dialog)

    def _write_contact(self) -> None:
        line = self.current()
        family: Id | None = line.family if line else None
        self._leave(self.sheet_asked, "new_contact", family)

    def _create(self, text: str) -> None:
        self._leave(self.sheet_asked, "new_family", {"name": " ".join(text.split())})

    def _leave(self, signal: Any, *what: object) -> None:
        """Close first, so that what opens has the focus."""
        self.close()
        signal.emit(*what)


def _before(session: Any) -> tuple[list[FamilyName], list[str]]:
    return last_families(session, FAMILIES), most_used(session, ACTS, USUAL)
