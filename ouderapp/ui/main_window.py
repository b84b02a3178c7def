"""The frame: sidebar, the page in front, history, undo, status facts, and who does which action."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from PySide6.QtCore import QSettings, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from ouderapp.base import log
from ouderapp.base.errors import Problem
from ouderapp.base.i18n import _, mark
from ouderapp.ui import table_acts
from ouderapp.ui.actions import BY_ID
from ouderapp.ui.after_crash import Sitting
from ouderapp.ui.background import Background
from ouderapp.ui.dropping import Dropping
from ouderapp.ui.facts import SAVED_ALL, FactsBar
from ouderapp.ui.history import History, Step
from ouderapp.ui.look import PROGRAM, look
from ouderapp.ui.look_along import LookAlong
from ouderapp.ui.menus import make_actions
from ouderapp.ui.nesting import nest
from ouderapp.ui.news import News, NewsBar
from ouderapp.ui.open_sheets import OpenSheets
from ouderapp.ui.page import Page
from ouderapp.ui.pages import BY_NAME, SHEETS, WORKER, found, missing_acts, places
from ouderapp.ui.panes import give_focus, walk
from ouderapp.ui.place import PlaceParts
from ouderapp.ui.problems import Bug, copy_details
from ouderapp.ui.sheet import Sheet
from ouderapp.ui.sidebar import Sidebar
from ouderapp.ui.undo_bar import UndoBar
from ouderapp.ui.undoing import Undoing

MOST_PAGES = 16
NOT_OPENED = mark("This part could not be opened. Your other files are fine.")
PRACTICE = mark("Practice files: nobody in here is real, and nothing can go to the office.")
NOT_HERE = mark("This cannot be done on this screen.")


class MainWindow(PlaceParts, QMainWindow):
    """Everything a worker does happens in this window; it knows pages by their names only."""

    lock_asked = Signal(str)
    """A wish to lock, and the code of the reason."""
    closed = Signal()
    fired = Signal(str)
    """An action of the registry was asked for: its id."""

    def __init__(
        self, background: Background, settings: QSettings | None = None, role: str = WORKER
    ) -> None:
        super().__init__()
        self.places = tuple(entry.name for entry in places(role))
        self.background = background
        self._sitting = Sitting(background, self)
        self.answers: dict[type[Problem], Callable[[], object]] = {}
        self.history = History()
        self._settings = settings
        self._pages: dict[Step, Page] = {}
        self._sheets = OpenSheets(self)
        self.news = NewsBar()
        self._band = QLabel()
        self._band.setProperty("band", True)
        self._band.hide()
        self.sidebar = Sidebar(places(role))
        self._stack = QStackedWidget()
        self.facts = FactsBar()
        self.setStatusBar(self.facts)
        self._lay_out()
        self.undo_bar = UndoBar(self._stack)
        self._undoing = Undoing(background, self.undo_bar, self)
        self._dropping = Dropping(self, self, role)
        self.actions_by_id = make_actions(self, self.do, missing_acts(role))
        self.look_along = LookAlong(self)
        self._own: dict[str, Callable[[], object]] = self._own_acts()
        self.sidebar.chosen.connect(self.go)
        self.facts.open_asked.connect(self.go)
        background.changed.connect(self._follow)
        self.setWindowTitle(PROGRAM)
        self._restore_geometry()

    @property
    def page(self) -> Page | None:
        """The page in front."""
        front = self._stack.currentWidget()
        return front if isinstance(front, Page) else None

    def go(self, name: str, about: object = None) -> None:
        """Show this page, made when it is first asked for."""
        if not self.look_along.may_go(name):
            return
        self.history.go((name, about))
        self._show((name, about))

    def do(self, act: str) -> None:
        """Run an action of the registry: the page in front first, then a dialog, then the frame."""
        self.fired.emit(act)
        if not self.look_along.may_do(act):
            return
        page = self.page
        offered = {**table_acts.acts_of(page), **page.acts()} if page else {}
        does = offered.get(act) or self._own.get(act)
        if does:
            does()
        elif act in SHEETS:
            self.open_sheet(act)
        else:
            self.facts.say(_(BY_ID[act].needs or NOT_HERE))

    def open_sheet(self, name: str, about: object = None) -> Sheet | None:
        """Open one of the dialogs of `pages.SHEETS`, or bring it to the front."""
        if not self.look_along.may_open(name):
            return None
        if about is None and self.page:
            about = self.page.about()
        return self._sheets.open(name, partial(self._make_sheet, name, about))

    def _make_sheet(self, name: str, about: object) -> Sheet | None:
        kind = self._found(SHEETS[name])
        return kind(self.background, about, self) if kind else None

    def where(self) -> dict[str, Any]:
        """Where the person is, as JSON can hold it: kept over a lock."""
        here, only = self.history.here, self.look_along.family
        seen = {"step": list(here), "state": self.page.state()} if here and self.page else {}
        return seen | ({"only": only} if only else {})

    def return_to(self, where: Mapping[str, Any]) -> None:
        """Go where the person was; the first destination when that is unknown."""
        if where.get("only"):
            rest = {name: value for name, value in where.items() if name != "only"}
            self.look_along.begin(where["only"], partial(self.return_to, rest))
            return
        name, about = where.get("step") or (self.places[0], None)
        if name not in BY_NAME:
            name, about = self.places[0], None
        self.go(name, tuple(about) if isinstance(about, list) else about)
        if self.page and where.get("state"):
            self.page.restore(where["state"])
        self._sitting.begin()

    def keep_typing(self) -> None:
        """Every open dialog keeps what was typed and not saved: the program locks or ends."""
        self._sheets.keep_typing()

    def forget_places(self) -> None:
        """Take away every page and dialog, and the way here: nothing of them is left."""
        self._sheets.put_away()
        for page in self._pages.values():
            self._stack.removeWidget(page)
            page.deleteLater()
        self._pages.clear()
        self.history = History()
        self.news.clear()
        self.undo_bar.hide()
        self.facts.clearMessage()

    def mark_as_practice(self) -> None:
        """A band that says on every page that nobody in here is real."""
        self._band.setText(_(PRACTICE))
        self._band.show()

    def closeEvent(self, event: QCloseEvent) -> None:
        self.keep_typing()
        self._sitting.end()
        if self._settings:
            self._settings.setValue("window/geometry", self.saveGeometry())
        super().closeEvent(event)
        self.closed.emit()

    def _show(self, step: Step) -> None:
        name, about = step
        key = (name, about[0] if isinstance(about, tuple) and about else about)
        page = self._pages.get(key) or self._add(key)
        if page is None:
            return
        if about is not None:
            page.look_at(about)
        held = page.focusWidget()  # the stack gives the focus to a page that it shows
        self._stack.setCurrentWidget(page)
        self.sidebar.light(name if name in self.places else BY_NAME[name].parent)
        self.setWindowTitle(f"{_(page.title)} — {PROGRAM}" if page.title else PROGRAM)
        page.reload()
        give_focus(page, held)

    def _add(self, key: Step) -> Page | None:
        kind = self._found(BY_NAME[key[0]].where)
        if kind is None:
            return None
        page: Page = kind(self.background)
        page.open_asked.connect(self.go)
        page.message_asked.connect(self.facts.say)
        page.action_asked.connect(self.do)
        page.sheet_asked.connect(self.open_sheet)
        self._stack.addWidget(page)
        self._pages[key] = page
        self._forget_oldest()
        return page

    def _found(self, where: str) -> Callable[..., Any] | None:
        """The class of a page or a dialog; None, and words that say so, when it is missing."""
        try:
            return found(where)
        except (ImportError, AttributeError) as error:
            log.bug(error)
            news = News(_(NOT_OPENED), button=_(Bug.button), does=copy_details, tone="warn")
            self.show_news(news)
            return None

    def _forget_oldest(self) -> None:
        old = [key for key in self._pages if key[1] is not None][:-MOST_PAGES]
        for key in old:
            self._pages.pop(key).deleteLater()

    def _follow(self, tables: frozenset[str]) -> None:
        self.facts.tell_saved()
        if self.page and self.page.tables & tables:
            self.page.reload()

    def _own_acts(self) -> dict[str, Callable[[], object]]:
        own: dict[str, Callable[[], object]] = {
            "undo": self._undoing.undo,
            "redo": self._undoing.redo,
            "back": self._back,
            "forward": self._forward,
            "previous": partial(self._section, -1),
            "next": partial(self._section, 1),
            "larger": look().larger,
            "smaller": look().smaller,
            "scheme": self._other_scheme,
            "next_pane": partial(self._pane, 1),
            "previous_pane": partial(self._pane, -1),
            "saved": lambda: self.facts.say(_(SAVED_ALL)),
            "look_along": self.look_along.toggle,
            "lock": lambda: self.lock_asked.emit("asked"),
            "quit": self.close,
            "class_today": partial(self.go, "homework", "today"),
            "help": self._help,
            "about": partial(self._help_on, "about"),
        }
        own |= {f"go_{name}": partial(self.go, name) for name in self.places}
        return own | {name: partial(self.go, name) for name in ("bin", "keys")}

    def _back(self) -> None:
        step = self.history.back()
        if step:
            self._show(step)

    def _forward(self) -> None:
        step = self.history.forward()
        if step:
            self._show(step)

    def _section(self, step: int) -> None:
        here = self.history.here[0] if self.history.here else self.places[0]
        lit = self.places.index(here if here in self.places else BY_NAME[here].parent)
        self.go(self.places[(lit + step) % len(self.places)])

    def _pane(self, step: int) -> None:
        walk(step, self.sidebar, self._stack.currentWidget() or self._stack, self.facts)

    def _other_scheme(self) -> None:
        look().set_scheme("light" if look().palette.is_dark else "dark")

    def _help(self) -> None:
        self._help_on(self.page.name if self.page else "index")

    def _help_on(self, name: str) -> None:
        from ouderapp.ui.help import HelpWindow

        HelpWindow.show_page(name, self)

    def _lay_out(self) -> None:
        side = QVBoxLayout()
        side.setSpacing(0)
        self.news.setContentsMargins(8, 0, 0, 0)
        side.addWidget(self._band)
        side.addWidget(self.news)
        side.addWidget(self._stack, 1)
        self.edge = QWidget()
        self.edge.setObjectName("edge")
        layout = QHBoxLayout(self.edge)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.sidebar)
        nest(layout, side, 1)
        self.setCentralWidget(self.edge)

    def _restore_geometry(self) -> None:
        self.resize(1180, 720)
        kept = self._settings.value("window/geometry") if self._settings else None
        if kept is not None:
            self.restoreGeometry(kept)
