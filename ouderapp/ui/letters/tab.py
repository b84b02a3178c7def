"""Brieven of one family: what was printed or saved, and the paper again."""

from collections.abc import Sequence
from typing import ClassVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ouderapp.base.i18n import _, mark
from ouderapp.base.ids import Id
from ouderapp.letters.commands import delete_letter
from ouderapp.letters.queries.log import letter_log
from ouderapp.letters.queries.papers import letter_paper
from ouderapp.ui.background import Background
from ouderapp.ui.letters.page import COLUMNS, PaperSheet
from ouderapp.ui.list_part import ListPart


class LettersTab(ListPart):
    """Newest first; Enter shows the paper."""

    name: ClassVar = mark("Letters")
    empty: ClassVar = mark("No letters yet. Choose a template.")
    columns: ClassVar = COLUMNS
    tables: ClassVar = frozenset(("letter", "referral", "partner"))

    action_asked = Signal(str)

    def __init__(self, background: Background, family: Id, parent: QWidget | None = None) -> None:
        super().__init__(background, family, parent)
        self.add_act(mark("Write a letter"), self._write, kind="primary")
        self.add_row_act(mark("Show the paper"), self.edit_row)

    def reload(self) -> None:
        self.background.run(letter_log, self.family, then=self.show_rows, owner=self)

    def edit_row(self, id_: Id) -> None:
        row = self.view.current_row()
        if row is not None and row.has_paper:
            self.background.run(letter_paper, id_, then=self._show_paper, owner=self)
        elif row is not None:
            self.message_asked.emit(_("Of this letter only the note in the list is kept."))

    def bin_rows(self, ids: Sequence[Id]) -> None:
        for letter in ids:
            self.background.run(delete_letter, letter, owner=self)

    def _write(self) -> None:
        self.action_asked.emit("write_letter")

    def _show_paper(self, pdf: bytes) -> None:
        PaperSheet(self.background, pdf, self).open_beside()
