"""The afternoon of Tuesday 25 March 2025, and a family that is known."""

from collections.abc import Iterator

import pytest

from ouderapp.base import clock
from ouderapp.base.ids import Id
from tests.ui.contacts.driving import TODAY, haddad
from tests.ui.screen import Screen


@pytest.fixture(autouse=True)
def afternoon() -> Iterator[None]:
    """14:00, all the time."""
    with clock.standing_at(TODAY, hour=14):
        yield


@pytest.fixture
def family(screen: Screen) -> Id:
    """Haddad: a mother and a daughter."""
    return Id(screen.run(haddad))
