"""Look-along mode: views in front of the tables, so that every question meets one family only."""

import re
from collections.abc import Mapping
from typing import Any

import sqlalchemy as sa
from sqlalchemy import event

from ouderapp.store.tables.base import Base

_PERSONS = "SELECT person FROM main.member WHERE family = '{family}'"
_OF_FAMILY = "family = '{family}'"
_OF_PERSON = f"person IN ({_PERSONS})"
_BETWEEN = f"from_person IN ({_PERSONS}) AND to_person IN ({_PERSONS})"
_CAME = f"SELECT id FROM main.participation WHERE {_OF_PERSON}"
_NOBODY = "0"
_TOLD = "json_extract(coalesce(after, before), '$.{0}')"
_IN_JOURNAL = (
    "(tbl = 'family' AND id = '{family}')"
    f" OR ({_TOLD.format('family')} = '{{family}}')"
    f" OR (tbl = 'person' AND id IN ({_PERSONS}))"
    f" OR (tbl IN ('schooling', 'residence', 'co_account')"
    f" AND {_TOLD.format('person')} IN ({_PERSONS}))"
)

SEEN: Mapping[str, str] = {
    "family": "id = '{family}'",
    **dict.fromkeys(
        ("appointment", "capital_observation", "consent", "contact", "follow_up", "help_request",
         "household", "letter", "member", "private_note", "referral", "rights_check"),
        _OF_FAMILY,
    ),
    **dict.fromkeys(
        ("co_account", "parent_attendance", "participation", "recommendation", "residence",
         "schooling"),
        _OF_PERSON,
    ),
    **dict.fromkeys(("peer_link", "relation"), _BETWEEN),
    "person": f"id IN ({_PERSONS})",
    "homework_question": f"participation IN ({_CAME})",
    "draft": "json_extract(body, '$.family') = '{family}' OR substr(name, -33) = '@{family}'",
    **dict.fromkeys(("evaluation", "invitation", "participant", "set_aside"), _NOBODY),
}  # fmt: skip
"""Which rows of a table are there; `{family}` is the identity of the open family."""

EMPTIED: Mapping[str, tuple[tuple[str, ...], str]] = {
    "journal": (("before", "after"), _IN_JOURNAL),
    "group_session": (("note",), _NOBODY),
    "group_series": (("note",), _NOBODY),
    "group_phase": (("reason",), _NOBODY),
}
"""Rows that others are counted by stay; these columns are empty where the rule does not hold."""

WHOLE = frozenset(
    ("action", "count", "day_off", "directory_person", "epoch", "head", "identity", "inbox",
     "office", "office_policy", "office_recipient", "outbox", "partner", "pin", "received",
     "school", "setting", "shared", "tombstone", "writer")
)  # fmt: skip
"""Tables that hold no family: services, schools, settings, and the coded side of bundles."""

_WRITES = re.compile(r"^\s*(INSERT(?:\s+OR\s+\w+)?\s+INTO|UPDATE|DELETE\s+FROM)\s+(?=\w)", re.I)


def begin(engine: sa.Engine, family: str) -> None:
    """From now on this store shows this family only (SECURITY 3, the glance of somebody).

    A view of the connection itself goes before a table of the same name, whoever asks and however.
    """
    end(engine)
    assert family.isalnum()
    with engine.connect() as conn:
        for table in (*SEEN, *EMPTIED):
            view = f"CREATE TEMP VIEW {table} AS {_chosen(table).format(family=family)}"
            _raw(conn).execute(view)
    event.listen(engine, "before_cursor_execute", _write_past, retval=True)


def end(engine: sa.Engine) -> None:
    """Show everything again."""
    if event.contains(engine, "before_cursor_execute", _write_past):
        event.remove(engine, "before_cursor_execute", _write_past)
    with engine.connect() as conn:
        for table in (*SEEN, *EMPTIED):
            _raw(conn).execute(f"DROP VIEW IF EXISTS temp.{table}")


def _raw(conn: sa.Connection) -> Any:
    return conn.connection.dbapi_connection


def _write_past(
    _conn: object, _cursor: object, statement: str, values: Any, _context: object, _many: bool
) -> tuple[str, Any]:
    """What is written goes to the table itself: a view can only be read."""
    return _WRITES.sub(r"\1 main.", statement, count=1), values


def _chosen(table: str) -> str:
    if table in SEEN:
        return f"SELECT * FROM main.{table} WHERE {SEEN[table]}"
    emptied, rule = EMPTIED[table]
    columns = (
        f"CASE WHEN {rule} THEN {name} END AS {name}" if name in emptied else name
        for name in (column.name for column in Base.metadata.tables[table].columns)
    )
    return f"SELECT {', '.join(columns)} FROM main.{table}"
