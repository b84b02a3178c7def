"""Wie ben je: the name and address that stand on letters."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ouderapp.base.i18n import _, mark
from ouderapp.profile.commands import save_profile
from ouderapp.profile.queries import profile_of
from ouderapp.profile.records import Profile
from ouderapp.ui.background import Background
from ouderapp.ui.fields import LineField
from ouderapp.ui.form import Form
from ouderapp.ui.keeping import Keeper
from ouderapp.ui.nesting import nest
from ouderapp.ui.place import button

TITLE = mark("Your own details")


class ProfileForm(Form):
    """The fields of a profile."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name = self.add(mark("Name"), LineField(limit=80, is_required=True))
        self.function = self.add(mark("Function"), LineField(limit=80))
        self.organisation = self.add(mark("Organisation"), LineField(limit=120))
        self.street = self.add(mark("Street"), LineField(limit=120))
        self.number = self.add(mark("House number"), LineField(limit=20))
        self.postcode = self.add(mark("Postcode"), LineField(limit=4))
        self.municipality = self.add(mark("Municipality"), LineField(limit=80))
        self.phone = self.add(mark("Phone"), LineField(limit=40))
        self.email = self.add(mark("E-mail"), LineField(limit=120))


class ProfileTab(QWidget):
    """The form with its one button."""

    saved = Signal(str)

    def __init__(self, background: Background, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._background = background
        self.form = ProfileForm()
        self.form.setMaximumWidth(560)
        self.keeper = Keeper(background, self.form, "profile", {"title": _(TITLE)})
        line = QHBoxLayout()
        line.addWidget(button(mark("Save"), self._save, kind="primary"))
        line.addStretch(1)
        layout = QVBoxLayout(self)
        layout.addWidget(self.form)
        nest(layout, line)
        layout.addStretch(1)

    def load(self) -> None:
        """Show what is kept, unless somebody is typing."""
        if not self.form.touched:
            self._background.run(profile_of, then=self.form.fill, owner=self)
            self.keeper.begin()

    def _save(self) -> None:
        if self.form.is_ready():
            draft = self.form.draft_as(Profile)
            self._background.run(save_profile, draft, then=self._saved, owner=self)

    def _saved(self, _nothing: object) -> None:
        self.form.touched = False
        self.keeper.forget()
        self.saved.emit(_("Saved. New letters carry this name and address."))
