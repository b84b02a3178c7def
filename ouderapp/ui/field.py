"""One value in a form: its editor, and under it the words of what is wrong."""

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from ouderapp.base.errors import FieldMissing, Problem
from ouderapp.base.i18n import filled
from ouderapp.ui.look import repolish, set_type


class Field(QWidget):
    """One value in a form, with the words of what is wrong right under it.

    `edited` is emitted only when a person changed something, never by `set_value`.
    """

    edited = Signal()

    def __init__(self, editor: QWidget | None = None, *, is_required: bool = False) -> None:
        super().__init__()
        self.editor = editor or QWidget()
        self.is_required = is_required
        self._held: Any = None
        self._wrong = QLabel(wordWrap=True)
        set_type(self._wrong, "error")
        self._wrong.hide()
        self.setFocusProxy(self.editor)
        self.lay_out(self.editor)
        self.edited.connect(self.clear_wrong)

    def lay_out(self, *widgets: QWidget) -> None:
        """Put the editor, and what belongs under it, above the words of what is wrong."""
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        for widget in widgets:
            layout.addWidget(widget)
        layout.addWidget(self._wrong)

    def value(self) -> Any:
        """What the field says, as the record holds it; None when nothing is filled in."""
        return self._held

    def set_value(self, value: Any) -> None:
        """Show a value; nobody counts as having edited."""
        self._held = value

    def trouble(self) -> Problem | None:
        """What is wrong with what stands here, None when it can be saved."""
        if self.is_required and self.value() in (None, "", ()):
            return FieldMissing()
        return None

    def show_wrong(self, words: str) -> None:
        """Say under the field what is wrong, and what to do."""
        self._wrong.setText(words)
        self._wrong.show()
        self.editor.setProperty("wrong", True)
        self.editor.setAccessibleDescription(words)
        repolish(self.editor)

    def show_trouble(self, problem: Problem) -> None:
        """Say a problem's own words under the field."""
        parts = (problem.message, problem.hint)
        self.show_wrong(" ".join(filled(part, problem.places) for part in parts if part))

    def clear_wrong(self) -> None:
        """Nothing is wrong any more."""
        if self._wrong.isHidden():
            return
        self._wrong.hide()
        self._wrong.clear()
        self.editor.setProperty("wrong", False)
        self.editor.setAccessibleDescription("")
        repolish(self.editor)

    @property
    def wrong(self) -> str:
        """The words under the field, empty when all is well."""
        return self._wrong.text()
