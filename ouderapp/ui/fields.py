"""The plain fields of a form: a line, a text, a number, a year, yes or no."""

from typing import Any

from PySide6.QtCore import QSignalBlocker, QSize
from PySide6.QtWidgets import (
    QCheckBox,
    QLineEdit,
    QPlainTextEdit,
    QSpinBox,
)

from ouderapp.base.clock import today
from ouderapp.base.errors import Problem
from ouderapp.base.i18n import _, mark
from ouderapp.ui.field import Field


class NotAYear(Problem):
    """A year that cannot be one."""

    message = mark("This is not a year.")
    hint = mark("Type four digits, for example 2014.")


class LineField(Field):
    """One line of text; with `is_optional` an empty line is None, else it is an empty text."""

    def __init__(
        self,
        *,
        limit: int = 120,
        is_optional: bool = False,
        is_required: bool = False,
        placeholder: str = "",
    ) -> None:
        self.line = QLineEdit(maxLength=limit)
        self.line.setPlaceholderText(_(placeholder))
        super().__init__(self.line, is_required=is_required)
        self._is_optional = is_optional
        self.line.textEdited.connect(self.edited)

    def value(self) -> Any:
        text = " ".join(self.line.text().split())
        return None if self._is_optional and not text else text

    def set_value(self, value: Any) -> None:
        self.line.setText(value or "")
        self.clear_wrong()


class _Text(QPlainTextEdit):
    """Room for so many lines; Tab goes to the next field."""

    def __init__(self, lines: int) -> None:
        super().__init__()
        self._lines = lines
        self.setTabChangesFocus(True)

    def sizeHint(self) -> QSize:
        return QSize(240, self.fontMetrics().lineSpacing() * self._lines + 20)

    def minimumSizeHint(self) -> QSize:
        return QSize(120, self.sizeHint().height())


class TextField(Field):
    """Several lines of text; Tab leaves the field, and text past the limit is refused."""

    def __init__(
        self,
        *,
        limit: int = 500,
        lines: int = 4,
        is_optional: bool = False,
        is_required: bool = False,
        placeholder: str = "",
    ) -> None:
        self.text = _Text(lines)
        self.text.setPlaceholderText(_(placeholder))
        super().__init__(self.text, is_required=is_required)
        self._limit = limit
        self._is_optional = is_optional
        self.text.textChanged.connect(self.edited)

    def value(self) -> Any:
        text = self.text.toPlainText().strip()
        return None if self._is_optional and not text else text

    def set_value(self, value: Any) -> None:
        with QSignalBlocker(self.text):
            self.text.setPlainText(value or "")
        self.clear_wrong()

    def trouble(self) -> Problem | None:
        too_many = len(self.text.toPlainText().strip()) - self._limit
        return TooLong(too_many=too_many) if too_many > 0 else super().trouble()


class TooLong(Problem):
    """More text than the field holds."""

    message = mark("This text is {too_many} characters too long.")
    hint = mark("Make it shorter, or put a part of it in another note.")


class NumberField(Field):
    """A whole number; with `is_optional` the least value shows as nothing and counts as None."""

    def __init__(
        self,
        *,
        least: int = 0,
        most: int = 999,
        step: int = 1,
        suffix: str = "",
        is_optional: bool = False,
    ) -> None:
        floor = least - 1 if is_optional else least
        self.number = QSpinBox(minimum=floor, maximum=most, singleStep=step)
        self.number.setSuffix(_(suffix))
        self.number.lineEdit().setTextMargins(8, 0, 0, 0)
        if is_optional:
            self.number.setSpecialValueText(" ")
        super().__init__(self.number)
        self._is_optional = is_optional
        self.number.valueChanged.connect(self.edited)
        self.set_value(None if is_optional else least)

    def value(self) -> Any:
        is_blank = self._is_optional and self.number.value() == self.number.minimum()
        return None if is_blank else self.number.value()

    def set_value(self, value: Any) -> None:
        with QSignalBlocker(self.number):
            self.number.setValue(self.number.minimum() if value is None else int(value))
        self.clear_wrong()


class YearField(LineField):
    """A year of four digits, or nothing."""

    def __init__(self, *, is_required: bool = False, first: int = 1900) -> None:
        super().__init__(limit=4, is_optional=True, is_required=is_required)
        self._first = first

    def value(self) -> Any:
        text = self.line.text().strip()
        return int(text) if text.isdecimal() and self._is_year(int(text)) else None

    def set_value(self, value: Any) -> None:
        super().set_value("" if value is None else str(value))

    def trouble(self) -> Problem | None:
        if self.line.text().strip() and self.value() is None:
            return NotAYear()
        return super().trouble()

    def _is_year(self, year: int) -> bool:
        return self._first <= year <= today().year + 1


class YesNoField(Field):
    """A tick box that carries its own words; its value is True or False."""

    def __init__(self, words: str) -> None:
        self.box = QCheckBox(_(words))
        super().__init__(self.box)
        self.box.clicked.connect(self.edited)

    def value(self) -> Any:
        return self.box.isChecked()

    def set_value(self, value: Any) -> None:
        self.box.setChecked(bool(value))
