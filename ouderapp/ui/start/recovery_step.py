"""The recovery sheet: twelve words on paper, two of them typed back (SECURITY 4.6)."""

import secrets
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QWidget

from ouderapp.base.errors import Problem
from ouderapp.base.folding import fold
from ouderapp.base.i18n import _, mark
from ouderapp.base.words import wrong_places
from ouderapp.ui import ask
from ouderapp.ui.fields import LineField
from ouderapp.ui.look import set_type
from ouderapp.ui.nesting import nest
from ouderapp.ui.news import News
from ouderapp.ui.place import button, column_of, row_of
from ouderapp.ui.start import sheet_paper

COUNT = 12
WHY = mark(
    "Write these 12 words on paper, or print the sheet, and put it in the office safe. Without"
    " passphrase and sheet nobody can open your files, not even the makers."
)
CHECK = mark("Word {number}")
CHECK_WHY = mark("Type two of the words back, as a check:")
SKIP = mark("To skip, type: I take the risk")
RISK = mark("I take the risk")
WORDS = mark("The twelve words")
UNSAFE = mark("A file with these words is as good as a key. Print it and throw the file away.")


class WordDiffers(Problem):
    """A typed word is another one than on the sheet."""

    message = mark("This is not word {number} of the sheet.")
    hint = mark("Look at the list above; the first four letters are enough.")


class RecoveryStep(QWidget):
    """Shows the words and checks two of them, or takes the written sentence to skip that."""

    edited = Signal()
    news_asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words: tuple[str, ...] = ()
        picked = secrets.SystemRandom().sample(range(1, COUNT + 1), 2)
        self.numbers = tuple(sorted(picked))
        why = QLabel(_(WHY), wordWrap=True)
        print_it = button(mark("Print"), self._print, icon="printer")
        keep_it = button(mark("Save as PDF"), self._save, icon="file-pdf")
        self._cells = [QLabel() for _number in range(COUNT)]
        self.checks = [LineField(limit=20, is_required=True) for _number in self.numbers]
        self.skip = QLineEdit()
        self.skip.setMaximumWidth(240)
        layout = column_of(why, self._list(), spacing=12)
        line = row_of(print_it, keep_it)
        line.addStretch(1)
        nest(layout, line)
        layout.addWidget(QLabel(_(CHECK_WHY)))
        nest(layout, self._check_line())
        layout.addWidget(self._skip_line())
        layout.setContentsMargins(0, 0, 0, 0)
        self.setLayout(layout)
        self.setFocusProxy(self.checks[0])
        self.skip.textEdited.connect(self.edited)

    def set_words(self, words: tuple[str, ...]) -> None:
        """Show these twelve words; what was typed before counts no more."""
        self.words = words
        for at, (cell, word) in enumerate(zip(self._cells, words, strict=True), 1):
            cell.setText(f"{at}  {word}")
        for check in self.checks:
            check.set_value("")

    @property
    def is_skipped(self) -> bool:
        """Whether the person wrote to take the risk."""
        return fold(self.skip.text()).strip() == fold(_(RISK))

    def is_ready(self) -> bool:
        """Whether both words are right, or the risk was taken; each wrong word says so itself."""
        if self.is_skipped:
            return True
        wrong = [
            self._wrong(field, at) for field, at in zip(self.checks, self.numbers, strict=True)
        ]
        return not any(wrong)

    def _wrong(self, field: LineField, number: int) -> bool:
        is_wrong = bool(wrong_places([field.value()], [self.words[number - 1]]))
        if is_wrong:
            field.show_trouble(WordDiffers(number=number))
        return is_wrong

    def _print(self) -> None:
        if not sheet_paper.print_sheet(self.words, self):
            self.news_asked.emit(
                News(
                    _(mark("No printer found. Save as PDF and print later.")),
                    button=_(mark("Save as PDF")),
                    does=self._save,
                    tone="warn",
                )
            )

    def _save(self) -> None:
        ask.save_file(self, "herstelblad.pdf", "PDF (*.pdf)", self._write)

    def _write(self, file: Path) -> None:
        file.write_bytes(sheet_paper.sheet_pdf(self.words))
        self.news_asked.emit(News(_(UNSAFE), tone="warn"))

    def _list(self) -> QWidget:
        part = QWidget()
        part.setAccessibleName(_(WORDS))
        grid = QGridLayout(part)
        grid.setContentsMargins(0, 0, 0, 0)
        for at, cell in enumerate(self._cells):
            set_type(cell, "h3")
            grid.addWidget(cell, at % 4, at // 4)
        return part

    def _check_line(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        for at, (field, number) in enumerate(zip(self.checks, self.numbers, strict=True)):
            label = QLabel(_(CHECK).format(number=number))
            label.setBuddy(field.line)
            field.line.setAccessibleName(label.text())
            field.edited.connect(self.edited)
            grid.addWidget(label, 0, at)
            grid.addWidget(field, 1, at)
        return grid

    def _skip_line(self) -> QWidget:
        part = QWidget()
        label = QLabel(_(SKIP))
        set_type(label, "muted")
        label.setBuddy(self.skip)
        self.skip.setAccessibleName(_(SKIP))
        line = row_of(label, self.skip)
        line.addStretch(1)
        line.setContentsMargins(0, 0, 0, 0)
        part.setLayout(line)
        return part
