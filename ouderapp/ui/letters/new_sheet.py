"""Writing a letter: what is typed on the left, the very page on the right."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QTabWidget, QVBoxLayout, QWidget

from ouderapp.base import clock
from ouderapp.base.errors import Problem
from ouderapp.base.i18n import _, mark, short_date
from ouderapp.base.ids import Id
from ouderapp.letters.commands import Kept, keep_letter
from ouderapp.letters.kinds import KINDS, Template
from ouderapp.letters.queries.papers import papers_of
from ouderapp.letters.queries.start import letter_start, readers_of, writable_letters
from ouderapp.letters.records import LetterDraft, Papers, ReaderRow, WritableRow
from ouderapp.letters.rules import STATE_WORDS, ConsentState
from ouderapp.sealing.atomic import write_file
from ouderapp.ui import problems
from ouderapp.ui.ask import save_file
from ouderapp.ui.background import Background
from ouderapp.ui.copying import copy_text
from ouderapp.ui.letters.choosing import FamilyChooser
from ouderapp.ui.letters.draft_form import DraftForm, missing_words
from ouderapp.ui.letters.paper import PaperView
from ouderapp.ui.letters.printing import NoPrinter, print_document
from ouderapp.ui.look import set_type
from ouderapp.ui.nesting import nest
from ouderapp.ui.news import News
from ouderapp.ui.place import allow
from ouderapp.ui.rows_model import Column
from ouderapp.ui.rows_view import RowsView
from ouderapp.ui.sheet import Sheet

PAUSE_MS = 300
NOTHING = mark(
    "There is no outgoing referral for which a letter exists. Note the referral in the dossier"
    " first."
)
COPIED = mark("Copied. Paste it in Smartschool; after 30 seconds it leaves the clipboard.")
TONES = {ConsentState.YES: "ok", ConsentState.NO: "danger", ConsentState.LAPSED: "warn"}
FIELDS = (
    Column(mark("In the letter"), lambda r: _(r.field.word), width=0),
    Column(mark("Consent"), lambda r: _(STATE_WORDS[r.state]), width=24,
           tone=lambda r: TONES[r.state]),
)  # fmt: skip


class NewLetterSheet(Sheet):
    """One letter, from choosing the referral to paper."""

    def __init__(
        self, background: Background, about: object = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(background, mark("Write a letter"), parent, width=1120)
        self._draft: LetterDraft | None = None
        self._waits: Callable[[], object] | None = None
        self.form: DraftForm | None = None
        self.family = FamilyChooser(background)
        self.referral = QComboBox()
        self.referral.setAccessibleName(_("Referral"))
        self._hint = QLabel(wordWrap=True)
        set_type(self._hint, "muted")
        self.paper, self.leaflet = PaperView(), PaperView()
        self.fields = RowsView(FIELDS, mark("What the letter tells"))
        self._left = QVBoxLayout()
        self._lay_out()
        self._make_buttons()
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self._draw)
        self.family.chosen.connect(self._ask_referrals)
        self.referral.activated.connect(self._start)
        self.family.load(about)

    def _lay_out(self) -> None:
        self.setMinimumHeight(620)
        tabs = self.tabs = QTabWidget()
        tabs.setAccessibleName(_("Preview"))
        tabs.addTab(self.paper, _("The letter"))
        tabs.addTab(self.leaflet, _("Leaflet for the parents"))
        tabs.addTab(self.fields, _("Consent"))
        self._left.addWidget(self.family)
        self._left.addWidget(self.referral)
        self._left.addWidget(self._hint)
        self._left.addStretch(1)
        line = QHBoxLayout()
        line.setSpacing(16)
        nest(line, self._left, 2)
        line.addWidget(tabs, 3)
        nest(self.body, line)

    def _make_buttons(self) -> None:
        self._copy_it = self.add_button(mark("Copy for Smartschool"), self._copy)
        self._save = self.add_button(mark("Save as PDF"), self._ask_file)
        self._print = self.add_button(mark("Print"), self.print_letter, kind="primary")
        QShortcut(QKeySequence("Ctrl+P"), self).activated.connect(self._print.click)
        self.answers[NoPrinter] = self._ask_file
        self._allow(is_ready=False)

    def _allow(self, *, is_ready: bool) -> None:
        for made in (self._save, self._print):
            allow(made, is_ready, mark("There is nothing to print yet."))

    def _ask_referrals(self, family: Id) -> None:
        self.background.run(
            writable_letters, family, clock.today(), then=self._show_referrals, owner=self
        )

    def _show_referrals(self, rows: list[WritableRow]) -> None:
        self.referral.clear()
        for row in rows:
            kind = _(KINDS[Template(row.template)].word)
            words = f"{kind}, {row.partner_name}, {short_date(row.sent_on)}"
            self.referral.addItem(words, row.referral)
        self._hint.setText("" if rows else _(NOTHING))
        if rows:
            covered = [at for at, row in enumerate(rows) if row.is_covered]
            self.referral.setCurrentIndex(covered[0] if covered else 0)
            self._start()

    def _start(self) -> None:
        self.background.run(
            letter_start, self.referral.currentData(), clock.today(), then=self._open, owner=self
        )

    def _open(self, draft: LetterDraft | None) -> None:
        self._draft = draft
        if draft is not None:
            family = self.family.value()
            self.background.run(readers_of, family, then=self._show_form, owner=self)

    def _show_form(self, readers: list[ReaderRow]) -> None:
        assert self._draft is not None
        if self.form is not None:
            self.form.deleteLater()
        self.form = DraftForm(self._draft.template, readers)
        self.form.fill_draft(self._draft)
        self.form.edited.connect(self._pause.start)
        self._left.insertWidget(3, self.form)
        self._keep_typing()
        self._set_tabs()
        self.form.first_words().setFocus()
        self._draw()

    def _keep_typing(self) -> None:
        """What is typed for one referral never shows at another."""
        assert self.form is not None
        family = self.family.value()
        self.keep_as(self.referral.currentData(), family=family, inside=self.form)

    def _set_tabs(self) -> None:
        """Tab walks: referral, what is typed, preview, buttons."""
        assert self.form is not None
        typed = [field.editor for field in self.form.fields().values()]
        walk = [self.referral, *typed, self.tabs, self._copy_it, self._save, self._print]
        for before, after in zip(walk, walk[1:], strict=False):
            QWidget.setTabOrder(before, after)

    def _once_drawn(self, then: Callable[[], object]) -> None:
        """Do this with a page that holds every word that was typed."""
        if self._pause.isActive():
            self._pause.stop()
            self._waits = then
            self._draw()
        else:
            then()

    def _draw(self) -> None:
        if self.form is not None and self._draft is not None:
            self._draft = self.form.draft_over(self._draft)
            self.background.run(
                papers_of, self._draft, then=self._show_papers, failed=self._no_papers, owner=self
            )

    def _show_papers(self, papers: Papers) -> None:
        self.news.clear()
        self.paper.show_pdf(papers.pdf)
        self.leaflet.show_pdf(papers.leaflet or b"")
        self.fields.show_rows(papers.written.states)
        assert self._draft is not None
        lacking = missing_words(self._draft.template, papers.written.missing)
        self._hint.setText(_("Still to fill in: {what}.").format(what=lacking) if lacking else "")
        self._allow(is_ready=True)
        waits, self._waits = self._waits, None
        if waits:
            waits()

    def _no_papers(self, problem: Problem) -> None:
        self._waits = None
        self.paper.show_pdf(b"")
        self.leaflet.show_pdf(b"")
        self._allow(is_ready=False)
        problems.show(self, problem)

    def print_letter(self) -> None:
        """Print the page that is shown; it goes in the log when it was handed over."""
        self._once_drawn(self._print_shown)

    def _print_shown(self) -> None:
        try:
            print_document(self, self.paper.document, self._keep)
        except NoPrinter as problem:
            problems.show(self, problem)
            self.news.focus_button()

    def _keep(self) -> None:
        assert self._draft is not None
        self.background.run(keep_letter, self._draft, then=self._kept, owner=self)

    def _kept(self, _kept: Kept) -> None:
        self.message_asked.emit(_("The letter is in the list of letters."))
        self.close()

    def _ask_file(self) -> None:
        self._once_drawn(self._choose_file)

    def _choose_file(self) -> None:
        if self._draft is not None:
            name = f"brief-{self._draft.dated_on.year}.pdf"
            save_file(self, name, _("PDF (*.pdf)"), self._save_to)

    def _save_to(self, path: Path) -> None:
        assert self._draft is not None
        draft = replace(self._draft)
        self.background.run(
            keep_letter, draft, then=lambda kept: self._write(path, kept), owner=self
        )

    def _write(self, path: Path, kept: Kept) -> None:
        write_file(path, kept.pdf)
        if kept.leaflet_pdf is not None:
            write_file(path.with_name(f"{path.stem}-uitleg.pdf"), kept.leaflet_pdf)
        self.message_asked.emit(_("Saved. This file is no longer protected by ouderapp."))
        self.close()

    def _copy(self) -> None:
        self._once_drawn(self._copy_shown)

    def _copy_shown(self) -> None:
        if self._draft is not None:
            self.background.run(papers_of, self._draft, then=self._to_clipboard, owner=self)

    def _to_clipboard(self, papers: Papers) -> None:
        copy_text(papers.written.letter.as_text())
        self.show_news(News(_(COPIED), tone="ok"))
