"""Gezinnen: the list with its chips, and the family of the row beside it (UX 2.7)."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any, ClassVar

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ouderapp.base.clock import today
from ouderapp.base.i18n import _, mark
from ouderapp.base.ids import Id
from ouderapp.families.commands.family import delete_family
from ouderapp.families.commands.searches import drop_search, save_order, save_search
from ouderapp.families.overview import Dossier, FamilyPage, FamilyRow, ListHead, SavedSearch
from ouderapp.families.queries import head
from ouderapp.families.queries.dossier import dossier_of
from ouderapp.families.queries.listing import families_listed
from ouderapp.ui.background import Background
from ouderapp.ui.families.cards import Cards
from ouderapp.ui.families.chips import Chips
from ouderapp.ui.families.columns import COLUMNS, HIDDEN, ORDERS
from ouderapp.ui.look import set_type
from ouderapp.ui.nesting import nest
from ouderapp.ui.page import Page
from ouderapp.ui.rows_pane import RowsPane
from ouderapp.ui.rows_view import RowsView
from ouderapp.ui.scrolled import Scrolled

EMPTY = mark("No families yet. Add one, or drop a class list on this window.")
NO_MATCH = mark('No family matches "{q}".')
MOST, FIRST, BLOCK = 5000, 100, 1000
WIDE, CARD_WIDTH = 120, 310
CARD_AFTER_MS = 120
Rows = tuple[FamilyRow, ...]
Asked = Callable[..., FamilyPage]


class FamiliesPage(Page):
    """Every family of the worker; Enter opens its file."""

    name: ClassVar = "families"
    title: ClassVar = mark("Families")
    tables: ClassVar = frozenset(
        ("family", "member", "person", "household", "schooling", "school", "contact", "follow_up",
         "consent", "appointment", "residence")
    )  # fmt: skip

    def __init__(self, background: Background, parent: QWidget | None = None) -> None:
        super().__init__(background, parent)
        self.chips = Chips()
        self.view = RowsView(COLUMNS, mark("Families"), order=0)
        self.view.setColumnHidden(HIDDEN, True)
        self.pane = RowsPane(
            self.view, empty=EMPTY, no_match=NO_MATCH,
            placeholder=mark("Filter: name, school, language…"),
        )  # fmt: skip
        self.pane.add_when_empty(mark("Add the first family"), self._new)
        self._card = _FamilyBeside()
        self._schools: tuple[Id, ...] = ()
        self._is_ordered = False
        self._asked: Asked | None = None
        self._shown = ""
        self._later = QTimer(self, interval=CARD_AFTER_MS, singleShot=True)
        self._build()
        self._listen()

    def reload(self) -> None:
        """The numbers on the chips first: they say which schools are the worker's."""
        self.background.run(list_head_today, then=self._show_head, owner=self)

    def about(self) -> object:
        """The family of the current row: quick contact and letter begin with it."""
        return self.view.current()

    def state(self) -> dict[str, Any]:
        """The chip, the typed filter, the current family."""
        words = self.pane.filter.text()
        return {"chip": self.chips.chip, "words": words, "family": self.view.current()}

    def restore(self, state: Mapping[str, Any]) -> None:
        """As it was before the lock."""
        self._choose(str(state.get("chip") or head.ALL), str(state.get("words") or ""))
        self.background.run(lambda _s: None, then=lambda _a: self.view.choose(state.get("family")))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._card.setVisible(self.width() >= WIDE * self.fontMetrics().averageCharWidth())

    def _show_head(self, told: ListHead) -> None:
        self._schools = told.my_schools
        self.chips.show_head(told)
        if not self._is_ordered:
            self._order_by(told)
        day = today()
        wanted = head.chip_filter(self.chips.chip, day, self._schools)
        self._asked = partial(families_listed, wanted=wanted, today=day, **self._order())
        self._ask(self._asked, ())

    def _ask(self, asked: Asked, before: Rows) -> None:
        """The first families at once, the others in blocks, so that other work goes between."""
        limit, offset = BLOCK if before else FIRST, len(before)
        then = partial(self._take, asked, before)
        self.background.run(asked, limit=limit, offset=offset, then=then, owner=self)

    def _take(self, asked: Asked, before: Rows, page: FamilyPage) -> None:
        """Rows on screen stay as they are until all the new ones are there."""
        if asked is not self._asked:
            return
        rows = before + page.rows
        is_all = not page.rows or len(rows) >= min(page.total, MOST)
        if is_all or self._shown != self.chips.chip:
            self._shown = self.chips.chip
            self._show_rows(rows)
        if not is_all:
            self._ask(asked, rows)

    def _order(self) -> dict[str, Any]:
        """The order of the table, as the store is asked for it."""
        header = self.view.horizontalHeader()
        at = header.sortIndicatorSection()
        is_downward = header.sortIndicatorOrder() == Qt.SortOrder.DescendingOrder
        is_known = 0 <= at < len(ORDERS)
        return {"order": ORDERS[at if is_known else 0], "is_descending": is_known and is_downward}

    def _show_rows(self, rows: Rows) -> None:
        self.pane.show_rows(rows)
        if rows and self.view.current() is None:
            self.view.setCurrentIndex(self.view.filter.index(0, 0))
        self._show_card()

    def _order_by(self, told: ListHead) -> None:
        self._is_ordered = True
        at = ORDERS.index(told.order) if told.order in ORDERS else 0
        down = Qt.SortOrder.DescendingOrder
        self.view.sortByColumn(at, down if told.is_descending else Qt.SortOrder.AscendingOrder)

    def _keep_order(self, at: int, direction: Qt.SortOrder) -> None:
        if self._is_ordered and 0 <= at < len(ORDERS):
            is_down = direction == Qt.SortOrder.DescendingOrder
            self.background.run(save_order, ORDERS[at], is_descending=is_down)

    def _choose(self, chip: str, words: str) -> None:
        self.chips.choose(chip)
        self.pane.filter.setText(words)
        self.reload()

    def _choose_search(self, search: SavedSearch) -> None:
        self._choose(search.chip, search.words)

    def _keep_search(self, is_kept: bool) -> None:
        words = self.pane.filter.text()
        does = save_search if is_kept else drop_search
        self.background.run(does, words, self.chips.chip, then=self._kept, owner=self)

    def _kept(self, _answer: object) -> None:
        self.background.run(list_head_today, then=self._show_kept, owner=self)

    def _show_kept(self, told: ListHead) -> None:
        self.chips.show_head(told)
        self.chips.look(self.pane.filter.text())

    def _show_card(self) -> None:
        family = self.view.current()
        if family is None or not self._card.isVisibleTo(self):
            self._card.clear()
            return
        told = self._card.show_family
        self.background.run(
            dossier_of, family, today(), then=told, owner=self, failed=lambda _p: None
        )

    def _new(self) -> None:
        self.action_asked.emit("new_family")

    def _class_list(self) -> None:
        self.action_asked.emit("class_list")

    def _open(self, family: Id) -> None:
        self.open_asked.emit("family", family)

    def _bin(self, families: tuple[Id, ...]) -> None:
        for family in families:
            self.background.run(delete_family, family, owner=self)

    def _listen(self) -> None:
        self.view.opened.connect(self._open)
        self.view.edit_asked.connect(self._open)
        self.view.bin_asked.connect(self._bin)
        self.view.moved.connect(lambda _id: self._later.start())
        self._later.timeout.connect(self._show_card)
        self.view.horizontalHeader().sortIndicatorChanged.connect(self._keep_order)
        self.chips.chosen.connect(lambda _chip: self.reload())
        self.chips.search_chosen.connect(self._choose_search)
        self.chips.keep_asked.connect(self._keep_search)
        self.pane.filter.textChanged.connect(self.chips.look)

    def _build(self) -> None:
        self.add_button(mark("Take in a class list…"), self._class_list)
        self.add_button(mark("Add a family"), self._new, kind="primary", icon="plus")
        self.body.addWidget(self.chips)
        sides = QHBoxLayout()
        sides.setSpacing(16)
        sides.addWidget(self.pane, 1)
        sides.addWidget(self._card)
        nest(self.body, sides, 1)


class _FamilyBeside(QWidget):
    """The family of the row, with its name above its cards."""

    def __init__(self) -> None:
        super().__init__()
        self._name = QLabel()
        self._name.setTextFormat(Qt.TextFormat.PlainText)
        self._name.setWordWrap(True)
        set_type(self._name, "h2")
        self._cards = Cards(is_upright=True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._name)
        layout.addWidget(Scrolled(self._cards), 1)
        self.setFixedWidth(CARD_WIDTH)
        self.clear()

    def show_family(self, told: Dossier) -> None:
        """Show this family."""
        self._name.setText(told.family.name or _("without a name"))
        self._cards.show_family(told)
        self._cards.show()

    def clear(self) -> None:
        """Nobody is chosen."""
        self._name.clear()
        self._cards.hide()


def list_head_today(session: Any) -> ListHead:
    """What stands above the list as of today."""
    return head.list_head(session, today())
