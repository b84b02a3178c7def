"""The panels beside the tiles: a question, who came along, who brought whom; closed by Esc."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QCompleter,
    QFrame,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ouderapp.base.i18n import _, mark
from ouderapp.groups.codes import ParentRole, Source, Step
from ouderapp.groups.pictures import PupilRow
from ouderapp.ui.look import set_type
from ouderapp.ui.place import button

WIDTH = 264
# The letter in the panel, the words, the step and the source where the answer came (UX J9).
ANSWERS: tuple[tuple[str, str, Step, Source | None], ...] = (
    ("H", mark("1  Textbook (H)"), Step.TEXTBOOK, None),
    ("K", mark("2  Classmate (K)"), Step.OTHER_SOURCE, Source.CLASSMATE),
    ("C", mark("2  Computer (C)"), Step.OTHER_SOURCE, Source.COMPUTER),
    ("M", mark("3  Mail to the teacher (M)"), Step.MAIL, None),
)
PARENTS: tuple[tuple[str, str, ParentRole], ...] = (
    ("M", mark("Mother (M)"), ParentRole.MOTHER),
    ("V", mark("Father (V)"), ParentRole.FATHER),
    ("A", mark("Another adult (A)"), ParentRole.OTHER),
)


class SidePanel(QFrame):
    """A panel about one pupil; letters press its buttons, Esc closes it."""

    closed = Signal()

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "panel")
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setFixedWidth(WIDTH)
        self.setAccessibleName(title)
        self._letters: dict[str, QPushButton] = {}
        self.body = QVBoxLayout(self)
        heading = QLabel(title, wordWrap=True)
        heading.setTextFormat(Qt.TextFormat.PlainText)
        set_type(heading, "h3")
        self.body.addWidget(heading)

    def add_answer(self, letter: str, words: str, does: Callable[[], object]) -> QPushButton:
        """A big button that a letter presses too."""
        made = button(words, does)
        made.installEventFilter(self)
        self._letters[letter] = made
        self.body.addWidget(made)
        return made

    def finish_layout(self) -> None:
        """The closing button, and the room under it."""
        closing = button(mark("Close"), self.closed.emit, kind="quiet")
        closing.installEventFilter(self)
        self.body.addWidget(closing)
        self.body.addStretch(1)

    def focus_in(self) -> None:
        """The focus on the first answer."""
        next(iter(self._letters.values())).setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._typed(event)
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._typed(event):
            super().keyPressEvent(event)

    def _typed(self, event: QKeyEvent) -> bool:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
            return True
        pressed = self._letters.get(event.text().upper())
        if pressed is None or event.modifiers():
            return False
        pressed.click()
        return True


class QuestionPanel(SidePanel):
    """Where did the answer come? One letter; the subject is the one of last time."""

    answered = Signal(str, str, str)
    """Step, source (or empty), and subject."""

    def __init__(self, pupil: PupilRow, parent: QWidget | None = None) -> None:
        super().__init__(_("Question of {name}").format(name=pupil.name), parent)
        label = QLabel(_("Subject"))
        self.subject = QLineEdit(maxLength=60)
        self.subject.setAccessibleName(_("Subject"))
        label.setBuddy(self.subject)
        self.body.addWidget(label)
        self.body.addWidget(self.subject)
        where = QLabel(_("Where did the answer come from?"))
        set_type(where, "muted")
        self.body.addWidget(where)
        for letter, words, step, source in ANSWERS:
            self.add_answer(letter, words, partial(self._answer, step, source))
        self.add_answer("N", mark("Still looking (N)"), lambda: self._answer("", None))
        self.finish_layout()

    def _answer(self, step: str, source: str | None) -> None:
        self.answered.emit(step, source or "", self.subject.text().strip())


class ParentPanel(SidePanel):
    """Who came along with this pupil."""

    answered = Signal(str)

    def __init__(self, pupil: PupilRow, parent: QWidget | None = None) -> None:
        super().__init__(_("Who came along with {name}?").format(name=pupil.name), parent)
        for letter, words, role in PARENTS:
            self.add_answer(letter, words, partial(self.answered.emit, str(role)))
        self.finish_layout()


class BroughtPanel(SidePanel):
    """Who brought this pupil along: the names of who is in the room, completed while typing."""

    answered = Signal(int)
    """The place of the name in the list that was given."""

    def __init__(
        self, pupil: PupilRow, names: Sequence[str], parent: QWidget | None = None
    ) -> None:
        super().__init__(_("Who brought {name} along?").format(name=pupil.name), parent)
        self._names = list(names)
        self.name = QLineEdit(placeholderText=_("Type a name"))
        self.name.setAccessibleName(_("Brought along by"))
        completer = QCompleter(self._names, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.activated.connect(self._choose)
        self.name.setCompleter(completer)
        self.name.returnPressed.connect(self._choose_typed)
        self.body.addWidget(self.name)
        self.finish_layout()

    def focus_in(self) -> None:
        """The focus in the name."""
        self.name.setFocus()

    def _choose_typed(self) -> None:
        typed = self.name.text().strip().casefold()
        found = [name for name in self._names if name.casefold().startswith(typed)]
        if typed and found:
            self._choose(found[0])

    def _choose(self, name: str) -> None:
        self.answered.emit(self._names.index(name))
