"""The same figures on paper, in a workbook and as data."""

import io

import openpyxl
import pytest
from pypdf import PdfReader

from ouderapp.base import i18n
from ouderapp.reports.pdf import pages
from ouderapp.reports.records import CountRow
from ouderapp.reports.table import Report, report_of
from ouderapp.reports.xlsx import put, workbook

ROWS = [
    CountRow("2025-03", "contacts", "total", "", 11),
    CountRow("2025-03", "contacts", "kind", "telefoon", 11),
    CountRow("2025-06", "year_contacts", "kind", "telefoon", 11),
    CountRow("2025-06", "year_contacts", "minutes", "", 1070),
    CountRow("2025-06", "year_families", "status", "lopend", 7),
    CountRow("2025-06", "year_families", "language", "fr", 6),
    CountRow("2025-06", "year_families", "language", "tr", 1),
]


@pytest.fixture
def report() -> Report:
    i18n.install()
    return report_of(ROWS, 2024)


def test_the_paper_holds_the_figures_in_dutch(report: Report) -> None:
    text = "\n".join(
        page.extract_text() for page in PdfReader(io.BytesIO(pages(report, "Maart"))).pages
    )

    assert "Minuten contact" in text
    assert "1.070" in text


def test_the_same_report_gives_the_same_bytes(report: Report) -> None:
    assert pages(report, "Maart") == pages(report, "Maart")


def test_the_paper_says_nothing_about_who_made_it(report: Report) -> None:
    """SECURITY 8: no author, no creator, no producer."""
    found = PdfReader(io.BytesIO(pages(report, "Maart"))).metadata

    assert found is not None
    assert {found.author or "", found.creator or ""} <= {"", "(anonymous)", "anonymous"}


def test_the_workbook_has_numbers_as_numbers(report: Report) -> None:
    book = openpyxl.load_workbook(io.BytesIO(workbook(report)))

    first = {row[0].value: row[1].value for row in book.worksheets[0].iter_rows(min_row=2)}
    assert first["Contacten"] == 11


def test_text_that_looks_like_a_formula_stays_text() -> None:
    """X10: a name that begins with = is no formula in the workbook."""
    sheet = openpyxl.Workbook().worksheets[0]
    cell = sheet.cell(1, 1)

    put(cell, "=cmd|' /C calc'!A0")  # type: ignore[arg-type]

    assert cell.data_type == "s"


def test_a_small_number_cannot_be_read_from_what_goes_outside(report: Report) -> None:
    """N06: 6 and 1 become one total of 7."""
    outside = [table for table in report.tables if table.is_for_outside]

    assert outside[0].rows == (("Totaal", 7),)
    assert all(not isinstance(v, int) or v >= 5 for t in outside for _, v in t.rows if v)


def test_a_report_without_any_number_is_still_a_report() -> None:
    empty = report_of([], 2024)

    assert empty.figures["year"]["contacts_total"] == 0
    assert pages(empty, "Leeg").startswith(b"%PDF")
    assert workbook(empty)
