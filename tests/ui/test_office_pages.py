"""The office on screen: set up, enrol, take in a stick, look at what is red, give receipts."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication

from ouderapp.base import clock
from ouderapp.exchange.answering import answer_worker, confirm_worker
from ouderapp.exchange.confirming import apply_receipt
from ouderapp.exchange.enrolment import confirm_office, make_worker_file, read_office_file
from ouderapp.exchange.series import begin_new_epoch
from ouderapp.office.commands import make_office
from ouderapp.office.queries import laptops, office
from ouderapp.office.records import OfficeDraft
from ouderapp.store.database import Database
from ouderapp.ui.background import Background
from ouderapp.ui.main_window import MainWindow
from ouderapp.ui.office.enrol_sheet import EnrolSheet
from ouderapp.ui.office.inbox_page import InboxPage
from ouderapp.ui.pages import OFFICE
from tests.exchange.conftest import Opening, opening
from tests.exchange.sides import Link
from tests.office.month import a_month, on_stick
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


def test_a_stick_goes_in_file_by_file_with_words_to_read_aloud(
    desk: OfficeScreen, link: Link, stick: Path
) -> None:
    """B08, B09, B14: each file its own result; the first words stand under the table."""
    on_stick(a_month(link, "2025-03"), stick)
    (stick / "vakantie.jpg").write_bytes(bytes(2_000))

    page = _taken_in(desk, stick)

    assert desk.table("Nu ingelezen").column("Resultaat") == ["ingelezen", "geweigerd"]
    assert "Dit is geen bundel van ouderapp." in desk.table("Nu ingelezen").column("Wat")
    assert len(page.now_six.text().split()) == 6


def test_the_receipts_go_on_a_stick_and_the_worker_takes_them_in(
    desk: OfficeScreen, link: Link, stick: Path
) -> None:
    """B08."""
    on_stick(a_month(link, "2025-03"), stick)
    page = _taken_in(desk, stick)

    page.save_all(stick)
    desk.wait()

    (receipt,) = stick.glob("*.oudreceipt")
    assert link.worker.run(apply_receipt, receipt.read_bytes()).result == "accepted"
    assert "1 ontvangstbewijs bewaard." in desk.message()


def test_files_can_be_dropped_on_the_window(desk: OfficeScreen, link: Link, stick: Path) -> None:
    page = _inbox(desk)
    dropped = QMimeData()
    dropped.setUrls([QUrl.fromLocalFile(str(on_stick(a_month(link, "2025-03"), stick)))])

    page.dropEvent(
        QDropEvent(
            QPointF(5, 5),
            Qt.DropAction.CopyAction,
            dropped,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )  # fmt: skip
    )
    desk.wait()

    assert desk.table("Nu ingelezen").column("Resultaat") == ["ingelezen"]


def test_the_same_file_twice_says_that_it_was_in(
    desk: OfficeScreen, link: Link, stick: Path
) -> None:
    """NEG-08."""
    file = on_stick(a_month(link, "2025-03"), stick)
    page = _taken_in(desk, stick)

    page.take_file(file)
    desk.wait()

    assert desk.table("Nu ingelezen").column("Resultaat") == ["was al binnen"]


def test_an_alarm_stays_red_until_somebody_dealt_with_it(
    desk: OfficeScreen, link: Link, stick: Path
) -> None:
    """B20: on top, red, with its sentence and what to do."""
    desk.open("office_workers")
    desk.table("Medewerkers").select("Lies Verhaege")
    desk.click("Sleutel intrekken…")
    desk.click("Intrekken")
    on_stick(a_month(link, "2025-03"), stick)
    page = _taken_in(desk, stick)
    told = desk.message()

    desk.click("Nog te bekijken (1)")
    desk.table("Nog te bekijken").select("geweigerd")
    why = page.why.text()
    desk.click("Afgehandeld")

    assert "1 bestand moet meteen bekeken worden." in told
    assert "ingetrokken" in why
    assert page.open_files.rows.rows[0].is_alarm is False


def test_a_laptop_that_was_set_back_waits_and_shows_its_words(
    desk: OfficeScreen, link: Link, stick: Path
) -> None:
    """B13: nothing of a new series is taken in by itself."""
    on_stick(a_month(link, "2025-02"), stick)
    _taken_in(desk, stick)
    link.worker.run(begin_new_epoch)
    file = on_stick(a_month(link, "2025-03", "Peeters"), stick)

    page = _inbox(desk)
    page.take_file(file)
    desk.wait()

    assert desk.table("Nu ingelezen").column("Resultaat") == ["wacht op jou"]
    assert "vergelijk de zes woorden" in page.told.text()


def test_what_is_in_gives_its_receipt_once_more(
    desk: OfficeScreen, link: Link, stick: Path
) -> None:
    """B09: the words for a call later that day."""
    on_stick(a_month(link, "2025-03"), stick)
    page = _taken_in(desk, stick)
    first = page.now_six.text()

    desk.click("Wat binnen is")
    desk.table("Wat binnen is").select("Lies Verhaege")
    desk.wait()

    assert page.six.text() == first


def test_another_agreement_is_signed(desk: OfficeScreen, link: Link) -> None:
    assert link.worker_id
    desk.open("office_workers")
    desk.click("Afspraak…")
    desk.choose("Afspraak", "Alleen aantallen")

    desk.click("Deze afspraak ondertekenen")

    assert desk.run(office).level == "counts"
    assert "Alleen aantallen" in desk.words()


def test_a_stick_that_is_gone_says_what_to_do(desk: OfficeScreen, link: Link, stick: Path) -> None:
    assert link.worker_id
    stick.rmdir()

    _taken_in(desk, stick)

    assert "De stick is weggehaald" in desk.message()


def test_the_tables_keep_the_rules_of_qt_s_models(desk: OfficeScreen) -> None:
    page = _inbox(desk)
    models: list[Any] = [page.results.rows, page.open_files.rows, page.received.rows]

    testers = [QAbstractItemModelTester(model) for model in models]

    assert [tester.model() for tester in testers] == models
