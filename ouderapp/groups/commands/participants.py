"""Pupils without a file: a new face in the register, and joining one to a person later."""

from dataclasses import asdict
from typing import TypeVar

import sqlalchemy as sa
from sqlalchemy.orm import Session

from ouderapp.base.i18n import mark
from ouderapp.base.ids import Id, new_id
from ouderapp.groups import problems
from ouderapp.groups.codes import Mark, State
from ouderapp.groups.commands.along import into_of, note_brought
from ouderapp.groups.commands.register import links_to, mark_of, open_session
from ouderapp.groups.records import BroughtDraft, ParticipantDraft, Who
from ouderapp.groups.rules import check_participant, year_stream_of
from ouderapp.store import tables as t
from ouderapp.store.journal import action
from ouderapp.store.own import own

R = TypeVar("R", bound=t.Record)


@action(mark("New pupil"))
def drop_in(
    session: Session, session_id: Id, draft: ParticipantDraft, *, brought_by: Who | None = None
) -> Id:
    """Somebody new walks in: a participant without file, noted as present (A08).

    With `brought_by` it is noted who brought this pupil into what. The id of the participant.
    """
    held = open_session(session, session_id)
    participant = _add(session, draft)
    held.state = State.HELD
    session.add(
        t.Participation(id=new_id(), session=session_id, participant=participant, mark=Mark.CAME)
    )
    session.flush()
    if brought_by is not None:
        into = into_of(session, held)
        who = Who(participant=participant)
        note_brought(session, BroughtDraft(brought_by, who, held.held_on, into, session_id))
    return participant


@action(mark("Pupil noted"))
def add_participant(session: Session, draft: ParticipantDraft) -> Id:
    """A pupil without a file who is known by first name and class, for a recommendation."""
    return _add(session, draft)


@action(mark("Pupil changed"))
def change_participant(session: Session, id_: Id, draft: ParticipantDraft) -> None:
    """Another spelling or another class."""
    check_participant(draft)
    row = own(session, t.Participant, id_)
    for name, value in _columns(draft).items():
        setattr(row, name, value)
    session.flush()


@action(mark("New pupil taken back"))
def take_back_drop_in(session: Session, session_id: Id, participant: Id) -> None:
    """A new face that was noted by mistake goes; raises DidTakePlace when known elsewhere too."""
    row = own(session, t.Participant, participant)
    who = Who(participant=participant)
    mark_ = mark_of(session, session_id, who)
    for link in links_to(session, session_id, who):
        session.delete(link)
    if mark_ is not None:
        for hanging in _hanging(session, mark_):
            session.delete(hanging)
        session.flush()
        session.delete(mark_)
    session.flush()
    if _is_mentioned(session, participant):
        raise problems.DidTakePlace
    session.delete(row)
    session.flush()


@action(mark("Pupil joined to a person"))
def link_participant(session: Session, participant: Id, person: Id) -> None:
    """What was noted of a pupil without a file is from now on of this person, counted once (A08).

    A session in which both are noted keeps one mark, with all its questions and parents.
    """
    row = own(session, t.Participant, participant)
    own(session, t.Person, person)
    _move_marks(session, participant, person)
    _move_recommendations(session, participant, person)
    _move_links(session, participant, person)
    for letter in _mentions(session, t.Letter, "participant", participant):
        letter.participant, letter.person = None, person
    session.flush()
    session.delete(row)
    session.flush()


def _add(session: Session, draft: ParticipantDraft) -> Id:
    check_participant(draft)
    row = t.Participant(id=new_id(), **_columns(draft))
    session.add(row)
    session.flush()
    return Id(row.id)


def _columns(draft: ParticipantDraft) -> dict[str, object]:
    class_name = (draft.class_name or "").strip() or None
    tidied = {"given_name": draft.given_name.strip(), "class_name": class_name}
    return asdict(draft) | tidied | {"year_stream": year_stream_of(class_name)}


def _move_marks(session: Session, participant: Id, person: Id) -> None:
    for row in _mentions(session, t.Participation, "participant", participant):
        kept = mark_of(session, Id(row.session), Who(person=person))
        if kept is None:
            row.participant, row.person = None, person
            continue
        if row.mark == Mark.CAME:
            kept.mark = Mark.CAME
            kept.is_with_parent = kept.is_with_parent or row.is_with_parent
        for hanging in _hanging(session, row):
            hanging.participation = kept.id
        session.flush()
        session.delete(row)
    session.flush()


def _move_recommendations(session: Session, participant: Id, person: Id) -> None:
    of_person = {row.series: row for row in _mentions(session, t.Recommendation, "person", person)}
    for row in _mentions(session, t.Recommendation, "participant", participant):
        kept = of_person.get(row.series)
        if kept is None:
            row.participant, row.person = None, person
        else:
            kept.recommended_on = min(kept.recommended_on, row.recommended_on)
            kept.invited_on = kept.invited_on or row.invited_on
            session.delete(row)
    session.flush()


def _move_links(session: Session, participant: Id, person: Id) -> None:
    for side in ("from", "to"):
        for link in _mentions(session, t.PeerLink, f"{side}_participant", participant):
            setattr(link, f"{side}_participant", None)
            setattr(link, f"{side}_person", person)
    session.flush()
    seen: set[tuple[str | None, ...]] = set()
    for link in session.scalars(
        sa.select(t.PeerLink).where(
            t.PeerLink.worker == "",
            sa.or_(t.PeerLink.from_person == person, t.PeerLink.to_person == person),
        ).order_by(t.PeerLink.since_on, t.PeerLink.nr)
    ):  # fmt: skip
        ends = (link.from_person, link.from_participant, link.to_person, link.to_participant)
        if (*ends, link.into) in seen or link.from_person == link.to_person:
            session.delete(link)
        seen.add((*ends, link.into))
    session.flush()


def _hanging(
    session: Session, row: t.Participation
) -> list[t.HomeworkQuestion | t.ParentAttendance]:
    """The questions and the parents of one mark."""
    return [
        *_mentions(session, t.HomeworkQuestion, "participation", Id(row.id)),
        *_mentions(session, t.ParentAttendance, "participation", Id(row.id)),
    ]


def _is_mentioned(session: Session, participant: Id) -> bool:
    tables = ((t.Participation, "participant"), (t.Recommendation, "participant"),
              (t.PeerLink, "from_participant"), (t.PeerLink, "to_participant"),
              (t.Letter, "participant"))  # fmt: skip
    return any(_mentions(session, table, column, participant) for table, column in tables)


def _mentions(session: Session, table: type[R], column: str, id_: Id) -> list[R]:
    """The rows of one's own store that name this identity in this column."""
    query = sa.select(table).where(table.worker == "", getattr(table, column) == id_)
    return list(session.scalars(query))
