"""Which actions a person runs from the search box most, kept as a setting."""

from collections.abc import Iterable

from sqlalchemy.orm import Session

from ouderapp.store.settings import set_setting, setting

NAME = "used_actions"


def count_use(session: Session, act: str) -> None:
    """One more time this action of the registry."""
    uses: dict[str, int] = dict(setting(session, NAME, {}))
    set_setting(session, NAME, uses | {act: uses.get(act, 0) + 1})


def most_used(session: Session, number: int, otherwise: Iterable[str] = ()) -> list[str]:
    """The actions used most, at most `number`, filled up with the ones that are given."""
    uses: dict[str, int] = setting(session, NAME, {})
    order = sorted(uses, key=lambda act: -uses[act])
    return list(dict.fromkeys([*order, *otherwise]))[:number]
