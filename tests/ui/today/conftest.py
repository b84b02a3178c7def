"""The afternoon of Tuesday 25 March 2025, and a family with a full day."""

from collections.abc import Iterator

import pytest

from ouderapp.base import clock
from ouderapp.base.ids import Id
from tests.ui.screen import Screen
from tests.ui.today.days import TODAY, a_full_day


@pytest.fixture(autouse=True)
def afternoon() -> Iterator[None]:
    """14:00, all the time."""
    with clock.standing_at(TODAY, hour=14):
        yield


@pytest.fixture
def family(screen: Screen) -> Id:
    """Haddad, around whom everything of the day turns."""
    return Id(screen.run(a_full_day))
