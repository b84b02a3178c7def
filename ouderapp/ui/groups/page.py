"""Huiswerkklas: the register of a session, and the group it belongs to."""

from collections.abc import Mapping
from datetime import date
from typing import Any, ClassVar

from PySide6.QtWidgets import QComboBox, QLabel, QTabWidget, QVBoxLayout, QWidget

from ouderapp.base import clock
from ouderapp.base.i18n import _, clock_time, long_date, mark
from ouderapp.base.ids import Id
from ouderapp.groups.codes import State
from ouderapp.groups.commands.sessions import close_session, open_register
from ouderapp.groups.pictures import Register
from ouderapp.groups.queries.series import series_list
from ouderapp.groups.queries.sessions import sessions_of
from ouderapp.groups.records import SeriesRow, SessionRow
from ouderapp.groups.words import closing_sentence
from ouderapp.ui.background import Background
from ouderapp.ui.groups.register_pane import RegisterPane
from ouderapp.ui.groups.series_pane import SeriesPane
from ouderapp.ui.groups.series_sheet import SeriesSheet
from ouderapp.ui.groups.teacher_mail import TeacherMailSheet
from ouderapp.ui.nesting import nest
from ouderapp.ui.page import Page
from ouderapp.ui.place import button, column_of, row_of

EMPTY = mark(
    "No homework class yet. Make one: a day, an hour and a school are enough; the sessions follow"
    " the school calendar."
)


class HomeworkPage(Page):
    """One group at a time; its session of today, or the one that is nearest."""

    name: ClassVar = "homework"
    title: ClassVar = mark("Homework class")
    tables: ClassVar = frozenset(
        ("group_series", "group_session", "group_phase", "participation", "parent_attendance",
         "participant", "homework_question", "peer_link", "recommendation", "evaluation")
    )  # fmt: skip

    def __init__(self, background: Background, parent: QWidget | None = None) -> None:
        super().__init__(background, parent)
        self._sessions: list[SessionRow] = []
        self._wished: Id | None = None
        self.series = _box(_("Group"))
        self.session = _box(_("Session"))
        self.register = RegisterPane(background)
        self._about_series: SeriesPane | None = None
        self._group = column_of()
        group = QWidget()
        group.setLayout(self._group)
        self._group.setContentsMargins(0, 0, 0, 0)
        self._empty = _empty_state(self._new_series)
        self.tabs = QTabWidget()
        self.tabs.setAccessibleName(_("Homework class"))
        self.tabs.addTab(self.register, _("Session of the day"))
        self.tabs.addTab(group, _("The group"))
        nest(self.body, row_of(self.series, self.session, QLabel()))
        self.body.addWidget(self._empty)
        self.body.addWidget(self.tabs, 1)
        self._new = self.add_button(_("New group"), self._new_series)
        self._done = self.add_button(_("Done"), self._close_session, kind="primary")
        self._listen()

    def look_at(self, about: Any) -> None:
        """A session by its id; nothing means the one of today."""
        self._wished = Id(about) if isinstance(about, str) else None
        if about is None:
            self.session.setCurrentIndex(-1)

    def reload(self) -> None:
        """Ask the groups, then the sessions, then the register."""
        self.background.run(series_list, then=self._show_series, owner=self)

    def acts(self) -> Mapping[str, Any]:
        """What Ctrl+Shift+A does here."""
        return {"everyone": self.register.everyone}

    def focus_first(self) -> None:
        """The cursor stands where the first name is typed."""
        self.register.name.setFocus()

    def _listen(self) -> None:
        self.series.activated.connect(self._ask_sessions)
        self.session.activated.connect(self._show_session)
        self.register.shown.connect(self._show_heading)
        self.register.message_asked.connect(self.message_asked)
        self.register.mail_asked.connect(self._write_mail)
        self.tabs.currentChanged.connect(self._look_at_group)

    def _look_at_group(self) -> None:
        """The group in its tab; made when it is first looked at, so that the register comes sooner.

        A later change of the group or of its sessions is shown from then on.
        """
        if self._about_series is None and self.tabs.currentWidget() is not self.register:
            self._about_series = SeriesPane(self.background)
            self._about_series.session_asked.connect(self._go_to)
            self._about_series.message_asked.connect(self.message_asked)
            self._group.addWidget(self._about_series)
        if self._about_series is not None:
            self._about_series.look_at(self.series.currentData())

    def _show_series(self, rows: list[SeriesRow]) -> None:
        kept = self.series.currentData()
        self.series.clear()
        for row in rows:
            self.series.addItem(row.title or row.school_name or _("Homework class"), row.id)
        self.series.setCurrentIndex(max(0, self.series.findData(kept)))
        has_groups = bool(rows)
        for part in (self.tabs, self.series, self.session):
            part.setVisible(has_groups)
        for made in (self._new, self._done):
            made.setVisible(has_groups)
        self._empty.setVisible(not has_groups)
        if has_groups:
            self._ask_sessions()

    def _ask_sessions(self) -> None:
        series = self.series.currentData()
        if self._about_series is not None:
            self._about_series.look_at(series)
        self.background.run(sessions_of, series, then=self._show_sessions, owner=self)

    def _show_sessions(self, rows: list[SessionRow]) -> None:
        kept = self._wished or self.session.currentData()
        self._wished = None
        self._sessions = rows
        self.session.clear()
        for row in rows:
            self.session.addItem(_session_words(row), row.id)
        found = self.session.findData(kept)
        self.session.setCurrentIndex(found if found >= 0 else nearest(rows, clock.today()))
        self._show_session()

    def _show_session(self) -> None:
        row = next((r for r in self._sessions if r.id == self.session.currentData()), None)
        if row is not None:
            self.register.look_at(row.id)

    def _go_to(self, session: Id) -> None:
        self.session.setCurrentIndex(self.session.findData(session))
        self.tabs.setCurrentWidget(self.register)
        self._show_session()

    def _show_heading(self, found: Register) -> None:
        held = found.session
        hours = ""
        if held.starts and held.ends:
            hours = f"{clock_time(held.starts)}–{clock_time(held.ends)}"
        where = ", ".join(part for part in (found.school_name, found.place) if part)
        parts = (long_date(held.held_on), hours, where)
        self.set_title(_(self.title), " · ".join(part for part in parts if part))

    def _new_series(self) -> None:
        SeriesSheet(self.background, self).open_beside()

    def open_today(self) -> None:
        """The register of today, made from the weekly hour when it is not there yet."""
        self.background.run(
            open_register, self.series.currentData(), clock.today(), then=self._go_to, owner=self
        )

    def _close_session(self) -> None:
        found = self.register.register
        if found is not None:
            sentence = closing_sentence(found.totals)
            self.background.run(close_session, found.session.id, owner=self)
            self.message_asked.emit(sentence)

    def _write_mail(self, question: Id, subject: str) -> None:
        TeacherMailSheet(self.background, question, subject, self).open_beside()


def nearest(rows: list[SessionRow], today: date) -> int:
    """The place of the session of today, else the last one before it, else the first; -1."""
    before = [nr for nr, row in enumerate(rows) if row.held_on <= today]
    closest = sorted(before, key=lambda nr: rows[nr].held_on)
    return closest[-1] if closest else (0 if rows else -1)


def _session_words(row: SessionRow) -> str:
    day = long_date(row.held_on)
    if row.state == State.CANCELLED:
        return _("{day}, did not take place").format(day=day)
    return _("{day}, {n} came").format(day=day, n=row.came) if row.came else day


def _box(name: str) -> QComboBox:
    made = QComboBox()
    made.setAccessibleName(name)
    made.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
    return made


def _empty_state(new: Any) -> QWidget:
    widget = QWidget()
    layout = QVBoxLayout(widget)
    words = QLabel(_(EMPTY), wordWrap=True)
    layout.addWidget(words)
    nest(layout, row_of(button(mark("New group"), new, kind="primary"), QLabel()))
    layout.addStretch(1)
    return widget
