"""What every page with a table can do without asking: filter, copy, export."""

from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QApplication

from ouderapp.base.i18n import ngettext, number
from ouderapp.ui.exporting import export
from ouderapp.ui.page import Page
from ouderapp.ui.rows_pane import RowsPane
from ouderapp.ui.rows_view import RowsView


def acts_of(page: Page) -> Mapping[str, Callable[[], object]]:
    """What the tables of this page do for the actions of the registry."""
    found: dict[str, Callable[[], object]] = {}
    pane = next((one for one in page.findChildren(RowsPane) if one.isVisible()), None)
    view = _view_of(page)
    if pane:
        found["filter"] = pane.start_filter
    if view:
        found["copy_rows"] = lambda: _copy(page, view, with_titles=False)
        found["copy_titled"] = lambda: _copy(page, view, with_titles=True)
        found["export_table"] = lambda: export(page, view, page.message_asked.emit)
    return found


def _view_of(page: Page) -> RowsView | None:
    """The table that has the focus, else the first one on screen."""
    held = QApplication.focusWidget()
    if isinstance(held, RowsView):
        return held
    return next((one for one in page.findChildren(RowsView) if one.isVisible()), None)


def _copy(page: Page, view: RowsView, *, with_titles: bool) -> None:
    rows = view.copy(with_titles=with_titles)
    words = ngettext("{n} row copied", "{n} rows copied", rows)
    page.message_asked.emit(words.format(n=number(rows)))
