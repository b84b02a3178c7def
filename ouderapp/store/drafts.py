"""Half-typed text, kept in the encrypted store until it is saved or thrown away."""

from collections.abc import Callable, Iterator
from functools import wraps
from typing import Any, Concatenate, ParamSpec, TypeVar, cast

import sqlalchemy as sa
from sqlalchemy.orm import Session

from ouderapp.base.forbidden import check_free_text
from ouderapp.base.ids import is_id
from ouderapp.store.journal import moment
from ouderapp.store.tables.journal import Draft

P = ParamSpec("P")
T = TypeVar("T")


def keep_draft(session: Session, name: str, body: dict[str, Any]) -> None:
    """Keep the state of a form under its name; forbidden numbers are refused here too."""
    for field, value in body.items():
        for text in _texts_in(value):
            if not is_id(text):
                check_free_text(**{field: text})
    row = _found(session, name)
    if row is not None and _only(session) and row.name != _apart(session, name):
        session.delete(row)
        row = None
    if row is None:
        session.add(Draft(name=_apart(session, name), body=body, at=moment()))
    else:
        row.body, row.at = body, moment()
    session.flush()


def draft_of(session: Session, name: str) -> dict[str, Any] | None:
    """The kept state of a form, None when there is none."""
    row = _found(session, name)
    return None if row is None else dict(row.body)


def drafts(session: Session) -> list[tuple[str, dict[str, Any]]]:
    """All drafts by name, the newest first."""
    found = session.scalars(sa.select(Draft).order_by(Draft.at.desc(), Draft.name))
    return [(row.name, dict(row.body)) for row in found]


def drop_draft(session: Session, name: str) -> None:
    """Forget a draft; nothing happens when there is none."""
    row = _found(session, name)
    if row is not None:
        session.delete(row)
        session.flush()


def forgetting(
    work: Callable[Concatenate[Session, P], T], name: str
) -> Callable[Concatenate[Session, P], T]:
    """The same named act, which forgets a draft as it is saved: both happen, or nothing does."""

    @wraps(work)
    def saved(session: Session, *args: P.args, **kwargs: P.kwargs) -> T:
        answer = work(session, *args, **kwargs)
        drop_draft(session, name)
        return answer

    return cast(Callable[Concatenate[Session, P], T], saved)


def _only(session: Session) -> str:
    return str(session.info.get("only", ""))


def _apart(session: Session, name: str) -> str:
    """The name in look-along mode: a draft that is hidden then may have the plain one (X05)."""
    only = _only(session)
    return f"{name}@{only}" if only and not name.endswith(f"@{only}") else name


def _found(session: Session, name: str) -> Draft | None:
    """The draft of a form; outside the mode also one that was kept in it and still waits."""
    row = session.get(Draft, _apart(session, name)) or session.get(Draft, name)
    if row is not None or _only(session):
        return row
    kept_apart = Draft.name.startswith(f"{name}@", autoescape=True)
    newest = sa.select(Draft).where(kept_apart).order_by(Draft.at.desc(), Draft.name).limit(1)
    return session.scalars(newest).first()


def _texts_in(value: Any) -> Iterator[str]:
    """Every text in a value that JSON can hold, however deep."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, (list, tuple, dict)):
        for part in value.values() if isinstance(value, dict) else value:
            yield from _texts_in(part)
