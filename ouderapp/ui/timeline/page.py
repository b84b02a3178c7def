"""Tijdlijn: every contact, as a list that grows while one scrolls, or as a strip of a year."""

from collections.abc import Callable, Mapping
from typing import Any, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QTabWidget, QVBoxLayout, QWidget

from ouderapp.base.i18n import _, mark
from ouderapp.base.ids import Id
from ouderapp.contacts.commands import delete_contact
from ouderapp.contacts.queries.lists import PAGE, contacts, dots
from ouderapp.contacts.records import ContactDot, ContactPage, ContactRow, Order
from ouderapp.directory.queries import schools_to_choose
from ouderapp.ui.background import Background
from ouderapp.ui.exporting import export
from ouderapp.ui.look import set_type
from ouderapp.ui.page import Page
from ouderapp.ui.place import button
from ouderapp.ui.rows_view import RowsView
from ouderapp.ui.scrolled import Scrolled
from ouderapp.ui.timeline.columns import COLUMNS, ORDERS
from ouderapp.ui.timeline.filter_line import FilterLine
from ouderapp.ui.timeline.strip_pane import StripPane

EMPTY = mark("No contacts in this period.")
NEAR_THE_END = 20
STRIP = 1
"""The place of the strip among the tabs."""


class TimelinePage(Page):
    """Pages of a hundred come as they are needed; the store sorts and filters."""

    name: ClassVar = "timeline"
    title: ClassVar = mark("Timeline")
    tables: ClassVar = frozenset(("contact", "family", "person", "partner", "school", "schooling"))

    def __init__(self, background: Background, parent: QWidget | None = None) -> None:
        super().__init__(background, parent)
        self._rows: list[ContactRow] = []
        self._total = 0
        self._asked = 0
        self._wants_list = False
        self._order: tuple[str, bool] = (Order.DAY, True)
        self.line = FilterLine()
        self.view = RowsView(COLUMNS, mark("Timeline of all contacts"))
        self.strip = StripPane(mark("Contacts of the school year"))
        self._empty = QLabel(_(EMPTY))
        set_type(self._empty, "muted")
        self._empty.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._clear = button(mark("Clear filter"), self.line.clear)
        self.tabs = QTabWidget()
        self.tabs.addTab(self._list_tab(), _("List"))
        self.tabs.addTab(Scrolled(self.strip), _("Strip"))
        self.tabs.setAccessibleName(_("Timeline"))
        self.body.addWidget(self.line)
        self.body.addWidget(self.tabs, 1)
        self._listen()

    def reload(self) -> None:
        """Ask again as many rows as were shown."""
        self.background.run(schools_to_choose, then=self.line.offer_schools, owner=self)
        self._ask(pages=max(1, -(-len(self._rows) // PAGE)))
        self._ask_strip()

    def _ask_strip(self) -> None:
        """Every contact of the year has a dot: asked only while the strip is in front."""
        if self.tabs.currentIndex() == STRIP:
            self.background.run(dots, self.line.wanted(), then=self._show_strip, owner=self)

    def about(self) -> object:
        """The family of the current row."""
        row = self.view.current_row()
        return row.family if row is not None else None

    def acts(self) -> Mapping[str, Callable[[], object]]:
        """Ctrl+F goes to the words; the whole list is exported, not only what was loaded."""
        return {"filter": self._to_filter, "export_table": self._export_all}

    def focus_first(self) -> None:
        """The list, as soon as it has rows."""
        self._wants_list = not self._rows
        (self.view if self._rows else self.line.year).setFocus()

    def _listen(self) -> None:
        self.tabs.currentChanged.connect(lambda _at: self._ask_strip())
        self.line.changed.connect(self._start_again)
        self.view.opened.connect(self._open)
        self.view.edit_asked.connect(self._edit)
        self.view.bin_asked.connect(self._bin)
        self.view.verticalScrollBar().valueChanged.connect(self._ask_more)
        self.view.setSortingEnabled(False)
        header = self.view.horizontalHeader()
        header.setSortIndicatorClearable(False)
        header.setSectionsClickable(True)
        header.setSortIndicatorShown(True)
        header.setSortIndicator(0, Qt.SortOrder.DescendingOrder)
        header.sectionClicked.connect(self._sort)

    def _start_again(self) -> None:
        self._rows = []
        self.view.verticalScrollBar().setValue(0)
        self.reload()

    def _ask(self, pages: int = 1) -> None:
        """Ask the first pages anew; an older answer that is still on its way is not shown."""
        self._asked += 1
        self.background.run(
            first_pages,
            self.line.wanted(),
            pages,
            *self._order,
            then=self._shower(self._asked, is_first=True),
            owner=self,
        )

    def _ask_more(self, at: int) -> None:
        bar = self.view.verticalScrollBar()
        is_near = (
            at >= bar.maximum() - NEAR_THE_END * self.view.verticalHeader().defaultSectionSize()
        )
        if is_near and 0 < len(self._rows) < self._total and not self.background.waiting:
            order, is_downward = self._order
            self.background.run(
                contacts,
                self.line.wanted(),
                len(self._rows) // PAGE,
                order,
                is_downward=is_downward,
                then=self._shower(self._asked, is_first=False),
                owner=self,
            )

    def _export_all(self) -> None:
        self._ask(pages=max(1, -(-self._total // PAGE)))
        self.background.run(_nothing, then=self._export, owner=self)

    def _export(self, _answer: object) -> None:
        export(self, self.view, self.message_asked.emit)

    def _shower(self, asked: int, *, is_first: bool) -> Callable[[ContactPage], None]:
        def show(found: ContactPage) -> None:
            if asked == self._asked:
                self._rows = [*([] if is_first else self._rows), *found.rows]
                self._total = found.total
                self._show()

        return show

    def _show(self) -> None:
        self.view.show_rows(self._rows)
        self.line.tell(self._total)
        self.view.setVisible(bool(self._rows))
        self._empty.setVisible(not self._rows)
        self._clear.setVisible(not self._rows and self.line.is_narrowed())
        if self._wants_list and self._rows and self.line.year.hasFocus():
            self.view.setFocus()
        self._wants_list = False

    def _show_strip(self, found: list[ContactDot]) -> None:
        self.strip.show_year(self.line.school_year, found)

    def _sort(self, column: int) -> None:
        """A click on a title: this order, the other way round at the second click."""
        if column in ORDERS:
            order, was_downward = self._order
            is_downward = not was_downward if order == ORDERS[column] else column == 0
            self._order = (ORDERS[column], is_downward)
            self._start_again()
        order, is_downward = self._order
        way = Qt.SortOrder.DescendingOrder if is_downward else Qt.SortOrder.AscendingOrder
        shown = next(at for at, one in ORDERS.items() if one == order)
        self.view.horizontalHeader().setSortIndicator(shown, way)

    def _open(self, id_: Id) -> None:
        row = self.view.current_row()
        if row is not None and row.family:
            self.open_asked.emit("family", row.family)
        else:
            self._edit(id_)

    def _edit(self, id_: Id) -> None:
        self.sheet_asked.emit("edit_contact", id_)

    def _bin(self, ids: tuple[Id, ...]) -> None:
        for id_ in ids:
            self.background.run(delete_contact, id_, owner=self)

    def _to_filter(self) -> None:
        self.line.words.setFocus()
        self.line.words.selectAll()

    def _list_tab(self) -> QWidget:
        made = QWidget()
        layout = QVBoxLayout(made)
        layout.setContentsMargins(0, 8, 0, 0)
        layout.addWidget(self.view, 1)
        layout.addWidget(self._empty)
        layout.addWidget(self._clear, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(0)
        self._empty.hide()
        self._clear.hide()
        return made


def first_pages(
    session: Any, wanted: Any, pages: int, order: str, is_downward: bool
) -> ContactPage:
    """The first pages of a list as one."""
    found = [
        contacts(session, wanted, page, order, is_downward=is_downward) for page in range(pages)
    ]
    return ContactPage(tuple(row for one in found for row in one.rows), found[0].total)


def _nothing(_session: object) -> None:
    """Comes back after everything that was asked before it."""
