"""The appointments of the day with the sessions of groups, and those that nobody ticked off."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any, ClassVar

from ouderapp.agenda.commands import (
    delete_appointment,
    finish_appointment,
    reopen_appointment,
    take_in_agenda,
)
from ouderapp.agenda.ics import appointments_in
from ouderapp.agenda.queries import appointments_left_open, appointments_on, sessions_on
from ouderapp.agenda.records import AppointmentDraft, AppointmentRow, SessionRow
from ouderapp.base.clock import today
from ouderapp.base.i18n import _, mark, ngettext
from ouderapp.contacts.kinds import Kind
from ouderapp.ui import ask
from ouderapp.ui.background import Background
from ouderapp.ui.place import button
from ouderapp.ui.today import columns
from ouderapp.ui.today.appointment_sheet import AppointmentSheet
from ouderapp.ui.today.columns import Planned
from ouderapp.ui.today.section import Section

NOTE_DOWN = "note_down"


class Appointments(Section):
    """What happens today, by the hour. `N` writes the contact of an appointment down."""

    title: ClassVar = mark("Appointments")
    name: ClassVar = mark("Appointments of today")
    empty: ClassVar[tuple[str, ...]] = (
        mark("Nothing planned."),
        mark("A quiet day, or nothing planned yet."),
    )
    columns: ClassVar = columns.PLANNED
    across: ClassVar = (1, 0, 2)
    letters: ClassVar = {"N": NOTE_DOWN}

    def __init__(self, background: Background) -> None:
        super().__init__(background)
        self._appointments: list[AppointmentRow] = []
        self.offer()

    def offer(self) -> None:
        """Ways to fill an empty day, and one more beside a full one."""
        self.more = button(mark("New appointment"), self.add, kind="quiet", icon="plus")
        self.line.addWidget(self.more)
        self.add_offer(mark("Add appointment"), self.add)
        self.add_offer(mark("Take in an agenda (.ics)"), self.choose_agenda)

    def reload(self) -> None:
        """The appointments, then the sessions; shown when both are there."""
        self.background.run(appointments_on, today(), then=self._keep, owner=self)
        self.background.run(sessions_on, today(), then=self._show_all, owner=self)

    def add(self) -> None:
        """A new appointment, today unless another day is typed."""
        AppointmentSheet(self.background, today(), self.window()).open_beside()

    def choose_agenda(self) -> None:
        """Ask which agenda file to take in."""
        ask.open_file(self, _("Agenda (*.ics)"), self.take_in)

    def take_in(self, file: Path) -> None:
        """Take in the appointments of an agenda file; which line is wrong is said on top."""
        self.background.compute(read_agenda, file, then=self._write_agenda, owner=self)

    def words_of(self, row: Any) -> str:
        return mark("Open") if row.session or row.family else mark("Choose a family")

    def open_row(self, id_: Any) -> None:
        row = self.row(id_)
        if row is None:
            return
        if row.session:
            self.open_asked.emit("homework", row.id)
        elif row.family:
            self.open_asked.emit("family", row.family)
        else:
            self.edit_row(id_)

    def mark_row(self, id_: Any) -> None:
        """Space ticks an appointment off, or opens it again."""
        row = self.row(id_)
        if row is not None and row.appointment:
            work = reopen_appointment if row.appointment.is_done else finish_appointment
            self.background.run(work, id_, owner=self)

    def edit_row(self, id_: Any) -> None:
        row = self.row(id_)
        if row is not None and row.appointment:
            day = row.appointment.planned_on
            AppointmentSheet(self.background, day, self.window(), appointment_id=id_).open_beside()

    def bin_rows(self, ids: Sequence[Any]) -> None:
        for id_ in ids:
            if self.row(id_).appointment:
                self.background.run(delete_appointment, id_, owner=self)

    def _write_agenda(self, drafts: list[AppointmentDraft]) -> None:
        self.background.run(take_in_agenda, drafts, then=self._tell_taken_in, owner=self)

    def _tell_taken_in(self, count: int) -> None:
        words = ngettext("{n} appointment taken in", "{n} appointments taken in", count)
        self.message_asked.emit(words.format(n=count))

    def _keep(self, rows: list[AppointmentRow]) -> None:
        self._appointments = rows

    def _show_all(self, sessions: list[SessionRow]) -> None:
        lines = [columns.planned(row) for row in self._appointments]
        lines += [columns.held(row) for row in sessions]
        self.show_rows(sorted(lines, key=columns.by_hour))
        self.more.setVisible(self.has_rows())

    def press_letter(self, act: str, id_: Any) -> None:
        row = self.row(id_)
        if act == NOTE_DOWN and row is not None and row.appointment:
            self.sheet_asked.emit("new_contact", contact_of(row))


class LeftOpen(Appointments):
    """Appointments of earlier days that were neither written down nor ticked off."""

    title: ClassVar = mark("Still to write down")
    name: ClassVar = mark("Appointments still to write down")
    empty: ClassVar[tuple[str, ...]] = ()
    columns: ClassVar = columns.LEFT_OPEN
    across: ClassVar = (1, 0, 2)
    is_counted: ClassVar = True

    def offer(self) -> None:
        """Nothing: the section goes away when it is empty."""

    def reload(self) -> None:
        self.background.run(appointments_left_open, today(), then=self._show_lines, owner=self)

    def words_of(self, row: Any) -> str:
        return mark("Write down")

    def open_row(self, id_: Any) -> None:
        row = self.row(id_)
        if row is not None:
            self.sheet_asked.emit("new_contact", contact_of(row))

    def _show_lines(self, rows: list[AppointmentRow]) -> None:
        self.show_rows([columns.planned(row) for row in rows])


def contact_of(row: Planned) -> dict[str, Any]:
    """What the contact dialog starts with for an appointment."""
    found = row.appointment
    assert found is not None
    return {
        "family": found.family,
        "kind": found.kind,
        "held_on": found.planned_on,
        "starts": found.starts,
        "minutes": found.minutes,
    }


def read_agenda(file: Path) -> list[AppointmentDraft]:
    """The appointments in an agenda file; raises NoAgenda or AgendaUnreadable."""
    text = file.read_text(encoding="utf-8-sig", errors="replace")
    return appointments_in(text, Kind.AT_SCHOOL)
