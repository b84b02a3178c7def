"""What the rows of Vandaag say, the distinctive part first for whoever listens."""

from dataclasses import dataclass
from datetime import date, time
from typing import Any

from ouderapp.agenda.records import AppointmentRow, SessionRow
from ouderapp.base.clock import today
from ouderapp.base.i18n import _, clock_time, day_date, mark, ngettext
from ouderapp.base.ids import Id
from ouderapp.base.languages import LANGUAGE_WORDS
from ouderapp.contacts.records import ContactRow
from ouderapp.follow_up.records import By, PromiseRow, State
from ouderapp.follow_up.rules import state_of
from ouderapp.referrals.records import SilentReferral
from ouderapp.ui.contacts.words import first_line
from ouderapp.ui.rows_model import Column
from ouderapp.ui.words import word

NO_INTERPRETER = (None, "", "geen")


@dataclass(frozen=True)
class Planned:
    """One line of the day: an appointment or a session of a group."""

    id: Id
    starts: time | None
    who: str
    what: str
    family: Id | None = None
    session: SessionRow | None = None
    appointment: AppointmentRow | None = None


@dataclass(frozen=True)
class DraftRow:
    """Something that was begun and not saved; `what` says what it is."""

    id: str
    summary: str
    what: str
    family: Id | None


@dataclass(frozen=True)
class Waiting:
    """A referral without news, by the id of the referral."""

    id: Id
    silent: SilentReferral

    @property
    def family(self) -> Id:
        """Whose referral it is."""
        return self.silent.referral.family


def planned(row: AppointmentRow) -> Planned:
    """An appointment as a line of the day."""
    parts = (word("contact_kind", row.kind), row.words or "", row.place or "", _interpreter(row))
    who = row.family_name or _("choose a family")
    what = ", ".join(part for part in parts if part)
    return Planned(row.id, row.starts, who, what, row.family, appointment=row)


def held(row: SessionRow) -> Planned:
    """A session of a group as a line of the day."""
    came = ""
    if row.last_time is not None:
        came = ngettext("last time {n} came", "last time {n} came", row.last_time)
    parts = (row.school_name or "", row.place or "", came.format(n=row.last_time))
    what = ", ".join(part for part in parts if part)
    return Planned(row.id, row.starts, row.title or _("Homework class"), what, session=row)


def by_hour(row: Planned) -> tuple[bool, time]:
    """Sorts the lines of a day; what has no hour comes last."""
    return (row.starts is None, row.starts or time.min)


def _interpreter(row: AppointmentRow) -> str:
    if row.interpreter in NO_INTERPRETER:
        return ""
    language = _(LANGUAGE_WORDS.get(row.contact_language or "", ""))
    return _("interpreter {language}").format(language=language).strip()


def _hour(row: Planned) -> str:
    return clock_time(row.starts) if row.starts else ""


def _is_done(row: Planned) -> bool:
    return row.appointment is not None and row.appointment.is_done


def _tick(row: Planned) -> str:
    return "check" if _is_done(row) else ""


def _quiet(row: Planned) -> str:
    return "muted" if _is_done(row) else ""


def _tone(row: Planned) -> str:
    return "warn" if row.appointment and not row.family else _quiet(row)


def _line(row: Planned) -> str:
    done = _("done") if _is_done(row) else ""
    return ", ".join(part for part in (_hour(row), row.who, row.what, done) if part)


def _is_late(row: PromiseRow) -> bool:
    return state_of(row, today()) is State.LATE


def _due(row: PromiseRow) -> str:
    return day_date(row.due_on) if row.due_on else ""


def _promise(row: PromiseRow) -> str:
    words = row.words or ""
    if row.by != By.WORKER:
        words = f"{word('promised_by', row.by)}: {words}"
    return words


def _promise_spoken(row: PromiseRow) -> str:
    late = _("late") if _is_late(row) else ""
    return ", ".join(part for part in (_promise(row), _due(row), late, row.family_name) if part)


def _note(row: Any) -> str:
    return f"“{first_line(row.summary)}”"


def _day(row: ContactRow) -> str:
    return day_date(row.held_on)


def _silence(row: Waiting) -> str:
    days = row.silent.days
    return ngettext("{n} day without news", "{n} days without news", days).format(n=days)


PLANNED = (
    Column(mark("Family"), lambda row: row.who, width=24, is_bold=True, tone=_tone, spoken=_line),
    Column(mark("Hour"), _hour, width=9, icon=_tick, icon_role="ok", tone=_quiet),
    Column(mark("What"), lambda row: row.what, width=0, tone=_quiet),
)
PROMISES = (
    Column(mark("Promise"), _promise, width=0, spoken=_promise_spoken),
    Column(
        mark("By when"),
        _due,
        width=12,
        icon=lambda row: "warning" if _is_late(row) else "",
        tone=lambda row: "danger" if _is_late(row) else "",
    ),
    Column(mark("Family"), lambda row: row.family_name or "", width=24, is_bold=True),
)
LOOSE = (
    Column(mark("Note"), _note, width=0),
    Column(mark("Day"), _day, width=12),
    Column(mark("Kind of contact"), lambda row: word("contact_kind", row.kind), width=24),
)
DRAFTS = (
    Column(mark("Note"), _note, width=0),
    Column(mark("What"), lambda row: row.what, width=24),
)
LEFT_OPEN = (
    Column(mark("Family"), lambda row: row.who, width=24, is_bold=True),
    Column(mark("Day"), lambda row: _day_of(row), width=12),
    Column(mark("What"), lambda row: row.what, width=0),
)
SILENT = (
    Column(mark("Service"), lambda row: row.silent.referral.partner_name or "", width=0),
    Column(
        mark("Silence"),
        _silence,
        width=24,
        tone=lambda row: "danger" if row.silent.silence > 1 else "warn",
    ),
    Column(mark("Family"), lambda row: row.silent.referral.family_name or "", width=24),
)


def _day_of(row: Planned) -> str:
    day: date | None = row.appointment.planned_on if row.appointment else None
    return day_date(day) if day else ""
