"""J10 · A referral letter in Dutch and Arabic, from the family to the PDF (Y09)."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit
from sqlalchemy.orm import Session

from ouderapp.base import clock
from ouderapp.letters.queries.log import letter_log
from ouderapp.profile.commands import save_profile
from ouderapp.profile.records import Profile
from ouderapp.sample.casus import read
from ouderapp.sample.replay import play
from ouderapp.sample.story import events_of
from ouderapp.store import tables
from ouderapp.store.journal import action
from ouderapp.store.own import own
from tests.ui.journeys.hand import Hand

CASUS = read()
DAY = date(2025, 5, 20)
FAMILY = CASUS.ids["GEZ-03"]
EIGHTY = "de huur ging omhoog en er staat nog een factuur van de school open, wij kijken na"


@action("test")
def reads_arabic(session: Session) -> None:
    """The family chose letters in the language it speaks."""
    own(session, tables.Family, FAMILY).letter_language = "ar"
    session.flush()


@pytest.fixture
def in_may(hand: Hand) -> Iterator[Hand]:
    """The story up to a day in May, with a consent in writing for the OCMW."""
    with clock.standing_at(DAY):
        run = hand.screen.run
        run(play, [e for e in events_of(CASUS) if e.day <= DAY and e.table != "letter"])
        run(save_profile, Profile(name="Lies Voorbeeld", phone="0470 00 00 99"))
        run(reads_arabic)
        yield hand


def choose_folder(hand: Hand, folder: Path) -> None:
    """The name that the dialog proposes, in a folder of this test."""
    dialog = next(w for w in QApplication.topLevelWidgets() if isinstance(w, QFileDialog))
    line = dialog.findChild(QLineEdit)
    assert isinstance(line, QLineEdit)
    assert line.hasFocus()
    line.setText(str(folder / line.text()))
    hand.screen.wait()


def test_j10_two_languages_without_a_printer(in_may: Hand, tmp_path: Path) -> None:
    """Y09: the same keys end in a PDF where there is no printer (acceptance 14 and 15)."""
    hand = in_may
    hand.screen.open("family", FAMILY)

    hand.press("Ctrl+B")
    hand.meter.think()
    hand.type(EIGHTY)
    hand.meter.think()
    hand.press("Ctrl+P")
    hand.press("Return")
    choose_folder(hand, tmp_path)
    hand.press("Return")

    text = "".join(page.extract_text() for page in PdfReader(tmp_path / "brief-2025.pdf").pages)
    assert "de huur ging omhoog" in text
    assert any("\u0600" <= sign <= "\u06ff" for sign in text)
    assert [row.has_paper for row in hand.screen.run(letter_log)] == [True, True]
    assert (hand.meter.struct, hand.meter.clicks) == (4, 0)
    assert hand.meter.klm <= 35
