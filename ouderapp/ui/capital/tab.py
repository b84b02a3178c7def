"""Kapitaal of one family: the star with at most two moments, and every tendency in a table."""

from collections.abc import Sequence
from typing import ClassVar

from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ouderapp.base.i18n import _, mark, month_name, short_date
from ouderapp.base.ids import Id
from ouderapp.capital.commands import delete_observation
from ouderapp.capital.queries import observations_of, pictures_of
from ouderapp.capital.records import ObservationRow, Picture, Tendency
from ouderapp.capital.steps import sentence
from ouderapp.ui.background import Background
from ouderapp.ui.capital.picture_sheet import PictureSheet
from ouderapp.ui.capital.radar import Radar
from ouderapp.ui.capital.tendency_sheet import TendencySheet
from ouderapp.ui.list_part import ListPart
from ouderapp.ui.look import set_type
from ouderapp.ui.nesting import nest
from ouderapp.ui.rows_model import Column
from ouderapp.ui.words import word

TONES = {Tendency.GROWTH: "ok", Tendency.ATTENTION: "warn"}
NO_EVIDENCE = mark("without evidence")
"""A change without a contact that shows it is marked so (goal D13)."""


def _said(row: ObservationRow) -> str:
    step = _(sentence(row.capital, row.step)) if row.step is not None else ""
    parts = (step, f"“{row.own_words}”" if row.own_words else "", row.note or "")
    return " ".join(part for part in parts if part)


def _evidence(row: ObservationRow) -> str:
    return "" if row.evidence or row.step is not None else _(NO_EVIDENCE)


COLUMNS = (
    Column(mark("Capital"), lambda row: word("capital", row.capital), width=13, is_bold=True),
    Column(
        mark("Tendency"),
        lambda row: word("tendency", row.tendency),
        width=9,
        tone=lambda row: TONES.get(row.tendency, ""),
    ),
    Column(mark("What shows it"), _said, width=0),
    Column(mark("Seen by"), lambda row: word("seen_by", row.by), width=14),
    Column(mark("Evidence"), _evidence, width=11, tone=lambda _row: "muted"),
    Column(mark("Day"), lambda row: short_date(row.observed_on), lambda row: row.observed_on, 11),
)
EVIDENCE = 4
"""The column that is there only when something is without evidence."""


class CapitalTab(ListPart):
    """The table is the default; the star appears with the first picture."""

    tables: ClassVar = frozenset(("capital_observation", "contact"))
    name: ClassVar = mark("Capital")
    empty: ClassVar = mark("No picture yet. You make the first one together with the family.")
    columns: ClassVar = COLUMNS

    def __init__(self, background: Background, family: Id, parent: QWidget | None = None) -> None:
        super().__init__(background, family, parent)
        self.radar = Radar()
        self._legend = QLabel(wordWrap=True)
        set_type(self._legend, "small")
        self._chart = QWidget()
        beside = QVBoxLayout()
        beside.addWidget(self.radar)
        beside.addWidget(self._legend)
        beside.addStretch(1)
        line = QHBoxLayout(self._chart)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(16)
        self.body.removeWidget(self.view)
        nest(line, beside)
        line.addWidget(self.view, 1)
        self.body.insertWidget(1, self._chart, 1)
        self.add_act(mark("Make a picture"), self._make_picture, kind="primary")
        self.add_act(mark("Note a tendency"), self._note)
        self._show_pictures([])
        self.radar.table_asked.connect(self.view.setFocus)

    def reload(self) -> None:
        self.background.run(observations_of, self.family, then=self._show, owner=self)
        self.background.run(pictures_of, self.family, then=self._show_pictures, owner=self)

    def edit_row(self, id_: Id) -> None:
        row = self.view.current_row()
        if row is not None and row.id == id_:
            TendencySheet(self.background, self.family, self.window(), row=row).open_beside()

    def bin_rows(self, ids: Sequence[Id]) -> None:
        for id_ in ids:
            self.background.run(delete_observation, id_, owner=self)

    def _show(self, rows: list[ObservationRow]) -> None:
        self.show_rows(rows)
        self.view.setColumnHidden(EVIDENCE, not any(_evidence(row) for row in rows))
        self._chart.setVisible(bool(rows))

    def _show_pictures(self, pictures: list[Picture]) -> None:
        self.radar.show_pictures(pictures)
        shown = pictures[-2:]
        self.radar.setVisible(bool(shown))
        self._legend.setVisible(bool(shown))
        lines = [
            (_("solid: {month}") if at == len(shown) - 1 else _("dashed: {month}")).format(
                month=month_name(picture.made_on)
            )
            for at, picture in enumerate(shown)
        ]
        self._legend.setText(" · ".join(lines))

    def _make_picture(self) -> None:
        PictureSheet(self.background, self.family, self.window()).open_beside()

    def _note(self) -> None:
        TendencySheet(self.background, self.family, self.window()).open_beside()
