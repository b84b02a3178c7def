"""The pupils of one register as tiles: what stands on them, and what a screen reader says."""

from dataclasses import replace
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from ouderapp.base.folding import fold
from ouderapp.base.i18n import _, ngettext, number
from ouderapp.groups.codes import Mark
from ouderapp.groups.pictures import PupilRow
from ouderapp.groups.records import Who

Index = QModelIndex | QPersistentModelIndex
PUPIL = int(Qt.ItemDataRole.UserRole) + 1


def second_line(pupil: PupilRow) -> str:
    """Under the name: the class and the one thing worth knowing today."""
    parts = [pupil.class_name or "", _today(pupil)]
    return " · ".join(part for part in parts if part)


def _today(pupil: PupilRow) -> str:
    if pupil.mark == Mark.LET_KNOW:
        return _("let us know")
    if pupil.is_with_parent:
        return _("parent along")
    if pupil.brought_by:
        return _("brought by {name}").format(name=pupil.brought_by)
    if pupil.is_new:
        return _("new")
    if pupil.brought:
        words = ngettext("brought {n} friend", "brought {n} friends", pupil.brought)
        return words.format(n=number(pupil.brought))
    if pupil.times:
        return ngettext("{n} time", "{n} times", pupil.times).format(n=number(pupil.times))
    return _("recommended") if pupil.is_recommended else ""


def state_words(pupil: PupilRow) -> str:
    """What a screen reader says about the mark."""
    if pupil.mark == Mark.CAME:
        return _("present with a parent") if pupil.is_with_parent else _("present")
    return _("let us know beforehand") if pupil.mark == Mark.LET_KNOW else _("not filled in")


class TileModel(QAbstractListModel):
    """The tiles; a mark shows at once, before the store has it."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.pupils: list[PupilRow] = []

    def show(self, pupils: tuple[PupilRow, ...]) -> None:
        """Show these tiles; the order of the ones that are there already stays as it is."""
        place = {pupil.who: nr for nr, pupil in enumerate(self.pupils)}
        ordered = sorted(pupils, key=lambda pupil: place.get(pupil.who, len(place)))
        if [pupil.who for pupil in ordered] == [pupil.who for pupil in self.pupils]:
            before, self.pupils = self.pupils, ordered
            for row, (was, pupil) in enumerate(zip(before, ordered, strict=True)):
                if was != pupil:
                    self.dataChanged.emit(self.index(row), self.index(row))
            return
        self.beginResetModel()
        self.pupils = ordered
        self.endResetModel()

    def clear(self) -> None:
        """Forget the tiles and their order: another session follows."""
        self.beginResetModel()
        self.pupils = []
        self.endResetModel()

    def set_mark(self, row: int, mark: str) -> None:
        """Show a mark in this very frame; the store follows."""
        self.pupils[row] = replace(self.pupils[row], mark=mark)
        self.dataChanged.emit(self.index(row), self.index(row))

    def row_of(self, who: Who) -> int:
        """The place of a pupil, -1 when there is no tile."""
        return next((nr for nr, pupil in enumerate(self.pupils) if pupil.who == who), -1)

    def first_match(self, text: str) -> int:
        """The first tile whose name begins with what was typed, else one that holds it; -1."""
        words = fold(text).strip()
        if not words:
            return -1
        names = [fold(pupil.name) for pupil in self.pupils]
        begins = [nr for nr, name in enumerate(names) if name.startswith(words)]
        holds = [nr for nr, name in enumerate(names) if words in name]
        return next(iter(begins + holds), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.pupils)

    def data(self, index: Index, role: int = 0) -> Any:
        if not index.isValid():
            return None
        pupil = self.pupils[index.row()]
        if role == PUPIL:
            return pupil
        if role == Qt.ItemDataRole.DisplayRole:
            return pupil.name
        if role == Qt.ItemDataRole.AccessibleTextRole:
            parts = (pupil.name, state_words(pupil), second_line(pupil))
            return ", ".join(part for part in parts if part)
        return None
