"""The homework class on screen: from the first name to Klaar, by keyboard and by pointer."""

from collections.abc import Iterator
from datetime import date, time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest

from ouderapp.base import clock
from ouderapp.groups.commands.participants import add_participant
from ouderapp.groups.commands.register import mark_came, unmark
from ouderapp.groups.commands.series import make_series
from ouderapp.groups.queries.register import register
from ouderapp.groups.queries.sessions import sessions_of
from ouderapp.groups.records import ParticipantDraft, SeriesDraft, Who
from ouderapp.ui.groups.page import HomeworkPage
from ouderapp.ui.groups.tile_model import TileModel
from ouderapp.ui.groups.tiles import TilesView
from tests.ui.screen import Screen

MONDAY = date(2025, 3, 24)
NAMES = ("Amina", "Bilal", "Chaima", "Dries", "Elif", "Farid")


@pytest.fixture
def page(screen: Screen) -> Iterator[HomeworkPage]:
    """A class on Mondays with six pupils who came a week before."""
    with clock.standing_at(MONDAY):
        draft = SeriesDraft(1, time(15, 30), time(16, 20), date(2025, 2, 3), title="Maandagklas")
        series = screen.run(make_series, draft)
        before = next(s for s in screen.run(sessions_of, series) if s.held_on < MONDAY)
        for name in NAMES:
            pupil = screen.run(add_participant, ParticipantDraft(name, "1A"))
            screen.run(mark_came, before.id, Who(participant=pupil))
        opened = screen.open("homework")
        assert isinstance(opened, HomeworkPage)
        yield opened


def _tiles(page: HomeworkPage) -> TilesView:
    return page.register.tiles


def _marks(page: HomeworkPage) -> dict[str, str]:
    return {pupil.name: pupil.mark for pupil in _tiles(page).tiles.pupils}


def _came(page: HomeworkPage) -> int:
    return sum(mark == "aanwezig" for mark in _marks(page).values())


def test_an_empty_store_says_how_to_begin(screen: Screen) -> None:
    screen.open("homework")

    assert "Nog geen huiswerkklas" in screen.words()
    assert "Nieuwe groep" in screen.buttons()


def test_the_session_of_today_is_open_with_everybody_who_came_before(page: HomeworkPage) -> None:
    assert set(_marks(page)) == set(NAMES)
    assert set(_marks(page).values()) == {""}


def test_the_tiles_keep_the_rules_of_qt_s_models(page: HomeworkPage) -> None:
    model = _tiles(page).tiles

    tester = QAbstractItemModelTester(model)

    assert isinstance(tester.model(), TileModel)
    model.set_mark(0, "aanwezig")


def test_j6_space_marks_present_and_goes_on(screen: Screen, page: HomeworkPage) -> None:
    """A06, J6: one key a pupil, and the running total is always there."""
    _tiles(page).setFocus()

    for _ in range(5):
        screen.press("Space", _tiles(page))

    assert _came(page) == 5
    assert "5 aanwezig" in screen.words()


def test_a_mark_shows_in_the_frame_in_which_it_is_made(screen: Screen, page: HomeworkPage) -> None:
    tiles = _tiles(page)
    tiles.setFocus()

    QTest.keyClick(tiles, Qt.Key.Key_Space)
    shown = tiles.tiles.pupils[0].mark
    waiting = page.background.waiting

    assert shown == "aanwezig"
    assert waiting > 0
    screen.wait()


def test_typing_letters_and_enter_marks_the_first_match(screen: Screen, page: HomeworkPage) -> None:
    screen.type_in("Wie is er?", "chai")

    screen.press("Return", page.register.name)

    assert _marks(page)["Chaima"] == "aanwezig"
    assert screen.text_of("Wie is er?") == ""


def test_j7_a_new_name_is_a_new_pupil_with_one_key(screen: Screen, page: HomeworkPage) -> None:
    """A08, J7: first name and class, nothing else; counted once."""
    screen.type_in("Wie is er?", "Yassin 2B")

    screen.press("Return", page.register.name)

    assert _marks(page)["Yassin"] == "aanwezig"
    assert "1 nieuw" in screen.words()


def test_j7_who_brought_a_friend_is_noted_on_the_tile(screen: Screen, page: HomeworkPage) -> None:
    tiles = _tiles(page)
    tiles.setFocus()
    screen.press("Space", tiles)
    second = tiles.current()
    assert second is not None

    screen.press("M", tiles)
    screen.type_in("Meegebracht door", tiles.tiles.pupils[0].name)
    screen.press("Return")

    brought = tiles.tiles.pupils[tiles.tiles.row_of(second.who)]
    assert brought.brought_by == tiles.tiles.pupils[0].name


def test_j8_a_parent_along_counts_and_needs_two_keys(screen: Screen, page: HomeworkPage) -> None:
    """A09, J8: O and a letter; the pupil came with a parent."""
    tiles = _tiles(page)
    tiles.setFocus()

    screen.press("O", tiles)
    screen.press("M")

    assert "1 ouder mee" in screen.words()
    assert tiles.tiles.pupils[0].is_with_parent


def test_j9_a_question_needs_two_letters(screen: Screen, page: HomeworkPage) -> None:
    """A15, J9: V and where the answer came."""
    tiles = _tiles(page)
    tiles.setFocus()

    screen.press("V", tiles)
    screen.press("H")

    assert tiles.tiles.pupils[0].questions == 1
    assert page.register.register is not None
    assert page.register.register.totals.with_textbook == 1


def test_letting_know_beforehand_is_no_presence(screen: Screen, page: HomeworkPage) -> None:
    """A12: it shows on the tile and in the total, and counts as nobody's presence."""
    tiles = _tiles(page)
    tiles.setFocus()

    screen.press("W", tiles)

    assert _came(page) == 0
    assert "1 verwittigd" in screen.words()


def test_everyone_fills_only_what_is_blank(screen: Screen, page: HomeworkPage) -> None:
    tiles = _tiles(page)
    tiles.setFocus()
    screen.press("W", tiles)
    first = tiles.tiles.pupils[0].name

    screen.click("Iedereen aanwezig")

    assert _marks(page)[first] == "verwittigd"
    assert _came(page) == 5


def test_one_undo_takes_back_everyone(screen: Screen, page: HomeworkPage) -> None:
    screen.click("Iedereen aanwezig")

    screen.do("undo")

    assert _came(page) == 0


def test_a_tap_marks_and_a_second_tap_takes_back(screen: Screen, page: HomeworkPage) -> None:
    tiles = _tiles(page)
    place = tiles.visualRect(tiles.tiles.index(2)).center()

    QTest.mouseClick(tiles.viewport(), Qt.MouseButton.LeftButton, pos=place)
    screen.wait()
    after_one = _came(page)
    QTest.mouseClick(tiles.viewport(), Qt.MouseButton.LeftButton, pos=place)
    screen.wait()

    assert (after_one, _came(page)) == (1, 0)


def test_a_remark_is_kept_on_the_card(screen: Screen, page: HomeworkPage) -> None:
    """A10: later, earlier and the hours, only for who came."""
    tiles = _tiles(page)
    tiles.setFocus()
    screen.press("Space", tiles)
    tiles.setCurrentIndex(tiles.tiles.index(0))

    screen.press("Return", tiles)
    screen.click("Later gekomen")
    screen.type_in("Gekomen om", "15:45")
    screen.click("Bewaren")

    assert tiles.tiles.pupils[0].is_late
    assert tiles.tiles.pupils[0].arrived == time(15, 45)


def test_a_forbidden_number_in_a_note_is_refused_beside_the_field(
    screen: Screen, page: HomeworkPage
) -> None:
    """NEG-06, P07."""
    tiles = _tiles(page)
    tiles.setFocus()
    screen.press("Space", tiles)
    tiles.setCurrentIndex(tiles.tiles.index(0))

    screen.press("Return", tiles)
    screen.type_in("Notitie", "85.07.30-033.28")
    screen.click("Bewaren")

    assert any("rijksregisternummer" in words for words in [*screen.wrong(), screen.message()])
    assert not tiles.tiles.pupils[0].note


def test_a_screen_reader_hears_name_state_and_class(page: HomeworkPage) -> None:
    index = _tiles(page).tiles.index(0)

    said = index.data(Qt.ItemDataRole.AccessibleTextRole)

    assert said.endswith("niet ingevuld, 1A · 1 keer")


def test_a_class_is_made_with_its_sessions_in_one_form(screen: Screen) -> None:
    """A01: the proposal is already a Monday after the last lesson."""
    with clock.standing_at(date(2025, 2, 3)):
        screen.open("homework")
        screen.click("Nieuwe groep")
        screen.type_in("Titel", "Maandagklas")
        screen.click("Bewaren en sluiten")

        assert "Maandagklas" in screen.text_of("Groep")


def test_the_store_has_what_the_screen_shows(screen: Screen, page: HomeworkPage) -> None:
    _tiles(page).setFocus()
    screen.press("Space", _tiles(page))
    assert page.register.register is not None

    held = screen.run(register, page.register.register.session.id)

    assert held.totals.came == 1
    screen.run(unmark, held.session.id, _tiles(page).tiles.pupils[0].who)
    assert _came(page) == 0
