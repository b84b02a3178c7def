"""Every page with names that break hurried programs, and with a year of work: nothing gives way."""

import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Literal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QWidget

from ouderapp.base import clock
from ouderapp.base.paths import Paths
from ouderapp.families.overview import FamilyFilter
from ouderapp.families.queries.listing import families_listed
from ouderapp.sample.fill import fill
from ouderapp.store.database import Database
from ouderapp.ui.look import Look, look
from ouderapp.ui.page import Page
from ouderapp.ui.pages import ENTRIES
from tests.conftest import KEYS
from tests.ui.screen import Screen
from tests.ui.test_every_page import name_of

PAGES = [entry.name for entry in ENTRIES]
DAY = date(2025, 3, 25)
SETS: tuple[Literal["N", "S"], ...] = ("N", "S")


@pytest.fixture(scope="module", params=SETS)
def full(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store with the nasty set or the small reference set, made once."""
    paths = Paths(tmp_path_factory.mktemp("full"))
    with clock.standing_at(DAY):
        database = Database.open(paths, KEYS)
        database.run(fill, request.param)
        database.close()
    return paths.store


@pytest.fixture
def paths(tmp_path: Path, full: Path) -> Paths:
    """A copy of it for this test."""
    vault = tmp_path / "vault"
    vault.mkdir(mode=0o700)
    shutil.copy(full, vault / full.name)
    return Paths(vault)


@pytest.fixture
def opened(screen: Screen) -> Iterator[Screen]:
    with clock.standing_at(DAY):
        yield screen


@pytest.fixture
def large(opened: Screen) -> Iterator[Look]:
    """Text twice as large, for this test only."""
    assert opened.window.isVisible()
    look().set_percent(200)
    yield look()
    look().set_percent(100)


def show(screen: Screen, name: str) -> Page:
    """The page; the file of a family whose name tries to be markup when there is one."""
    if name != "family":
        return screen.open(name)
    rows = screen.run(families_listed, FamilyFilter(), DAY, limit=100).rows
    odd = [row for row in rows if "<b>" in (row.name or "")]
    return screen.open(name, (odd or rows)[0].id)


@pytest.mark.parametrize("name", PAGES)
def test_no_name_is_read_as_markup(opened: Screen, name: str) -> None:
    """U07: what somebody typed is shown as it was typed."""
    page = show(opened, name)

    risky = [
        label.text()
        for label in page.window().findChildren(QLabel)
        if label.textFormat() != Qt.TextFormat.PlainText and "<" in label.text()
    ]
    hinted = [one.toolTip() for one in page.findChildren(QWidget) if "<" in one.toolTip()]

    assert (risky, hinted) == ([], [])


@pytest.mark.parametrize("name", PAGES)
def test_long_names_do_not_push_the_window_wider(opened: Screen, name: str) -> None:
    """U05: 1366 by 768, and no scrolling sideways."""
    show(opened, name)
    opened.window.resize(1366, 768)
    opened.wait()

    assert opened.window.width() <= 1366
    assert opened.window.height() <= 768


@pytest.mark.parametrize("name", PAGES)
def test_long_names_fit_in_large_text(opened: Screen, large: Look, name: str) -> None:
    """Y23, U05: at 200 % too."""
    assert large.measures.percent == 200
    show(opened, name)
    opened.window.resize(1366, 768)
    opened.wait()

    assert (opened.window.width(), opened.window.height()) <= (1366, 768)


@pytest.mark.parametrize("name", PAGES)
def test_every_button_still_has_a_name_of_its_own(opened: Screen, name: str) -> None:
    """Y21: buttons in rows carry the row in their name."""
    page = show(opened, name)

    names = [name_of(one) for one in page.findChildren(QAbstractButton) if one.isVisible()]

    assert "" not in names
    assert sorted(names) == sorted(set(names))


@pytest.mark.parametrize("name", PAGES)
def test_every_choice_can_be_made(opened: Screen, name: str) -> None:
    """Choosing each line of each list on the page breaks nothing."""
    page = show(opened, name)

    for combo in page.findChildren(QComboBox):
        for at in range(min(combo.count(), 6)):
            if combo.isVisible() and combo.isEnabled():
                combo.setCurrentIndex(at)
                combo.activated.emit(at)
                opened.wait()

    assert opened.window.page is page
