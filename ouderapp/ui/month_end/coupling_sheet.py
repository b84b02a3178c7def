"""Linking this laptop with an office: a file out, a file in, six words compared (J1)."""

from pathlib import Path

from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from ouderapp.base.i18n import _, mark
from ouderapp.exchange.enrolment import (
    OfficeOffer,
    confirm_office,
    drop_office,
    make_worker_file,
    read_office_file,
)
from ouderapp.exchange.naming import worker_file_name
from ouderapp.exchange.refusals.worker_side import EnrolWordsDiffer
from ouderapp.exchange.small_files import keep_file, read_enrolment_file
from ouderapp.profile.queries import profile_of
from ouderapp.profile.records import Profile
from ouderapp.ui import ask, problems
from ouderapp.ui.background import Background
from ouderapp.ui.fields import LineField
from ouderapp.ui.form import Form
from ouderapp.ui.look import set_type
from ouderapp.ui.month_end.words import POLICIES
from ouderapp.ui.nesting import nest
from ouderapp.ui.news import News
from ouderapp.ui.place import allow, button, row_of
from ouderapp.ui.sheet import Sheet

TITLE = mark("Link with the office")
FIRST = mark("1  Make a file and give it to your office. It says your name and holds no data.")
SECOND = mark("2  Open the answer that the office gives you.")
THIRD = mark("3  Call the office, or sit together. Read the six words aloud.")
TALL = 480
"""High enough that the six words are seen without scrolling."""
KINDS = mark("Enrolment file (*.oudid);;All files (*)")
SAME = mark("The words are the same")
DIFFER = mark("The words differ")


class _NameForm(Form):
    def __init__(self) -> None:
        super().__init__()
        self.name = self.add(mark("Name"), LineField(limit=80, is_required=True))


class CouplingSheet(Sheet):
    """Three steps on one sheet; nothing is trusted before somebody says that the words fit."""

    def __init__(self, background: Background, parent: QWidget | None = None) -> None:
        super().__init__(background, TITLE, parent, width=640)
        self._offer: OfficeOffer | None = None
        self.form = _NameForm()
        self.file = button(mark("Make the file…"), self._choose_folder, icon="export")
        self.answer = button(mark("Open the answer…"), self._choose_file, icon="download-simple")
        self.who, self.six = QLabel(wordWrap=True), QLabel()
        set_type(self.six, "h2")
        self.six.setAccessibleName(_("Six words"))
        self.third = QLabel(_(THIRD), wordWrap=True)
        for part in (QLabel(_(FIRST), wordWrap=True), self.form):
            self.body.addWidget(part)
        nest(self.body, _line(self.file))
        self.body.addWidget(QLabel(_(SECOND), wordWrap=True))
        nest(self.body, _line(self.answer))
        for part in (self.third, self.who, self.six):
            self.body.addWidget(part)
        self.add_button(mark("Close"), self.close)
        self.differ = self.add_button(DIFFER, self._refuse, kind="danger")
        self.same = self.add_button(SAME, self._confirm, kind="primary")
        self.body.addStretch(1)
        self.resize(680, TALL)
        self._show_offer(None)
        background.run(profile_of, then=self._show_name, owner=self)

    def write_file(self, folder: Path) -> None:
        """Make the enrolment file in this folder."""
        if self.form.is_ready():
            name = self.form.name.value()
            path = folder / worker_file_name()
            self.background.run(
                make_worker_file, name, then=lambda raw: self._keep(path, raw), owner=self
            )

    def read_file(self, path: Path) -> None:
        """Read the office's answer and show its words."""
        self.background.compute(read_enrolment_file, path, then=self._read, owner=self)

    def _show_name(self, profile: Profile) -> None:
        if not self.form.touched:
            self.form.name.set_value(profile.name)

    def _choose_folder(self) -> None:
        if self.form.is_ready():
            ask.choose_folder(self, self.write_file)

    def _choose_file(self) -> None:
        ask.open_file(self, _(KINDS), self.read_file)

    def _keep(self, path: Path, raw: bytes) -> None:
        self.background.compute(keep_file, path, raw, then=self._kept, owner=self)

    def _kept(self, path: Path) -> None:
        words = _("The file {name} is made. Give it to your office.").format(name=path.name)
        self.show_news(News(words, tone="ok"))
        self.answer.setFocus()

    def _read(self, raw: bytes) -> None:
        self.background.run(read_office_file, raw, then=self._show_offer, owner=self)

    def _show_offer(self, offer: OfficeOffer | None) -> None:
        self._offer = offer
        for part in (self.third, self.who, self.six):
            part.setVisible(offer is not None)
        for made in (self.same, self.differ):
            allow(made, offer is not None, mark("First open the answer of the office."))
        if offer is None:
            return
        words = _("{office}, telephone {phone}. Agreement: {policy}.")
        policy = _(POLICIES[offer.policy.level])
        self.who.setText(words.format(office=offer.org_name, phone=offer.phone, policy=policy))
        self.six.setText("   ".join(offer.words))
        self.same.setFocus()

    def _confirm(self) -> None:
        if self._offer is not None:
            self.background.run(
                confirm_office, self._offer.manifest, then=lambda _o: self.close(), owner=self
            )

    def _refuse(self) -> None:
        if self._offer is not None:
            self.background.run(drop_office, self._offer.manifest, owner=self)
            self._show_offer(None)
            self.show_news(problems.news_of(EnrolWordsDiffer()))


def _line(made: QPushButton) -> QHBoxLayout:
    line = row_of(made)
    line.addStretch(1)
    return line
