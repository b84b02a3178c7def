"""Finding one record of one's own store, never a row that came from another worker."""

from typing import TypeVar

import sqlalchemy as sa
from sqlalchemy.orm import Session

from ouderapp.base.errors import NotFound
from ouderapp.store.tables.base import Record

R = TypeVar("R", bound=Record)


def own(session: Session, record_class: type[R], id_: str) -> R:
    """The record with this identity; raises NotFound when it is gone."""
    found = session.scalar(
        sa.select(record_class).where(record_class.worker == "", record_class.id == id_)
    )
    if found is None:
        raise NotFound
    return found
