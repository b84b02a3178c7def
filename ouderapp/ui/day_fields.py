"""Fields for a day and an hour: typed as people say them, with arrows and a calendar."""

from datetime import date, datetime, time, timedelta
from typing import Any

from PySide6.QtCore import QDate, QEvent, QLocale, QObject, QPoint, Qt
from PySide6.QtGui import QColor, QKeyEvent, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QLineEdit, QVBoxLayout, QWidget

from ouderapp.base.clock import local_now, today
from ouderapp.base.day_words import day_of, hour_of
from ouderapp.base.errors import Problem
from ouderapp.base.i18n import LANGUAGE, _, clock_time, mark, short_date
from ouderapp.ui.field import Field
from ouderapp.ui.icons import colours, icon

MINUTES = 5
_UP, _DOWN = Qt.Key.Key_Up, Qt.Key.Key_Down


class NotADay(Problem):
    """Text that means no day."""

    message = mark("This is not a day.")
    hint = mark("Type for example 24/3, friday or yesterday.")


class NotAnHour(Problem):
    """Text that means no hour."""

    message = mark("This is not an hour.")
    hint = mark("Type for example 14:30 or 9.")


def _step_of(event: QEvent) -> int:
    """1 for the key up, -1 for the key down, 0 for anything else."""
    if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
        return 0
    return 0 if event.modifiers() else {_UP: 1, _DOWN: -1}.get(Qt.Key(event.key()), 0)


class _Stepped(Field):
    """A line whose value goes one step up or down with the arrow keys."""

    def __init__(self, *, is_required: bool, width: int) -> None:
        self.line = QLineEdit(maxLength=20)
        self.line.setMinimumWidth(width)
        super().__init__(self.line, is_required=is_required)
        self.line.installEventFilter(self)
        self.line.textEdited.connect(self.edited)
        self.line.editingFinished.connect(self._tidy)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        step = _step_of(event)
        if step:
            self._step(step)
            self.edited.emit()
            return True
        return super().eventFilter(watched, event)

    def _step(self, steps: int) -> None:
        """One step up or down."""

    def _tidy(self) -> None:
        if self.value() is not None:
            self.set_value(self.value())


class DateField(_Stepped):
    """A day: gisteren, vrijdag, 24/3, arrows, or picked from the calendar.

    `is_past` says which way a day without a year lies.
    """

    def __init__(self, *, is_required: bool = False, is_past: bool = True) -> None:
        super().__init__(is_required=is_required, width=150)
        self._is_past = is_past
        self._pick = self.line.addAction(
            icon("calendar-blank", "muted"), QLineEdit.ActionPosition.TrailingPosition
        )
        self._pick.setText(_("Open the calendar"))
        self._pick.triggered.connect(self._open_calendar)

    def value(self) -> Any:
        return day_of(self.line.text(), today(), is_past=self._is_past)

    def set_value(self, value: Any) -> None:
        self.line.setText(short_date(value) if isinstance(value, date) else "")
        self.clear_wrong()

    def trouble(self) -> Problem | None:
        if self.line.text().strip() and self.value() is None:
            return NotADay()
        return super().trouble()

    def _step(self, steps: int) -> None:
        day = self.value()
        self.set_value(day + timedelta(days=steps) if day else today())

    def _open_calendar(self) -> None:
        sheet = _Calendar(self.value() or today(), self)
        sheet.move(self.line.mapToGlobal(QPoint(0, self.line.height())))
        sheet.calendar.clicked.connect(self._picked)
        sheet.calendar.activated.connect(self._picked)
        sheet.show()
        sheet.calendar.setFocus()

    def _picked(self, day: QDate) -> None:
        self.set_value(date(day.year(), day.month(), day.day()))
        self.edited.emit()
        self.line.setFocus()


class _Calendar(QWidget):
    """A month to pick a day from; it goes away after the choice."""

    def __init__(self, day: date, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.calendar = QCalendarWidget(gridVisible=False)
        self.calendar.setLocale(QLocale(LANGUAGE))
        self.calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        self.calendar.setMinimumWidth(360)
        plain = QTextCharFormat()
        plain.setForeground(QColor(colours().text))
        for weekend in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            self.calendar.setWeekdayTextFormat(weekend, plain)
        self.calendar.setSelectedDate(QDate(day.year, day.month, day.day))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 1, 1, 1)
        layout.addWidget(self.calendar)
        self.calendar.clicked.connect(self.close)
        self.calendar.activated.connect(self.close)


class TimeField(_Stepped):
    """An hour of the day: 14:30, 14u30, 1430, 14, or arrows in steps of five minutes."""

    def __init__(self, *, is_required: bool = False) -> None:
        super().__init__(is_required=is_required, width=84)

    def value(self) -> Any:
        return hour_of(self.line.text())

    def set_value(self, value: Any) -> None:
        self.line.setText(clock_time(value) if isinstance(value, time) else "")
        self.clear_wrong()

    def trouble(self) -> Problem | None:
        if self.line.text().strip() and self.value() is None:
            return NotAnHour()
        return super().trouble()

    def _step(self, steps: int) -> None:
        now = local_now()
        hour = self.value() or time(now.hour, now.minute - now.minute % MINUTES)
        moved = datetime.combine(today(), hour) + timedelta(minutes=MINUTES * steps)
        self.set_value(moved.time())
