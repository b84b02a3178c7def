"""Closing a file: on which day, and why."""

from PySide6.QtWidgets import QWidget

from ouderapp.base.clock import today
from ouderapp.base.i18n import mark
from ouderapp.base.ids import Id
from ouderapp.families.commands.family import close_family
from ouderapp.ui.background import Background
from ouderapp.ui.choice_fields import ChoiceField
from ouderapp.ui.day_fields import DateField
from ouderapp.ui.form import Form
from ouderapp.ui.sheet import Sheet
from ouderapp.ui.words import choices


class CloseForm(Form):
    """Day and reason."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.closed_on = self.add(mark("File closed on"), DateField(is_required=True))
        self.close_reason = self.add(mark("Reason"), ChoiceField(choices("close_reason")))
        self.closed_on.set_value(today())


class CloseSheet(Sheet):
    """A closed file stays on this laptop and can be opened again."""

    def __init__(self, background: Background, family: Id, parent: QWidget | None = None) -> None:
        super().__init__(background, mark("Close the file"), parent, width=460)
        self.keep_as(family, family=family)
        self._family = family
        self.form = CloseForm()
        self.body.addWidget(self.form)
        self.add_button(mark("Cancel"), self.cancel)
        self.add_button(mark("Close the file"), self.save, kind="primary")

    def save(self) -> None:
        """Close it."""
        if self.form.is_ready():
            values = self.form.values()
            self.background.run(
                close_family,
                self._family,
                values["close_reason"],
                values["closed_on"],
                then=lambda _a: self.close(),
                owner=self,
            )
