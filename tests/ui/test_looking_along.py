"""Somebody of the family looks along: nobody else is there, on no page, in no list (X05, Y26)."""

from collections.abc import Collection, Iterator
from typing import Any

import pytest

from ouderapp.base import clock
from ouderapp.base.i18n import _
from ouderapp.base.ids import Id
from ouderapp.sample.fill import fill
from ouderapp.store.settings import set_setting
from ouderapp.ui.families.page import FamilyPage
from ouderapp.ui.look_along import ASKS, PAGES, SHEETS, WITHHELD
from ouderapp.ui.pages import BY_NAME
from ouderapp.ui.search.sheet import FIELD
from tests.other_names import family_of, names_of_others
from tests.ui.everything_shown import found_in_windows
from tests.ui.screen import Screen

OURS = "Makiese-Nsona"
SWITCH = "Mijn wachtzin vragen als ik de meekijkmodus verlaat"
TYPED = ("", "kov", "yil", "backer", "makiese", "brief")
OF_THE_OFFICE = {"office_inbox", "office_workers"}


@pytest.fixture
def filled(screen: Screen) -> Iterator[Screen]:
    """The story, on the day after its last."""
    with clock.standing_at(clock.today().replace(year=2025, month=3, day=25), hour=14):
        screen.run(fill, "V")
        yield screen


@pytest.fixture
def ours(filled: Screen) -> Id:
    return Id(filled.run(family_of, OURS))


@pytest.fixture
def others(filled: Screen, ours: Id) -> frozenset[str]:
    found: frozenset[str] = filled.run(names_of_others, ours)
    return found


def walk(
    screen: Screen, family: Id, others: frozenset[str], pages: Collection[str]
) -> dict[str, set[str]]:
    """These pages, the last files and the search: the names that stand in each."""
    found = {}
    for name in pages:
        screen.window.go(name, family if name == "family" else None)
        screen.wait()
        found[name] = found_in_windows(others)
    for name in ("recent", "search"):
        sheet = screen.window.open_sheet(name)
        screen.wait()
        for typed in TYPED if name == "search" and sheet else ():
            screen.type_in(_(FIELD), typed)
            found[f"search {typed}"] = found_in_windows(others)
        found[name] = found_in_windows(others)
        if sheet is not None:
            sheet.close()
            screen.wait()
    return found


def walk_on(screen: Screen, family: Id, others: frozenset[str]) -> dict[str, set[str]]:
    """Every tab of the file, and every other dialog of the registry."""
    found = {}
    page = screen.open("family", family)
    assert isinstance(page, FamilyPage)
    for entry in page._entries:
        page.show_tab(entry.name)
        screen.wait()
        found[entry.name] = found_in_windows(others)
    for name in ("new_contact", "write_letter", "new_family", "class_list"):
        sheet = screen.window.open_sheet(name)
        screen.wait()
        found[name] = found_in_windows(others)
        if sheet is not None:
            sheet.close()
            screen.wait()
    return found


def test_every_page_and_every_dialog_says_whether_it_may_be_seen(screen: Screen) -> None:
    assert set(BY_NAME) > PAGES
    assert set(screen.window.actions_by_id) > WITHHELD
    assert SHEETS


def test_no_other_name_is_anywhere_in_look_along_mode(
    filled: Screen, ours: Id, others: frozenset[str]
) -> None:
    """X05, Y26: the control is the same walk before, which meets nearly everybody."""
    before = walk(filled, ours, others, ("families", "timeline"))
    filled.open("family", ours)
    filled.do("look_along")

    during = walk(filled, ours, others, sorted(set(BY_NAME) - OF_THE_OFFICE))
    during |= walk_on(filled, ours, others)

    assert all(before[place] for place in ("families", "timeline", "recent", "search "))
    assert {name: found for name, found in during.items() if found} == {}


def test_the_family_itself_is_there_and_the_store_goes_on(
    filled: Screen, ours: Id, others: frozenset[str]
) -> None:
    """J17: the screens are not empty, and leaving brings everybody back."""
    filled.run(_ask_nothing_at_leaving)
    filled.open("family", ours)
    filled.do("look_along")

    filled.open("families")
    during = filled.table("Gezinnen").column("Gezin")
    filled.do("look_along")
    filled.open("families")

    assert during == [OURS]
    assert found_in_windows(others)


def test_what_concerns_everybody_cannot_be_reached(filled: Screen, ours: Id) -> None:
    """J17: it is said, and nothing happens."""
    filled.open("family", ours)
    filled.do("look_along")

    told = []
    for place in ("homework", "reports", "month_end", "settings", "bin"):
        filled.window.go(place)
        told.append((filled.window.history.here, filled.window.facts.currentMessage()))

    assert set(told) == {(("family", ours), "Niet in meekijkmodus. Ctrl+M zet die af.")}
    assert filled.buttons()[:5] == ["Vandaag", "Gezinnen", "Tijdlijn", "Brieven", "Sociale kaart"]


def test_only_an_open_file_can_be_looked_along(filled: Screen) -> None:
    filled.open("families")

    filled.do("look_along")

    assert filled.message() == "Open eerst het dossier van het gezin dat meekijkt."
    assert not filled.window.look_along.family


def test_a_lock_in_between_comes_back_in_look_along_mode(filled: Screen, ours: Id) -> None:
    """X04, X05: what is kept over the lock begins with the mode."""
    filled.open("family", (ours, "timeline"))
    filled.do("look_along")
    where = filled.window.where()
    filled.run(_ask_nothing_at_leaving)
    filled.do("look_along")

    filled.window.return_to(where)
    filled.wait()

    assert filled.window.look_along.family == ours
    assert filled.window.where() == where


def test_the_palette_does_not_list_what_is_withheld(filled: Screen, ours: Id) -> None:
    """J17: the control is the same list before."""
    filled.open("family", ours)
    before = lines_of_search(filled)
    filled.do("look_along")

    during = lines_of_search(filled)

    assert {"Instellingen", "Nieuw gezin", "Gezin “instel” aanmaken"} <= before
    assert not {"Instellingen", "Nieuw gezin", "Gezin “instel” aanmaken"} & during
    assert "Nieuw contact" in during


def test_a_switch_at_the_settings_lets_leaving_ask_nothing(filled: Screen, ours: Id) -> None:
    """J17: it is on until somebody turns it off."""
    filled.open("settings")
    filled.click("Beveiliging")
    before = filled.is_on(SWITCH)
    filled.click(SWITCH)
    filled.open("family", ours)
    filled.do("look_along")

    filled.do("look_along")

    assert before
    assert not filled.window.look_along.family


def lines_of_search(screen: Screen) -> set[str]:
    """What the list of search shows before and after some letters were typed."""
    sheet = screen.window.open_sheet("search")
    assert sheet is not None
    found = set()
    screen.wait()
    for typed in ("", "instel", "nieuw"):
        screen.type_in(_(FIELD), typed)
        found |= {line.title for line in sheet.rows.rows}  # type: ignore[attr-defined]
    sheet.close()
    screen.wait()
    return found


def _ask_nothing_at_leaving(session: Any) -> None:
    set_setting(session, ASKS, False)
