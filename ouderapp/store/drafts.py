"""Half-typed text, kept in the encrypted store until it is saved or thrown away."""

from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from ouderapp.base.forbidden import check_free_text
from ouderapp.store.journal import moment
from ouderapp.store.tables.journal import Draft


def keep_draft(session: Session, name: str, body: dict[str, Any]) -> None:
    """Keep the state of a form under its name; forbidden numbers are refused here too."""
    check_free_text(**{key: text for key, text in body.items() if isinstance(text, str)})
    row = session.get(Draft, name)
    if row is None:
        session.add(Draft(name=name, body=body, at=moment()))
    else:
        row.body, row.at = body, moment()
    session.flush()


def draft_of(session: Session, name: str) -> dict[str, Any] | None:
    """The kept state of a form, None when there is none."""
    row = session.get(Draft, name)
    return None if row is None else dict(row.body)


def drafts(session: Session) -> list[tuple[str, dict[str, Any]]]:
    """All drafts by name, the newest first."""
    found = session.scalars(sa.select(Draft).order_by(Draft.at.desc(), Draft.name))
    return [(row.name, dict(row.body)) for row in found]


def drop_draft(session: Session, name: str) -> None:
    """Forget a draft; nothing happens when there is none."""
    session.execute(sa.delete(Draft).where(Draft.name == name))
