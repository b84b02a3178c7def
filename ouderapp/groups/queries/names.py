"""What everybody in a group is called, and who is known to a group."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

import sqlalchemy as sa
from sqlalchemy.orm import Session

from ouderapp.base.ids import Id
from ouderapp.base.school_year import school_year_of
from ouderapp.groups.codes import Mark
from ouderapp.groups.records import Who
from ouderapp.groups.rules import shown_name
from ouderapp.store import tables as t


@dataclass(frozen=True)
class Named:
    """A name as a tile shows it, and the class."""

    name: str
    class_name: str | None


UNKNOWN = Named(shown_name(None), None)


def who_is(person: str | None, participant: str | None) -> Who | None:
    """Somebody from the two columns of a table; None when both are empty."""
    if person:
        return Who(person=Id(person))
    return Who(participant=Id(participant)) if participant else None


def everybody_of(session: Session, series: Id) -> list[Who]:
    """Everybody who was recommended to a group or ever noted in it, the most frequent first.

    Of equals the one who was known first; who only let know beforehand stands after who came.
    """
    came: Counter[Who] = Counter()
    for who, mark in marks_of_series(session, series):
        came[who] += mark == Mark.CAME
    for who in _recommended(session, series):
        came[who] += 0
    return sorted(came, key=lambda who: -came[who])


def marks_of_series(session: Session, series: Id) -> list[tuple[Who, str]]:
    """Every mark of a group in the order in which it was made."""
    mark, held = t.Participation, t.GroupSession
    query = (
        sa.select(mark.person, mark.participant, mark.mark)
        .join(held, sa.and_(held.worker == "", held.id == mark.session))
        .where(mark.worker == "", held.series == series)
        .order_by(held.held_on, mark.nr)
    )
    rows = ((who_is(person, other), code) for person, other, code in session.execute(query))
    return [(who, code) for who, code in rows if who]


def names_of(session: Session, people: Iterable[Who], on: date) -> dict[Who, Named]:
    """The names of these, with the class of the school year of this day or the newest before."""
    wanted = set(people)
    persons = {who.person for who in wanted if who.person}
    participants = {who.participant for who in wanted if who.participant}
    classes = _classes(session, persons, school_year_of(on))
    found: dict[Who, Named] = dict.fromkeys(wanted, UNKNOWN)
    for id_, given, family in _rows(session, t.Person, persons, "given_name", "family_name"):
        found[Who(person=id_)] = Named(shown_name(given, family), classes.get(id_))
    for id_, given, class_name in _rows(
        session, t.Participant, participants, "given_name", "class_name"
    ):
        found[Who(participant=id_)] = Named(shown_name(given), class_name)
    return found


def written_name(session: Session, question: Id) -> Named:
    """The whole name of the pupil who asked this question, and the class; for a mail to school."""
    asked, mark = t.HomeworkQuestion, t.Participation
    query = (
        sa.select(mark.person, mark.participant, t.GroupSession.held_on)
        .join(asked, sa.and_(asked.worker == "", asked.participation == mark.id))
        .join(
            t.GroupSession, sa.and_(t.GroupSession.worker == "", t.GroupSession.id == mark.session)
        )
        .where(mark.worker == "", asked.id == question)
    )
    person, participant, day = session.execute(query).one()
    who = who_is(person, participant)
    named = names_of(session, [who], day)[who] if who else UNKNOWN
    rows = _rows(session, t.Person, {Id(person)}, "given_name", "family_name") if person else []
    whole = " ".join(name for row in rows for name in row[1:] if name)
    return Named(whole or named.name, named.class_name)


def _recommended(session: Session, series: Id) -> list[Who]:
    row = t.Recommendation
    query = (
        sa.select(row.person, row.participant)
        .where(row.worker == "", row.series == series)
        .order_by(row.recommended_on, row.nr)
    )
    return [who for person, other in session.execute(query) if (who := who_is(person, other))]


def _rows(
    session: Session,
    table: type[t.Person] | type[t.Participant],
    ids: set[Id],
    *names: str,
) -> list[tuple[Id, str | None, str | None]]:
    if not ids:
        return []
    columns = [getattr(table, name) for name in names]
    query = sa.select(table.id, *columns).where(table.worker == "", table.id.in_(ids))
    return [(Id(id_), first, second) for id_, first, second in session.execute(query)]


def _classes(session: Session, persons: set[Id], school_year: int) -> dict[str, str | None]:
    """{person: class}, the newest school year that is not after this one."""
    if not persons:
        return {}
    row = t.Schooling
    query = (
        sa.select(row.person, sa.func.coalesce(row.class_name, row.year_stream))
        .where(row.worker == "", row.person.in_(persons), row.school_year <= school_year)
        .order_by(row.school_year, row.nr)
    )
    return dict(session.execute(query).all())
