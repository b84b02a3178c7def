"""Brieven: every letter that was printed or saved, and the paper itself again."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any, ClassVar

from PySide6.QtWidgets import QWidget

from ouderapp.base.i18n import _, mark, short_date
from ouderapp.base.ids import Id
from ouderapp.letters.commands import delete_letter
from ouderapp.letters.kinds import KINDS, TEACHER_MAIL, Template
from ouderapp.letters.queries.log import letter_log
from ouderapp.letters.queries.papers import letter_paper
from ouderapp.letters.records import LetterRow
from ouderapp.sealing.atomic import write_file
from ouderapp.ui import problems
from ouderapp.ui.ask import save_file
from ouderapp.ui.background import Background
from ouderapp.ui.letters.paper import PaperView
from ouderapp.ui.letters.printing import NoPrinter, print_document
from ouderapp.ui.page import Page
from ouderapp.ui.rows_model import Column
from ouderapp.ui.rows_pane import RowsPane
from ouderapp.ui.rows_view import RowsView
from ouderapp.ui.sheet import Sheet

LEAFLET = "uitleg_bij_brief"
MORE_WORDS = {TEACHER_MAIL: mark("Mail to the subject teacher"), LEAFLET: mark("Leaflet")}


def kind_words(row: LetterRow) -> str:
    """The words for the kind of a letter."""
    if row.template in MORE_WORDS:
        return _(MORE_WORDS[row.template])
    kind = KINDS.get(Template(row.template)) if row.template in set(Template) else None
    return _(kind.word) if kind else row.template.replace("_", " ")


COLUMNS = (
    Column(mark("Date"), lambda r: short_date(r.dated_on), lambda r: r.dated_on, 12),
    Column(mark("Kind"), kind_words, width=32),
    Column(mark("To"), lambda r: r.partner_name, width=0),
    Column(mark("Subject"), lambda r: r.title or r.subject or "", width=0),
    Column(mark("Language"), lambda r: r.language, width=9),
    Column(mark("Paper"), lambda r: _("kept") if r.has_paper else "", width=9),
)


class LettersPage(Page):
    """The letter log, newest first; Enter shows the paper."""

    name: ClassVar = "letters"
    title: ClassVar = mark("Letters")
    tables: ClassVar = frozenset(("letter", "referral", "partner"))

    def __init__(self, background: Background, parent: QWidget | None = None) -> None:
        super().__init__(background, parent)
        self.view = RowsView(COLUMNS, mark("Letters"), order=0, is_downward=True)
        self.pane = RowsPane(
            self.view, empty=mark("No letters yet. Choose a template."),
            placeholder=mark("Filter: date, kind, to whom…"),
        )  # fmt: skip
        self._wished: Id | None = None
        self.body.addWidget(self.pane, 1)
        self.add_button(_("Write a letter"), self._write, kind="primary")
        self.view.opened.connect(self._open)
        self.view.bin_asked.connect(self._bin)

    def look_at(self, about: Any) -> None:
        """A letter, `("letter", id)`: it is chosen as soon as the log is there."""
        self._wished = about[1] if isinstance(about, tuple) else None

    def reload(self) -> None:
        """Ask the log again."""
        self.background.run(letter_log, then=self._show, owner=self)

    def acts(self) -> Mapping[str, Any]:
        """Print shows the paper of the current row first."""
        return {"print": lambda: self._open(self.view.current())}

    def _show(self, rows: list[LetterRow]) -> None:
        self.pane.show_rows(rows)
        wished, self._wished = self._wished, None
        if wished in {row.id for row in rows}:
            self.pane.clear_filter()
            self.view.choose(wished)

    def _write(self) -> None:
        self.action_asked.emit("write_letter")

    def _open(self, letter: Id | None) -> None:
        row = self.view.current_row()
        if letter and row is not None and row.has_paper:
            self.background.run(letter_paper, letter, then=self._show_paper, owner=self)
        elif letter:
            self.message_asked.emit(_("Of this letter only the note in the list is kept."))
        else:
            self.message_asked.emit(_("First choose a letter."))

    def _show_paper(self, pdf: bytes) -> None:
        PaperSheet(self.background, pdf, self).open_beside()

    def _bin(self, letters: tuple[Id, ...]) -> None:
        for letter in letters:
            self.background.run(delete_letter, letter, owner=self)


class PaperSheet(Sheet):
    """A letter as it was printed, to read, print or save again."""

    def __init__(self, background: Background, pdf: bytes, parent: QWidget | None = None) -> None:
        super().__init__(background, mark("Letter"), parent, width=760)
        self.setMinimumHeight(640)
        self.paper = PaperView()
        self.paper.show_pdf(pdf)
        self.body.addWidget(self.paper)
        self.answers[NoPrinter] = self._ask_file
        self.add_button(mark("Close"), self.close)
        self.add_button(mark("Save as PDF"), self._ask_file)
        self.add_button(mark("Print"), self._print, kind="primary")

    def _print(self) -> None:
        try:
            print_document(self, self.paper.document, self.close)
        except NoPrinter as problem:
            problems.show(self, problem)

    def _ask_file(self) -> None:
        save_file(self, "brief.pdf", _("PDF (*.pdf)"), self._save)

    def _save(self, path: Path) -> None:
        write_file(path, self.paper.pdf)
        self.message_asked.emit(_("Saved. This file is no longer protected by ouderapp."))
