"""Fields that choose: one from a list, one or more chips, or a record found by typing."""

from collections.abc import Iterable, Sequence
from heapq import nsmallest
from typing import Any

from PySide6.QtCore import QEvent, QObject, QStringListModel, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QComboBox,
    QCompleter,
    QLineEdit,
    QPushButton,
    QWidget,
)

from ouderapp.base.errors import Problem
from ouderapp.base.folding import fold
from ouderapp.base.i18n import _, mark
from ouderapp.ui.field import Field
from ouderapp.ui.flow import Flow

Choices = Iterable[tuple[str, str]]
"""Code or id, and its words on screen, already in the person's language."""


class NotInList(Problem):
    """Typed text that fits none of the things one can choose."""

    message = mark("This is not in the list.")
    hint = mark("Type a few letters and choose one with the arrow keys.")


class ChoiceField(Field):
    """One out of a list; with `is_optional` the first line is empty and counts as None."""

    def __init__(
        self, choices: Choices = (), *, is_optional: bool = False, is_required: bool = False
    ) -> None:
        self.combo = QComboBox()
        super().__init__(self.combo, is_required=is_required)
        self._is_optional = is_optional
        self.set_choices(choices)
        self.combo.activated.connect(self.edited)

    def set_choices(self, choices: Choices) -> None:
        """Offer these; what was chosen stays chosen when it is still there."""
        held = self.value()
        self.combo.clear()
        if self._is_optional:
            self.combo.addItem("", None)
        for code, words in choices:
            self.combo.addItem(words, code)
        self.set_value(held)

    def value(self) -> Any:
        return self.combo.currentData()

    def set_value(self, value: Any) -> None:
        first = 0 if self._is_optional or value is None else -1
        self.combo.setCurrentIndex(max(self.combo.findData(value), first))
        self.clear_wrong()


class _Chips(Field):
    """Buttons that stay down, in lines that flow; arrows walk, Space chooses."""

    def __init__(self, choices: Choices, *, is_one: bool, is_required: bool) -> None:
        box = QWidget()
        box.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._flow = Flow(box)
        self._group = QButtonGroup(box)
        self._group.setExclusive(False)
        self._is_one = is_one
        self.chips: dict[str, QPushButton] = {}
        super().__init__(box, is_required=is_required)
        self.set_choices(choices)
        self._group.buttonClicked.connect(self._clicked)

    def set_choices(self, choices: Choices) -> None:
        """Offer these; what was chosen stays chosen when it is still there."""
        held = self.value()
        for chip in self.chips.values():
            self._group.removeButton(chip)
            chip.deleteLater()
        self.chips = {code: self._chip(words) for code, words in choices}
        for first in list(self.chips.values())[:1]:
            self.editor.setFocusProxy(first)
        self.set_value(held)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        steps = {Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1}
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = steps.get(Qt.Key(event.key()))
            if step and not event.modifiers():
                self._walk(watched, step)
                return True
        return super().eventFilter(watched, event)

    def _chip(self, words: str) -> QPushButton:
        chip = QPushButton(words)
        chip.setCheckable(True)
        chip.setProperty("kind", "chip")
        chip.installEventFilter(self)
        self._group.addButton(chip)
        self._flow.addWidget(chip)
        return chip

    def _walk(self, chip: object, step: int) -> None:
        chips = list(self.chips.values())
        at = next((place for place, one in enumerate(chips) if one is chip), 0)
        chips[(at + step) % len(chips)].setFocus()

    def _clicked(self, chip: QAbstractButton) -> None:
        if self._is_one:
            for other in self.chips.values():
                other.setChecked(other is chip)
        self.edited.emit()


class ChipsField(_Chips):
    """Exactly one of a few codes; None as long as nothing was chosen."""

    def __init__(self, choices: Choices = (), *, is_required: bool = False) -> None:
        super().__init__(choices, is_one=True, is_required=is_required)

    def value(self) -> Any:
        return next((code for code, chip in self.chips.items() if chip.isChecked()), None)

    def set_value(self, value: Any) -> None:
        for code, chip in self.chips.items():
            chip.setChecked(code == value)
        self.clear_wrong()


class ManyField(_Chips):
    """Any number of codes or ids, as a sorted tuple."""

    def __init__(self, choices: Choices = (), *, is_required: bool = False) -> None:
        super().__init__(choices, is_one=False, is_required=is_required)

    def value(self) -> Any:
        return tuple(sorted(code for code, chip in self.chips.items() if chip.isChecked()))

    def set_value(self, value: Any) -> None:
        for code, chip in self.chips.items():
            chip.setChecked(code in (value or ()))
        self.clear_wrong()


class SuggestField(Field):
    """A record found by typing a part of its name, accents folded; its value is the id."""

    def __init__(
        self,
        choices: Choices = (),
        *,
        is_required: bool = False,
        placeholder: str = "",
    ) -> None:
        self.line = QLineEdit()
        self.line.setPlaceholderText(_(placeholder))
        super().__init__(self.line, is_required=is_required)
        self._words: dict[str, str] = {}
        self._folded: list[tuple[str, str]] = []
        self._chosen: str | None = None
        self._model = QStringListModel(self)
        completer = QCompleter(self._model, self)
        completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        completer.activated.connect(self._choose)
        self._completer = completer
        self.line.setCompleter(completer)
        self.set_choices(choices)
        self.line.textEdited.connect(self._search)

    def set_choices(self, choices: Choices) -> None:
        """Offer these ids; what was chosen stays chosen when it is still there."""
        self._words = dict(choices)
        self._folded = []
        self.set_value(self._chosen)

    def value(self) -> Any:
        return self._chosen

    def set_value(self, value: Any) -> None:
        self._chosen = value if value in self._words else None
        self.line.setText(self._words.get(str(value), ""))
        self.clear_wrong()

    def trouble(self) -> Problem | None:
        if self.line.text().strip() and self._chosen is None:
            return NotInList()
        return super().trouble()

    def take_first(self) -> bool:
        """Choose the first of what fits, as Enter does; False when nothing was typed or fits."""
        typed = self.line.text().strip()
        fits = self._fitting(typed) if typed else ()
        if self._chosen is None and fits:
            self._choose(fits[0])
        return self._chosen is not None

    def _search(self, text: str) -> None:
        fits = self._fitting(text)
        same = [code for code, words in self._words.items() if words == text]
        self._chosen = same[0] if len(same) == 1 else None
        self._model.setStringList(fits)
        self.edited.emit()

    def _choose(self, words: str) -> None:
        self._chosen = next((code for code, name in self._words.items() if name == words), None)
        self.line.setText(words)
        self.edited.emit()

    def _fitting(self, text: str) -> Sequence[str]:
        """The words with this text in them; those that begin with it come first."""
        said = fold(text).strip()
        # Folded at the first key only: there may be ten thousand families.
        self._folded = self._folded or [(words, fold(words)) for words in self._words.values()]
        fits = [pair for pair in self._folded if said in pair[1]]
        return [words for words, _ in nsmallest(20, fits, key=lambda pair: _rank(said, pair[1]))]


def _rank(said: str, folded: str) -> tuple[int, str]:
    if folded.startswith(said):
        return (0, folded)
    return (1 if f" {said}" in folded else 2, folded)
