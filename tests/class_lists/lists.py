"""Class lists as schools make them, for the tests of class lists."""

import io
from collections.abc import Sequence
from datetime import date
from typing import Any

from openpyxl import Workbook

NAMES = (
    ("Zoë", "D'Hondt"), ("Çağla", "Işık"), ("Bilal", "El Amrani"), ("Noor", "van den Berghe"),
    ("Renée", "De Smet"), ("Łukasz", "Nowak"),
)  # fmt: skip
HEADINGS = ("Naam", "Voornaam", "Klas", "Geboortedatum")
BELGIAN = (
    "Naam;Voornaam;Klas;Geboortedatum\r\n"
    "D'Hondt;Zoë;1A;21/05/2014\r\n"
    "El Amrani;Bilal;1A;03/11/2013\r\n"
    "\r\n"
    "De Smet;Renée;1B;1/2/2014\r\n"
)


def csv_of(rows: Sequence[Sequence[str]], separator: str = ";") -> str:
    """Rows as a CSV text."""
    return "".join(separator.join(row) + "\r\n" for row in rows)


def workbook(*sheets: tuple[str, Sequence[Sequence[Any]]]) -> bytes:
    """A workbook with these sheets."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for title, rows in sheets:
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(list(row))
    data = io.BytesIO()
    book.save(data)
    return data.getvalue()


def one_class() -> bytes:
    """A workbook with a title above its headings, real dates and whole numbers."""
    rows: list[list[Any]] = [
        ["Klaslijst 1A"],
        [],
        ["Nr", "Leerling", "Klas", "Geboortedatum"],
        [1, "El Amrani Bilal", "1A", date(2013, 11, 3)],
        [2.0, "De Smet Renée", "1A", date(2014, 2, 1)],
    ]
    return workbook(("Blad1", rows))
