"""A titled part of Vandaag: a list, what it says when there is nothing, and buttons for that."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, ClassVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ouderapp.base.i18n import _, ngettext
from ouderapp.base.ids import Id
from ouderapp.ui.background import Background
from ouderapp.ui.look import set_type
from ouderapp.ui.nesting import nest
from ouderapp.ui.place import button
from ouderapp.ui.rows_model import Column
from ouderapp.ui.today.day_list import DayList

FIRST = 20


class Section(QWidget):
    """A subclass says what its rows are and what the keys do.

    Without `empty` words the whole section goes away when it has no rows.
    """

    title: ClassVar[str] = ""
    name: ClassVar[str] = ""
    empty: ClassVar[tuple[str, ...]] = ()
    button_words: ClassVar[str] = ""
    columns: ClassVar[tuple[Column, ...]] = ()
    across: ClassVar[tuple[int, ...]] = ()
    letters: ClassVar[Mapping[str, str]] = {}
    is_counted: ClassVar[bool] = False

    open_asked = Signal(str, object)
    sheet_asked = Signal(str, object)
    message_asked = Signal(str)

    def __init__(self, background: Background, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.background = background
        self.list = DayList(
            self.columns, self.name, button=self.words_of, letters=self.letters, across=self.across
        )
        self._title = QLabel(_(self.title))
        self._empty = QLabel(" ".join(_(words) for words in self.empty), wordWrap=True)
        set_type(self._title, "h2")
        set_type(self._empty, "muted")
        self.line = QHBoxLayout()
        self._offers = QHBoxLayout()
        self._offer_buttons: list[QPushButton] = []
        self._rows: Sequence[Any] = ()
        self._shows_all = False
        self._rest = button("", self.show_all, kind="quiet")
        self._lay_out()
        self._listen()
        self.show_rows(())

    def reload(self) -> None:
        """Ask the rows of this section again."""

    def words_of(self, _row: Any) -> str:
        """The marked words on the button of this row."""
        return self.button_words

    def open_row(self, id_: Any) -> None:
        """Enter, or a double click."""

    def press_row(self, id_: Any) -> None:
        """The button at the end of the row."""
        self.open_row(id_)

    def mark_row(self, id_: Any) -> None:
        """Space."""

    def edit_row(self, id_: Any) -> None:
        """F2."""

    def bin_rows(self, ids: Sequence[Any]) -> None:
        """Del."""

    def add_offer(self, words: str, does: Callable[[], object]) -> None:
        """A button under the words of an empty section."""
        made = button(words, does)
        self._offer_buttons.append(made)
        self._offers.insertWidget(self._offers.count() - 1, made)

    def show_rows(self, rows: Sequence[Any]) -> None:
        """Show these, the first twenty until all are asked; the title may count them."""
        self._rows = rows
        has_rows = bool(rows)
        title = _(self.title)
        is_counted = self.is_counted and has_rows
        self._title.setText(f"{title} ({len(rows)})" if is_counted else title)
        hidden = 0 if self._shows_all else max(0, len(rows) - FIRST)
        self.list.show_rows(rows[: len(rows) - hidden])
        self._rest.setText(ngettext("Show {n} more", "Show {n} more", hidden).format(n=hidden))
        self._rest.setVisible(bool(hidden))
        self.list.setVisible(has_rows)
        self._empty.setVisible(not has_rows)
        for offer in self._offer_buttons:
            offer.setVisible(not has_rows)
        self.setVisible(has_rows or bool(self.empty))

    def show_all(self) -> None:
        """No longer only the first twenty."""
        self._shows_all = True
        self.show_rows(self._rows)
        self.list.focus_row(FIRST)

    def has_rows(self) -> bool:
        """Whether there is anything in the list."""
        return bool(self.list.rows.rows)

    def row(self, id_: Any) -> Any:
        """The record of this row, None when it is gone."""
        return next((row for row in self.list.rows.rows if row.id == id_), None)

    def family_of(self, id_: Any) -> Id | None:
        """The family that this row is about."""
        family = getattr(self.row(id_), "family", None)
        return Id(family) if family else None

    def press_letter(self, act: str, id_: Any) -> None:
        """A letter key of `letters`."""

    def _listen(self) -> None:
        self.list.opened.connect(self.open_row)
        self.list.pressed.connect(self.press_row)
        self.list.marked.connect(self.mark_row)
        self.list.edit_asked.connect(self.edit_row)
        self.list.bin_asked.connect(self.bin_rows)
        self.list.letter_typed.connect(self.press_letter)

    def _lay_out(self) -> None:
        self.line.addWidget(self._title)
        self.line.addStretch(1)
        self._offers.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 8)
        layout.setSpacing(4)
        nest(layout, self.line)
        layout.addWidget(self._empty)
        nest(layout, self._offers)
        layout.addWidget(self.list)
        layout.addWidget(self._rest, 0, Qt.AlignmentFlag.AlignLeading)
