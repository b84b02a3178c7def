"""What tests of screens use: one look, a store on its own thread, and a screen driven by words."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from ouderapp.base import i18n
from ouderapp.base.paths import Paths
from ouderapp.sealing.derive import Keys
from ouderapp.store.database import Database
from ouderapp.ui.background import Background
from ouderapp.ui.look import Look
from ouderapp.ui.style import Measures, style_sheet
from tests.ui.screen import Screen


@pytest.fixture(scope="module", autouse=True)
def _dutch_before_shared_screens() -> None:
    i18n.install()


@pytest.fixture(autouse=True)
def _dutch() -> None:
    i18n.install()


@pytest.fixture
def app(qapp: QApplication) -> Iterator[QApplication]:
    """The one application, in our look: light, standard, at 100 %, whatever a test made of it."""
    held = qapp.property("look")
    look = held if isinstance(held, Look) else Look(qapp)
    if look.scheme != "light":
        look.set_scheme("light")
    if look.measures != Measures():
        look.set_density("standard")
        look.set_percent(100)
    if qapp.styleSheet() != style_sheet(look.palette, look.measures):
        look.set_scheme("light")  # another look was made, and painted last
    yield qapp
    qapp.setProperty("look", look)


@pytest.fixture
def background(app: QApplication, paths: Paths, keys: Keys) -> Iterator[Background]:
    """The store of this test, on its own thread."""
    assert app is not None
    work = Background(lambda: Database.open(paths, keys))
    yield work
    assert work.finish(20), "the store was not closed in time"


@pytest.fixture
def screen(background: Background) -> Iterator[Screen]:
    """The window of the program with an empty store behind it; open a page to begin."""
    driven = Screen(background)
    yield driven
    driven.close()
