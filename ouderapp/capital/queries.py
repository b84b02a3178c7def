"""The capitals of a family: every observation, the last tendency of each, the pictures."""

from datetime import date

import sqlalchemy as sa
from sqlalchemy.orm import Session

from ouderapp.base.capitals import Capital
from ouderapp.base.ids import Id
from ouderapp.capital.records import ObservationRow, Picture
from ouderapp.store.as_record import as_record
from ouderapp.store.tables import CapitalObservation


def observations_of(session: Session, family: Id) -> list[ObservationRow]:
    """Every observation of one family, the newest first, within a day in the order of capitals."""
    asked = sa.select(CapitalObservation).where(CapitalObservation.family == family)
    rows = [as_record(ObservationRow, row) for row in session.scalars(asked)]
    order = {capital.value: at for at, capital in enumerate(Capital)}
    in_order = sorted(rows, key=lambda row: order.get(row.capital, len(order)))
    return sorted(in_order, key=lambda row: row.observed_on, reverse=True)


def tendencies_of(session: Session, family: Id) -> dict[str, ObservationRow]:
    """{capital: its newest observation}, capitals never looked at left out."""
    found: dict[str, ObservationRow] = {}
    for row in observations_of(session, family):
        found.setdefault(row.capital, row)
    return {capital: found[capital] for capital in Capital if capital in found}


def pictures_of(session: Session, family: Id) -> list[Picture]:
    """The pictures made together with the family, the oldest first."""
    by_day: dict[date, dict[str, ObservationRow]] = {}
    for row in observations_of(session, family):
        if row.step is not None:
            by_day.setdefault(row.observed_on, {}).setdefault(row.capital, row)
    return [Picture(day, by_day[day]) for day in sorted(by_day)]
