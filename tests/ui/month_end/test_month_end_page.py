"""Maandafsluiting on screen: the three steps by Enter, the table, and what goes wrong."""

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QStorageInfo
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QLabel

from ouderapp.base.i18n import _
from ouderapp.exchange.outbox import sent_bundles
from ouderapp.exchange.preview import preview
from ouderapp.month_end.ritual import request
from ouderapp.ui.look import look
from ouderapp.ui.month_end.leaving_sheet import LeavingSheet
from ouderapp.ui.month_end.page import MonthEndPage
from ouderapp.ui.month_end.stages import Step
from ouderapp.ui.month_end.sticks import chosen_from
from ouderapp.ui.month_end.words import STATES
from ouderapp.ui.paper_sheet import PaperSheet
from tests.exchange.conftest import opening
from tests.ui.screen import Screen

__all__ = ["opening"]

from tests.ui.month_end.conftest import visit


def _all_steps(screen: Screen, page: MonthEndPage) -> None:
    for _step in range(3):
        screen.press("Return", page.work.next)


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


def test_a_month_that_was_made_before_is_given_along_again(
    screen: Screen, page: MonthEndPage, stick: Path
) -> None:
    """After a restart the page begins at the third step."""
    _all_steps(screen, page)
    again = MonthEndPage(screen.background, screen.window)
    again.reload()
    screen.wait()

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


@pytest.mark.parametrize("percent", [100, 150, 200])
def test_the_state_of_a_month_is_never_cut(page: MonthEndPage, percent: int) -> None:
    view = page.months.view
    look().set_percent(percent)

    room = view.columnWidth(1)

    letters = view.fontMetrics()
    assert all(letters.horizontalAdvance(_(words)) + 16 <= room for words in STATES.values())
