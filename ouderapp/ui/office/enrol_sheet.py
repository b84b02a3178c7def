"""Enrolling a worker: her file in, an answer out, six words compared (J1)."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from ouderapp.base.i18n import _, mark
from ouderapp.exchange.answering import WorkerOffer, confirm_worker, drop_worker
from ouderapp.exchange.refusals.worker_side import EnrolWordsDiffer
from ouderapp.office.intake import answer_file, save_answer
from ouderapp.ui import ask, problems
from ouderapp.ui.background import Background
from ouderapp.ui.look import set_type
from ouderapp.ui.nesting import nest
from ouderapp.ui.news import News
from ouderapp.ui.place import allow, button, row_of
from ouderapp.ui.sheet import Sheet

TITLE = mark("Enrol a worker")
FIRST = mark("1  Open the file that the worker made at Month-end, Link with the office.")
SECOND = mark("2  Put the answer on her stick.")
THIRD = mark("3  Sit together or call. Read the six words aloud; she sees the same ones.")
TALL = 480
"""High enough that the six words are seen without scrolling."""
KINDS = mark("Enrolment file (*.oudid);;All files (*)")


class EnrolSheet(Sheet):
    """Three steps on one sheet; nothing is trusted before somebody says that the words fit."""

    enrolled = Signal(str)
    """Her name."""

    def __init__(self, background: Background, parent: QWidget | None = None) -> None:
        super().__init__(background, TITLE, parent, width=640)
        self._offer: WorkerOffer | None = None
        self.file = button(mark("Open her file…"), self._choose_file, icon="download-simple")
        self.answer = button(mark("Save the answer…"), self._choose_folder, icon="export")
        self.who, self.six = QLabel(wordWrap=True), QLabel()
        set_type(self.who, "h3")
        set_type(self.six, "h2")
        self.six.setAccessibleName(_("Six words"))
        self._later = [QLabel(_(SECOND), wordWrap=True), self.answer]
        self._later += [QLabel(_(THIRD), wordWrap=True), self.six]
        self.body.addWidget(QLabel(_(FIRST), wordWrap=True))
        nest(self.body, _line(self.file))
        self.body.addWidget(self.who)
        self.body.addWidget(self._later[0])
        nest(self.body, _line(self.answer))
        for part in self._later[2:]:
            self.body.addWidget(part)
        self.add_button(mark("Close"), self.close)
        self.differ = self.add_button(mark("The words differ"), self._refuse, kind="danger")
        self.same = self.add_button(mark("The words are the same"), self._confirm, kind="primary")
        self.body.addStretch(1)
        self.resize(680, TALL)
        self._show_offer(None)

    def read_file(self, path: Path) -> None:
        """Read the worker's file and make the answer."""
        self.background.run(answer_file, path, then=self._show_offer, owner=self)

    def write_answer(self, folder: Path) -> None:
        """Put the answer in this folder."""
        if self._offer is not None:
            self.background.compute(save_answer, self._offer, folder, then=self._saved, owner=self)

    def _choose_file(self) -> None:
        ask.open_file(self, _(KINDS), self.read_file)

    def _choose_folder(self) -> None:
        ask.choose_folder(self, self.write_answer)

    def _show_offer(self, offer: WorkerOffer | None) -> None:
        self._offer = offer
        for part in (*self._later, self.who):
            part.setVisible(offer is not None)
        for made in (self.same, self.differ):
            allow(made, offer is not None, mark("First open the file of the worker."))
        if offer is None:
            return
        words = _("{name}, known: a new answer for the same laptop")
        if not offer.is_known:
            words = _("{name}, renewed key") if offer.is_renewed else _("{name}, new laptop")
        self.who.setText(words.format(name=offer.name))
        self.six.setText("   ".join(offer.words))
        self.answer.setFocus()

    def _saved(self, path: Path) -> None:
        words = _("The answer {name} is saved. She opens it on her laptop.")
        self.show_news(News(words.format(name=path.name), tone="ok"))
        self.same.setFocus()

    def _confirm(self) -> None:
        if self._offer is not None:
            name = self._offer.name
            self.background.run(
                confirm_worker, self._offer.key_id, then=lambda _w: self._done(name), owner=self
            )

    def _done(self, name: str) -> None:
        self.enrolled.emit(name)
        self.close()

    def _refuse(self) -> None:
        if self._offer is not None:
            self.background.run(drop_worker, self._offer.key_id, owner=self)
            self._show_offer(None)
            self.show_news(problems.news_of(EnrolWordsDiffer()))


def _line(made: QPushButton) -> QHBoxLayout:
    line = row_of(made)
    line.addStretch(1)
    return line
