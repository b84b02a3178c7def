"""What the unlock window asks of Qt without its name space `Qt`, whose making takes 17 ms."""

from PySide6.QtWidgets import QLabel, QWidget

PLAIN_TEXT = 0
"""`Qt.TextFormat.PlainText`."""
NO_FOCUS = 0
"""`Qt.FocusPolicy.NoFocus`."""


def show_plainly(label: QLabel) -> None:
    """Words on it are shown as they were typed, never read as markup."""
    label.setProperty("textFormat", PLAIN_TEXT)


def keep_from_focus(widget: QWidget) -> None:
    """Neither Tab nor a click brings the keyboard here."""
    widget.setProperty("focusPolicy", NO_FOCUS)
