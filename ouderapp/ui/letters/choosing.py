"""Choosing the family a letter is about; the one in front is chosen already."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ouderapp.base.i18n import mark
from ouderapp.base.ids import Id
from ouderapp.contacts.queries.form import families_to_choose
from ouderapp.contacts.records import FamilyChoice
from ouderapp.ui.background import Background
from ouderapp.ui.choice_fields import SuggestField
from ouderapp.ui.form import Form


class _FamilyForm(Form):
    def __init__(self) -> None:
        super().__init__()
        self.family = self.add(mark("Family"), SuggestField(placeholder=mark("Type a name")))


class FamilyChooser(QWidget):
    """One field; `chosen` carries the id of the family."""

    chosen = Signal(object)

    def __init__(self, background: Background, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._background = background
        self._about: object = None
        self.form = _FamilyForm()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.form)
        self.form.family.edited.connect(self._tell)

    def load(self, about: object) -> None:
        """Ask the families, and choose the one in front."""
        self._about = about
        self._background.run(families_to_choose, then=self._show, owner=self)

    def value(self) -> Id | None:
        """The family that is chosen."""
        found = self.form.family.value()
        return Id(found) if found else None

    def _show(self, families: list[FamilyChoice]) -> None:
        self.form.family.set_choices([(one.id, one.name) for one in families])
        if isinstance(self._about, str):
            self.form.family.set_value(self._about)
            self._tell()

    def _tell(self) -> None:
        if self.value():
            self.chosen.emit(self.value())
