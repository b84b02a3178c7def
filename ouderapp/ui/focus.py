"""Where the keyboard is in a part of the window, and where Tab goes there."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

FIELDS = (QLineEdit, QPlainTextEdit, QComboBox, QAbstractSpinBox, QAbstractItemView)
"""Where a person types or chooses."""


def focused(panes: Sequence[QWidget]) -> int:
    """Which of these panes holds the focus; the first when none does."""
    held = QApplication.focusWidget()
    found = (
        at
        for at, pane in enumerate(panes)
        if held is not None and (held is pane or pane.isAncestorOf(held))
    )
    return next(found, 0)


def focus_chain(part: QWidget) -> Iterator[QWidget]:
    """What Tab reaches inside this part of the window, in that order."""
    one = part.nextInFocusChain()
    while one is not None and one is not part:
        policy = one.focusPolicy() & Qt.FocusPolicy.TabFocus
        if policy and part.isAncestorOf(one) and one.isVisible() and one.isEnabled():
            yield one
        one = one.nextInFocusChain()
