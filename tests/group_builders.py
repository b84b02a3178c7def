"""Groups, pupils and sessions for tests: a Monday class, everything valid by default."""

from datetime import date, time
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from ouderapp.base.ids import Id, new_id
from ouderapp.groups.commands.participants import add_participant
from ouderapp.groups.commands.series import make_series
from ouderapp.groups.commands.sessions import open_register
from ouderapp.groups.records import ParticipantDraft, SeriesDraft, Who
from ouderapp.store import tables

MONDAY = date(2025, 3, 24)
NEXT_MONDAY = date(2025, 3, 31)


def a_class_school(session: Session, *, community: str = "vlaams", **days_off: str) -> Id:
    """A school with its own days off: `d2025_05_26="facultatieve_vakantiedag"`."""
    school = tables.School(
        id=new_id(), name="Voorbeeldcollege", community=community, school_level="secundair"
    )
    session.add(school)
    session.flush()
    for name, reason in days_off.items():
        day = date.fromisoformat(name[1:].replace("_", "-"))
        session.add(tables.DayOff(id=new_id(), school=school.id, day=day, reason=reason))
    session.flush()
    return Id(school.id)


def a_series_draft(**more: Any) -> SeriesDraft:
    """The Monday class of the second semester 2024-2025."""
    facts: dict[str, Any] = {
        "weekday": 1,
        "starts": time(15, 30),
        "ends": time(16, 20),
        "from_on": date(2025, 2, 3),
        "until_on": date(2025, 6, 30),
    }
    return SeriesDraft(**(facts | more))


def a_class(session: Session, **more: Any) -> Id:
    """A group with its sessions."""
    return make_series(session, a_series_draft(**more))


def a_session(session: Session, series: Id, day: date = MONDAY) -> Id:
    """The session of a group on a day."""
    return open_register(session, series, day)


def a_pupil(session: Session, given_name: str = "Lina", class_name: str | None = "1A1") -> Who:
    """A pupil without a file."""
    return Who(participant=add_participant(session, ParticipantDraft(given_name, class_name)))


def everything(session: Session, table: Any) -> list[Any]:
    """Every row of a table, in the order in which it was made."""
    return list(session.scalars(sa.select(table).order_by(table.nr)))
