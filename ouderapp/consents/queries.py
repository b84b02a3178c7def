"""The register of consents: of one family, and those that end soon."""

from datetime import date

import sqlalchemy as sa
from sqlalchemy.orm import Session

from ouderapp.base.ids import Id
from ouderapp.consents.records import ConsentRow
from ouderapp.consents.rules import DAYS_BEFORE_LAPSING, lapses_soon, state_of
from ouderapp.store import tables as t
from ouderapp.store.as_record import as_record


def consents_of(session: Session, family: Id, day: date) -> list[ConsentRow]:
    """The consents of one family as they stand on this day, the newest first."""
    row = t.Consent
    query = sa.select(row).where(row.worker == "", row.family == family)
    found = list(session.scalars(query.order_by(row.given_on.desc(), row.nr.desc())))
    names = _names(session, found)
    return [_row(one, names, day) for one in found]


def lapsing(session: Session, day: date, days: int = DAYS_BEFORE_LAPSING) -> list[ConsentRow]:
    """Consents of open files that end within so many days, the first to end first."""
    row, family = t.Consent, t.Family
    query = (
        sa.select(row)
        .join(family, sa.and_(family.worker == "", family.id == row.family))
        .where(row.worker == "", row.withdrawn_on.is_(None), row.lapses_on >= day)
        .where(family.closed_on.is_(None))
        .order_by(row.lapses_on, row.nr)
    )
    found = [one for one in session.scalars(query) if lapses_soon(one.lapses_on, day, days)]
    names = _names(session, found)
    return [_row(one, names, day) for one in found]


def _names(session: Session, consents: list[t.Consent]) -> dict[str, str]:
    wanted = {id_ for one in consents for id_ in (*one.given_by, one.person) if id_}
    person = t.Person
    query = sa.select(person.id, person.given_name, person.family_name)
    rows = session.execute(query.where(person.worker == "", person.id.in_(wanted)))
    return {id_: f"{given or ''} {family or ''}".strip() for id_, given, family in rows}


def _row(one: t.Consent, names: dict[str, str], day: date) -> ConsentRow:
    return as_record(
        ConsentRow,
        one,
        person_name=names.get(one.person or "", ""),
        giver_names=tuple(names[id_] for id_ in one.given_by if id_ in names),
        state=state_of(one.given_on, one.lapses_on, one.withdrawn_on, day),
    )
