"""Typing the twelve words of the recovery sheet: four letters are enough (Y29)."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCompleter, QGridLayout, QLabel, QLineEdit, QWidget

from ouderapp.base.i18n import _, mark
from ouderapp.base.words import index_of, split_words, word_list
from ouderapp.ui.look import set_type
from ouderapp.ui.place import column_of
from ouderapp.ui.start.recovery_step import CHECK

COUNT = 12
WHY = mark(
    "Take the recovery sheet from the safe and type its twelve words, with a space after each. The"
    " first four letters of a word are enough. With a scanner: put the cursor in the first line and"
    " scan the square."
)
UNKNOWN = mark("Word {number} is not on the list. Look at the paper again.")


class WordsStep(QWidget):
    """Twelve lines; a space goes on to the next one and writes the word in full."""

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lines = [self._line(number) for number in range(1, COUNT + 1)]
        self.wrong = QLabel(wordWrap=True)
        set_type(self.wrong, "error")
        part = QWidget()
        grid = QGridLayout(part)
        grid.setContentsMargins(0, 0, 0, 0)
        for at, line in enumerate(self.lines):
            label = QLabel(_(CHECK).format(number=at + 1))
            label.setBuddy(line)
            grid.addWidget(label, at % 4, (at // 4) * 2)
            grid.addWidget(line, at % 4, (at // 4) * 2 + 1)
        layout = column_of(QLabel(_(WHY), wordWrap=True), part, self.wrong, spacing=12)
        layout.setContentsMargins(0, 0, 0, 0)
        self.setLayout(layout)
        self.setFocusProxy(self.lines[0])

    @property
    def words(self) -> tuple[str, ...]:
        """What was typed, in order."""
        return tuple(line.text().strip() for line in self.lines)

    def is_ready(self) -> bool:
        """Whether every word is on the list; the first one that is not has the focus."""
        unknown = [at for at, word in enumerate(self.words) if index_of(word) is None]
        if unknown:
            self.tell_wrong(_(UNKNOWN).format(number=unknown[0] + 1), unknown[0])
        return not unknown

    def tell_wrong(self, words: str, at: int = 0) -> None:
        """Say under the words what is wrong."""
        self.wrong.setText(words)
        self.lines[at].setFocus()
        self.lines[at].selectAll()

    def _line(self, number: int) -> QLineEdit:
        line = QLineEdit()
        line.setAccessibleName(_(CHECK).format(number=number))
        completer = QCompleter(list(word_list()), line)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setCompletionMode(QCompleter.CompletionMode.InlineCompletion)
        line.setCompleter(completer)
        line.textEdited.connect(lambda text: self._typed(number - 1, text))
        line.editingFinished.connect(lambda: self._complete(number - 1))
        return line

    def _typed(self, at: int, text: str) -> None:
        self.wrong.clear()
        self.edited.emit()
        many = split_words(text)
        if len(many) > 1:
            self._spread(at, many)
        elif text.endswith(" ") and many:
            self._complete(at)
            self.lines[min(at + 1, COUNT - 1)].setFocus()

    def _complete(self, at: int) -> None:
        """Write the whole word when the typed letters say which one it is."""
        index = index_of(self.lines[at].text())
        if index is not None:
            self.lines[at].setText(word_list()[index])

    def _spread(self, at: int, words: tuple[str, ...]) -> None:
        """Several words at once, as from a reader of the square: each on its own line."""
        for line, word in zip(self.lines[at:], words, strict=False):
            line.setText(word)
        self.lines[min(at + len(words), COUNT) - 1].setFocus()
