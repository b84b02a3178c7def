"""Files that are dropped on the window: each goes to the screen that reads it (UX 2.18)."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol, runtime_checkable

from PySide6.QtCore import QEvent, QMimeData, QObject
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QMainWindow

from ouderapp.base.i18n import _, mark
from ouderapp.class_lists.limits import SUFFIXES
from ouderapp.ui.news import News
from ouderapp.ui.pages import OFFICE, WORKER

ENROLMENT = ".oudid"
UNKNOWN = mark("I do not know this kind of file.")
DROPPABLE = {
    WORKER: mark(
        "You can drop a class list here (.xlsx, .csv), and what the office gives you: a"
        " confirmation (.oudreceipt) or an answer (.oudid)."
    ),
    OFFICE: mark("You can drop a bundle here (.age), and the file of a worker (.oudid)."),
}
ONE = mark("One file at a time: this is {file}. Drop the next one after it.")


@dataclass(frozen=True)
class Landing:
    """What files with these ends are for: a page, or one of the dialogs."""

    suffixes: tuple[str, ...]
    page: str = ""
    sheet: str = ""


LANDINGS = {
    WORKER: (
        Landing(SUFFIXES, sheet="class_list"),
        Landing((".oudreceipt", ENROLMENT), page="month_end"),
    ),
    OFFICE: (
        Landing((".age",), page="office_inbox"),
        Landing((ENROLMENT,), page="office_workers"),
    ),
}


@runtime_checkable
class TakesFile(Protocol):
    """A page or a dialog that reads a file."""

    def take_file(self, path: Path) -> None: ...


@runtime_checkable
class TakesFiles(Protocol):
    """A page that reads several files at once."""

    def take_files(self, paths: Sequence[Path]) -> None: ...


class Window(Protocol):
    """What the main window does for a file."""

    @property
    def page(self) -> object: ...

    def go(self, name: str, about: object = None) -> None: ...

    def open_sheet(self, name: str, about: object = None) -> object: ...

    def show_news(self, news: News) -> None: ...


class Dropping(QObject):
    """Listens at the main window; what nobody there reads is said in a friendly way."""

    def __init__(self, window: QMainWindow, frame: Window, role: str) -> None:
        super().__init__(window)
        self._frame, self._role = frame, role
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QDragEnterEvent | QDropEvent) and event.type() in (
            QEvent.Type.DragEnter,
            QEvent.Type.Drop,
        ):
            files = dropped_files(event.mimeData())
            if files:
                event.acceptProposedAction()
            if files and event.type() == QEvent.Type.Drop:
                self.take(files)
            return bool(files)
        return super().eventFilter(watched, event)

    def take(self, files: Sequence[Path]) -> None:
        """Bring the first file that is known to its screen, and with it those it reads at once.

        Of what nobody reads, say what could be dropped.
        """
        first = next((file for file in files if self._landing(file)), None)
        landing = self._landing(first) if first else None
        if first is None or landing is None:
            todo = _(DROPPABLE[self._role])
            self._frame.show_news(News(_(UNKNOWN), todo=todo, tone="warn"))
            return
        place = self._place(landing)
        if isinstance(place, TakesFiles):
            place.take_files([file for file in files if self._landing(file) is landing])
        elif isinstance(place, TakesFile):
            place.take_file(first)
            if len(files) > 1:
                self._frame.show_news(News(_(ONE).format(file=first.name)))

    def _landing(self, file: Path) -> Landing | None:
        end = file.suffix.lower()
        return next((one for one in LANDINGS[self._role] if end in one.suffixes), None)

    def _place(self, landing: Landing) -> object:
        """The page or the dialog, in front."""
        if landing.sheet:
            return self._frame.open_sheet(landing.sheet)
        self._frame.go(landing.page)
        return self._frame.page


def dropped_files(data: QMimeData) -> list[Path]:
    """The files of this computer in what is dragged."""
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
