"""What tests of the tabs of a dossier use: a family, and a tab that follows what is written."""

from collections.abc import Callable, Iterator
from datetime import date
from typing import TypeVar

import pytest
from sqlalchemy.orm import Session

from ouderapp.base import clock
from ouderapp.base.ids import Id
from ouderapp.store.journal import action
from ouderapp.ui.background import Background
from ouderapp.ui.part import Part
from tests.ui.screen import Screen
from tests.work_builders import a_family, a_person

P = TypeVar("P", bound=Part)
Shown = Callable[[type[P]], P]


@action("test")
def haddad(session: Session) -> Id:
    """A family with a mother and a daughter."""
    family = a_family(session, "Haddad")
    a_person(session, family)
    a_person(session, family, "Sara", "dochter")
    return family


@pytest.fixture(autouse=True)
def afternoon() -> Iterator[None]:
    with clock.standing_at(date(2025, 3, 25), hour=14):
        yield


@pytest.fixture
def family(screen: Screen) -> Id:
    """The family of the dossier."""
    return Id(screen.run(haddad))


@pytest.fixture
def shown(screen: Screen, background: Background, family: Id) -> Callable[[type[Part]], Part]:
    """Shows a tab as the dossier does: it asks its rows, and again when its tables changed."""

    def show(kind: type[Part]) -> Part:
        made = kind(background, family)
        made.resize(1100, 560)
        made.reload()
        background.changed.connect(lambda tables: made.reload() if tables & kind.tables else None)
        return screen.show(made)

    return show
