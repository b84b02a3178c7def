"""The line above the timeline: school year, kind, school, capital, words."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QWidget

from ouderapp.base.clock import today
from ouderapp.base.i18n import _, mark, ngettext, number
from ouderapp.base.school_year import ends_on, school_year_name, school_year_of, starts_on
from ouderapp.contacts.records import ContactFilter
from ouderapp.ui.flow import Flow
from ouderapp.ui.look import set_type
from ouderapp.ui.words import choices

WAIT_MS = 150
YEARS_BACK = 12
SIGNS = 12


class FilterLine(QWidget):
    """Emits `changed` when a person asks for something else."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.year = _box(mark("School year"))
        self.kind = _box(mark("Kind of contact"), mark("All kinds"), choices("contact_kind"))
        self.school = _box(mark("School"), mark("All schools"))
        self.capital = _box(mark("Touches capital"), mark("All capitals"), choices("capital"))
        self.words = QLineEdit(clearButtonEnabled=True)
        self.words.setPlaceholderText(_("Filter on words or a name"))
        self.words.setAccessibleName(_("Filter this screen"))
        self.words.setMinimumWidth(240)
        self.count = QLabel()
        set_type(self.count, "label")
        self._typing = QTimer(self, interval=WAIT_MS, singleShot=True)
        flow = Flow(self)
        for part in (self.year, self.kind, self.school, self.capital, self.words, self.count):
            flow.addWidget(part)
        self._offer_years()
        for box in (self.year, self.kind, self.school, self.capital):
            box.activated.connect(self.changed)
        self.words.textEdited.connect(self._typing.start)
        self.words.textChanged.connect(self._cleared)
        self._typing.timeout.connect(self.changed)

    @property
    def school_year(self) -> int:
        """The school year that is chosen; the running one when all are."""
        chosen = self.year.currentData()
        return int(chosen) if chosen else school_year_of(today())

    def offer_schools(self, schools: list[tuple[str, str]]) -> None:
        """Offer these schools; what was chosen stays chosen."""
        kept = self.school.currentData()
        while self.school.count() > 1:
            self.school.removeItem(1)
        for school, name in schools:
            self.school.addItem(name, school)
        self.school.setCurrentIndex(max(0, self.school.findData(kept)))

    def wanted(self) -> ContactFilter:
        """What is asked now; a strip always shows one school year."""
        year = self.year.currentData()
        return ContactFilter(
            from_on=starts_on(year) if year else None,
            until_on=ends_on(year) if year else None,
            kind=self.kind.currentData() or "",
            school=self.school.currentData(),
            capital=self.capital.currentData() or "",
            words=self.words.text(),
        )

    def tell(self, total: int) -> None:
        """How many contacts pass."""
        words = ngettext("{n} contact", "{n} contacts", total)
        self.count.setText(words.format(n=number(total)))

    def clear(self) -> None:
        """Everything again."""
        for box in (self.kind, self.school, self.capital):
            box.setCurrentIndex(0)
        self.words.clear()
        self.changed.emit()

    def is_narrowed(self) -> bool:
        """Whether more than the year is asked."""
        boxes = (self.kind, self.school, self.capital)
        return bool(self.words.text()) or any(box.currentIndex() > 0 for box in boxes)

    def _offer_years(self) -> None:
        now = school_year_of(today())
        for year in range(now, now - YEARS_BACK, -1):
            self.year.addItem(school_year_name(year), year)
        self.year.addItem(_("All years"), None)

    def _cleared(self, text: str) -> None:
        if not text:
            self._typing.start()


def _box(name: str, all_: str = "", offered: tuple[tuple[str, str], ...] = ()) -> QComboBox:
    made = QComboBox()
    made.setAccessibleName(_(name))
    made.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    made.setMinimumContentsLength(SIGNS)
    if all_:
        made.addItem(_(all_), None)
    for code, words in offered:
        made.addItem(words, code)
    return made
