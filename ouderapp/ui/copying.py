"""Rows and texts on the clipboard: as a table for a spreadsheet, and gone again after a while."""

import os
from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QMimeData, QTimer
from PySide6.QtGui import QGuiApplication

SECONDS = 30
_OURS = "application/x-ouderapp"


def copy_cells(rows: Sequence[Sequence[str]], titles: Sequence[str] = ()) -> None:
    """Put rows on the clipboard as text with tabs and as an HTML table."""
    from html import escape  # the unlock window comes sooner without it

    lines = [titles, *rows] if titles else list(rows)
    plain = "\n".join("\t".join(_flat(cell) for cell in line) for line in lines)
    html = "".join(f"<tr>{''.join(f'<td>{escape(c)}</td>' for c in line)}</tr>" for line in lines)
    _put(plain, f"<table>{html}</table>")


def copy_text(text: str) -> None:
    """Put a text on the clipboard."""
    _put(text, "")


def clear_ours() -> None:
    """Empty the clipboard when what is on it came from here."""
    clipboard = QGuiApplication.clipboard()
    data: QMimeData | None = clipboard.mimeData()
    if data is not None and data.hasFormat(_OURS):
        clipboard.clear()


def _put(text: str, html: str) -> None:
    data = QMimeData()
    data.setText(text)
    if html:
        data.setHtml(html)
    token = os.urandom(16)
    data.setData(_OURS, token)
    data.setData("x-kde-passwordManagerHint", b"secret")
    QGuiApplication.clipboard().setMimeData(data)
    QTimer.singleShot(SECONDS * 1000, partial(_clear_this, token))


def _clear_this(token: bytes) -> None:
    """Empty the clipboard unless something newer lies on it."""
    data: QMimeData | None = QGuiApplication.clipboard().mimeData()
    if data is not None and data.data(_OURS).data() == token:
        clear_ours()


def _flat(cell: str) -> str:
    """A cell without tabs and ends of lines, and without a formula in a spreadsheet."""
    text = " ".join(cell.split())
    return f"'{text}" if text[:1] in "=+@" and text else text
