"""The paper itself on screen: the very PDF that is printed, from memory, never on disk."""

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from ouderapp.base.i18n import _
from ouderapp.ui.look import set_type


class PaperView(QWidget):
    """The pages of one PDF, as wide as there is room."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.pdf = b""
        self._document = QPdfDocument(self)
        self._buffer = QBuffer(self)
        self._view = QPdfView(self)
        self._view.setDocument(self._document)
        self._view.setPageMode(QPdfView.PageMode.MultiPage)
        self._view.setZoomMode(QPdfView.ZoomMode.FitToWidth)
        self._view.setAccessibleName(_("Preview"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        self._nothing = QLabel(_("There is nothing to print yet."))
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        set_type(self._nothing, "muted")
        layout.addWidget(self._view)
        layout.addWidget(self._nothing)
        self._view.hide()

    @property
    def document(self) -> QPdfDocument:
        """The document as Qt knows it, for printing."""
        return self._document

    def show_pdf(self, pdf: bytes) -> None:
        """Show these pages; for empty bytes a line that says there are none."""
        self.pdf = pdf
        self._document.close()
        self._buffer.close()
        self._buffer.setData(QByteArray(pdf))
        self._view.setVisible(bool(pdf))
        self._nothing.setVisible(not pdf)
        if pdf:
            self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
            self._document.load(self._buffer)
