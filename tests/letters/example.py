"""Invented letters and the ways in which a test reads a PDF."""

import io
import unicodedata
from datetime import date

from pypdf import PdfReader
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize
from PySide6.QtGui import QImage, QPainter
from PySide6.QtPdf import QPdfDocument

from ouderapp.letters import sentences as say
from ouderapp.letters.leaflet import LeafletFacts, leaflet
from ouderapp.letters.letter import Bullets, Letter, Paragraph, Points, Signature
from ouderapp.letters.texts import translator

DAY = date(2025, 3, 21)


def a_letter(**changes: object) -> Letter:
    """A letter to a CLB about an invented pupil."""
    words: dict[str, object] = {
        "subject": "Betreft: Danylo Kovalenko, Voorbeeldcollege, klas 1A3",
        "dated_on": DAY,
        "place_and_date": "Denderdorp, vrijdag 21 maart 2025",
        "language": "nl",
        "sender": ("vzw Voorbeeldwerking", "Sofie Verbeke", "0470 00 00 00"),
        "addressee": ("Vrij CLB Denderdorp", "Marktplein 3", "9450 Denderdorp"),
        "blocks": (
            Paragraph("Beste CLB-medewerker,"),
            Paragraph("Welke richting past na 1A?", label="De vraag van het gezin:"),
            Bullets(("De brief samen gelezen.", "Met de moeder gebeld."), "Wat we al deden:"),
            Points((("Taal", "Oekraïens"), ("Tolk nodig", "ja"))),
        ),
        "consent": "Oksana Kovalenko las deze brief met mij.",
        "answer": "Wilt u mij vóór vrijdag 4 april 2025 iets laten weten?",
        "closing": "Met vriendelijke groeten,",
        "signatures": (Signature("", ("Sofie Verbeke",)), Signature("Voor akkoord:")),
        "page_of": "blz. {page} van {pages}",
    }
    return Letter(**{**words, **changes})  # type: ignore[arg-type]


def a_leaflet(language: str, service: str = "Vrij CLB Denderdorp") -> Letter:
    """The leaflet of that letter for the parent, in her language."""
    facts = LeafletFacts(
        service=service,
        contents=(say.YOUR_NAME, say.CHILD_NAME, say.YOUR_QUESTION),
        agreed_on=date(2025, 3, 20),
        worker="Sofie Verbeke",
        organisation="vzw Voorbeeldwerking",
        phone="0470 00 00 00",
        place="Denderdorp",
        dated_on=DAY,
    )
    return leaflet(facts, translator(language))


def reader(pdf: bytes) -> PdfReader:
    """The document as pypdf sees it."""
    return PdfReader(io.BytesIO(pdf))


def text_of(pdf: bytes, page: int = 0) -> str:
    """The words of a page as pypdf reads them, in the order in which they were drawn."""
    return unicodedata.normalize("NFKC", reader(pdf).pages[page].extract_text())


def opened(pdf: bytes) -> tuple[QPdfDocument, QBuffer]:
    """The document as PDFium sees it, from memory; keep the buffer as long as the document."""
    buffer = QBuffer()
    buffer.setData(QByteArray(pdf))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document = QPdfDocument()
    document.load(buffer)
    return document, buffer


def read_by_pdfium(pdf: bytes, page: int = 0) -> str:
    """The words of a page as PDFium reads them, by where they stand."""
    document, _buffer = opened(pdf)
    return unicodedata.normalize("NFKC", document.getAllText(page).text())


def without_marks(text: str) -> str:
    """The text without vowel signs: readers of PDF put them before or after their letter."""
    return "".join(sign for sign in text if not unicodedata.combining(sign))


def picture(pdf: bytes, page: int = 0, dots: int = 1) -> QImage:
    """A page of 595 by 842 points in grey, with so many dots to a point in each direction."""
    document, _buffer = opened(pdf)
    drawn = document.render(page, QSize(595 * dots, 842 * dots))
    image = QImage(drawn.size(), QImage.Format.Format_RGB32)
    image.fill(0xFFFFFFFF)
    painter = QPainter(image)
    painter.drawImage(0, 0, drawn)
    painter.end()
    return image.convertToFormat(QImage.Format.Format_Grayscale8)


def ink(image: QImage, left: int, top: int, right: int, foot: int) -> int:
    """How many dots are dark in this part of the page; left and top included, the others not."""
    row = image.bytesPerLine()
    greys = bytes(image.constBits())
    return sum(
        grey < 128 for y in range(top, foot) for grey in greys[y * row + left : y * row + right]
    )
