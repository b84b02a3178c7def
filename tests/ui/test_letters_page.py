"""Letters on screen: from the referral to paper, with consent on every field."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtTest import QAbstractItemModelTester

from ouderapp.base import clock
from ouderapp.letters.queries.log import letter_log
from ouderapp.profile.commands import save_profile
from ouderapp.profile.records import Profile
from ouderapp.sample.casus import read
from ouderapp.sample.replay import play
from ouderapp.sample.story import events_of
from ouderapp.ui.letters.new_sheet import NewLetterSheet
from ouderapp.ui.letters.page import LettersPage
from tests.ui.screen import Screen

CASUS = read()
DAY = date(2025, 5, 20)


@pytest.fixture
def story(screen: Screen) -> Iterator[Screen]:
    """The story up to a day in May, with nobody's letters on paper yet."""
    with clock.standing_at(DAY):
        screen.run(play, [e for e in events_of(CASUS) if e.day <= DAY and e.table != "letter"])
        screen.run(save_profile, Profile(name="Lies Voorbeeld", phone="0470 00 00 99"))
        yield screen


def _write(screen: Screen, family: str) -> NewLetterSheet:
    sheet = NewLetterSheet(screen.background, CASUS.ids[family], screen.window)
    sheet.open_beside()
    screen.wait()
    return sheet


def test_an_empty_store_says_how_to_begin(screen: Screen) -> None:
    screen.open("letters")

    assert "Nog geen brieven. Kies een sjabloon." in screen.words()


def test_the_log_shows_what_was_written(screen: Screen) -> None:
    with clock.standing_at(DAY):
        screen.run(play, [e for e in events_of(CASUS) if e.day <= DAY])
    page = screen.open("letters")
    assert isinstance(page, LettersPage)

    kinds = screen.table("Brieven").column("Soort")

    assert len(kinds) == 5
    assert kinds.count("Mail aan de vakleerkracht") == 2


def test_a_letter_that_was_found_is_chosen_in_the_log(screen: Screen) -> None:
    with clock.standing_at(DAY):
        screen.run(play, [e for e in events_of(CASUS) if e.day <= DAY])
    third = screen.run(letter_log)[2].id
    page = screen.open("letters", ("letter", third))
    assert isinstance(page, LettersPage)

    assert page.view.chosen() == (third,)


def test_the_log_keeps_the_rules_of_qt_s_models(screen: Screen) -> None:
    page = screen.open("letters")
    assert isinstance(page, LettersPage)

    tester = QAbstractItemModelTester(page.view.rows)

    assert tester.model() is page.view.rows


def test_the_preview_is_there_before_anything_is_typed(story: Screen) -> None:
    """J10: the very PDF that is printed, from memory."""
    sheet = _write(story, "GEZ-03")

    assert sheet.paper.pdf.startswith(b"%PDF")
    assert sheet.leaflet.pdf.startswith(b"%PDF")
    assert sheet.paper.document.pageCount() == 1


def test_every_field_says_how_it_stands_with_consent(story: Screen) -> None:
    """R06: toestemming ja, nee of verlopen for each field."""
    _write(story, "GEZ-03")
    story.click("Toestemming")

    states = set(story.table("Wat de brief vertelt").column("Toestemming"))

    assert states == {"toestemming: ja"}


def test_without_written_consent_nothing_can_be_printed(story: Screen) -> None:
    """NEG-09: the warm referral DV-06 has no consent, so there is no paper."""
    sheet = _write(story, "GEZ-02")

    assert "nog geen schriftelijke toestemming" in sheet.news.words
    assert sheet.paper.pdf == b""
    assert "Afdrukken" not in story.buttons()


def test_a_letter_that_is_saved_stands_in_the_log_with_its_paper(
    story: Screen, tmp_path: Path
) -> None:
    """R12: the log keeps exactly what was written."""
    sheet = _write(story, "GEZ-03")
    file = tmp_path / "brief.pdf"

    sheet._save_to(file)
    story.wait()

    rows = story.run(letter_log)
    assert file.read_bytes().startswith(b"%PDF")
    assert any(row.has_paper for row in rows)


def test_typing_changes_the_page(story: Screen) -> None:
    sheet = _write(story, "GEZ-03")
    before = sheet.paper.pdf

    story.type_in("Ter attentie van", "mevrouw Voorbeeld")
    sheet._draw()
    story.wait()

    assert sheet.paper.pdf != before


def test_a_forbidden_number_never_reaches_paper(story: Screen) -> None:
    """NEG-06, P07: refused, and there is nothing to print."""
    sheet = _write(story, "GEZ-03")

    story.type_in("Ter attentie van", "85.07.30-033.28")
    sheet._draw()
    story.wait()

    assert sheet.paper.pdf == b""
    assert "Afdrukken" not in story.buttons()
