"""Binnengekomen on screen: sticks, alarms, receipts as files and as six words."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QAbstractItemModelTester

from ouderapp.exchange.confirming import apply_receipt
from ouderapp.exchange.series import begin_new_epoch
from ouderapp.ui.office.inbox_page import InboxPage
from tests.exchange.conftest import opening
from tests.exchange.sides import Link
from tests.office.month import a_month, on_stick

__all__ = ["opening"]

from tests.ui.office.conftest import OfficeScreen


def _inbox(desk: OfficeScreen) -> InboxPage:
    page = desk.open("office_inbox")
    assert isinstance(page, InboxPage)
    return page


def _taken_in(desk: OfficeScreen, stick: Path) -> InboxPage:
    page = _inbox(desk)
    page.take_folder(stick)
    desk.wait()
    return page


def test_before_anything_is_taken_in_the_page_says_what_to_do(desk: OfficeScreen) -> None:
    _inbox(desk)

    assert "Kies een bestand of een stick, of sleep bestanden op dit venster." in desk.words()


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
