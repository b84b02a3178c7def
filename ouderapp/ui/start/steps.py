"""The small steps of the first start: welcome, coupling, and who you are."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QLabel, QWidget

from ouderapp.base.i18n import _, mark
from ouderapp.ui.fields import LineField
from ouderapp.ui.form import Form
from ouderapp.ui.look import set_type
from ouderapp.ui.nesting import nest
from ouderapp.ui.place import button, column_of, row_of
from ouderapp.ui.start.walk import radio

LANGUAGES = (("nl_BE", "Nederlands"), ("fr", "Français"), ("en", "English"))
"""Each language in its own words."""
WHERE = mark(
    "Everything you write stays on this laptop, encrypted. Nothing goes to anybody before you send"
    " it yourself, and this program never talks to the internet."
)
LATER = mark("Later: you find it at Month-end")
NOW = mark("Now: I have the file of my office with me")
COUPLE_WHY = mark(
    "Coupling lets you hand figures to your office each month. It takes a file from the office and"
    " six words that you compare on paper. You can work without it."
)


class WelcomeStep(QWidget):
    """The language and the role; nothing is written yet."""

    edited = Signal()
    language_chosen = Signal(str)
    practice_asked = Signal()

    def __init__(self, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.language = QComboBox()
        for code, words in LANGUAGES:
            self.language.addItem(words, code)
        self.language.setCurrentIndex(max(0, self.language.findData(language)))
        self.language.setMaximumWidth(240)
        label = QLabel(_("Language"))
        label.setBuddy(self.language)
        self.language.setAccessibleName(_("Language"))
        where = QLabel(_(WHERE), wordWrap=True)
        self.worker = radio(mark("I work with families"))
        self.office = radio(mark("I work at the office"))
        self.worker.setChecked(True)
        practice = button(mark("Practise first"), self.practice_asked.emit, kind="quiet")
        layout = column_of(where, label, self.language, self.worker, self.office)
        line = row_of(practice)
        line.addStretch(1)
        nest(layout, line)
        layout.setContentsMargins(0, 0, 0, 0)
        self.setLayout(layout)
        self.setFocusProxy(self.worker)
        self.language.activated.connect(self._choose_language)

    @property
    def role(self) -> str:
        """`worker` or `office`."""
        return "office" if self.office.isChecked() else "worker"

    def is_ready(self) -> bool:
        """One role is always chosen."""
        return True

    def _choose_language(self) -> None:
        self.language_chosen.emit(self.language.currentData())


class CoupleStep(QWidget):
    """Coupling with the office: later, or right after the start."""

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        why = QLabel(_(COUPLE_WHY), wordWrap=True)
        self.later, self.now = radio(LATER), radio(NOW)
        self.later.setChecked(True)
        layout = column_of(why, self.later, self.now)
        layout.setContentsMargins(0, 0, 0, 0)
        self.setLayout(layout)
        self.setFocusProxy(self.later)

    def is_ready(self) -> bool:
        """Both answers are fine."""
        return True


class NameStep(Form):
    """Who works with these files: the name on letters, and for whom."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name = self.add(mark("Name"), LineField(limit=80, is_required=True))
        self.organisation = self.add(mark("Organisation"), LineField(limit=120))
        self.phone = self.add(mark("Phone"), LineField(limit=40))
        more = QLabel(_("You can change this later, at Settings."))
        set_type(more, "small")
        self.add_widget(more)
        self.setFocusProxy(self.name)
