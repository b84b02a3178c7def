"""Alle toetsen: the registry of actions as a table that can be searched and copied."""

from dataclasses import dataclass
from typing import ClassVar

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QWidget

from ouderapp.base.i18n import _, mark
from ouderapp.ui.actions import ACTS, MENUS, Act
from ouderapp.ui.background import Background
from ouderapp.ui.page import Page
from ouderapp.ui.rows_model import Column
from ouderapp.ui.rows_pane import RowsPane
from ouderapp.ui.rows_view import RowsView

ROW, FIELD = mark("On a row of a list"), mark("In a field or a dialog")


@dataclass(frozen=True)
class KeyRow:
    """One action as the table shows it."""

    id: str
    words: str
    keys: str
    where: str


COLUMNS = (
    Column(mark("Action"), lambda row: row.words, width=34),
    Column(mark("Keys"), lambda row: row.keys, width=38),
    Column(mark("Where"), lambda row: row.where, width=0),
)


class KeysPage(Page):
    """Every action that has a key."""

    name: ClassVar = "keys"
    title: ClassVar = mark("All keys")

    def __init__(self, background: Background, parent: QWidget | None = None) -> None:
        super().__init__(background, parent)
        self.pane = RowsPane(RowsView(COLUMNS, mark("All keys")), empty=mark("No keys."))
        self.body.addWidget(self.pane)

    def reload(self) -> None:
        """The list stands in the program itself."""
        self.pane.show_rows([row_of(act) for act in ACTS if act.keys])


def row_of(act: Act) -> KeyRow:
    """An action with its keys as they are printed on a keyboard."""
    kind = QKeySequence.SequenceFormat.NativeText
    keys = ", ".join(QKeySequence(key).toString(kind).replace(", ", " + ") for key in act.keys)
    menus = {name: _(words).replace("&", "") for name, words in MENUS}
    where = {"row": _(ROW), "field": _(FIELD)}.get(act.scope) or menus.get(act.menu, "")
    return KeyRow(act.id, _(act.words), keys, where)
