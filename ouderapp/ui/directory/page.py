"""Sociale kaart: find a service or a school, see it, keep it right."""

from collections.abc import Callable, Mapping
from typing import Any, ClassVar

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from ouderapp.base import clock
from ouderapp.base.i18n import mark
from ouderapp.base.ids import Id
from ouderapp.directory import commands
from ouderapp.directory.queries import card_of, cards_of, places_listed, workplace_of
from ouderapp.directory.records import DirectoryCard, DirectoryFilter, DirectoryRow, Place
from ouderapp.directory.rules import PlaceInUse
from ouderapp.letters.sheets import SocialMap
from ouderapp.ui.background import Background
from ouderapp.ui.directory.card import PlaceCard
from ouderapp.ui.directory.chips import DirectoryChips, left_by
from ouderapp.ui.directory.columns import PLACES, WIDE_ONLY
from ouderapp.ui.directory.referring import ReferSheet
from ouderapp.ui.directory.sheets import DayOffSheet, PartnerSheet, PersonSheet, SchoolSheet
from ouderapp.ui.directory.told import on_paper
from ouderapp.ui.page import Page
from ouderapp.ui.paper_sheet import PaperSheet
from ouderapp.ui.rows_model import ROW
from ouderapp.ui.rows_pane import RowsPane
from ouderapp.ui.rows_view import RowsView
from ouderapp.ui.scrolled import Scrolled

EMPTY = mark("The directory is empty. Start with three services you need every week.")
NEW_SERVICE, NEW_SCHOOL = mark("New service"), mark("New school")
CARD_WIDTH, WIDE = 360, 150
EVERYTHING = DirectoryFilter(with_retired=True)


class DirectoryPage(Page):
    """The list, and beside it the card of the row that is chosen."""

    name: ClassVar = "directory"
    title: ClassVar = mark("Directory")
    tables: ClassVar = frozenset(("partner", "school", "directory_person", "day_off"))

    def __init__(self, background: Background, parent: QWidget | None = None) -> None:
        super().__init__(background, parent)
        self._all: list[DirectoryRow] = []
        self._wished: Id | None = None
        self.chips = DirectoryChips()
        self.view = RowsView(PLACES, mark("Directory"), letters={"N": "checked"}, order=0)
        self.pane = RowsPane(
            self.view, empty=EMPTY, placeholder=mark("Filter: service, for what, language…")
        )
        self.pane.add_when_empty(NEW_SERVICE, self._new_service)
        self.pane.add_when_empty(NEW_SCHOOL, self._new_school)
        self.card = PlaceCard()
        self.answers[PlaceInUse] = self._retire
        self._beside = Scrolled(self.card)
        self._arrange()
        self._new = (
            self.add_button(NEW_SCHOOL, self._new_school),
            self.add_button(NEW_SERVICE, self._new_service, kind="primary"),
        )
        self._listen()

    def look_at(self, about: Any) -> None:
        """A service, a school or somebody there: `(table, id)`."""
        if not isinstance(about, tuple):
            return
        table, id_ = about
        if table == "directory_person":
            self.background.run(workplace_of, id_, then=self._wish, owner=self)
        else:
            self._wish(id_)

    def reload(self) -> None:
        """Ask the list; the chips choose from it."""
        today = clock.today()
        self.background.run(places_listed, EVERYTHING, today, then=self._show, owner=self)

    def acts(self) -> Mapping[str, Callable[[], object]]:
        return {"print": self._print} if self.view.filter.rowCount() else {}

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Hours and costs stand in the list when there is room; else on the card alone."""
        super().resizeEvent(event)
        has_room = self.width() >= WIDE * self.fontMetrics().averageCharWidth() + CARD_WIDTH
        for at in WIDE_ONLY:
            self.view.setColumnHidden(at, not has_room)

    def _print(self) -> None:
        """The places that the list shows, in its order."""
        indexes = (self.view.filter.index(at, 0) for at in range(self.view.filter.rowCount()))
        shown = [(row.place, row.id) for row in (index.data(ROW) for index in indexes)]
        self.background.run(cards_of, shown, clock.today(), then=self._show_paper, owner=self)

    def _show_paper(self, cards: list[DirectoryCard]) -> None:
        # Fonts and pages are loaded when somebody prints.
        from ouderapp.letters.pdf_directory import draw_social_map

        pdf = draw_social_map(SocialMap(tuple(map(on_paper, cards)), clock.today()))
        title = mark("Directory")
        PaperSheet(self.background, title, pdf, "sociale-kaart.pdf", self.window()).open_beside()

    def _wish(self, id_: Id | None) -> None:
        self._wished = id_
        if id_ and self._all:
            self._show(self._all)

    def _show(self, rows: list[DirectoryRow]) -> None:
        self._all = rows
        self.chips.count(rows)
        for made in self._new:
            made.setVisible(bool(rows))
        self._show_left()
        if self._wished:
            self.view.choose(self._wished)
            self._wished = None
        elif self.view.current() is None and rows:
            self.view.setCurrentIndex(self.view.filter.index(0, 0))
        self._ask_card()

    def _show_left(self) -> None:
        self.pane.show_rows(left_by(self.chips.chip, self._all))

    def _ask_card(self) -> None:
        row = self.view.current_row()
        self._beside.setVisible(row is not None)
        if row is None:
            return
        self.background.run(
            card_of, row.place, row.id, clock.today(), then=self._show_card, owner=self
        )

    def _show_card(self, card: DirectoryCard) -> None:
        if card.id == self.view.current():
            self.card.show_card(card)

    def _do(self, wish: str) -> None:
        """What a button of the card asks."""
        card = self.card.shown
        if card is None:
            return
        if wish == "checked":
            self._note_checked()
        elif wish == "edit":
            self._edit()
        elif wish == "letter":
            self.action_asked.emit("write_letter")
        elif wish == "referral":
            self._refer(card.id, card.name or "")
        elif wish == "retire":
            self._retire()
        elif wish == "person":
            PersonSheet(self.background, (card.place, card.id), None, self).open_beside()
        else:
            DayOffSheet(self.background, card.id, self).open_beside()

    def _note_checked(self) -> None:
        row = self.view.current_row()
        if row is not None:
            self.background.run(commands.note_checked, row.place, row.id, clock.today(), owner=self)

    def _refer(self, partner: Id, name: str) -> None:
        sheet = ReferSheet(self.background, partner, name, self.window())
        sheet.open_asked.connect(self.open_asked)
        sheet.open_beside()

    def _edit(self) -> None:
        row = self.view.current_row()
        if row is not None:
            kind = SchoolSheet if row.place == Place.SCHOOL else PartnerSheet
            kind(self.background, row.id, self).open_beside()

    def _retire(self) -> None:
        row = self.view.current_row()
        if row is not None:
            self.news.clear()
            self.background.run(
                commands.retire, row.place, row.id, is_active=not row.is_active, owner=self
            )

    def _bin(self, ids: tuple[Id, ...]) -> None:
        places = {row.id: row.place for row in self._all}
        for id_ in ids:
            self.background.run(commands.delete_place, places[id_], id_, owner=self)

    def _edit_person(self, person: Id) -> None:
        card = self.card.shown
        known = {one.id: one for one in card.people} if card else {}
        if card and person in known:
            where = (card.place, card.id)
            PersonSheet(self.background, where, known[person], self).open_beside()

    def _bin_people(self, people: tuple[Id, ...]) -> None:
        for person in people:
            self.background.run(commands.delete_person_there, person, owner=self)

    def _bin_days(self, days: tuple[Id, ...]) -> None:
        for day in days:
            self.background.run(commands.delete_day_off, day, owner=self)

    def _new_service(self) -> None:
        PartnerSheet(self.background, None, self).open_beside()

    def _new_school(self) -> None:
        SchoolSheet(self.background, None, self).open_beside()

    def _arrange(self) -> None:
        self.body.addWidget(self.chips)
        both = QWidget()
        sides = QHBoxLayout(both)
        sides.setContentsMargins(0, 0, 0, 0)
        sides.setSpacing(16)
        sides.addWidget(self.pane, 1)
        sides.addWidget(self._beside)
        self._beside.setFixedWidth(CARD_WIDTH)
        # A long card scrolls by itself; it does not push the list off the screen.
        both.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        both.setMinimumHeight(240)
        self.body.addWidget(both, 1)

    def _listen(self) -> None:
        self.chips.chosen.connect(self._show_left)
        self.view.moved.connect(self._ask_card)
        self.view.opened.connect(self.card.setFocus)
        self.view.edit_asked.connect(self._edit)
        self.view.bin_asked.connect(self._bin)
        self.view.letter_typed.connect(self._note_checked)
        self.card.asked.connect(self._do)
        self.card.person_edit_asked.connect(self._edit_person)
        self.card.person_bin_asked.connect(self._bin_people)
        self.card.day_bin_asked.connect(self._bin_days)
