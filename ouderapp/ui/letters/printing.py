"""Printing the pages that the preview shows, on A4, whatever the driver hands back."""

from collections.abc import Callable

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QWidget

from ouderapp.base.errors import Problem
from ouderapp.base.i18n import mark

MOST_DPI = 600
POINTS = 72
WHITE = 0xFFFFFFFF


class NoPrinter(Problem):
    message = mark("No printer found. Save as PDF and print later.")
    hint = mark("The letter is not lost: it can be printed again from the list of letters.")
    button = mark("Save as PDF")


def print_document(
    parent: QWidget, document: QPdfDocument, printed: Callable[[], object]
) -> QPrintDialog:
    """Ask for a printer and print; `printed` is called when the pages were handed over.

    Raises NoPrinter when this computer has none.
    """
    if not QPrinterInfo.availablePrinterNames():
        raise NoPrinter
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName("ouderapp")
    dialog = QPrintDialog(printer, parent)
    dialog.accepted.connect(lambda: _print(printer, document, printed))
    dialog.setModal(True)
    dialog.show()
    return dialog


def _print(printer: QPrinter, document: QPdfDocument, printed: Callable[[], object]) -> None:
    paint(printer, document)
    printed()


def paint(printer: QPrinter, document: QPdfDocument) -> None:
    """Every page of the document on the printer, white behind, edge to edge."""
    # Some drivers hand back their own paper after the dialog (UX 2.19).
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    printer.setPageOrientation(QPageLayout.Orientation.Portrait)
    printer.setFullPage(True)
    painter = QPainter(printer)
    for page in range(document.pageCount()):
        if page:
            printer.newPage()
        painter.drawImage(_room(printer), _image(document, page, printer.resolution()))
    painter.end()


def _room(printer: QPrinter) -> QRect:
    return printer.pageLayout().fullRectPixels(printer.resolution())


def _image(document: QPdfDocument, page: int, dpi: int) -> QImage:
    sharp = min(dpi, MOST_DPI)
    points = document.pagePointSize(page)
    size = QSize(round(points.width() * sharp / POINTS), round(points.height() * sharp / POINTS))
    image = QImage(size, QImage.Format.Format_RGB32)
    image.fill(WHITE)
    painter = QPainter(image)
    painter.drawImage(0, 0, document.render(page, size))
    painter.end()
    return image
