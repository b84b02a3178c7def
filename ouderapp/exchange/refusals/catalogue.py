"""Every reason by its identifier: for a receipt, a log line, or the list of the inbox."""

from collections.abc import Mapping
from functools import cache
from string import Formatter
from typing import Any

from ouderapp.base.errors import Problem
from ouderapp.exchange.refusals import file, order, rows, sender, worker_side
from ouderapp.exchange.refusals.refusal import Refusal
from ouderapp.sealing import refusals as envelope

UNKNOWN_PLACE = "?"


@cache
def catalogue() -> Mapping[str, type[Problem]]:
    """Identifier to class, the envelope's included."""
    modules = (file, sender, order, rows, worker_side, envelope)
    found = [kind for module in modules for kind in vars(module).values() if _is_reason(kind)]
    return {kind.reason: kind for kind in found}


def problem_for(reason: str, places: Mapping[str, object] | None = None) -> Problem:
    """A problem to show for an identifier; places that nobody knows any more show as `?`.

    An identifier of a newer version gives the general sentence.
    """
    kind = catalogue().get(reason, Refusal)
    names = [name for _, name, _, _ in Formatter().parse(kind.message) if name]
    filled: dict[str, Any] = dict.fromkeys(names, UNKNOWN_PLACE) | dict(places or {})
    return kind(**filled)


def _is_reason(kind: object) -> bool:
    return isinstance(kind, type) and issubclass(kind, Problem) and bool(kind.reason)
