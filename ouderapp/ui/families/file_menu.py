"""What can be done with a whole file, behind the button Meer…."""

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from ouderapp.base.i18n import _, mark
from ouderapp.families.codes import Status
from ouderapp.families.commands.family import delete_family, keep_back_family, reopen_family
from ouderapp.families.overview import FamilyDetail
from ouderapp.ui.background import Background
from ouderapp.ui.families.close_sheet import CloseSheet
from ouderapp.ui.families.family_sheet import FamilySheet
from ouderapp.ui.families.history_sheet import HistorySheet

EDIT, CLOSE, REOPEN = mark("Change the family…"), mark("Close the file…"), mark("Reopen the file")
KEEP_BACK, SHARE = mark("Do not share with the office"), mark("Share with the office again")
HISTORY, BIN = mark("History…"), mark("Move to bin")


class FileMenu:
    """The menu of one page; its words follow where the file stands."""

    def __init__(self, background: Background, page: QWidget) -> None:
        self._background = background
        self._page = page
        self._menu = QMenu(page)
        self._family: FamilyDetail | None = None

    def put_on(self, button: QPushButton) -> None:
        """Open from this button."""
        button.setMenu(self._menu)

    def show_family(self, family: FamilyDetail) -> None:
        """Offer what fits this family now."""
        self._family = family
        self._menu.clear()
        is_closed = family.status == Status.CLOSED
        close = (REOPEN, self._reopen) if is_closed else (CLOSE, self._close)
        share = (SHARE, partial(self._keep_back, False))
        keep = share if family.is_kept_back else (KEEP_BACK, partial(self._keep_back, True))
        for words, does in (
            (EDIT, self._edit),
            close,
            keep,
            (HISTORY, self._history),
            (BIN, self._bin),
        ):
            if words in (HISTORY, BIN):
                self._menu.addSeparator()
            self._menu.addAction(_(words)).triggered.connect(lambda _on=False, run=does: run())

    def _edit(self) -> None:
        if self._family:
            FamilySheet(self._background, self._family, self._page).open_beside()

    def _close(self) -> None:
        if self._family:
            CloseSheet(self._background, self._family.id, self._page).open_beside()

    def _reopen(self) -> None:
        self._run(reopen_family)

    def _keep_back(self, is_kept_back: bool) -> None:
        self._run(keep_back_family, is_kept_back=is_kept_back)

    def _history(self) -> None:
        if self._family:
            HistorySheet(self._background, "family", self._family.id, self._page).open_beside()

    def _bin(self) -> None:
        self._run(delete_family)

    def _run(self, command: Callable[..., Any], **more: Any) -> None:
        if self._family:
            self._background.run(command, self._family.id, owner=self._page, **more)
