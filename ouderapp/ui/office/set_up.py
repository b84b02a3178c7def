"""Setting up the office: its name, its telephone number, what workers send."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from ouderapp.base.i18n import _, mark
from ouderapp.office.commands import make_office, sign_policy
from ouderapp.office.records import OfficeDraft, OfficeRow
from ouderapp.profile.queries import profile_of
from ouderapp.profile.records import Profile
from ouderapp.ui.background import Background
from ouderapp.ui.choice_fields import ChoiceField
from ouderapp.ui.fields import LineField
from ouderapp.ui.form import Form
from ouderapp.ui.keeping import Keeper
from ouderapp.ui.nesting import nest
from ouderapp.ui.office.words import POLICIES
from ouderapp.ui.place import button, row_of
from ouderapp.ui.sheet import Sheet

WHY = mark(
    "No office was set up here yet. Workers see this name and this number when they link their"
    " laptop, and they call the number when something must be checked by voice."
)
LEVEL_HINT = mark("Private notes never go along, whatever you choose.")
WIDER = mark(
    "Workers get another agreement with a new answer to their file. Until then their bundles"
    " follow the one before it."
)
TITLE = mark("Set up the office")


class OfficeForm(Form):
    """The fields of an office."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name = self.add(mark("Name of the office"), LineField(limit=120, is_required=True))
        self.phone = self.add(mark("Phone"), LineField(limit=40, is_required=True))
        self.level = self.add(mark("Agreement"), _levels(), hint=LEVEL_HINT)
        self.level.set_value("coded")


class SetUp(QWidget):
    """The form and its one button."""

    made = Signal()

    def __init__(self, background: Background, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._background = background
        self.form = OfficeForm()
        self.form.setMaximumWidth(640)
        self.keeper = Keeper(background, self.form, "office", {"title": _(TITLE)})
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(16)
        layout.addWidget(QLabel(_(WHY), wordWrap=True))
        layout.addWidget(self.form)
        line = row_of(button(TITLE, self._make, kind="primary"))
        line.addStretch(1)
        nest(layout, line)
        layout.addStretch(1)

    def load(self) -> None:
        """Propose what was said at the first start."""
        if not self.form.touched:
            self._background.run(profile_of, then=self._propose, owner=self)
            self.keeper.begin()

    def _propose(self, profile: Profile) -> None:
        self.form.name.set_value(profile.organisation)
        self.form.phone.set_value(profile.phone)

    def _make(self) -> None:
        if self.form.is_ready():
            draft = self.form.draft_as(OfficeDraft)
            self._background.run(make_office, draft, then=self._made, owner=self)

    def _made(self, _office: object) -> None:
        self.form.touched = False
        self.made.emit()


class _PolicyForm(Form):
    def __init__(self, level: str) -> None:
        super().__init__()
        self.level = self.add(mark("Agreement"), _levels(), hint=LEVEL_HINT)
        self.level.set_value(level)


class PolicySheet(Sheet):
    """Signing another agreement."""

    changed = Signal()

    def __init__(
        self, background: Background, office: OfficeRow, parent: QWidget | None = None
    ) -> None:
        super().__init__(background, mark("Agreement"), parent)
        self.form = _PolicyForm(office.level)
        self.body.addWidget(self.form)
        self.body.addWidget(QLabel(_(WIDER), wordWrap=True))
        self.add_button(mark("Cancel"), self.close)
        self.add_button(mark("Sign this agreement"), self._sign, kind="primary")

    def _sign(self) -> None:
        level = self.form.level.value()
        self.background.run(sign_policy, level, then=self._signed, owner=self)

    def _signed(self, _office: object) -> None:
        self.changed.emit()
        self.close()


def _levels() -> ChoiceField:
    return ChoiceField([(level, _(words)) for level, words in POLICIES.items()])
