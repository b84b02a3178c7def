"""What a backup holds beside what is here, before anything is put back."""

from datetime import UTC
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from ouderapp.base.i18n import _, clock_time, long_date, mark, ngettext, number
from ouderapp.ui.look import set_type
from ouderapp.ui.place import column_of

if TYPE_CHECKING:
    from datetime import datetime

    from ouderapp.backup.listing import BackupRow
    from ouderapp.backup.restoring import Preview

KINDS = {
    "family": mark("Families"),
    "person": mark("Persons"),
    "contact": mark("Contacts"),
    "help_request": mark("Questions for help"),
    "follow_up": mark("Follow-up"),
    "letter": mark("Letters"),
}
MADE = mark("Made on {day} at {time}.")
UNREADABLE = mark("What is on this laptop now cannot be read with this key.")
SAME = mark("Nothing was changed here since this backup.")
ASIDE = mark(
    "What is on this laptop now is set aside with the date of today; nothing of it is thrown away."
    " After this you work on from the backup. Your next bundle then begins a new series, and the"
    " office asks you for six words."
)


def when(row: "BackupRow") -> str:
    """The day and the hour on the laptop's own clock."""
    local = row.moment.astimezone()
    return f"{long_date(local.date())}, {clock_time(local.time())}"


def megabytes(row: "BackupRow") -> str:
    """The size in MB, one digit."""
    return _("{size} MB").format(size=number(round(row.size / 1_000_000, 1)))


class FactsStep(QWidget):
    """Date, counts on both sides, what would be lost."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.made, self.newer = QLabel(wordWrap=True), QLabel(wordWrap=True)
        set_type(self.made, "h2")
        self._part = QWidget()
        self._grid = QGridLayout(self._part)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(32)
        self._cells = {kind: (QLabel(), QLabel()) for kind in KINDS}
        for at, words in enumerate((mark("In the backup"), mark("Here now"))):
            head = QLabel(_(words))
            set_type(head, "label")
            self._grid.addWidget(head, 0, at + 1)
        for row, (kind, words) in enumerate(KINDS.items(), start=1):
            self._grid.addWidget(QLabel(_(words)), row, 0)
            for column, cell in enumerate(self._cells[kind], start=1):
                self._grid.addWidget(cell, row, column)
        self._grid.setColumnStretch(3, 1)
        layout = column_of(
            self.made, self._part, self.newer, QLabel(_(ASIDE), wordWrap=True), spacing=12
        )
        layout.setContentsMargins(0, 0, 0, 0)
        self.setLayout(layout)

    def is_ready(self) -> bool:
        """Everything was said."""
        return True

    def show_facts(self, shown: "Preview") -> None:
        """Fill in what was found."""
        local = shown.opened.manifest.moment.astimezone()
        words = _(MADE).format(day=long_date(local.date()), time=clock_time(local.time()))
        self.made.setText(words)
        for kind, (there, here) in self._cells.items():
            there.setText(number(shown.opened.manifest.count(kind)))
            here.setText("–" if shown.here is None else number(shown.here.counts[kind]))
        if shown.here is None:
            self.newer.setText(_(UNREADABLE))
        elif not shown.here.changes or shown.here.last_at is None:
            self.newer.setText(_(SAME))
        else:
            self.newer.setText(_newer(shown.here.changes, shown.here.last_at))
        set_type(self.newer, "body" if self.newer.text() == _(SAME) else "error")


def _newer(changes: int, last: "datetime") -> str:
    words = ngettext(
        "{n} change was made here after this backup, on {day}. It will not be in it.",
        "{n} changes were made here after this backup, the last one on {day}. They will not be"
        " in it.",
        changes,
    )
    day = long_date(last.replace(tzinfo=UTC).astimezone().date())
    return words.format(n=number(changes), day=day)
