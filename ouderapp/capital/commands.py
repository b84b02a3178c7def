"""Noting a tendency, making a picture together, changing and deleting; each is one act."""

from collections.abc import Iterable
from dataclasses import asdict, replace

from sqlalchemy.orm import Session

from ouderapp.base.errors import FieldMissing
from ouderapp.base.i18n import mark
from ouderapp.base.ids import Id, new_id
from ouderapp.capital.records import By, ObservationDraft
from ouderapp.capital.rules import check_observation
from ouderapp.store import tables
from ouderapp.store.journal import action
from ouderapp.store.own import own
from ouderapp.store.removal import remove


@action(mark("Tendency noted"))
def observe(session: Session, draft: ObservationDraft) -> Id:
    """Write one observation of a capital; raises the problems of `check_observation`."""
    check_observation(draft)
    return _add(session, draft)


@action(mark("Picture made together"))
def make_picture(session: Session, drafts: Iterable[ObservationDraft]) -> list[Id]:
    """Write the capitals that worker and family looked at together, as one act.

    Raises FieldMissing without any, and the problems of `check_observation`.
    """
    together = [replace(draft, by=By.TOGETHER) for draft in drafts]
    if not together:
        raise FieldMissing(field="step")
    for draft in together:
        check_observation(draft)
    return [_add(session, draft) for draft in together]


@action(mark("Tendency changed"))
def edit_observation(session: Session, observation: Id, draft: ObservationDraft) -> None:
    """Make an observation say what the draft says; raises NotFound."""
    check_observation(draft)
    row = own(session, tables.CapitalObservation, observation)
    for name, value in _values(draft).items():
        setattr(row, name, value)
    session.flush()


@action(mark("Tendency moved to the bin"))
def delete_observation(session: Session, observation: Id) -> None:
    """Move an observation to the bin; raises NotFound."""
    remove(session, own(session, tables.CapitalObservation, observation))


def _add(session: Session, draft: ObservationDraft) -> Id:
    row = tables.CapitalObservation(id=new_id(), **_values(draft))
    session.add(row)
    session.flush()
    return Id(row.id)


def _values(draft: ObservationDraft) -> dict[str, object]:
    tidy = {name: (getattr(draft, name) or "").strip() or None for name in ("own_words", "note")}
    return asdict(draft) | tidy
