"""Putting a backup back: choose, open it as on its day, see what is newer here, decide (J20)."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QLabel, QWidget

from ouderapp.base.errors import Problem
from ouderapp.base.i18n import _, mark
from ouderapp.base.paths import Paths
from ouderapp.ui.ask import open_file
from ouderapp.ui.background import Background
from ouderapp.ui.nesting import nest
from ouderapp.ui.place import button, column_of, row_of
from ouderapp.ui.problems import news_of
from ouderapp.ui.rows_model import Column
from ouderapp.ui.rows_view import RowsView
from ouderapp.ui.start import putting_back
from ouderapp.ui.start.restore_facts import FactsStep, megabytes, when
from ouderapp.ui.start.secret_field import SecretField
from ouderapp.ui.start.walk import Walk, radio
from ouderapp.ui.start.words_step import WordsStep

if TYPE_CHECKING:
    from ouderapp.backup.listing import BackupRow
    from ouderapp.backup.restoring import Preview

TITLES = (mark("Which backup"), mark("What it holds"))
WORKING = mark("Working on it…")
PUT_BACK = mark("Put this backup back")
WHY = mark(
    "An older backup opens with the passphrase of its day, or with the words of the recovery"
    " sheet of that time. Nothing changes before you have seen what is in it."
)
NONE = mark("There is no backup on this laptop. Take one from your second medium.")
CHOOSE = mark("Choose a backup.")
COLUMNS = (
    Column(mark("Made on"), when, lambda r: r.moment, 0),
    Column(mark("Size"), megabytes, lambda r: r.size, 14, is_number=True),
)


class ChoiceStep(QWidget):
    """The list, a file from elsewhere, and the secret of that day."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.file: Path | None = None
        self.view = RowsView(COLUMNS, mark("Backups"))
        self.view.setFixedHeight(120)
        self.chosen = QLabel(_(NONE), wordWrap=True)
        self.elsewhere = button(mark("From a file on another disk…"), self._ask_file)
        self.phrase, self.sheet = radio(mark("With the passphrase")), radio(mark("With the words"))
        self.secret, self.words = SecretField(), WordsStep()
        self.secret.line.setAccessibleName(_("Passphrase of that day"))
        self.label = QLabel(_("Passphrase of that day"))
        self.label.setBuddy(self.secret.line)
        part = QFrame()
        part.setLayout(column_of(self.label, self.secret, self.words))
        line, ways = row_of(self.chosen, self.elsewhere), row_of(self.phrase, self.sheet)
        line.setStretch(0, 1)
        ways.addStretch(1)
        layout = column_of(QLabel(_(WHY), wordWrap=True), self.view, spacing=8)
        nest(layout, line)
        nest(layout, ways)
        layout.addWidget(part)
        layout.setContentsMargins(0, 0, 0, 0)
        self.setLayout(layout)
        self.phrase.setChecked(True)
        self.words.hide()
        self.phrase.clicked.connect(self._show)
        self.sheet.clicked.connect(self._show)
        self.view.moved.connect(self._choose_row)
        self.setFocusProxy(self.secret.line)

    def show_rows(self, rows: "tuple[BackupRow, ...]") -> None:
        """The backups on this laptop; the newest is chosen."""
        self.view.show_rows(list(rows))
        self.view.setVisible(bool(rows))
        if rows:
            self.view.choose(rows[0].id)
            self._choose_row(rows[0].id)

    def take_file(self, file: Path) -> None:
        """Use this file, from wherever it is."""
        self.file = file
        self.view.clearSelection()
        self.chosen.setText(_("Chosen: {file}").format(file=file.name))
        self.secret.line.setFocus()

    def is_ready(self) -> bool:
        """Whether there is a backup and something to open it with."""
        if self.file is None:
            self.chosen.setText(_(CHOOSE))
            return False
        if self.sheet.isChecked():
            return self.words.is_ready()
        self.secret.line.setFocus()
        return bool(self.secret.value())

    def tell_wrong(self, problem: Problem) -> None:
        """Say beside the secret why it does not open the backup."""
        if self.sheet.isChecked():
            self.words.tell_wrong(news_of(problem).words)
        else:
            self.secret.show_trouble(problem)
            self.secret.line.setFocus()
            self.secret.line.selectAll()

    def _choose_row(self, id_: object) -> None:
        if id_ is not None:
            self.file = Path(str(id_))
            self.chosen.setText("")

    def _show(self) -> None:
        is_sheet = self.sheet.isChecked()
        self.words.setVisible(is_sheet)
        self.secret.setVisible(not is_sheet)
        self.label.setVisible(not is_sheet)
        (self.words.lines[0] if is_sheet else self.secret.line).setFocus()

    def _ask_file(self) -> None:
        kinds = _("Backups")
        open_file(self, f"{kinds} (*.oudbackup)", self.take_file)


class RestoreWindow(Walk):
    """Two steps; the second one decides."""

    opened = Signal(object)
    """The keys of the store that was put back."""
    left = Signal()

    def __init__(self, background: Background, paths: Paths) -> None:
        super().__init__(TITLES, WORKING)
        self._background = background
        self._paths = paths
        self._shown: Preview | None = None
        self.choice, self.facts = ChoiceStep(), FactsStep()
        self.set_steps((self.choice, self.facts))
        QShortcut(QKeySequence("F1"), self).activated.connect(self._help)
        self.show_step(0)
        background.compute(
            putting_back.found_backups, paths, then=self.choice.show_rows, owner=self
        )

    def may_go_back(self, at: int) -> bool:
        return True

    def go_back(self) -> None:
        if self.step == 1:
            if self.next.isEnabled():
                self.left.emit()
        else:
            super().go_back()
            self.be_busy(False)

    def be_busy(self, is_busy: bool) -> None:
        super().be_busy(is_busy)
        if not is_busy and self.step == 2:
            self.next.setText(_(PUT_BACK))

    def done(self, at: int) -> None:
        self.be_busy(True)
        if at == 0:
            self._look()
        else:
            self._background.compute(
                putting_back.put_back,
                self._paths,
                self._shown,
                then=self.opened.emit,
                failed=self.refused,
                progress=lambda _at: None,
                owner=self,
            )

    def _look(self) -> None:
        is_sheet = self.choice.sheet.isChecked()
        self._background.compute(
            putting_back.look_with_words if is_sheet else putting_back.look_with_passphrase,
            self._paths,
            self.choice.file,
            self.choice.words.words if is_sheet else self.choice.secret.value(),
            then=self._looked,
            failed=self._refused_look,
            owner=self,
        )

    def _looked(self, shown: "Preview") -> None:
        self._shown = shown
        self.choice.secret.set_value("")
        self.facts.show_facts(shown)
        self.show_step(1)
        self.be_busy(False)
        self.next.setFocus()

    def _refused_look(self, problem: Problem) -> None:
        self.be_busy(False)
        if problem.field:
            self.choice.tell_wrong(problem)
            return
        self.show_news(news_of(problem))

    def _help(self) -> None:
        from ouderapp.ui.help import HelpWindow

        HelpWindow.show_page("backups", self)
