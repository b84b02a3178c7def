"""The lists the office counts by: a code outside them is set aside, not refused (FORMAT.md 14)."""

from collections.abc import Mapping
from enum import StrEnum

from ouderapp.base.capitals import Capital
from ouderapp.base.themes import Theme
from ouderapp.contacts.kinds import Initiative, Kind
from ouderapp.exchange.sent import SENT
from ouderapp.exchange.value_types import value_type
from ouderapp.groups.codes import Mark, State, Step


def _codes(*enums: type[StrEnum]) -> frozenset[str]:
    return frozenset(member.value for enum in enums for member in enum)


LISTS: Mapping[str, frozenset[str]] = {
    "capital": _codes(Capital),
    "contact_kind": _codes(Kind),
    "initiative": _codes(Initiative),
    "mark": _codes(Mark),
    "session_state": _codes(State),
    "step": _codes(Step),
    "theme": _codes(Theme),
}


def coded_fields(table: str) -> tuple[tuple[str, frozenset[str]], ...]:
    """The fields of a table whose codes the office knows, with their list."""
    kinds = ((field, value_type(text)) for name, field, text, _ in SENT if name == table)
    return tuple((field, LISTS[kind.target]) for field, kind in kinds if kind.target in LISTS)
