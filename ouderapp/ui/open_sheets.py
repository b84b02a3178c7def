"""The dialogs of the registry that are open: each once, and each knows what it is about."""

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog

from ouderapp.ui.keeping import Keeper
from ouderapp.ui.sheet import Sheet


class OpenSheets:
    """Opens dialogs beside a window, which passes on what they ask for."""

    def __init__(self, window: Any) -> None:
        self._window = window
        self._open: dict[str, Sheet] = {}

    def open(self, name: str, make: Callable[[], Sheet | None]) -> Sheet | None:
        """Bring the dialog of this name to the front, made when there is none."""
        sheet = self._open.get(name) or self._adopted(name, make())
        if sheet is not None:
            sheet.open_beside()
        return sheet

    def keep_typing(self) -> None:
        """Every open dialog keeps what was typed and not saved: the program locks or ends."""
        for sheet in self._window.findChildren(Sheet):
            sheet.keep_now()
        for keeper in self._window.findChildren(Keeper):
            keeper.keep_now()

    def put_away(self) -> None:
        """Close every dialog, also those that a page opened; what was typed is kept."""
        self.keep_typing()
        self._open.clear()
        for dialog in self._window.findChildren(QDialog):
            dialog.close()
            dialog.deleteLater()

    def _adopted(self, name: str, sheet: Sheet | None) -> Sheet | None:
        if sheet is None:
            return None
        window = self._window
        sheet.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        sheet.destroyed.connect(partial(self._open.pop, name, None))
        sheet.open_asked.connect(window.go)
        sheet.message_asked.connect(window.facts.say)
        sheet.action_asked.connect(window.do)
        sheet.sheet_asked.connect(window.open_sheet)
        self._open[name] = sheet
        return sheet
