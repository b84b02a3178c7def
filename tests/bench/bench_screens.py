"""How soon each screen is painted with set L behind it, beside the bare SQL of its rows."""

import time
from collections.abc import Callable, Iterator
from functools import partial

from PySide6.QtCore import QEventLoop, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from ouderapp.ui.groups.page import HomeworkPage
from ouderapp.ui.pages import places
from tests.bench.bare_sql import asked, run_bare
from tests.bench.bench_reading import TYPED, longest_file
from tests.bench.stopwatch import Measured, seconds, summed
from tests.bench.window import AWAY, first_rows, forget_pages, painted, screen_on
from tests.ui.screen import Screen

FIRST_PAINT, KEY, FRAME, STORED = 0.15, 0.05, 0.016, 0.05
ROUNDS = 10


def measurements() -> Iterator[Measured]:
    """Every destination of the sidebar, one file, a tile, and every key of a search."""
    with screen_on("L") as screen:
        yield from _tiles(screen)
        yield _every_key(screen)
        for entry in places():
            if entry.name != AWAY:
                yield from _page(screen, f"page {entry.name}", entry.name)
        longest = screen.run(longest_file)
        yield from _page(screen, "file of a family with 300 contacts", "family", longest)


def _page(screen: Screen, name: str, page: str, about: object = None) -> Iterator[Measured]:
    """From the click to the first rows of a page that is new, and to the last answer."""

    def show() -> None:
        forget_pages(screen)
        screen.window.go(page, about)

    show()
    screen.wait()
    with asked() as statements:
        show()
        screen.wait()
    if screen.window.page is None or screen.window.page.name != page:
        return
    first, whole, bare = [], [], []
    for _ in range(ROUNDS):
        forget_pages(screen)
        since = time.perf_counter()
        screen.window.go(page, about)
        first_rows(screen)
        first.append(time.perf_counter() - since)
        painted(screen)
        whole.append(time.perf_counter() - since)
        database = partial(run_bare, statements=statements)
        bare.append(seconds(partial(_run_whole, screen, database)))
    yield summed(f"{name}: first rows painted", first, bare, goal="Y15", limit=FIRST_PAINT)
    yield summed(f"{name}: all painted", whole, bare, goal="Y15")


def _run_whole(screen: Screen, work: Callable[..., object]) -> None:
    screen.background.run_whole(work)
    screen.wait()


def _tiles(screen: Screen) -> Iterator[Measured]:
    """From the key to the paint of the tile, and until the store has the mark."""
    page = screen.open("homework")
    assert isinstance(page, HomeworkPage)
    tiles = page.register.tiles
    tiles.setFocus()
    shown, stored = [], []
    for _ in range(20):
        tiles.setCurrentIndex(tiles.tiles.index(0))
        tiles.viewport().repaint()
        since = time.perf_counter()
        QTest.keyClick(tiles, Qt.Key.Key_Space)
        tiles.viewport().repaint(tiles.visualRect(tiles.tiles.index(0)))
        shown.append(time.perf_counter() - since)
        loop = QEventLoop()
        screen.background.changed.connect(loop.quit)
        loop.exec()
        stored.append(time.perf_counter() - since)
        screen.wait()
    yield summed("tile marked: painted", shown, goal="A06", limit=FRAME)
    yield summed("tile marked: stored", stored, goal="A06", limit=STORED)


def _every_key(screen: Screen) -> Measured:
    screen.do("search")
    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit)
    took = []
    for text in TYPED:
        field.clear()
        screen.wait()
        took += [seconds(partial(_type, screen, field, sign)) for sign in text]
    return summed("search painted at every key, set L", took, goal="Y13", limit=KEY)


def _type(screen: Screen, field: QLineEdit, sign: str) -> None:
    field.insert(sign)
    screen.wait()
    field.window().repaint()
