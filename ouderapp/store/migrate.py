"""Bring a store up to this version: its own steps, run by the program, a verified copy first."""

from functools import partial
from pathlib import Path

import sqlalchemy as sa

from ouderapp.store.problems import StoreDamaged, StoreNewer

HEAD = "0001"
STEPS = Path(__file__).parent / "migrations"
WHOLE = [("ok",)]


def schema_of(engine: sa.Engine) -> str:
    """The number of the last step that this store took; empty for a new store."""
    with engine.connect() as conn:
        known = conn.exec_driver_sql(
            "SELECT count(*) FROM sqlite_master WHERE name = 'alembic_version'"
        ).scalar()
        if not known:
            return ""
        return str(conn.exec_driver_sql("SELECT version_num FROM alembic_version").scalar() or "")


def bring_up_to_date(
    engine: sa.Engine, store: Path, *, head: str = HEAD, steps: Path = STEPS
) -> None:
    """Take every step that is still missing, each in one transaction.

    A store that holds something is first copied beside it and the copy is read back. A step that
    leaves a reference without its record is taken back.
    Raises StoreNewer for a store that a newer version made, StoreDamaged for dangling references.
    """
    found = schema_of(engine)
    if found == head:
        return
    if found > head:
        raise StoreNewer
    if found:
        copy_aside(engine, store.with_name(f"before-{found}.db"))
    _upgrade(engine, steps)


def copy_aside(engine: sa.Engine, target: Path) -> Path:
    """A whole encrypted copy under the same key, checked page by page; raises StoreDamaged."""
    target.unlink(missing_ok=True)
    with engine.connect() as conn:
        raw = conn.connection.dbapi_connection
        assert raw is not None
        raw.execute("VACUUM INTO ?", (str(target),))
        raw.execute("ATTACH ? AS aside", (str(target),))
        try:
            answer = raw.execute("PRAGMA aside.integrity_check").fetchall()
        finally:
            raw.execute("DETACH aside")
    if answer != WHOLE:
        target.unlink()
        raise StoreDamaged
    return target


def _upgrade(engine: sa.Engine, steps: Path) -> None:
    # Alembic costs 100 ms to import and is needed only when there is a step to take.
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(steps).replace("%", "%%"))
    with engine.connect() as conn:
        raw = conn.connection.dbapi_connection
        assert raw is not None
        # A recreated table would otherwise delete every row that refers to it.
        raw.execute("PRAGMA foreign_keys = OFF")
        try:
            config.attributes["connection"] = conn
            config.attributes["after_step"] = partial(_after_step, conn, triggers_of(conn))
            command.upgrade(config, "head")
            conn.commit()
        finally:
            raw.execute("PRAGMA foreign_keys = ON")


def triggers_of(conn: sa.Connection) -> dict[str, tuple[str, str]]:
    """Every trigger by name: its table and how it is made."""
    found = conn.exec_driver_sql(
        "SELECT name, tbl_name, sql FROM sqlite_master WHERE type = 'trigger'"
    )
    return {name: (table, made_by) for name, table, made_by in found}


def _after_step(conn: sa.Connection, before: dict[str, tuple[str, str]], **_told: object) -> None:
    """Inside the transaction of a step: put lost triggers back, refuse dangling references."""
    tables = set(conn.exec_driver_sql("SELECT name FROM sqlite_master").scalars())
    for name, (table, made_by) in before.items():
        # Recreating a table drops its triggers without a word.
        if name not in tables and table in tables:
            conn.exec_driver_sql(made_by)
    before.update(triggers_of(conn))
    if conn.exec_driver_sql("PRAGMA foreign_key_check").first() is not None:
        raise StoreDamaged
