"""Back-ups: what there is, make one now, a second medium, put one back (X09, J20)."""

from datetime import date
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from ouderapp.backup.daily import Done
from ouderapp.backup.listing import BackupRow, Backups, backups_of
from ouderapp.backup.medium import choose_medium
from ouderapp.base.errors import Problem
from ouderapp.base.i18n import _, day_date, mark, number
from ouderapp.ui.ask import choose_folder
from ouderapp.ui.background import Background
from ouderapp.ui.backing_up import BackingUp
from ouderapp.ui.look import set_type
from ouderapp.ui.nesting import nest
from ouderapp.ui.news import NewsBar
from ouderapp.ui.place import allow, button, row_of
from ouderapp.ui.problems import news_of
from ouderapp.ui.rows_model import Column
from ouderapp.ui.rows_pane import RowsPane
from ouderapp.ui.rows_view import RowsView
from ouderapp.ui.start.restore_facts import megabytes, when

WHY = mark(
    "A backup is made by itself at the first unlock of a day, and when you are away for a while."
    " It is locked like your files, and it counts only when it was read back."
)
EMPTY = mark("No backup yet. The first one comes by itself at the next unlock.")
NO_MEDIUM = mark("Second medium: none. A stick or a disk that you keep elsewhere saves you when the"
                 " laptop is gone.")  # fmt: skip
MEDIUM = mark("Second medium: {folder}. Last copied: {day}.")
NEVER = mark("never")
MAKING = mark("Making a backup…")
MADE = mark("The backup is made and was read back.")
MADE_TWICE = mark("The backup is made and was read back, here and on your second medium.")


def _count(value: int | None) -> str:
    return "–" if value is None else number(value)


def _proof(row: BackupRow) -> str:
    if row.tried_on:
        return _("Read back; tried out on {day}").format(
            day=day_date(date.fromisoformat(row.tried_on))
        )
    return _("Read back when it was made")


COLUMNS = (
    Column(mark("Made on"), when, lambda r: r.moment, 34),
    Column(mark("Families"), lambda r: _count(r.families), lambda r: r.families or 0, 10,
           is_number=True),
    Column(mark("Contacts"), lambda r: _count(r.contacts), lambda r: r.contacts or 0, 12,
           is_number=True),
    Column(mark("Size"), megabytes, lambda r: r.size, 10, is_number=True),
    Column(mark("Verified"), _proof, width=0),
)  # fmt: skip


class BackupsTab(QWidget):
    """The list with its four buttons."""

    message_asked = Signal(str)

    def __init__(self, background: Background, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._background = background
        self._work = BackingUp.of(background)
        self._is_asked = False
        self.news = NewsBar()
        why = QLabel(_(WHY), wordWrap=True)
        self.medium = QLabel(wordWrap=True)
        set_type(self.medium, "muted")
        self.view = RowsView(COLUMNS, mark("Backups"))
        self.pane = RowsPane(self.view, empty=EMPTY)
        self.make = button(mark("Make backup now"), self._make, kind="primary")
        self.choose = button(mark("Choose a second medium…"), self._choose)
        self.restore = button(mark("Restore backup…"), self._restore)
        line = row_of(self.make, self.choose, self.restore)
        line.addStretch(1)
        layout = QVBoxLayout(self)
        layout.addWidget(self.news)
        for words in (why, self.medium):
            words.setMaximumWidth(800)
            layout.addWidget(words)
        layout.addWidget(self.pane, 1)
        nest(layout, line)
        self.view.opened.connect(self._restore)
        self._work.done.connect(self._made)
        self._work.failed.connect(self._failed)

    def load(self) -> None:
        """Ask which backups there are."""
        self._background.run(backups_of, then=self._show, owner=self)

    def _show(self, found: Backups) -> None:
        self.pane.show_rows(list(found.rows))
        allow(self.restore, bool(found.rows) or bool(found.medium), EMPTY)
        if not found.medium:
            self.medium.setText(_(NO_MEDIUM))
            return
        day = day_date(date.fromisoformat(found.copied_on)) if found.copied_on else _(NEVER)
        self.medium.setText(_(MEDIUM).format(folder=found.medium, day=day))

    def _make(self) -> None:
        self.news.clear()
        allow(self.make, False, MAKING)
        self._is_asked = True
        self.message_asked.emit(_(MAKING))
        self._work.make_now()

    def _made(self, done: Done) -> None:
        allow(self.make, True, MAKING)
        if self._is_asked:
            self.message_asked.emit(_(MADE_TWICE if done.is_on_medium else MADE))
        self._is_asked = False
        if done.trouble is not None:
            self.news.show_news(news_of(done.trouble))
        self.load()

    def _failed(self, problem: Problem) -> None:
        allow(self.make, True, MAKING)
        self._is_asked = False
        news = news_of(problem)
        self.news.show_news(news)
        self.message_asked.emit(news.words)

    def _choose(self) -> None:
        choose_folder(self, self._chosen)

    def _chosen(self, folder: Path) -> None:
        self._background.run(choose_medium, folder, then=lambda _none: self._make(), owner=self)

    def _restore(self, _row: object = None) -> None:
        """The program locks, and asks the passphrase before it shows anything (DECISIONS 20)."""
        lock = getattr(self.window(), "lock_asked", None)
        if lock is not None:
            lock.emit("restore")
