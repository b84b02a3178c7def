"""Brieven in a dossier: the letters of this family alone, and a new one from here."""

from collections.abc import Iterator
from datetime import date

import pytest

from ouderapp.base import clock
from ouderapp.sample.casus import read
from ouderapp.sample.replay import play
from ouderapp.sample.story import events_of
from ouderapp.ui.letters.tab import LettersTab
from tests.ui.screen import Screen

CASUS = read()
DAY = date(2025, 6, 20)


@pytest.fixture
def story(screen: Screen) -> Iterator[Screen]:
    """The whole story, with its letters."""
    with clock.standing_at(DAY):
        screen.run(play, [event for event in events_of(CASUS) if event.day <= DAY])
        yield screen


def test_only_the_letters_of_this_family_are_shown(story: Screen) -> None:
    story.open("letters")
    everybody = len(story.table("Brieven"))
    story.open("family", (CASUS.ids["GEZ-01"], "letters"))

    own = len(story.table("Brieven"))

    assert 0 < own < everybody


def test_a_family_without_letters_says_so(screen: Screen, story: Screen) -> None:
    story.open("family", (CASUS.ids["GEZ-04"], "letters"))

    assert "Nog geen brieven. Kies een sjabloon." in story.words()


def test_a_letter_of_which_no_paper_is_kept_says_so(story: Screen) -> None:
    page = story.open("family", (CASUS.ids["GEZ-01"], "letters"))
    tab = page.findChild(LettersTab)
    assert isinstance(tab, LettersTab)

    tab.edit_row(tab.view.current())
    story.wait()

    assert "Van deze brief" in story.message()


def test_a_letter_moves_to_the_bin_and_comes_back(story: Screen) -> None:
    story.open("family", (CASUS.ids["GEZ-01"], "letters"))
    table = story.table("Brieven")
    before = len(table)
    table.view.setFocus()

    story.press("Del", table.view)
    story.do("undo")

    assert len(story.table("Brieven")) == before
