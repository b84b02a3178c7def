"""A school year as a strip: a mark for every contact, its shape and colour say who began."""

from collections import Counter
from collections.abc import Sequence
from datetime import date, timedelta

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QKeyEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from ouderapp.base.i18n import _, month_name, ngettext, short_month
from ouderapp.contacts.kinds import Initiative
from ouderapp.contacts.records import ContactDot
from ouderapp.contacts.trust_line import Milestone
from ouderapp.ui.icons import colours
from ouderapp.ui.look import measures

ROLES = {
    Initiative.WORKER: "muted",
    Initiative.FAMILY: "accent",
    Initiative.YOUTH: "warn",
    Initiative.SCHOOL: "info",
    Initiative.PARTNER: "ok",
}
SIDE, GAP, MOST = 8, 3, 9
"""Size of a mark in pixels at 100 %, the space between two, and how many stand on each other."""


class YearStrip(QWidget):
    """Twelve months from September on; `T` asks for the table with the same figures."""

    table_asked = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._first = date(2024, 9, 1)
        self._dots: Sequence[ContactDot] = ()
        self._piled: Sequence[tuple[ContactDot, date, int]] = ()
        self._milestones: Sequence[Milestone] = ()
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(_(name))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_year(
        self,
        school_year: int,
        dots: Sequence[ContactDot],
        milestones: Sequence[Milestone] = (),
    ) -> None:
        """Show the contacts of the school year that began in September of this year."""
        self._first = date(school_year, 9, 1)
        self._dots = [dot for dot in dots if self._first <= dot.held_on <= self._last]
        self._piled = _piled(self._dots)
        self._milestones = [one for one in milestones if self._first <= one.day <= self._last]
        self.setAccessibleDescription(self.spoken())
        self.updateGeometry()
        self.update()

    def spoken(self) -> str:
        """What the strip shows, in words: how many contacts in which month."""
        parts = []
        found = Counter(dot.held_on.month for dot in self._dots)
        for month in months_of(self._first):
            if number := found[month.month]:
                words = ngettext("{month}: {n} contact", "{month}: {n} contacts", number)
                parts.append(words.format(month=month_name(month), n=number))
        return ", ".join(parts)

    def sizeHint(self) -> QSize:
        high = max((at for _dot, _week, at in self._piled), default=0) + 1
        marks = high * (self._side + GAP)
        flags = self._line if self._milestones else 0
        return QSize(600, int(max(marks, 2 * self._side) + 2 * self._line + flags))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_T and not event.modifiers():
            self.table_asked.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_months(painter)
        self._paint_milestones(painter)
        for dot, week, at in self._piled:
            self._paint_mark(painter, dot, week, at)
        if self.hasFocus():
            painter.setPen(QPen(QColor(colours().focus), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)
        painter.end()

    @property
    def _last(self) -> date:
        return date(self._first.year + 1, 8, 31)

    @property
    def _side(self) -> float:
        return float(measures().scaled(SIDE))

    @property
    def _line(self) -> float:
        return float(self.fontMetrics().height() + 4)

    def _x(self, day: date) -> float:
        span = (self._last - self._first).days + 1
        return self.width() * (day - self._first).days / span

    def _paint_months(self, painter: QPainter) -> None:
        bottom = self.height() - self._line
        painter.setPen(QPen(QColor(colours().divider), 1))
        painter.drawLine(QPointF(0, bottom), QPointF(self.width(), bottom))
        for month in months_of(self._first):
            x = self._x(month)
            painter.setPen(QPen(QColor(colours().divider), 1))
            painter.drawLine(QPointF(x, 4), QPointF(x, self.height()))
            painter.setPen(QColor(colours().muted))
            place = QRectF(x + 6, bottom, self.width() / 12, self._line)
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, short_month(month))

    def _paint_milestones(self, painter: QPainter) -> None:
        """A numbered line for each first time; the numbers stand in the list beneath."""
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        by_day: dict[date, list[str]] = {}
        for number, one in enumerate(self._milestones, 1):
            by_day.setdefault(one.day, []).append(str(number))
        for day, numbers in by_day.items():
            x = self._x(day)
            painter.setPen(QPen(QColor(colours().accent), 1, Qt.PenStyle.DashLine))
            painter.drawLine(QPointF(x, self._line), QPointF(x, self.height() - self._line))
            painter.setPen(QColor(colours().accent))
            painter.drawText(QPointF(x - 3, self._line - 4), "·".join(numbers))
        painter.setFont(self.font())

    def _paint_mark(self, painter: QPainter, dot: ContactDot, week: date, at: int) -> None:
        side = self._side
        x = min(max(self._x(max(week, self._first)), 2.0), self.width() - side - 2)
        y = self.height() - self._line - 6 - side - at * (side + GAP)
        painter.setPen(Qt.PenStyle.NoPen)
        paint_shape(painter, dot.initiative, QRectF(x, y, side, side))


def paint_shape(painter: QPainter, initiative: str, place: QRectF) -> None:
    """The mark of who began: square me, circle family, triangle youth, diamond school, bar other.

    The shapes differ as well as the colours.
    """
    role = ROLES.get(Initiative(initiative), "muted") if initiative in ROLES else "muted"
    painter.setBrush(QColor(str(getattr(colours(), role))))
    if initiative == Initiative.FAMILY:
        painter.drawEllipse(place)
    elif initiative == Initiative.YOUTH:
        top = QPointF(place.center().x(), place.top())
        painter.drawPolygon(QPolygonF([place.bottomLeft(), top, place.bottomRight()]))
    elif initiative == Initiative.SCHOOL:
        middle = place.center()
        points = [
            QPointF(middle.x(), place.top()),
            QPointF(place.right(), middle.y()),
            QPointF(middle.x(), place.bottom()),
            QPointF(place.left(), middle.y()),
        ]
        painter.drawPolygon(QPolygonF(points))
    elif initiative == Initiative.PARTNER:
        thin = place.height() / 3
        painter.drawRect(place.adjusted(0, thin, 0, -thin))
    else:
        painter.drawRect(place)


def months_of(first: date) -> list[date]:
    """The first day of each month of the school year that begins on this day."""
    return [
        date(first.year + (first.month + n > 12), (first.month + n - 1) % 12 + 1, 1)
        for n in range(12)
    ]


def _piled(dots: Sequence[ContactDot]) -> list[tuple[ContactDot, date, int]]:
    """Each dot with the Monday of its week and its place in the pile of that week.

    What stands above the highest place is left out: it would only cover what is there.
    """
    piles: Counter[date] = Counter()
    found = []
    for dot in dots:
        week = dot.held_on - timedelta(dot.held_on.weekday())
        if piles[week] < MOST:
            found.append((dot, week, piles[week]))
        piles[week] += 1
    return found
