"""The few settings, kept inside the store: encrypted, and in every backup."""

from typing import Any

from sqlalchemy.orm import Session

from ouderapp.store.tables.journal import Setting


def setting(session: Session, name: str, default: Any = None) -> Any:
    """The value of a setting, or the default when nobody ever set it."""
    row = session.get(Setting, name)
    return default if row is None else row.value


def set_setting(session: Session, name: str, value: Any) -> None:
    """Keep a value that JSON can hold under this name."""
    row = session.get(Setting, name)
    if row is None:
        session.add(Setting(name=name, value=value))
    else:
        row.value = value
    session.flush()
