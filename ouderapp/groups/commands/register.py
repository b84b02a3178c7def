"""The register: who came, who let know beforehand, and the remarks on who came."""

from dataclasses import asdict

import sqlalchemy as sa
from sqlalchemy.orm import Session

from ouderapp.base.i18n import mark
from ouderapp.base.ids import Id, new_id
from ouderapp.groups import problems
from ouderapp.groups.codes import Mark, State
from ouderapp.groups.queries.names import everybody_of
from ouderapp.groups.records import Remarks, Who
from ouderapp.groups.rules import check_note, check_remarks
from ouderapp.store import tables as t
from ouderapp.store.journal import action
from ouderapp.store.own import own

NO_REMARKS = Remarks()


@action(mark("Present"))
def mark_came(session: Session, session_id: Id, who: Who, remarks: Remarks = NO_REMARKS) -> Id:
    """The pupil came; the session took place. The id of the mark, new or changed (A07).

    Raises DidNotTakePlace for a session that was called off.
    """
    check_remarks(remarks)
    held = open_session(session, session_id)
    held.state = State.HELD
    row = mark_of(session, session_id, who) or _new_mark(session, session_id, who)
    row.mark = Mark.CAME
    for name, value in asdict(remarks).items():
        setattr(row, name, value)
    session.flush()
    return Id(row.id)


@action(mark("Let us know beforehand"))
def mark_let_know(session: Session, session_id: Id, who: Who, note: str | None = None) -> Id:
    """The pupil let know beforehand; the remarks of having come go (A07, A12)."""
    check_note(note)
    open_session(session, session_id)
    row = mark_of(session, session_id, who) or _new_mark(session, session_id, who)
    _take_out_what_hangs_on(session, row)
    for name, value in asdict(Remarks(note=note)).items():
        setattr(row, name, value)
    row.mark = Mark.LET_KNOW
    session.flush()
    return Id(row.id)


@action(mark("Mark taken back"))
def unmark(session: Session, session_id: Id, who: Who) -> None:
    """The tile is blank again; questions and who brought whom of this session go along."""
    row = mark_of(session, session_id, who)
    if row is None:
        return
    _take_out_what_hangs_on(session, row)
    for link in links_to(session, session_id, who):
        session.delete(link)
    session.delete(row)
    session.flush()


@action(mark("Remark noted"))
def change_remarks(session: Session, participation: Id, remarks: Remarks) -> None:
    """With parent, later, earlier, hours and note of somebody who came (A10)."""
    check_remarks(remarks)
    row = own(session, t.Participation, participation)
    if row.mark != Mark.CAME:
        raise problems.NotInTheRegister
    for name, value in asdict(remarks).items():
        setattr(row, name, value)
    session.flush()


@action(mark("Everyone here"))
def mark_everyone(session: Session, session_id: Id) -> list[Id]:
    """Everybody whom the group knows came, as far as the tile is blank; the ids of the new marks.

    Marks that are there already stay as they are (UX J6).
    """
    held = open_session(session, session_id)
    marked = {who_of(row) for row in _marks_of(session, session_id)}
    blank = [who for who in everybody_of(session, Id(held.series)) if who not in marked]
    rows = [_new_mark(session, session_id, who) for who in blank]
    if rows:
        held.state = State.HELD
    session.flush()
    return [Id(row.id) for row in rows]


def open_session(session: Session, session_id: Id) -> t.GroupSession:
    """The session when it was not called off; raises DidNotTakePlace."""
    held = own(session, t.GroupSession, session_id)
    if held.state == State.CANCELLED:
        raise problems.DidNotTakePlace
    return held


def mark_of(session: Session, session_id: Id, who: Who) -> t.Participation | None:
    """The mark of somebody in a session, None for a blank tile."""
    row = t.Participation
    return session.scalar(
        sa.select(row).where(
            row.worker == "",
            row.session == session_id,
            row.person.is_not_distinct_from(who.person),
            row.participant.is_not_distinct_from(who.participant),
        )
    )


def who_of(row: t.Participation) -> Who:
    """Whose mark it is."""
    return Who(Id(row.person) if row.person else None, Id(row.participant or "") or None)


def links_to(session: Session, session_id: Id, who: Who) -> list[t.PeerLink]:
    """The links by which somebody was brought to a session."""
    link = t.PeerLink
    query = sa.select(link).where(
        link.worker == "",
        link.session == session_id,
        link.to_person.is_not_distinct_from(who.person),
        link.to_participant.is_not_distinct_from(who.participant),
    )
    return list(session.scalars(query))


def _new_mark(session: Session, session_id: Id, who: Who) -> t.Participation:
    if who.person:
        own(session, t.Person, who.person)
    elif who.participant:
        own(session, t.Participant, who.participant)
    row = t.Participation(
        id=new_id(),
        session=session_id,
        person=who.person,
        participant=who.participant,
        mark=Mark.CAME,
    )
    session.add(row)
    return row


def _marks_of(session: Session, session_id: Id) -> list[t.Participation]:
    row = t.Participation
    return list(session.scalars(sa.select(row).where(row.worker == "", row.session == session_id)))


def _take_out_what_hangs_on(session: Session, row: t.Participation) -> None:
    """The questions of a mark go; a parent who came along stays in the room, on its own."""
    asked, parent = t.HomeworkQuestion, t.ParentAttendance
    for question in session.scalars(
        sa.select(asked).where(asked.worker == "", asked.participation == row.id)
    ):
        session.delete(question)
    for attendance in session.scalars(
        sa.select(parent).where(parent.worker == "", parent.participation == row.id)
    ):
        attendance.participation = None
    session.flush()
