"""A finished paper on screen: the very PDF that is printed or saved, shown from memory."""

from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, QSize
from PySide6.QtGui import QPageSize, QPainter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QDialog, QWidget

from ouderapp.base.i18n import _, mark
from ouderapp.sealing.atomic import write_file
from ouderapp.ui import ask
from ouderapp.ui.background import Background
from ouderapp.ui.look import PROGRAM
from ouderapp.ui.news import News
from ouderapp.ui.sheet import Sheet

NO_PRINTER = mark("No printer found. Save as PDF and print later.")
OUTSIDE = mark("Saved outside ouderapp: this file is not protected any more.")
DOTS = 300


class PaperSheet(Sheet):
    """Shows a PDF; `name` is the file name that is proposed, without anybody's name in it."""

    def __init__(
        self,
        background: Background,
        title: str,
        pdf: bytes,
        name: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(background, title, parent, width=720)
        self._pdf, self._name = pdf, name
        self._data = QByteArray(pdf)
        self._buffer = QBuffer(self._data, self)
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self.paper = QPdfDocument(self)
        self.paper.load(self._buffer)
        self.view = QPdfView(self)
        self.view.setDocument(self.paper)
        self.view.setPageMode(QPdfView.PageMode.MultiPage)
        self.view.setZoomMode(QPdfView.ZoomMode.FitToWidth)
        self.view.setMinimumHeight(420)
        self.view.setAccessibleName(_(title))
        self.body.addWidget(self.view, 1)
        self.add_button(mark("Close"), self.close)
        self.add_button(mark("Save as PDF"), self.save, icon="file-pdf")
        self.add_button(mark("Print"), self.print, kind="primary", icon="printer")

    def save(self) -> None:
        """Ask where, and write the file."""
        ask.save_file(self, self._name, _("PDF (*.pdf)"), self._write)

    def print(self) -> None:
        """Ask for a printer; without one, saving is offered."""
        if not QPrinterInfo.availablePrinterNames():
            words = _("Save as PDF")
            self.show_news(News(_(NO_PRINTER), button=words, does=self.save, tone="warn"))
            return
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(PROGRAM)
        dialog = QPrintDialog(printer, self)
        dialog.accepted.connect(lambda: print_paper(self.paper, printer))
        QDialog.open(dialog)

    def _write(self, path: Path) -> None:
        write_file(path, self._pdf)
        self.message_asked.emit(_(OUTSIDE))
        self.show_news(News(_(OUTSIDE)))


def print_paper(paper: QPdfDocument, printer: QPrinter) -> None:
    """Every page of the paper on the printer, at its own size."""
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    printer.setFullPage(True)
    painter = QPainter(printer)
    for number in range(paper.pageCount()):
        if number:
            printer.newPage()
        size = paper.pagePointSize(number)
        dots = QSize(round(size.width() * DOTS / 72), round(size.height() * DOTS / 72))
        scale = printer.resolution() / 72
        place = QRectF(0, 0, size.width() * scale, size.height() * scale)
        painter.drawImage(place, paper.render(number, dots))
    painter.end()
