"""Ctrl+Shift+E: the rows on screen as a file that a spreadsheet opens right (X10, N12)."""

import csv
import io
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

import pytest
from openpyxl import load_workbook

from ouderapp.base.i18n import short_date
from ouderapp.ui import ask
from ouderapp.ui.exporting import as_csv, as_workbook, export
from ouderapp.ui.rows_model import Column
from ouderapp.ui.rows_view import RowsView
from tests.ui.screen import Screen


@dataclass(frozen=True)
class Row:
    id: str
    name: str
    visits: int
    seen_on: date


COLUMNS = (
    Column("Naam", lambda row: row.name),
    Column("Keer", lambda row: str(row.visits), sort_by=lambda row: row.visits),
    Column("Laatst", lambda row: short_date(row.seen_on), sort_by=lambda row: row.seen_on),
)


@pytest.fixture
def view(screen: Screen) -> RowsView:
    made = screen.show(RowsView(COLUMNS, "Rijen", order=0))
    made.show_rows(
        [Row("a", "=2+3", 6, date(2025, 3, 24)), Row("b", "Élodie; A", 2, date(2025, 1, 6))]
    )
    return made


def test_the_text_file_opens_by_a_double_click(view: RowsView) -> None:
    data = as_csv(view)

    rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig")), delimiter=";"))
    assert data.startswith(b"\xef\xbb\xbf")
    assert rows == [
        ["Naam", "Keer", "Laatst"],
        ["'=2+3", "6", "24/03/2025"],
        ["Élodie; A", "2", "06/01/2025"],
    ]


def test_the_workbook_keeps_numbers_and_dates_and_no_formula(view: RowsView) -> None:
    sheet = load_workbook(io.BytesIO(as_workbook(view))).worksheets[0]

    first = [cell.value for cell in sheet[2]]
    assert first == ["=2+3", 6, datetime(2025, 3, 24)]
    assert sheet["A2"].data_type == "s"
    assert sheet.freeze_panes == "A2"


def test_only_the_rows_on_screen_go_out(view: RowsView) -> None:
    view.filter.look_for("elodie")

    assert b"2+3" not in as_csv(view)


def test_the_person_is_told_that_the_file_is_not_protected(
    screen: Screen, view: RowsView, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """SECURITY 8."""
    told: list[str] = []
    file = tmp_path / "tabel.csv"
    monkeypatch.setattr(ask, "save_file", lambda _parent, _name, _kinds, then: then(file))

    export(screen.window, view, told.append)

    assert file.exists()
    assert told == ["Bewaard buiten ouderapp: dit bestand is niet meer beschermd."]
