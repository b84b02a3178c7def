"""The page on the last day of March, linked, with one visit to close."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy.orm import Session

from ouderapp.base import clock
from ouderapp.base.i18n import mark
from ouderapp.contacts.commands import record_contact
from ouderapp.exchange.answering import answer_worker, confirm_worker
from ouderapp.exchange.enrolment import confirm_office, make_worker_file, read_office_file
from ouderapp.exchange.own_office import set_up_office
from ouderapp.store.database import Database
from ouderapp.store.journal import action
from ouderapp.ui.month_end.page import MonthEndPage
from tests.exchange.conftest import Opening, opening
from tests.ui.screen import Screen
from tests.work_builders import a_contact_draft, a_family

__all__ = ["opening"]

LAST_DAY = date(2025, 3, 31)


@action(mark("Contact recorded"))
def visit(session: Session, *, has_family: bool = True) -> None:
    family = a_family(session) if has_family else None
    record_contact(session, a_contact_draft(family, held_on=date(2025, 3, 10), summary="Thuis."))


@pytest.fixture
def office(opening: Opening) -> Database:
    """An office with its own store."""
    database = opening("office")
    database.run(set_up_office, "Voorbeeldkantoor", "000 00 00 00", "coded")
    return database


def link_with(screen: Screen, office: Any) -> None:
    """Link the laptop of this screen on the third of March, and note one visit."""
    with clock.standing_at(date(2025, 3, 3)):
        offer = office.run(answer_worker, screen.run(make_worker_file, "Medewerker 1"))
        answer = screen.run(read_office_file, offer.answer)
        screen.run(confirm_office, answer.manifest)
        office.run(confirm_worker, offer.key_id)
    screen.run(visit)


@pytest.fixture
def page(screen: Screen, office: Database) -> Iterator[MonthEndPage]:
    """The page on the last day of March, linked since the third, with one visit to close."""
    link_with(screen, office)
    with clock.standing_at(LAST_DAY):
        opened = screen.open("month_end")
        assert isinstance(opened, MonthEndPage)
        yield opened


@pytest.fixture
def stick(page: MonthEndPage, tmp_path: Path) -> Path:
    """A folder that is chosen as the stick."""
    folder = tmp_path / "KINGSTON"
    folder.mkdir()
    page.work.hand_over.take_folder(folder)
    return folder
