"""The chips above the social map: what a family comes for, schools, what needs a look."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QPushButton, QWidget

from ouderapp.base.i18n import _, mark, number
from ouderapp.directory.codes import GROUP_WORDS, KINDS_OF, Group
from ouderapp.directory.records import DirectoryRow, Place
from ouderapp.ui.flow import Flow

ALL, SCHOOLS, STALE, GONE = "", "schools", "stale", "gone"
WORDS: Mapping[str, str] = {
    ALL: mark("All"),
    Group.MONEY: GROUP_WORDS[Group.MONEY],
    Group.HEALTH: GROUP_WORDS[Group.HEALTH],
    Group.LEISURE: GROUP_WORDS[Group.LEISURE],
    Group.FAMILY: GROUP_WORDS[Group.FAMILY],
    SCHOOLS: mark("School and CLB"),
    STALE: mark("Not checked for long"),
    GONE: mark("No longer there"),
}


def left_by(chip: str, rows: Sequence[DirectoryRow]) -> list[DirectoryRow]:
    """The places that a chip leaves; those that are no longer there have a chip of their own."""
    if chip == GONE:
        return [row for row in rows if not row.is_active]
    there = [row for row in rows if row.is_active]
    return [row for row in there if _TESTS.get(chip, _is_of_group(chip))(row)]


def _is_of_group(chip: str) -> Callable[[DirectoryRow], bool]:
    kinds: frozenset[str] = KINDS_OF.get(chip, frozenset())
    return lambda row: row.place == Place.PARTNER and row.kind in kinds


def _is_school(row: DirectoryRow) -> bool:
    return row.place == Place.SCHOOL or row.kind in KINDS_OF[Group.SCHOOL]


_TESTS: Mapping[str, Callable[[DirectoryRow], bool]] = {
    ALL: lambda _row: True,
    SCHOOLS: _is_school,
    STALE: lambda row: row.is_stale,
}


class DirectoryChips(QWidget):
    """One chip is down; those that need a look say how many they leave."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.chip = ALL
        self._group = QButtonGroup(self)
        self._chips: dict[str, QPushButton] = {}
        flow = Flow(self)
        for chip, words in WORDS.items():
            made = QPushButton(_(words))
            made.setCheckable(True)
            made.setChecked(chip == ALL)
            made.setProperty("kind", "chip")
            made.clicked.connect(self._choose)
            self._group.addButton(made)
            self._chips[chip] = made
            flow.addWidget(made)

    def count(self, rows: Sequence[DirectoryRow]) -> None:
        """Say how many places were not checked for long, and how many are gone."""
        for chip in (STALE, GONE):
            left = len(left_by(chip, rows))
            words = f"{_(WORDS[chip])} {number(left)}"
            self._chips[chip].setText(words if left else _(WORDS[chip]))

    def _choose(self) -> None:
        self.chip = next(chip for chip, made in self._chips.items() if made.isChecked())
        self.chosen.emit(self.chip)
