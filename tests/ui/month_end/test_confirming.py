"""Confirmations on screen: a file, or six words over the telephone."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from ouderapp.exchange.receive import Reception, receive
from ouderapp.store.database import Database
from ouderapp.ui.month_end.page import MonthEndPage
from ouderapp.ui.month_end.receipt_sheet import ReceiptSheet
from ouderapp.ui.month_end.stages import Step
from tests.exchange.conftest import opening
from tests.ui.screen import Screen

__all__ = ["opening"]


def _all_steps(screen: Screen, page: MonthEndPage) -> None:
    for _ in range(3):
        screen.press("Return", page.work.next)


def _received(office: Database, stick: Path) -> Reception:
    (file,) = stick.glob("*.age")
    return receive(office, file)


def test_j11_three_times_enter_closes_the_month(
    screen: Screen, page: MonthEndPage, office: Database, stick: Path
) -> None:
    """J11, Y11, B05, B06: Ctrl+G M and three times Enter: 5 structural keys, 0 typed signs."""
    for _ in range(3):
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, Qt.Key.Key_Return)
        screen.wait()

    assert "Weggeschreven en teruggelezen: ja" in screen.words()
    (file,) = stick.iterdir()
    kept = page.work.made
    assert kept is not None
    assert file.name == kept.file
    assert _received(office, stick).state == "accepted"


def test_a_confirmation_file_makes_the_month_confirmed(
    screen: Screen, page: MonthEndPage, office: Database, stick: Path, tmp_path: Path
) -> None:
    """B08: the months say so, and nothing is offered to be made again."""
    _all_steps(screen, page)
    receipt = _received(office, stick).receipt
    assert receipt is not None
    (tmp_path / receipt.name).write_bytes(receipt.content)
    screen.click("Bevestiging inlezen")
    sheet = next(one for one in QApplication.topLevelWidgets() if isinstance(one, ReceiptSheet))

    sheet.take_file(tmp_path / receipt.name)
    screen.wait()

    assert "maart 2025 is bevestigd door het kantoor." in screen.message()
    assert screen.table("Maanden").column("Toestand") == ["bevestigd"]
    assert not page.work.next.isVisible()


def test_six_words_over_the_telephone_do_the_same(
    screen: Screen, page: MonthEndPage, office: Database, stick: Path
) -> None:
    """B09: the first four letters are enough, a wrong word is named by its place."""
    _all_steps(screen, page)
    receipt = _received(office, stick).receipt
    assert receipt is not None
    screen.click("Bevestiging inlezen")
    wrong = ["fiets" if receipt.words[0] != "fiets" else "zolder", *receipt.words[1:]]
    screen.type_in("Zes woorden", " ".join(wrong))
    screen.click("Woorden vergelijken")
    told = screen.message()

    screen.type_in("Zes woorden", " ".join(word[:4] for word in receipt.words))
    screen.click("Woorden vergelijken")

    assert "Woord 1 klopt niet" in told
    assert "bevestigd door het kantoor" in screen.message()
    assert page.work.step == Step.DONE


def test_a_file_that_is_no_confirmation_says_so(
    screen: Screen, page: MonthEndPage, tmp_path: Path
) -> None:
    assert page.work.step == Step.CHECK
    (tmp_path / "foto.oudreceipt").write_bytes(b"no receipt")
    screen.click("Bevestiging inlezen")
    sheet = next(one for one in QApplication.topLevelWidgets() if isinstance(one, ReceiptSheet))

    sheet.take_file(tmp_path / "foto.oudreceipt")
    screen.wait()

    assert "Dit is geen bundel van ouderapp" in screen.message()
