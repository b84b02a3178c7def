"""Linking on screen: a file out, a file in, six words compared."""

from pathlib import Path

from PySide6.QtWidgets import QApplication

from ouderapp.exchange.answering import answer_worker
from ouderapp.exchange.enrolment import make_worker_file
from ouderapp.store.database import Database
from ouderapp.ui.month_end.coupling_sheet import CouplingSheet
from tests.exchange.conftest import opening
from tests.ui.screen import Screen

__all__ = ["opening"]


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
    is_in_sight = not sheet.six.visibleRegion().isEmpty()
    screen.click("De woorden zijn gelijk")

    assert "   ".join(offer.words) in shown
    assert is_in_sight
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
