"""The recovery sheet on paper: twelve words, a square to scan, and nobody's name (UX 2.19)."""

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QRectF, Qt
from PySide6.QtGui import QFont, QPagedPaintDevice, QPageLayout, QPageSize, QPainter, QPdfWriter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QDialog, QWidget

from ouderapp.base.clock import today
from ouderapp.base.i18n import _, long_date, mark
from ouderapp.ui.look import FAMILY, PROGRAM

TITLE = mark("Recovery sheet")
SAFE = mark("Put this in the safe of the office. Whoever holds it can open the files.")
HOW = mark("Forgot the passphrase? Choose “Forgot the passphrase” and type these twelve words.")
MARGIN_MM, DOTS = 20, 300


def print_sheet(words: tuple[str, ...], parent: QWidget) -> bool:
    """Ask for a printer and print; False when this laptop has none."""
    if not QPrinterInfo.availablePrinterNames():
        return False
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(PROGRAM)
    dialog = QPrintDialog(printer, parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.accepted.connect(lambda: _draw(printer, words))
    QDialog.open(dialog)
    return True


def sheet_pdf(words: tuple[str, ...]) -> bytes:
    """The sheet as a PDF, made in memory."""
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(DOTS)
    writer.setTitle(PROGRAM)
    writer.setCreator("")
    _draw(writer, words)
    buffer.close()
    return bytes(data.data())


def _draw(device: QPagedPaintDevice, words: tuple[str, ...]) -> None:
    device.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    margins = QMarginsF(MARGIN_MM, MARGIN_MM, MARGIN_MM, MARGIN_MM)
    device.setPageMargins(margins, QPageLayout.Unit.Millimeter)
    painter = QPainter(device)
    point = device.logicalDpiY() / 72
    width = device.width()
    top = _line(painter, 24, _(TITLE), 0, width, point)
    top = _line(painter, 11, long_date(today()), top, width, point) + 24 * point
    for at, word in enumerate(words):
        _word(painter, at, word, top, width, point)
    top += 6 * 30 * point + 24 * point
    top = _line(painter, 12, _(SAFE), top, width, point) + 6 * point
    top = _line(painter, 11, _(HOW), top, width, point) + 24 * point
    _square(painter, " ".join(words), QRectF(0, top, 150 * point, 150 * point))
    painter.end()


def _line(painter: QPainter, size: int, text: str, top: float, width: float, point: float) -> float:
    """Write a text from this height on; the height under it."""
    painter.setFont(QFont(FAMILY, size))
    flags = Qt.TextFlag.TextWordWrap
    room = painter.boundingRect(QRectF(0, top, width, 400 * point), flags, text)
    painter.drawText(room, flags, text)
    return room.bottom() + 4 * point


def _word(painter: QPainter, at: int, word: str, top: float, width: float, point: float) -> None:
    painter.setFont(QFont(FAMILY, 16))
    left, height = (at // 6) * width / 2, top + (at % 6) * 30 * point
    painter.drawText(QRectF(left, height, width / 2, 30 * point), f"{at + 1}.  {word}")


def _square(painter: QPainter, text: str, place: QRectF) -> None:
    """The words as a QR code."""
    import segno

    dots = segno.make(text, error="m").matrix
    side = place.width() / len(dots)
    for row, line in enumerate(dots):
        for column, is_dark in enumerate(line):
            if is_dark:
                spot = QRectF(place.x() + column * side, place.y() + row * side, side, side)
                painter.fillRect(spot, Qt.GlobalColor.black)
