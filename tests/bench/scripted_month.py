"""`python -m tests.bench.scripted_month`: works on set L, and tells pauses and memory as JSON."""

import json
import sys
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QLineEdit

from ouderapp.ui.groups.page import HomeworkPage
from ouderapp.ui.pages import BY_NAME, SHEETS, places
from ouderapp.ui.start.inside import warm_page, warm_up
from tests.bench.bench_reading import TYPED, longest_file
from tests.bench.window import screen_on
from tests.ui.screen import Screen

BEAT_MS = 5
Step = tuple[str, Callable[[], object]]


class Heart:
    """Beats in the drawing thread; every longer pause than the last is noted with its step."""

    def __init__(self) -> None:
        self.step = ""
        self.pauses: dict[str, float] = {}
        self._last = time.perf_counter()
        self._timer = QTimer(interval=BEAT_MS)
        self._timer.timeout.connect(self._beat)
        self._timer.start()

    def _beat(self) -> None:
        now = time.perf_counter()
        pause = now - self._last
        self.pauses[self.step] = max(self.pauses.get(self.step, 0.0), pause)
        self._last = now


def steps(screen: Screen) -> Iterator[Step]:
    """Twice around all pages, twenty pupils, a search, a new contact and a letter."""
    longest = screen.run(longest_file)
    for turn in ("first", "again"):
        for entry in places():
            yield f"page {entry.name}, {turn}", partial(screen.window.go, entry.name)
        yield f"file, {turn}", partial(screen.window.go, "family", longest)
    yield "to the class", partial(screen.window.go, "homework")
    for at in range(20):
        yield "mark a pupil", partial(_mark, screen, at)
    for sheet in ("new_contact", "write_letter", "search"):
        yield f"open {sheet}", partial(screen.window.do, sheet)
    for text in TYPED:
        for at in range(len(text)):
            yield "search key", partial(_type, screen, text[: at + 1])


def _mark(screen: Screen, at: int) -> None:
    page = screen.window.page
    if isinstance(page, HomeworkPage) and page.register.tiles.tiles.rowCount() > at:
        tiles = page.register.tiles
        tiles.toggled.emit(tiles.tiles.pupils[at])


def _type(screen: Screen, text: str) -> None:
    field = screen.window.findChildren(QLineEdit)[-1]
    field.setText(text)


def resident() -> float:
    """The memory that this process holds now, in MiB."""
    lines = Path("/proc/self/status").read_text(encoding="utf-8").splitlines()
    held = next(line for line in lines if line.startswith("VmRSS"))
    return int(held.split()[1]) / 1024


def rest(screen: Screen, least_ms: int) -> None:
    """Let the loop run until nothing waits, and a little longer."""
    loop = QEventLoop()
    while True:
        QTimer.singleShot(least_ms, loop.quit)
        loop.exec()
        if not screen.background.waiting:
            return


def warm(screen: Screen) -> None:
    """What the program does behind its first windows: import, and settle."""
    screen.background.compute(warm_up)
    wanted = [BY_NAME[name].where for name in (*screen.window.places, "family")]
    for where in (*wanted, *SHEETS.values()):
        screen.background.compute(warm_page, where)
    screen.wait()
    screen.background.settle()


def work() -> dict[str, object]:
    """The longest pause of each step in ms, and the memory at the start and at the end."""
    with screen_on("L") as screen:
        warm(screen)
        screen.open("today")
        begun = resident()
        heart = Heart()
        for name, does in steps(screen):
            heart.step = name
            QTimer.singleShot(0, does)
            rest(screen, 30)
        heart.step = ""
        return {"begun": begun, "ended": resident(), "pauses": heart.pauses}


if __name__ == "__main__":
    sys.stdout.write(json.dumps(work()))
