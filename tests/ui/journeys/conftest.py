"""The journeys of UX 1: a hand that is counted, at 14:05 on Tuesday 25 March 2025."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from ouderapp.base import clock
from ouderapp.sealing.argon import Cost
from ouderapp.ui.start import vaults
from tests.ui.journeys.hand import Hand
from tests.ui.journeys.real_hand import RealHand
from tests.ui.journeys.started import a_vault, started
from tests.ui.screen import Screen
from tests.yardstick.meter import Meter

KIND: type[Hand] = RealHand if os.environ.get("OUDERAPP_KEYS") == "real" else Hand
"""Real keys need a screen and a window manager; `test_on_a_belgian_keyboard.py` brings both."""


@pytest.fixture
def hand(app: QApplication, screen: Screen) -> Iterator[Hand]:
    """The keyboard of a person who stands in the corridor."""
    with _counted(app) as meter:
        yield KIND(screen, meter)


@pytest.fixture
def cheap(monkeypatch: pytest.MonkeyPatch) -> None:
    """A key derivation that takes no time."""
    monkeypatch.setattr(vaults, "cheap", Cost(8, 1))


@pytest.fixture
def new_hand(app: QApplication, cheap: None, tmp_path: Path) -> Iterator[Hand]:
    """The keyboard of a person who starts the program for the first time."""
    with _counted(app) as meter, started(app, tmp_path / "vault") as screen:
        yield KIND(screen, meter)


@pytest.fixture
def locked_hand(app: QApplication, cheap: None, tmp_path: Path) -> Iterator[Hand]:
    """The keyboard of a person in front of the locked window; PHRASE opens it."""
    a_vault(tmp_path / "vault")
    with _counted(app) as meter, started(app, tmp_path / "vault") as screen:
        yield KIND(screen, meter)


@contextmanager
def _counted(app: QApplication) -> Iterator[Meter]:
    """Every key is counted, on Tuesday 25 March 2025."""
    meter = Meter()
    with clock.standing_at(date(2025, 3, 25), hour=14):
        app.installEventFilter(meter)
        yield meter
        app.removeEventFilter(meter)
