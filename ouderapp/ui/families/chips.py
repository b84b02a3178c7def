"""The chips above the list of families: ready-made filters with their numbers, kept searches."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from ouderapp.base.i18n import _, mark, number
from ouderapp.families.overview import ListHead, SavedSearch
from ouderapp.families.queries import head
from ouderapp.ui.flow import Flow
from ouderapp.ui.place import button

WORDS = {
    head.ALL: mark("All"),
    head.MINE: mark("My schools"),
    head.SILENT: mark("No contact for long"),
    head.PROMISE: mark("Open promise"),
    head.NO_CONSENT: mark("Without consent"),
    head.CLOSED: mark("Closed files"),
}
SAVE, FORGET = mark("Save this search"), mark("Forget this search")


class Chips(QWidget):
    """One chip is down; a kept search brings its chip and its words."""

    chosen = Signal(str)
    """The chip that is down now."""
    search_chosen = Signal(object)
    """A SavedSearch."""
    keep_asked = Signal(bool)
    """Keep what is looked for now, or with False forget it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.chip = head.ALL
        self._searches: tuple[SavedSearch, ...] = ()
        self._saved: list[QPushButton] = []
        self._flow = Flow(self)
        self._buttons = {name: self._made(name) for name in WORDS}
        self._keep = button(SAVE, self._ask_keep, kind="quiet", icon="plus")
        self._flow.addWidget(self._keep)
        self._keep.hide()
        self._light()

    def show_head(self, told: ListHead) -> None:
        """The numbers behind the words, and the searches that were kept."""
        for name, chip in self._buttons.items():
            count = told.counts.get(name)
            chip.setVisible(count is not None)
            chip.setText(_(WORDS[name]) if count is None else f"{_(WORDS[name])} {number(count)}")
        if told.searches != self._searches:
            self._show_searches(told.searches)

    def look(self, words: str) -> None:
        """What is looked for now: the button to keep it, or to forget it, shows with words."""
        is_kept = SavedSearch(words.strip(), self.chip) in self._searches
        self._keep.setText(_(FORGET if is_kept else SAVE))
        self._keep.setVisible(bool(words.strip()))

    def choose(self, name: str) -> None:
        """Put this chip down."""
        self.chip = name if name in self._buttons else head.ALL
        self._light()

    def _made(self, name: str) -> QPushButton:
        chip = button(WORDS[name], partial(self._click, name), kind="chip")
        chip.setCheckable(True)
        self._flow.addWidget(chip)
        return chip

    def _click(self, name: str) -> None:
        self.choose(name)
        self.chosen.emit(self.chip)

    def _light(self) -> None:
        for name, chip in self._buttons.items():
            chip.setChecked(name == self.chip)

    def _ask_keep(self) -> None:
        self.keep_asked.emit(self._keep.text() == _(SAVE))

    def _show_searches(self, searches: tuple[SavedSearch, ...]) -> None:
        for old in self._saved:
            self._flow.removeWidget(old)
            old.deleteLater()
        self._searches = searches
        self._saved = [self._saved_chip(search) for search in searches]

    def _saved_chip(self, search: SavedSearch) -> QPushButton:
        where = "" if search.chip == head.ALL else f" · {_(WORDS[search.chip])}"
        chip = button("", partial(self.search_chosen.emit, search), kind="chip")
        chip.setText(f"“{search.words}”{where}")
        self._flow.addWidget(chip)
        chip.show()
        return chip
