"""Medewerkers on screen: set up the office, enrol, see what is missing, another agreement."""

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from ouderapp.exchange.enrolment import make_worker_file, read_office_file
from ouderapp.office.commands import make_office
from ouderapp.office.queries import laptops, office
from ouderapp.store.database import Database
from ouderapp.ui.office.enrol_sheet import EnrolSheet
from ouderapp.ui.office.inbox_page import InboxPage
from tests.exchange.conftest import Opening, opening
from tests.exchange.sides import Link
from tests.office.month import a_month, on_stick

__all__ = ["opening"]

from tests.ui.office.conftest import DRAFT, OfficeScreen


def _inbox(desk: OfficeScreen) -> InboxPage:
    page = desk.open("office_inbox")
    assert isinstance(page, InboxPage)
    return page


def _taken_in(desk: OfficeScreen, stick: Path) -> InboxPage:
    page = _inbox(desk)
    page.take_folder(stick)
    desk.wait()
    return page


def _front(kind: type[Any]) -> Any:
    return next(one for one in QApplication.topLevelWidgets() if isinstance(one, kind))


def test_the_office_has_its_own_destinations_and_no_families(desk: OfficeScreen) -> None:
    """SECURITY 10: an office clerk writes nothing about a family."""
    assert list(desk.window.places) == ["office_workers", "office_inbox", "reports", "settings"]
    assert not desk.window.actions_by_id["new_contact"].isVisible()
    assert not desk.window.actions_by_id["new_contact"].isEnabled()


@pytest.mark.parametrize("name", ["office_workers", "office_inbox", "reports", "settings"])
def test_every_destination_opens_in_an_empty_store(desk: OfficeScreen, name: str) -> None:
    assert desk.open(name).isVisible()


def test_an_office_is_set_up_with_a_name_and_a_number(desk: OfficeScreen) -> None:
    desk.open("office_workers")
    desk.type_in("Naam van het kantoor", "Centraal kantoor")
    desk.type_in("Telefoon", "000 00 00 00")

    desk.click("Kantoor instellen")

    made = desk.run(office)
    assert (made.name, made.level) == ("Centraal kantoor", "coded")
    assert "Nog geen medewerkers" in desk.words()


def test_an_office_without_a_number_is_told_so_beside_the_field(desk: OfficeScreen) -> None:
    desk.open("office_workers")
    desk.type_in("Naam van het kantoor", "Centraal kantoor")

    desk.click("Kantoor instellen")

    assert desk.run(office) is None
    assert any(desk.wrong())


def test_enrolling_ends_with_the_same_six_words_on_both_sides(
    desk: OfficeScreen, opening: Opening, stick: Path
) -> None:
    """J1: a file in, an answer out, words compared, only then a key is believed."""
    desk.run(make_office, DRAFT)
    worker: Database = opening("worker")
    (stick / "m.oudid").write_bytes(worker.run(make_worker_file, "Karim Benali"))
    desk.open("office_workers")
    desk.click("Medewerker inschrijven…")
    sheet = _front(EnrolSheet)

    sheet.read_file(stick / "m.oudid")
    desk.wait()
    sheet.write_answer(stick)
    desk.wait()
    shown = desk.words()
    (answer,) = stick.glob("kantoor-*.oudid")
    offer = worker.run(read_office_file, answer.read_bytes())
    desk.click("De woorden zijn gelijk")

    assert "   ".join(offer.words) in shown
    assert [row.state for row in desk.run(laptops)] == ["confirmed"]
    assert "Karim Benali is gekoppeld." in desk.message()


def test_words_that_differ_leave_no_worker(
    desk: OfficeScreen, opening: Opening, stick: Path
) -> None:
    desk.run(make_office, DRAFT)
    (stick / "m.oudid").write_bytes(opening("worker").run(make_worker_file, "Karim Benali"))
    desk.open("office_workers")
    desk.click("Medewerker inschrijven…")
    _front(EnrolSheet).read_file(stick / "m.oudid")
    desk.wait()

    desk.click("De woorden verschillen")

    assert desk.run(laptops) == []
    assert "De woorden zijn niet gelijk" in desk.message()


def test_who_delivered_what_and_what_is_missing(
    desk: OfficeScreen, link: Link, stick: Path
) -> None:
    """B04, B20."""
    on_stick(a_month(link, "2025-02"), stick)
    _taken_in(desk, stick)

    desk.open("office_workers")

    table = desk.table("Medewerkers")
    assert table.column("feb 2025") == ["binnen"]
    assert table.column("mrt 2025") == ["ontbreekt"]
    assert table.column("apr 2025") == ["loopt"]
    assert table.column("Ontbreekt") == ["jan 2025, mrt 2025"]


def test_another_agreement_is_signed(desk: OfficeScreen, link: Link) -> None:
    assert link.worker_id
    desk.open("office_workers")
    desk.click("Afspraak…")
    desk.choose("Afspraak", "Alleen aantallen")

    desk.click("Deze afspraak ondertekenen")

    assert desk.run(office).level == "counts"
    assert "Alleen aantallen" in desk.words()
