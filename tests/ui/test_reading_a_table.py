"""One table for every list: sorted by values, filtered without accents, copied, kept selected."""

from dataclasses import dataclass
from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QModelIndex, Qt
from PySide6.QtGui import QGuiApplication, QHelpEvent
from PySide6.QtWidgets import QApplication, QToolTip

from ouderapp.base.i18n import short_date
from ouderapp.ui.rows_model import Column
from ouderapp.ui.rows_pane import RowsPane
from ouderapp.ui.rows_view import RowsView
from tests.ui.screen import Screen


@dataclass(frozen=True)
class Row:
    id: str
    name: str
    children: int
    seen_on: date | None


COLUMNS = (
    Column("Gezin", lambda row: row.name),
    Column("Kinderen", lambda row: str(row.children), sort_by=lambda row: row.children),
    Column(
        "Laatst",
        lambda row: short_date(row.seen_on) if row.seen_on else "",
        sort_by=lambda row: row.seen_on,
    ),
)
ROWS = (
    Row("a", "Yılmaz", 10, date(2025, 2, 4)),
    Row("b", "Élodie", 9, None),
    Row("c", "Haddad", 2, date(2024, 12, 1)),
)


@pytest.fixture
def pane(screen: Screen) -> RowsPane:
    view = RowsView(COLUMNS, "Gezinnen", order=0)
    made = screen.show(
        RowsPane(view, empty="No families yet.", no_match="Geen gezin past bij {q}.")
    )
    made.show_rows(ROWS)
    return made


def test_names_sort_as_in_dutch_numbers_by_size_and_empty_days_first(
    screen: Screen, pane: RowsPane
) -> None:
    table = screen.table("Gezinnen")
    by_name = table.column("Gezin")
    pane.view.sortByColumn(1, Qt.SortOrder.AscendingOrder)
    by_number = table.column("Kinderen")
    pane.view.sortByColumn(2, Qt.SortOrder.AscendingOrder)

    assert by_name == ["Élodie", "Haddad", "Yılmaz"]
    assert by_number == ["2", "9", "10"]
    assert table.column("Laatst") == ["", "01/12/2024", "04/02/2025"]


def test_the_model_follows_the_contract_of_qt(pane: RowsPane, qtmodeltester: Any) -> None:
    qtmodeltester.check(pane.view.rows)
    qtmodeltester.check(pane.view.filter)


def test_the_filter_reads_over_accents_and_counts(screen: Screen, pane: RowsPane) -> None:
    screen.type_in("Filter in dit scherm", "yilm")

    assert screen.table("Gezinnen").column("Gezin") == ["Yılmaz"]
    assert pane.count.text() == "1 van 3"


def test_a_filter_that_fits_nothing_says_so_and_can_be_cleared(
    screen: Screen, pane: RowsPane
) -> None:
    screen.type_in("Filter in dit scherm", "ossmani")
    said = screen.words()
    screen.click("Filter wissen")

    assert "Geen gezin past bij ossmani." in said
    assert len(screen.table("Gezinnen")) == 3


def test_an_empty_table_says_what_to_do(screen: Screen, pane: RowsPane) -> None:
    pane.add_when_empty("New family", lambda: None)
    pane.show_rows(())

    assert "No families yet." in screen.words()
    assert "Nieuw gezin" in screen.buttons()


def test_escape_clears_the_filter_and_goes_back_to_the_table(
    screen: Screen, pane: RowsPane
) -> None:
    screen.type_in("Filter in dit scherm", "had")

    screen.press("Esc")

    assert pane.filter.text() == ""
    assert QApplication.focusWidget() is pane.view


def test_selected_rows_stay_selected_over_a_reload(screen: Screen, pane: RowsPane) -> None:
    screen.table("Gezinnen").select("Haddad")

    pane.show_rows((*ROWS, Row("d", "Amrani", 1, None)))

    assert pane.view.current() == "c"
    assert pane.view.chosen() == ("c",)


@pytest.mark.parametrize(
    ("keys", "signal"),
    [("Return", "opened"), ("F2", "edit_asked"), ("Space", "marked"), ("Del", "bin_asked")],
)
def test_keys_act_on_the_row_in_front(
    screen: Screen, pane: RowsPane, keys: str, signal: str
) -> None:
    told: list[object] = []
    getattr(pane.view, signal).connect(told.append)
    screen.table("Gezinnen").select("Haddad")

    screen.press(keys)

    assert told == [("c",) if signal == "bin_asked" else "c"]


def test_a_letter_acts_in_a_table_that_has_letters(screen: Screen) -> None:
    told: list[tuple[str, object]] = []
    view = screen.show(RowsView(COLUMNS, "Beloften", letters={"P": "prepare"}))
    view.show_rows(ROWS)
    view.letter_typed.connect(lambda word, id_: told.append((word, id_)))
    screen.table("Beloften").select("Haddad")

    screen.press("P")

    assert told == [("prepare", "c")]


def test_rows_are_copied_as_a_table_for_a_spreadsheet(screen: Screen, pane: RowsPane) -> None:
    screen.table("Gezinnen").select("Haddad")

    copied = pane.view.copy(with_titles=True)

    data = QGuiApplication.clipboard().mimeData()
    assert copied == 1
    assert data.text() == "Gezin\tKinderen\tLaatst\nHaddad\t2\t01/12/2024"
    assert "<td>Haddad</td>" in data.html()


def test_a_cell_that_could_be_a_formula_is_made_harmless(screen: Screen, pane: RowsPane) -> None:
    pane.show_rows((Row("x", "=1+1", 0, None),))
    screen.table("Gezinnen").select("=1+1")

    pane.view.copy()

    assert QGuiApplication.clipboard().text().startswith("'=1+1")


def test_each_cell_tells_its_column_to_the_screen_reader(pane: RowsPane) -> None:
    """U03."""
    cell = pane.view.filter.index(0, 1)

    assert cell.data(Qt.ItemDataRole.AccessibleTextRole) == "Kinderen: 9"


def test_a_table_with_focus_has_a_row_to_act_on(screen: Screen, pane: RowsPane) -> None:
    pane.view.setFocus()
    screen.wait()

    assert pane.view.current() == "b"


def test_words_that_do_not_fit_are_told_whole_by_mouse_and_by_ear(pane: RowsPane) -> None:
    name = "Buitengewone vrije basisschool De Regenboog van Voorbeeldgem"
    pane.show_rows([Row("a", name, 2, None), Row("b", "Haddad", 2, None)])
    long, short = pane.view.filter.index(0, 0), pane.view.filter.index(1, 0)

    told = [_told_at(pane.view, index) for index in (short, long)]

    assert told == ["", name]
    assert long.data(Qt.ItemDataRole.AccessibleTextRole) == f"Gezin: {name}"


def _told_at(view: RowsView, index: QModelIndex) -> str:
    """What appears when the mouse rests on this cell."""
    place = view.visualRect(index).center()
    event = QHelpEvent(QEvent.Type.ToolTip, place, view.viewport().mapToGlobal(place))
    QApplication.sendEvent(view.viewport(), event)
    return QToolTip.text()
