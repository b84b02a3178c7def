"""What every form does: fill it from a record, read a draft from it, say what is wrong."""

from collections.abc import Mapping
from typing import Any, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from ouderapp.base.i18n import _
from ouderapp.ui.field import Field
from ouderapp.ui.fields import YesNoField
from ouderapp.ui.look import set_type

F = TypeVar("F", bound=Field)
R = TypeVar("R")


class Form(QWidget):
    """Fields with their labels, one under the other; each is an attribute named as in the record.

    `self.note = self.add(mark("Note"), TextField())` makes a field; the label is its buddy.
    `touched` says whether a person changed something since it was filled.
    """

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.touched = False
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(8)
        self._grid.setColumnStretch(1, 1)

    def add(self, label: str, field: F, *, hint: str = "") -> F:
        """Put a field under the ones that are there; label and hint are marked texts."""
        row = self._grid.rowCount()
        if isinstance(field, YesNoField):
            field.editor.setAccessibleName(_(label or field.box.text()))
        else:
            self._grid.addWidget(self._label(label, field), row, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(field, row, 1)
        if hint:
            words = QLabel(_(hint), wordWrap=True)
            set_type(words, "small")
            self._grid.addWidget(words, row + 1, 1)
        field.edited.connect(self._touch)
        return field

    def add_widget(self, widget: QWidget) -> None:
        """Put something that is no field across the whole width."""
        self._grid.addWidget(widget, self._grid.rowCount(), 0, 1, 2)

    def fields(self) -> dict[str, Field]:
        """The fields by the name they have in the record."""
        return {name: field for name, field in vars(self).items() if isinstance(field, Field)}

    def fill(self, record: object) -> None:
        """Show a record, or a mapping such as a kept draft; what it does not name stays."""
        held = record if isinstance(record, Mapping) else None
        for name, field in self.fields().items():
            if held is None and hasattr(record, name):
                field.set_value(getattr(record, name))
            elif held is not None and name in held:
                field.set_value(held[name])
        self.touched = False

    def values(self) -> dict[str, Any]:
        """What the fields say, by name."""
        return {name: field.value() for name, field in self.fields().items()}

    def draft_as(self, kind: type[R], **more: Any) -> R:
        """The draft record of this class; `more` gives what the form does not ask."""
        return kind(**{**self.values(), **more})

    def is_ready(self) -> bool:
        """Whether all can be saved; if not, the fields say what is wrong."""
        wrong = [(field, field.trouble()) for field in self.fields().values()]
        for field, problem in wrong:
            if problem:
                field.show_trouble(problem)
        first = next((field for field, problem in wrong if problem), None)
        if first:
            first.setFocus()
        return first is None

    def show_beside(self, name: str, words: str) -> bool:
        """Say beside the field of this name what is wrong; False when there is no such field."""
        field = self.fields().get(name)
        if field is None or not field.isVisibleTo(self):
            return False
        field.show_wrong(words)
        field.setFocus()
        return True

    def clear(self) -> None:
        """Empty every field."""
        for field in self.fields().values():
            field.set_value(None)
        self.touched = False

    def _label(self, label: str, field: Field) -> QLabel:
        words = QLabel(_(label))
        set_type(words, "label")
        words.setBuddy(field.editor)
        field.editor.setAccessibleName(_(label))
        return words

    def _touch(self) -> None:
        self.touched = True
        self.edited.emit()
