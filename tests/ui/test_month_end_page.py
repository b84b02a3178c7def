"""Maandafsluiting on screen: linking, the three steps by Enter, confirmations, what goes wrong."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QStorageInfo, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QLabel
from sqlalchemy.orm import Session

from ouderapp.base import clock
from ouderapp.base.i18n import mark
from ouderapp.contacts.commands import record_contact
from ouderapp.exchange.answering import answer_worker, confirm_worker
from ouderapp.exchange.enrolment import confirm_office, make_worker_file, read_office_file
from ouderapp.exchange.outbox import sent_bundles
from ouderapp.exchange.own_office import set_up_office
from ouderapp.exchange.preview import preview
from ouderapp.exchange.receive import Reception, receive
from ouderapp.month_end.ritual import request
from ouderapp.store.database import Database
from ouderapp.store.journal import action
from ouderapp.ui.month_end.coupling_sheet import CouplingSheet
from ouderapp.ui.month_end.leaving_sheet import LeavingSheet
from ouderapp.ui.month_end.page import MonthEndPage
from ouderapp.ui.month_end.receipt_sheet import ReceiptSheet
from ouderapp.ui.month_end.stages import Step
from ouderapp.ui.month_end.sticks import chosen_from
from ouderapp.ui.paper_sheet import PaperSheet
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


@pytest.fixture
def page(screen: Screen, office: Database) -> Iterator[MonthEndPage]:
    """The page on the last day of March, linked since the third, with one visit to close."""
    with clock.standing_at(date(2025, 3, 3)):
        offer = office.run(answer_worker, screen.run(make_worker_file, "Medewerker 1"))
        answer = screen.run(read_office_file, offer.answer)
        screen.run(confirm_office, answer.manifest)
        office.run(confirm_worker, offer.key_id)
    screen.run(visit)
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


def _all_steps(screen: Screen, page: MonthEndPage) -> None:
    for _ in range(3):
        screen.press("Return", page.work.next)


def _received(office: Database, stick: Path) -> Reception:
    (file,) = stick.glob("*.age")
    return receive(office, file)


def test_a_laptop_without_an_office_is_offered_to_link(screen: Screen) -> None:
    screen.open("month_end")

    assert "nog niet gekoppeld" in screen.words()
    assert "Koppelen met het kantoor" in screen.buttons()


def test_linking_shows_six_words_before_anything_is_trusted(
    screen: Screen, office: Database, tmp_path: Path
) -> None:
    """J1: a file out, a file in, the same words on both sides."""
    screen.open("month_end")
    screen.click("Koppelen met het kantoor")
    sheet = next(one for one in QApplication.topLevelWidgets() if isinstance(one, CouplingSheet))
    screen.type_in("Naam", "Medewerker 1")
    sheet.write_file(tmp_path)
    screen.wait()
    (file,) = tmp_path.glob("*.oudid")
    offer = office.run(answer_worker, file.read_bytes())
    (tmp_path / "antwoord.oudid").write_bytes(offer.answer)

    sheet.read_file(tmp_path / "antwoord.oudid")
    screen.wait()
    shown = screen.words()
    screen.click("De woorden zijn gelijk")

    assert "   ".join(offer.words) in shown
    assert "000 00 00 00" in shown
    assert "1  Nakijken" in screen.words()


def test_words_that_differ_link_nothing(screen: Screen, office: Database, tmp_path: Path) -> None:
    screen.open("month_end")
    screen.click("Koppelen met het kantoor")
    sheet = next(one for one in QApplication.topLevelWidgets() if isinstance(one, CouplingSheet))
    offer = office.run(answer_worker, screen.run(make_worker_file, "Medewerker 1"))
    (tmp_path / "antwoord.oudid").write_bytes(offer.answer)
    sheet.read_file(tmp_path / "antwoord.oudid")
    screen.wait()

    screen.click("De woorden verschillen")

    assert "De woorden zijn niet gelijk" in screen.message()
    sheet.close()
    assert "nog niet gekoppeld" in screen.words()


def test_the_page_says_what_goes_in_the_words_of_the_agreement(
    screen: Screen, page: MonthEndPage
) -> None:
    """B05, B07: counts, agreement, and that private notes stay."""
    words = screen.words()

    assert page.work.step == Step.CHECK
    assert "Gecodeerde feiten, zonder namen en zonder vrije tekst" in words
    assert "1 gezin · 1 contact" in words
    assert "Vertrouwelijke notities gaan nooit mee." in words
    assert "voor: Voorbeeldkantoor" in words


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


def test_an_open_end_stops_enter_until_a_reason_is_chosen(
    screen: Screen, page: MonthEndPage
) -> None:
    """B05: green, or passed over with a reason."""
    screen.run(visit, has_family=False)
    screen.open("month_end")
    screen.press("Return", page.work.next)
    stopped = (page.work.step, screen.message())

    screen.choose("Toch afsluiten: kies waarom: 1 contact zonder gezin", "Ik werk dit later af")
    screen.press("Return", page.work.next)

    assert stopped[0] == Step.CHECK
    assert "Er staat nog iets open" in stopped[1]
    assert page.work.step == Step.ENCRYPT


def test_what_is_open_leads_to_the_page_where_it_is_finished(
    screen: Screen, page: MonthEndPage
) -> None:
    screen.run(visit, has_family=False)
    screen.open("month_end")
    asked: list[str] = []
    page.open_asked.connect(lambda name, _about: asked.append(name))

    page.work.check.checks.open_asked.emit("timeline", None)

    assert asked == ["timeline"]


def test_the_table_shows_exactly_what_the_bundle_will_hold(
    screen: Screen, page: MonthEndPage
) -> None:
    """B07: per family what leaves, what stays, why; the lines are those of the preview."""
    found = screen.run(preview, request("2025-03"))

    screen.click("Tabel bekijken")

    assert screen.table("Gezinnen").column("Gezin") == ["Haddad", "Zonder gezin"]
    assert len(screen.table("Regels van dit gezin")) == len(found.families[0].rows)
    told = " ".join(screen.table("Regels van dit gezin").column("Precies dit"))
    assert "minuten" in told
    assert "Thuis." not in told


def test_the_table_is_a_paper_too(screen: Screen, page: MonthEndPage) -> None:
    assert page.work.step == Step.CHECK
    screen.click("Tabel bekijken")
    sheet = next(one for one in QApplication.topLevelWidgets() if isinstance(one, LeavingSheet))

    screen.click("Afdrukken")

    paper = sheet.findChild(PaperSheet)
    assert isinstance(paper, PaperSheet)
    assert paper.paper.pageCount() == 1


def test_the_slip_shows_six_words_and_no_name(
    screen: Screen, page: MonthEndPage, stick: Path, tmp_path: Path
) -> None:
    """B06: number, counts, days, fingerprint; nothing about anybody."""
    _all_steps(screen, page)
    screen.click("Ontvangstbewijs afdrukken")
    paper = next(one for one in QApplication.topLevelWidgets() if isinstance(one, PaperSheet))

    text = " ".join(paper.paper.getAllText(0).text().split())

    assert page.work.made is not None
    assert all(word in text for word in page.work.made.words)
    assert "Haddad" not in text
    assert "maart 2025" in text
    assert list(stick.iterdir())


def test_stopping_leaves_nothing_and_says_so(screen: Screen, page: MonthEndPage) -> None:
    """J11: cancel works at any moment."""
    screen.press("Return", page.work.next)

    page.work.go_on()
    page.work.stop()
    screen.wait()

    assert "Gestopt" in screen.message()
    assert page.work.step == Step.ENCRYPT
    assert screen.run(sent_bundles) == []


def test_a_stick_that_is_taken_out_asks_to_try_again(
    screen: Screen, page: MonthEndPage, stick: Path
) -> None:
    stick.rmdir()

    _all_steps(screen, page)
    told = screen.message()
    stick.mkdir()
    screen.click("Opnieuw")

    assert "De stick is weggehaald" in told
    assert len(list(stick.iterdir())) == 1
    assert page.work.step == Step.DONE


def test_a_bundle_that_is_on_the_stick_already_is_no_harm(
    screen: Screen, page: MonthEndPage, stick: Path
) -> None:
    _all_steps(screen, page)

    screen.press("Return", page.work.next)

    assert "staat al op de stick" in screen.message()
    assert len(list(stick.iterdir())) == 1


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


def test_a_month_that_was_made_before_is_given_along_again(
    screen: Screen, page: MonthEndPage, stick: Path
) -> None:
    """After a restart the page begins at the third step."""
    _all_steps(screen, page)
    again = MonthEndPage(screen.background)
    again.reload()
    screen.show(again)

    assert again.work.step == Step.HAND_OVER
    assert list(stick.iterdir())


def test_the_progress_has_words_for_who_cannot_see_it(screen: Screen, page: MonthEndPage) -> None:
    assert screen.words()
    page.work.encrypt.be_busy(True)

    page.work.encrypt.tell("sealing", 62)

    assert page.work.encrypt.bar.text() == "62 procent, versleutelen"
    assert page.work.encrypt.bar.accessibleDescription() == "62 procent, versleutelen"


def test_the_months_keep_the_rules_of_qt_s_models(page: MonthEndPage) -> None:
    model: Any = page.months.view.rows

    tester = QAbstractItemModelTester(model)

    assert tester.model() is model


def test_only_removable_places_are_sticks() -> None:
    found = chosen_from(QStorageInfo.mountedVolumes(), is_windows=False)

    assert all(str(one.folder).startswith(("/media", "/run/media", "/Volumes")) for one in found)


def test_every_line_of_the_page_can_be_read(screen: Screen, page: MonthEndPage) -> None:
    labels = [one for one in page.findChildren(QLabel) if one.isVisible() and one.text()]

    assert screen.words()
    assert all(one.height() >= one.sizeHint().height() for one in labels if not one.wordWrap())
