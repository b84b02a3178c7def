"""Choosing a passphrase: six proposed words, or one's own typed twice (SECURITY 4.5)."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QWidget

from ouderapp.base.errors import Problem
from ouderapp.base.i18n import _, mark
from ouderapp.ui.look import set_type
from ouderapp.ui.nesting import nest
from ouderapp.ui.place import allow, button, column_of, row_of
from ouderapp.ui.start import vaults
from ouderapp.ui.start.secret_field import SecretField
from ouderapp.ui.start.walk import radio

WHY = mark(
    "The passphrase opens your files on this laptop. Nobody else knows it, and nobody can look"
    " it up. Write it down until you know it by heart, and keep that paper away from the laptop."
)
PROPOSED = mark("These six words")
OWN = mark("My own passphrase")
STAYS = mark("My passphrase stays: nobody else knows it")
OTHERS = mark("Other words")
ENOUGH = mark("Enough for a stolen laptop")
ONCE, TWICE = mark("My own passphrase"), mark("Once more")


class NotTheSame(Problem):
    """The second time something else was typed."""

    message = mark("The two are not the same.")
    hint = mark("Type your passphrase once more.")


class PassphraseStep(QWidget):
    """Six words that are good as they are, or one's own; `value` is what was chosen.

    `names` of the person and the organisation count for nothing in it. With `may_stay` the one of
    now can stay: `value` is empty then.
    """

    edited = Signal()

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        names: tuple[str, ...] = (),
        may_stay: bool = False,
    ) -> None:
        super().__init__(parent)
        self._names = names
        self._words = vaults.proposed_words()
        why = QLabel(_(WHY), wordWrap=True)
        self.proposed = radio(PROPOSED)
        self.own = radio(OWN)
        self.stays = radio(STAYS)
        self.stays.setVisible(may_stay)
        self.words = QLabel(wordWrap=True)
        self.words.setAccessibleName(_(PROPOSED))
        set_type(self.words, "h2")
        self.others = button(OTHERS, self._propose, kind="quiet", icon="arrow-clockwise")
        self.once, self.twice = SecretField(), SecretField()
        self.enough = QLabel()
        set_type(self.enough, "small")
        self._own_part = self._make_own_part()
        line = row_of(self.words, self.others)
        line.setStretch(0, 1)
        layout = column_of(why, self.proposed, spacing=12)
        nest(layout, line)
        layout.addWidget(self.own)
        layout.addWidget(self._own_part)
        layout.addWidget(self.stays)
        layout.setContentsMargins(0, 0, 0, 0)
        self.setLayout(layout)
        self.proposed.setChecked(True)
        self.proposed.clicked.connect(self._show)
        self.own.clicked.connect(self._show)
        self.stays.clicked.connect(self._show)
        self.once.edited.connect(self._judge)
        self.twice.edited.connect(self.edited)
        self._propose()
        self._show()

    @property
    def value(self) -> str:
        """The passphrase as it was chosen; empty when the one of now stays."""
        if self.stays.isChecked():
            return ""
        return self.once.value() if self.own.isChecked() else " ".join(self._words)

    def is_ready(self) -> bool:
        """Whether it can be used; what is wrong is said beside the field."""
        if not self.own.isChecked():
            return True
        problem = vaults.weakness(self.once.value(), self._names)
        if problem:
            self.once.show_trouble(problem)
            self.once.setFocus()
        elif self.once.value() != self.twice.value():
            self.twice.show_trouble(NotTheSame())
            self.twice.setFocus()
            return False
        return problem is None

    def forget(self) -> None:
        """Empty the fields: the passphrase was used."""
        self.once.set_value("")
        self.twice.set_value("")

    def _propose(self) -> None:
        self._words = vaults.proposed_words()
        self.words.setText(" ".join(self._words))
        self.edited.emit()

    def _judge(self) -> None:
        weakness = vaults.weakness(self.once.value(), self._names)
        self.enough.setText("" if weakness else _(ENOUGH))
        self.edited.emit()

    def _show(self) -> None:
        is_own = self.own.isChecked()
        self._own_part.setVisible(is_own)
        is_proposed = self.proposed.isChecked()
        self.words.setEnabled(is_proposed)
        allow(self.others, is_proposed, mark("You chose a passphrase of your own."))
        (self.once if is_own else self.proposed if is_proposed else self.stays).setFocus()
        self.edited.emit()

    def _make_own_part(self) -> QWidget:
        part = QWidget()
        layout = column_of(spacing=6)
        for words, field in ((ONCE, self.once), (TWICE, self.twice)):
            label = QLabel(_(words))
            label.setBuddy(field.line)
            field.line.setAccessibleName(_(words))
            layout.addWidget(label)
            layout.addWidget(field)
            if field is self.once:
                layout.addWidget(self.enough)
        layout.setContentsMargins(28, 0, 0, 0)
        part.setLayout(layout)
        return part
