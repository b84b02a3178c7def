"""One page alone as a picture: `python -m ouderapp.ui.preview families --png out.png --dark`."""

import argparse
import os
import sys
import tempfile
from collections.abc import Callable, Sequence
from importlib import import_module
from pathlib import Path
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from ouderapp.base import i18n
from ouderapp.base.paths import Paths
from ouderapp.ui.background import Background, Store
from ouderapp.ui.look import Look
from ouderapp.ui.main_window import MainWindow
from ouderapp.ui.pages import SHEETS

SETTLE_MS = 120


def main(words: Sequence[str] | None = None) -> int:
    """Draw the page, or show it in a window when no picture is asked."""
    asked = _read(words)
    if asked.png:
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    i18n.install(asked.language)
    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)
    look = Look(app)
    look.set_scheme("dark" if asked.dark else "light")
    look.set_percent(asked.percent)
    look.set_density("roomy" if asked.roomy else "standard")
    with tempfile.TemporaryDirectory() as folder:
        background = Background(_store(Path(folder), asked.set))
        code = _show(app, background, asked)
        background.finish()
    return code


def _show(app: QApplication, background: Background, asked: argparse.Namespace) -> int:
    window = MainWindow(background)
    width, _x, height = asked.size.partition("x")
    window.resize(int(width), int(height))
    window.show()
    window.go(asked.under or (asked.page if asked.page not in SHEETS else "today"))
    if asked.about:
        background.run(_first, asked.about, then=lambda id_: _go(window, asked.page, id_))
    if asked.page in SHEETS:
        window.open_sheet(asked.page)
    if asked.png:
        background.idle.connect(lambda: QTimer.singleShot(SETTLE_MS, lambda: _grab(app, asked)))
        background.run(lambda _session: None)
    return int(app.exec())


def _go(window: MainWindow, page: str, id_: Any) -> None:
    """Show the page about this record; in an empty store there is nothing to show."""
    if id_ is not None:
        window.go(page, id_)


def _grab(app: QApplication, asked: argparse.Namespace) -> None:
    front = QGuiApplication.focusWindow()
    windows = [one for one in QApplication.topLevelWidgets() if one.isVisible()]
    chosen = next((one for one in windows if one.windowHandle() is front), windows[-1])
    chosen.grab().save(asked.png)
    app.quit()


def _first(session: Any, table: str) -> Any:
    """The id of the first record of a table, for the page that is about one; None without one."""
    tables = import_module("ouderapp.store.tables")
    kind = getattr(tables, table)
    return session.query(kind.id).order_by(kind.nr).limit(1).scalar()


def _store(folder: Path, set_name: str) -> Callable[[], Store]:
    def opened() -> Store:
        derive = import_module("ouderapp.sealing.derive")
        keys = derive.Keys(master=os.urandom(32), vault=os.urandom(16))
        database: Store = import_module("ouderapp.store.database").Database.open(
            Paths(folder), keys
        )
        if set_name:
            fill = import_module("ouderapp.sample.fill").fill
            database.run(fill, set_name)
        return database

    return opened


def _read(words: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m ouderapp.ui.preview", description=__doc__)
    parser.add_argument("page", help="the name of a page or dialog in ouderapp/ui/pages.py")
    parser.add_argument("--about", default="", help="a table: show its first record (Family)")
    parser.add_argument("--under", default="", help="the page behind a dialog")
    parser.add_argument("--png", default="", help="draw into this file instead of on the screen")
    parser.add_argument("--dark", action="store_true")
    parser.add_argument("--roomy", action="store_true", help="the size for fingers")
    parser.add_argument("--percent", type=int, default=100, help="the size of the text")
    parser.add_argument("--size", default="1366x768")
    parser.add_argument("--set", default="", help="the sample set to fill the store with: V, S, M")
    parser.add_argument("--language", default=i18n.LANGUAGE)
    return parser.parse_args(words)


if __name__ == "__main__":
    sys.exit(main())
