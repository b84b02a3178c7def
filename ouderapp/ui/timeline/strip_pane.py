"""The year strip with its finding, its legend, its first times, and the table behind one key."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from ouderapp.base.i18n import _, mark, month_name, ngettext, number, short_date
from ouderapp.contacts.kinds import INITIATIVE_WORDS, Initiative
from ouderapp.contacts.records import ContactDot
from ouderapp.contacts.trust_line import Milestone
from ouderapp.ui.flow import Flow
from ouderapp.ui.look import set_type
from ouderapp.ui.nesting import nest
from ouderapp.ui.place import button, row_of
from ouderapp.ui.rows_model import Column
from ouderapp.ui.rows_view import RowsView
from ouderapp.ui.timeline.legend import Legend
from ouderapp.ui.timeline.strip import YearStrip, months_of
from ouderapp.ui.words import word

AS_TABLE, AS_STRIP = mark("Show as table"), mark("Show as strip")


@dataclass(frozen=True)
class MonthRow:
    """One month: how many contacts each began."""

    id: date
    counts: Counter[str]


def month_rows(school_year: int, dots: Sequence[ContactDot]) -> list[MonthRow]:
    """The twelve months of a school year with their counts."""
    rows = {month: MonthRow(month, Counter()) for month in months_of(date(school_year, 9, 1))}
    for dot in dots:
        row = rows.get(dot.held_on.replace(day=1))
        if row:
            row.counts[dot.initiative] += 1
    return list(rows.values())


def _count(code: str) -> Column:
    return Column(
        INITIATIVE_WORDS[code],
        lambda row: number(row.counts[code]) if row.counts[code] else "",
        sort_by=lambda row: row.counts[code],
        width=16,
        is_number=True,
    )


COLUMNS = (
    Column(mark("Month"), lambda row: month_name(row.id), width=18, is_bold=True),
    *(_count(code) for code in Initiative),
    Column(
        mark("Together"),
        lambda row: number(row.counts.total()) if row.counts.total() else "",
        width=12,
        is_number=True,
    ),
)


class StripPane(QWidget):
    """A strip that says what it shows."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._finding = QLabel(wordWrap=True)
        set_type(self._finding, "h3")
        self.strip = YearStrip(name)
        self.legend = Legend()
        self._firsts = QWidget()
        self._firsts_flow = Flow(self._firsts)
        self.table = RowsView(COLUMNS, mark("Contacts by month"))
        self._other: QPushButton = button(AS_TABLE, self.toggle, kind="quiet")
        head = row_of(self._finding, self._other)
        head.setStretch(0, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        nest(layout, head)
        for part in (self.strip, self.table, self.legend, self._firsts):
            layout.addWidget(part)
        self.table.hide()
        self.strip.table_asked.connect(self.toggle)

    def show_year(
        self,
        school_year: int,
        dots: Sequence[ContactDot],
        milestones: Sequence[Milestone] = (),
    ) -> None:
        """Show the contacts of this school year, and the first times that lie in it."""
        self.strip.show_year(school_year, dots, milestones)
        self.table.show_rows(month_rows(school_year, dots))
        self._finding.setText(finding(dots))
        first, last = date(school_year, 9, 1), date(school_year + 1, 8, 31)
        here = [one for one in milestones if first <= one.day <= last]
        self._show_firsts([_first_words(at, one) for at, one in enumerate(here, 1)])

    def _show_firsts(self, lines: list[str]) -> None:
        """The first times in words, in lines that flow; this is what a screen reader gets."""
        for old in self._firsts.findChildren(QLabel):
            self._firsts_flow.removeWidget(old)
            old.deleteLater()
        for words in lines:
            label = QLabel(words)
            label.setContentsMargins(0, 0, 16, 0)
            set_type(label, "muted")
            self._firsts_flow.addWidget(label)
        self._firsts.setVisible(bool(lines))

    def toggle(self) -> None:
        """From the strip to the table and back."""
        is_table = self.table.isHidden()
        self.table.setVisible(is_table)
        self.strip.setVisible(not is_table)
        self.legend.setVisible(not is_table)
        self._other.setText(_(AS_STRIP if is_table else AS_TABLE))
        (self.table if is_table else self.strip).setFocus()


def finding(dots: Sequence[ContactDot]) -> str:
    """What the strip shows in one sentence: how many began with the family itself."""
    own = sum(dot.initiative in (Initiative.FAMILY, Initiative.YOUTH) for dot in dots)
    words = ngettext(
        "{own} of {n} contact was begun by a family or a young person",
        "{own} of {n} contacts were begun by a family or a young person",
        len(dots),
    )
    return words.format(own=number(own), n=number(len(dots)))


def _first_words(at: int, one: Milestone) -> str:
    return f"{at}  {short_date(one.day)}  {word('first_time', one.first)}"
