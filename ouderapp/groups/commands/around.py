"""What surrounds a group: recommendations, invitations, evaluations."""

from dataclasses import asdict, replace
from datetime import date

import sqlalchemy as sa
from sqlalchemy.orm import Session

from ouderapp.base.i18n import mark
from ouderapp.base.ids import Id, new_id
from ouderapp.groups import problems
from ouderapp.groups.records import EvaluationDraft, InvitationDraft, RecommendationDraft
from ouderapp.groups.rules import (
    check_count,
    check_evaluation,
    check_invitation,
    check_recommendation,
)
from ouderapp.store import tables as t
from ouderapp.store.journal import action
from ouderapp.store.own import own


@action(mark("Recommendation noted"))
def recommend(session: Session, draft: RecommendationDraft) -> Id:
    """Somebody was recommended for a group; twice for the same group is once (A04, DOMAIN 8.5)."""
    check_recommendation(draft)
    own(session, t.GroupSeries, draft.series)
    row = _recommendation_of(session, draft) or t.Recommendation(
        id=new_id(),
        series=draft.series,
        person=draft.who.person,
        participant=draft.who.participant,
        recommended_on=draft.recommended_on,
    )
    row.recommended_on = min(row.recommended_on, draft.recommended_on)
    row.partner = draft.partner or row.partner
    row.reason = draft.reason or row.reason
    row.invited_on = draft.invited_on or row.invited_on
    if draft.is_parent_informed is not None:
        row.is_parent_informed = draft.is_parent_informed
    session.add(row)
    session.flush()
    return Id(row.id)


@action(mark("Noted that a pupil was invited"))
def note_invited(session: Session, id_: Id, invited_on: date) -> None:
    """The recommended pupil was invited on this day."""
    row = own(session, t.Recommendation, id_)
    if invited_on < row.recommended_on:
        raise problems.EndsBeforeStart(field="invited_on")
    row.invited_on = invited_on
    session.flush()


@action(mark("Recommendation removed"))
def remove_recommendation(session: Session, id_: Id) -> None:
    """Take back a recommendation that was noted by mistake."""
    session.delete(own(session, t.Recommendation, id_))
    session.flush()


@action(mark("Invitation written"))
def write_invitation(session: Session, draft: InvitationDraft) -> Id:
    """An invitation made ready here; sending it happens elsewhere, by hand (A05)."""
    check_invitation(draft)
    row = t.Invitation(id=new_id(), **asdict(draft))
    session.add(row)
    session.flush()
    return Id(row.id)


@action(mark("Invitation changed"))
def change_invitation(session: Session, id_: Id, draft: InvitationDraft) -> None:
    """Other words, another way or other classes."""
    check_invitation(draft)
    row = own(session, t.Invitation, id_)
    for name, value in asdict(draft).items():
        setattr(row, name, value)
    session.flush()


@action(mark("Noted that an invitation was sent"))
def note_sent(session: Session, id_: Id, sent_on: date, invited: int | None = None) -> None:
    """The invitation was sent by hand on this day, to so many. Raises SentBeforeWritten."""
    check_count(invited, "invited")
    row = own(session, t.Invitation, id_)
    if sent_on < row.prepared_on:
        raise problems.SentBeforeWritten
    row.sent_on = sent_on
    row.invited = invited if invited is not None else row.invited
    session.flush()


@action(mark("Replies counted"))
def count_replies(session: Session, id_: Id, replied: int) -> None:
    """How many answered an invitation; saying no is an answer, not a mark (decision 20)."""
    check_count(replied, "replied")
    own(session, t.Invitation, id_).replied = replied
    session.flush()


@action(mark("Invitation removed"))
def remove_invitation(session: Session, id_: Id) -> None:
    """An invitation goes."""
    session.delete(own(session, t.Invitation, id_))
    session.flush()


@action(mark("Evaluation noted"))
def evaluate(session: Session, draft: EvaluationDraft) -> Id:
    """What was found and decided after some sessions (A17). Raises EvaluationEmpty."""
    check_evaluation(draft)
    draft = replace(draft, sessions=tuple(sorted(draft.sessions)))
    row = t.Evaluation(id=new_id(), **asdict(draft))
    session.add(row)
    session.flush()
    return Id(row.id)


@action(mark("Evaluation changed"))
def change_evaluation(session: Session, id_: Id, draft: EvaluationDraft) -> None:
    """Other words for an evaluation."""
    check_evaluation(draft)
    row = own(session, t.Evaluation, id_)
    for name, value in asdict(draft).items():
        setattr(row, name, value)
    session.flush()


def _recommendation_of(session: Session, draft: RecommendationDraft) -> t.Recommendation | None:
    row = t.Recommendation
    return session.scalar(
        sa.select(row).where(
            row.worker == "",
            row.series == draft.series,
            row.person.is_not_distinct_from(draft.who.person),
            row.participant.is_not_distinct_from(draft.who.participant),
        )
    )
