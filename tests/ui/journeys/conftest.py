"""The journeys of UX 1: a hand that is counted, at 14:05 on Tuesday 25 March 2025."""

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtWidgets import QApplication

from ouderapp.base import clock
from tests.ui.journeys.hand import Hand
from tests.ui.screen import Screen
from tests.yardstick.meter import Meter


@pytest.fixture
def hand(app: QApplication, screen: Screen) -> Iterator[Hand]:
    """The keyboard of a person who stands in the corridor."""
    meter = Meter()
    with clock.standing_at(date(2025, 3, 25), hour=14):
        app.installEventFilter(meter)
        yield Hand(screen, meter)
        app.removeEventFilter(meter)
