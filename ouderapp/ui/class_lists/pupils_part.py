"""Who comes in: every pupil beside who is known already, with what becomes of each."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from ouderapp.base.i18n import _, mark
from ouderapp.class_lists.records import Deal, PlannedPupil, SetAside
from ouderapp.ui.class_lists.words import (
    DEALS,
    aside_list,
    aside_words,
    count_words,
    deal_words,
    known_words,
)
from ouderapp.ui.copying import copy_text
from ouderapp.ui.look import set_type
from ouderapp.ui.nesting import nest
from ouderapp.ui.place import allow, button, row_of
from ouderapp.ui.rows_model import Column
from ouderapp.ui.rows_view import RowsView

NOT_KNOWN = mark("This is for a pupil who is known, and whose class is not noted yet.")
CHOOSE_FIRST = mark("First choose a line.")
HOW = mark(
    "Space takes a pupil in or leaves her out. Take in only who comes to you, or agree on the whole"
    " class with the school."
)


def _tone(row: PlannedPupil) -> str:
    return "muted" if row.deal == Deal.SKIP else ""


COLUMNS = (
    Column(mark("First name"), lambda row: row.pupil.given_name, width=16, tone=_tone),
    Column(mark("Family name"), lambda row: row.pupil.family_name, width=20, tone=_tone),
    Column(mark("Class"), lambda row: row.pupil.class_name, width=8, tone=_tone),
    Column(
        mark("Born"), lambda row: str(row.pupil.birth_year or ""), width=9, tone=_tone,
    ),
    Column(
        mark("Known already"), known_words, width=0,
        icon=lambda row: "warning" if row.is_known else "", icon_role="warn",
    ),
    Column(
        mark("What happens"), deal_words, width=20, is_bold=True,
        icon=lambda row: "check" if row.deal != Deal.SKIP else "", icon_role="ok", tone=_tone,
    ),
)  # fmt: skip


class PupilsPart(QWidget):
    """The pupils of a list; Space, Enter and three buttons say what becomes of them."""

    changed = Signal()
    """A person decided about a pupil."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: tuple[PlannedPupil, ...] = ()
        self._decided: dict[int, Deal] = {}
        self.count, self.aside = QLabel(), QLabel(wordWrap=True)
        set_type(self.count, "h3")
        set_type(self.aside, "muted")
        self._copy = button(mark("Copy these lines"), self._copy_aside, kind="quiet", icon="copy")
        self._told: Sequence[SetAside] = ()
        how = QLabel(_(HOW), wordWrap=True)
        set_type(how, "muted")
        self.view = RowsView(COLUMNS, mark("Pupils in this list"))
        self.view.setMinimumHeight(168)
        self._buttons = {
            deal: button(words, lambda deal=deal: self._decide(deal))  # type: ignore[misc]
            for deal, words in DEALS.items()
        }
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        line = row_of(self.count, *self._buttons.values())
        line.setStretch(0, 1)
        nest(layout, line)
        said = row_of(self.aside, self._copy)
        said.setStretch(0, 1)
        nest(layout, said)
        layout.addWidget(how)
        layout.addWidget(self.view, 1)
        self.view.marked.connect(lambda _id: self._turn())
        self.view.opened.connect(lambda _id: self._turn())
        self.view.selectionModel().selectionChanged.connect(self._allow)

    def show_rows(self, rows: Sequence[PlannedPupil], aside: Sequence[SetAside]) -> None:
        """Show these pupils, those who are known on top; what was decided before stays."""
        decided = (
            replace(row, deal=deal)
            if _may(row, deal := self._decided.get(row.id, row.deal))
            else row
            for row in rows
        )
        self.rows = tuple(sorted(decided, key=lambda row: (not row.is_known, row.id)))
        self.count.setText(count_words(self.rows, aside))
        self.aside.setText(aside_words(aside))
        self._told = aside
        for part in (self.aside, self._copy):
            part.setVisible(bool(aside))
        self._show()

    def forget(self) -> None:
        """Nothing was decided yet: another list."""
        self._decided = {}

    def _copy_aside(self) -> None:
        """Every line that was set aside, with its reason, for a message to the school."""
        copy_text(aside_list(self._told))

    def _turn(self) -> None:
        """In or out, as the current line is not yet."""
        row = self.view.current_row()
        if row is not None:
            self._decide(Deal.SKIP if row.deal != Deal.SKIP else Deal.NEW)

    def _decide(self, deal: Deal) -> None:
        chosen = set(self.view.chosen())
        self._decided |= {row.id: deal for row in self.rows if row.id in chosen and _may(row, deal)}
        self.rows = tuple(
            replace(row, deal=self._decided.get(row.id, row.deal)) for row in self.rows
        )
        self._show()
        self.changed.emit()

    def _show(self) -> None:
        self.view.show_rows(self.rows)
        if self.rows and self.view.current() is None:
            self.view.setCurrentIndex(self.view.filter.index(0, 0))
        self._allow()

    def _allow(self) -> None:
        chosen = set(self.view.chosen())
        for deal, made in self._buttons.items():
            is_on = any(_may(row, deal) for row in self.rows if row.id in chosen)
            allow(made, is_on, NOT_KNOWN if chosen else CHOOSE_FIRST)


def _may(row: PlannedPupil, deal: Deal) -> bool:
    return deal != Deal.CLASS or row.may_note_class
