"""The window in the role of the office, with one worker who was enrolled in January."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from ouderapp.base import clock
from ouderapp.exchange.answering import answer_worker, confirm_worker
from ouderapp.exchange.enrolment import confirm_office, make_worker_file, read_office_file
from ouderapp.office.commands import make_office
from ouderapp.office.records import OfficeDraft
from ouderapp.ui.background import Background
from ouderapp.ui.main_window import MainWindow
from ouderapp.ui.pages import OFFICE
from tests.exchange.conftest import Opening, opening
from tests.exchange.sides import Link
from tests.ui.screen import Screen
from tests.ui.windows import Windows

__all__ = ["opening"]

DRAFT = OfficeDraft("Centraal kantoor", "000 00 00 00")


class OfficeScreen(Screen):
    """The window in the role of the office."""

    def __init__(self, background: Background) -> None:
        Windows.__init__(self, background)
        self.window = MainWindow(background, role=OFFICE)
        self.window.resize(1366, 768)
        self.window.show()
        self.window.activateWindow()


@pytest.fixture
def desk(background: Background) -> Iterator[OfficeScreen]:
    """The office's window with an empty store."""
    with clock.standing_at(date(2025, 4, 28)):
        driven = OfficeScreen(background)
        yield driven
        driven.close()


@pytest.fixture
def link(desk: OfficeScreen, opening: Opening) -> Link:
    """A worker of this office since January; the store of the office is behind the window."""
    worker = opening("worker")
    with clock.standing_at(date(2025, 1, 6)):
        desk.run(make_office, DRAFT)
        offer = desk.run(answer_worker, worker.run(make_worker_file, "Lies Verhaege"))
        answer = worker.run(read_office_file, offer.answer)
        worker.run(confirm_office, answer.manifest)
        worker_id = desk.run(confirm_worker, offer.key_id)
    nobody: Any = None
    return Link(worker, nobody, worker_id, offer.key_id)


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    """A folder as a stick shows it."""
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder
