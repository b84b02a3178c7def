"""The three steps as they stand on the page: look through, encrypt, hand over."""

from collections.abc import Sequence
from enum import IntEnum
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QFrame, QLabel, QProgressBar, QVBoxLayout, QWidget

from ouderapp.base.i18n import _, mark
from ouderapp.month_end.ritual import READING
from ouderapp.ui import ask
from ouderapp.ui.look import repolish, set_type
from ouderapp.ui.month_end.checks import Checks
from ouderapp.ui.month_end.sticks import Stick, stick_at, sticks
from ouderapp.ui.month_end.words import PHASES, size_words
from ouderapp.ui.nesting import nest
from ouderapp.ui.place import button, row_of

TITLES = (mark("Check"), mark("Encrypt"), mark("Hand over"))
OTHER_FOLDER = mark("Another folder…")
READ_BACK = mark("Written and read back: yes")


class Step(IntEnum):
    """Which step is to be done; DONE when the file is on the stick."""

    CHECK = 1
    ENCRYPT = 2
    HAND_OVER = 3
    DONE = 4


class Stage(QFrame):
    """A numbered step: its title says whether it is done, to do, or still to come."""

    def __init__(self, step: Step, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._step = step
        self._title = QLabel()
        set_type(self._title, "h3")
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(0, 4, 0, 8)
        self.body.setSpacing(4)
        self.body.addWidget(self._title)
        self.show_step(Step.CHECK)

    def show_step(self, now: Step) -> None:
        """How this step stands when `now` is to be done."""
        title = _(TITLES[self._step - 1])
        done = _("{number}  {title}, done").format(number=int(self._step), title=title)
        to_do = _("{number}  {title}").format(number=int(self._step), title=title)
        self._title.setText(done if now > self._step else to_do)
        self._title.setProperty("type", "h3" if now >= self._step else "muted")
        repolish(self._title)


class CheckStage(Stage):
    """What is still open, and what goes to the office."""

    table_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Step.CHECK, parent)
        self.checks = Checks()
        self.leaves = QLabel(wordWrap=True)
        self.table = button(mark("See the table"), self.table_asked.emit, icon="list")
        self.body.addWidget(self.checks)
        self.body.addWidget(self.leaves)
        line = row_of(self.table)
        line.addStretch(1)
        nest(self.body, line)


class EncryptStage(Stage):
    """For whom, how far, and a way to stop."""

    stop_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Step.ENCRYPT, parent)
        self.office = QLabel(wordWrap=True)
        self.bar = QProgressBar()
        self.bar.setAccessibleName(_("Progress"))
        self.stop = button(mark("Stop"), self.stop_asked.emit)
        self._phase = ""
        self.body.addWidget(self.office)
        nest(self.body, row_of(self.bar, self.stop))
        self.be_busy(False)

    def be_busy(self, is_busy: bool) -> None:
        """Show the progress, or take it away."""
        self.bar.setVisible(is_busy)
        self.stop.setVisible(is_busy)
        if is_busy:
            self.tell(READING, 0)

    def tell(self, phase: str, percent: int) -> None:
        """`62 procent, gegevens lezen`: for eyes and for a screen reader."""
        self.bar.setValue(percent)
        words = _("{percent} percent, {phase}").format(percent=percent, phase=_(PHASES[phase]))
        self.bar.setFormat(words)
        if phase != self._phase:
            self._phase = phase
            self.bar.setAccessibleDescription(words)


class HandOverStage(Stage):
    """Which stick, which file, and whether it was read back."""

    slip_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Step.HAND_OVER, parent)
        self.stick = QComboBox()
        self.stick.setAccessibleName(_("Stick"))
        self.stick.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.file = QLabel()
        self.read_back = QLabel(_(READ_BACK))
        self.slip = button(mark("Print receipt"), self.slip_asked.emit, icon="printer")
        nest(self.body, row_of(self.stick, self.file, QLabel()))
        line = row_of(self.read_back, self.slip)
        line.addStretch(1)
        nest(self.body, line)
        self._chosen: list[Stick] = []
        self.stick.activated.connect(self._choose)
        self.look_for_sticks()
        self.show_file("", 0)
        self.show_given(False, has_slip=False)

    @property
    def folder(self) -> Path | None:
        """Where to write; None when no stick is chosen."""
        found = self.stick.currentData()
        return found if isinstance(found, Path) else None

    def look_for_sticks(self) -> None:
        """Offer what is plugged in now; the choice stays when it is still there."""
        held = self.folder
        self._offer([*self._chosen, *sticks()])
        if held is not None:
            self.stick.setCurrentIndex(max(0, self.stick.findData(held)))

    def choose_folder(self) -> None:
        """Ask for a folder."""
        ask.choose_folder(self, self.take_folder)

    def take_folder(self, folder: Path) -> None:
        """Offer this folder first and choose it."""
        self._chosen = [stick_at(folder)]
        self.look_for_sticks()
        self.stick.setCurrentIndex(self.stick.findData(folder))

    def show_file(self, name: str, size: int) -> None:
        """Which file goes on the stick."""
        self.file.setText(f"{name}   {size_words(size)}" if name else "")

    def show_given(self, is_given: bool, *, has_slip: bool) -> None:
        """Whether it is on the stick and read back; the slip is of this sitting only."""
        self.read_back.setVisible(is_given)
        self.slip.setVisible(has_slip)

    def _offer(self, found: Sequence[Stick]) -> None:
        self.stick.clear()
        for one in {one.folder: one for one in found}.values():
            self.stick.addItem(one.words, one.folder)
        self.stick.addItem(_(OTHER_FOLDER), None)

    def _choose(self) -> None:
        if self.folder is None:
            self.choose_folder()
