"""The group itself: its sessions, its phases with their figures, recommendations, evaluations."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QTabWidget, QVBoxLayout, QWidget

from ouderapp.base import clock
from ouderapp.base.i18n import _, long_date, mark, number, short_date
from ouderapp.base.ids import Id
from ouderapp.groups.codes import (
    PHASE_WORDS,
    RECOMMENDATION_WORDS,
    STATE_WORDS,
    STATUS_WORDS,
    State,
)
from ouderapp.groups.commands.around import note_invited, remove_recommendation
from ouderapp.groups.commands.series import follow_calendar
from ouderapp.groups.commands.sessions import open_again, remove_session
from ouderapp.groups.queries.around import evaluations_of, recommendations_of
from ouderapp.groups.queries.figures import phase_figures
from ouderapp.groups.queries.series import series_row
from ouderapp.groups.queries.sessions import sessions_of
from ouderapp.groups.records import SessionRow
from ouderapp.groups.words import reason_words
from ouderapp.ui.background import Background
from ouderapp.ui.flow import Flow
from ouderapp.ui.groups.around_sheets import EvaluationSheet, PhaseSheet, RecommendSheet
from ouderapp.ui.groups.series_sheet import SeriesSheet
from ouderapp.ui.groups.session_sheets import CallOffSheet, HeadsSheet, PlanSheet
from ouderapp.ui.place import button
from ouderapp.ui.rows_model import Column
from ouderapp.ui.rows_view import RowsView

SESSIONS = (
    Column(mark("Day"), lambda r: long_date(r.held_on), lambda r: r.held_on, 28),
    Column(mark("State"), lambda r: _(STATE_WORDS[r.state]), width=18),
    Column(mark("Came"), lambda r: number(r.came), lambda r: r.came, 8, is_number=True),
    Column(mark("Parents"), lambda r: number(r.parents), lambda r: r.parents, 8, is_number=True),
    Column(mark("Heads"), lambda r: number(r.heads) if r.heads else "", width=8, is_number=True),
    Column(mark("Why not, or note"), lambda r: reason_words(r.reason) or r.note or "", width=0),
)
PHASES = (
    Column(mark("Phase"), lambda r: r.name or _(PHASE_WORDS.get(r.kind or "", "")), width=0),
    Column(mark("Planned"), lambda r: number(r.planned), width=10, is_number=True),
    Column(mark("Held"), lambda r: number(r.held), width=10, is_number=True),
    Column(mark("Attendances"), lambda r: number(r.attendances), width=13, is_number=True),
    Column(mark("Different pupils"), lambda r: number(r.pupils), width=16, is_number=True),
    Column(mark("Average"), lambda r: number(r.average), width=10, is_number=True),
    Column(mark("Parents"), lambda r: number(r.parents), width=10, is_number=True),
)
ADVISED = (
    Column(mark("Pupil"), lambda r: r.name, width=20),
    Column(mark("Class"), lambda r: r.class_name or "", width=8),
    Column(mark("Recommended on"), lambda r: short_date(r.recommended_on),
           lambda r: r.recommended_on, 16),
    Column(mark("By"), lambda r: r.partner_name or "", width=26),
    Column(mark("Why"), lambda r: _(RECOMMENDATION_WORDS.get(r.reason or "", "")), width=0),
    Column(mark("How far"), lambda r: _(STATUS_WORDS[r.status]), width=14),
)  # fmt: skip
EVALUATIONS = (
    Column(mark("Day"), lambda r: short_date(r.held_on), lambda r: r.held_on, 12),
    Column(mark("What we saw"), lambda r: r.finding or "", width=0),
    Column(mark("What we change"), lambda r: r.decision or "", width=60),
)


class SeriesPane(QWidget):
    """Everything about one group that is not the register of a day."""

    session_asked = Signal(object)
    """A session that is to be shown in the register."""
    message_asked = Signal(str)

    def __init__(self, background: Background, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._background = background
        self._series: Id | None = None
        self.sessions = RowsView(SESSIONS, mark("Sessions"))
        self.phases = RowsView(PHASES, mark("Phases"))
        self.advised = RowsView(ADVISED, mark("Recommendations"))
        self.evaluations = RowsView(EVALUATIONS, mark("Evaluations"))
        tabs = QTabWidget()
        tabs.setAccessibleName(_("The group"))
        tabs.addTab(_with_buttons(self.sessions, self._session_buttons()), _("Sessions"))
        tabs.addTab(_with_buttons(self.phases, self._phase_buttons()), _("Phases"))
        tabs.addTab(_with_buttons(self.advised, self._advice_buttons()), _("Recommendations"))
        tabs.addTab(
            _with_buttons(self.evaluations, [(mark("Evaluate"), self._sheet(EvaluationSheet))]),
            _("Evaluations"),
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 0)
        layout.addWidget(tabs)
        self.sessions.opened.connect(self.session_asked)

    def look_at(self, series: Id) -> None:
        """Show this group."""
        self._series = series
        for query, view in (
            (sessions_of, self.sessions), (phase_figures, self.phases),
            (recommendations_of, self.advised), (evaluations_of, self.evaluations),
        ):  # fmt: skip
            self._background.run(query, series, then=view.show_rows, owner=self)

    def _session_buttons(self) -> list[tuple[str, Callable[[], object]]]:
        return [
            (mark("Change the group"), self._change),
            (mark("Plan a session"), self._sheet(PlanSheet)),
            (mark("Did not take place"), self._session_sheet(CallOffSheet)),
            (mark("Count heads only"), self._session_sheet(HeadsSheet)),
            (mark("Open again"), self._open_again),
            (mark("Follow the school calendar"), self._follow),
            (mark("Remove"), self._remove_session),
        ]

    def _phase_buttons(self) -> list[tuple[str, Callable[[], object]]]:
        return [(mark("Open to others"), self._sheet(PhaseSheet))]

    def _advice_buttons(self) -> list[tuple[str, Callable[[], object]]]:
        return [
            (mark("New recommendation"), self._sheet(RecommendSheet)),
            (mark("Invited today"), self._invited),
            (mark("Remove"), self._remove_advice),
        ]

    def _sheet(self, kind: Callable[..., Any]) -> Callable[[], object]:
        return lambda: kind(self._background, self._series, self).open_beside()

    def _session_sheet(self, kind: Callable[..., Any]) -> Callable[[], object]:
        def show() -> None:
            if self._has_session():
                kind(self._background, self.sessions.current(), self).open_beside()

        return show

    def _change(self) -> None:
        def show(row: Any) -> None:
            SeriesSheet(self._background, self, row).open_beside()

        self._background.run(series_row, self._series, then=show, owner=self)

    def _open_again(self) -> None:
        if self._has_session():
            row: SessionRow = self.sessions.current_row()
            if row.state == State.PLANNED:
                self.message_asked.emit(_("This session is open already."))
            else:
                self._background.run(open_again, row.id, owner=self)

    def _follow(self) -> None:
        told = _("The sessions to come follow the school calendar.")
        self._background.run(
            follow_calendar, self._series,
            then=lambda _nothing: self.message_asked.emit(told), owner=self,
        )  # fmt: skip

    def _remove_session(self) -> None:
        if self._has_session():
            self._background.run(remove_session, self.sessions.current(), owner=self)

    def _invited(self) -> None:
        if self._has_advice():
            self._background.run(note_invited, self.advised.current(), clock.today(), owner=self)

    def _remove_advice(self) -> None:
        if self._has_advice():
            self._background.run(remove_recommendation, self.advised.current(), owner=self)

    def _has_session(self) -> bool:
        """Whether a session is chosen; if not, it is said that one is needed."""
        is_chosen = self.sessions.current() is not None
        if not is_chosen:
            self.message_asked.emit(_("First choose a session."))
        return is_chosen

    def _has_advice(self) -> bool:
        is_chosen = self.advised.current() is not None
        if not is_chosen:
            self.message_asked.emit(_("First choose a recommendation."))
        return is_chosen


def _with_buttons(view: RowsView, buttons: list[tuple[str, Callable[[], object]]]) -> QWidget:
    tab = QWidget()
    layout = QVBoxLayout(tab)
    line = QWidget()
    flow = Flow(line)
    for words, does in buttons:
        flow.addWidget(button(words, does))
    layout.addWidget(line)
    layout.addWidget(view, 1)
    return tab
