"""Every text that the windows of the program hold, seen or not: what somebody could come by."""

import re
from collections.abc import Iterable, Iterator
from typing import Any

from PySide6.QtCore import (
    QAbstractItemModel,
    QAbstractListModel,
    QMimeData,
    QModelIndex,
    QObject,
    Qt,
)
from PySide6.QtGui import QAccessible, QAccessibleInterface, QAction, QGuiApplication
from PySide6.QtPdf import QPdfDocument
from PySide6.QtWidgets import QApplication, QTabBar, QWidget
from shiboken6 import isValid

_ASKED = (
    "text", "plainText", "toPlainText", "title", "windowTitle", "toolTip", "statusTip", "whatsThis",
    "accessibleName", "accessibleDescription", "placeholderText", "currentText", "objectName",
    "iconText", "currentMessage", "windowIconText", "windowFilePath",
)  # fmt: skip
_ROLES = (
    Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole, Qt.ItemDataRole.ToolTipRole,
    Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.AccessibleDescriptionRole,
    Qt.ItemDataRole.StatusTipRole, Qt.ItemDataRole.UserRole,
)  # fmt: skip
_SPOKEN = (QAccessible.Text.Name, QAccessible.Text.Description, QAccessible.Text.Value)


def found_in_windows(names: Iterable[str]) -> set[str]:
    """Those of these names that stand anywhere in a window, as whole words."""
    either = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))
    return set(re.findall(rf"\b(?:{either})\b", "\n".join(everything_shown())))


def everything_shown() -> Iterator[str]:
    """Widgets, actions, models, completions, pages to print, the clipboard, the screen reader."""
    for window in QApplication.topLevelWidgets():
        for part in (window, *window.findChildren(QObject)):
            if isValid(part):
                yield from _of(part)
        if window.isVisible():
            yield from _spoken(QAccessible.queryAccessibleInterface(window), 0)
    data: QMimeData | None = QGuiApplication.clipboard().mimeData()
    yield data.text() if data is not None else ""


def _of(part: Any) -> Iterator[str]:
    if isinstance(part, QWidget | QAction):
        for asked in _ASKED:
            held = getattr(part, asked, None)
            value = held() if callable(held) else None
            yield value if isinstance(value, str) else ""
        if isinstance(part, QTabBar):
            yield from (part.tabText(at) for at in range(part.count()))
    model = part.model() if callable(getattr(part, "model", None)) else part
    if isinstance(model, QAbstractItemModel):
        yield from _cells(model)
    if isinstance(part, QPdfDocument):
        yield from (part.getAllText(at).text() for at in range(part.pageCount()))


def _cells(model: QAbstractItemModel, parent: QModelIndex | None = None) -> Iterator[str]:
    within = parent or QModelIndex()
    columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount(within)
    for row in range(model.rowCount(within)):
        for column in range(columns):
            index = model.index(row, column, within)
            yield from (str(model.data(index, role) or "") for role in _ROLES)
        yield from (str(one) for one in getattr(model, "rows", [])[row : row + 1])


def _spoken(told: QAccessibleInterface | None, depth: int) -> Iterator[str]:
    """What a screen reader comes by when it walks through a window."""
    if told is None or not told.isValid() or depth > 40:
        return
    yield from (told.text(kind) for kind in _SPOKEN)
    for at in range(min(told.childCount(), 150)):
        yield from _spoken(told.child(at), depth + 1)
