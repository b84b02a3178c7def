"""Who came along: parents in the room, and friends who were brought by a friend."""

from dataclasses import asdict

import sqlalchemy as sa
from sqlalchemy.orm import Session

from ouderapp.base.i18n import mark
from ouderapp.base.ids import Id, new_id
from ouderapp.base.roles import CHILD_ROLES, Role
from ouderapp.groups import problems
from ouderapp.groups.codes import Into, Kind, Mark, State
from ouderapp.groups.commands.register import open_session
from ouderapp.groups.records import BroughtDraft, ParentDraft
from ouderapp.groups.rules import check_brought
from ouderapp.store import tables as t
from ouderapp.store.journal import action
from ouderapp.store.own import own

# The three keys of the register (UX J8) and, for a parent of a file, the role in the family.
ADULTS = frozenset(Role) - CHILD_ROLES


@action(mark("Parent came along"))
def parent_came(session: Session, session_id: Id, draft: ParentDraft) -> Id:
    """A parent is in the room and counted; the pupil is noted as come with a parent (A09).

    Two parents with one pupil are two, one parent with two pupils is one (DOMAIN 8.5).
    """
    if draft.role not in ADULTS:
        raise problems.ChoiceUnknown(field="role")
    held = open_session(session, session_id)
    held.state = State.HELD
    if draft.participation:
        pupil = own(session, t.Participation, draft.participation)
        pupil.mark, pupil.is_with_parent = Mark.CAME, True
    row = t.ParentAttendance(id=new_id(), session=session_id, **asdict(draft))
    session.add(row)
    session.flush()
    return Id(row.id)


@action(mark("Parent taken back"))
def parent_did_not_come(session: Session, id_: Id) -> None:
    """Take back a parent that was noted by mistake."""
    row = own(session, t.ParentAttendance, id_)
    pupil, parent = row.participation, t.ParentAttendance
    session.delete(row)
    session.flush()
    query = sa.select(sa.func.count()).where(parent.worker == "", parent.participation == pupil)
    if pupil and not session.scalar(query):
        own(session, t.Participation, pupil).is_with_parent = False
        session.flush()


@action(mark("Noted who brought whom"))
def note_brought(session: Session, draft: BroughtDraft) -> Id:
    """Who brought whom into what; noted once, however often it is seen (A08)."""
    check_brought(draft)
    link = t.PeerLink
    known = session.scalar(
        sa.select(link).where(
            link.worker == "",
            link.from_person.is_not_distinct_from(draft.by.person),
            link.from_participant.is_not_distinct_from(draft.by.participant),
            link.to_person.is_not_distinct_from(draft.brought.person),
            link.to_participant.is_not_distinct_from(draft.brought.participant),
            link.into == draft.into,
        )
    )
    return Id(known.id) if known else _add_link(session, draft)


@action(mark("Who brought whom taken back"))
def forget_brought(session: Session, id_: Id) -> None:
    """Take back a link between two pupils."""
    session.delete(own(session, t.PeerLink, id_))
    session.flush()


def _add_link(session: Session, draft: BroughtDraft) -> Id:
    """A new link between two pupils."""
    row = t.PeerLink(
        id=new_id(),
        from_person=draft.by.person,
        from_participant=draft.by.participant,
        to_person=draft.brought.person,
        to_participant=draft.brought.participant,
        into=draft.into,
        since_on=draft.since_on,
        session=draft.session,
    )
    session.add(row)
    session.flush()
    return Id(row.id)


def into_of(session: Session, held: t.GroupSession) -> Into:
    """Into what somebody is brought who is brought to a session."""
    kind = own(session, t.GroupSeries, held.series).kind
    return Into.HOMEWORK_CLASS if kind == Kind.HOMEWORK_CLASS else Into.LEISURE
