"""Changing what is known of the family as a whole."""

from PySide6.QtWidgets import QWidget

from ouderapp.base.i18n import mark
from ouderapp.families.commands.family import edit_family
from ouderapp.families.overview import FamilyDetail
from ouderapp.families.records import FamilyDraft
from ouderapp.ui.background import Background
from ouderapp.ui.choice_fields import ChoiceField, ManyField
from ouderapp.ui.day_fields import DateField
from ouderapp.ui.fields import LineField, TextField
from ouderapp.ui.form import Form
from ouderapp.ui.sheet import Sheet
from ouderapp.ui.words import choices


class FamilyForm(Form):
    """Every field of a family."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        languages, levels = choices("language"), choices("letter_level")
        self.name = self.add(mark("Name of the family"), LineField(is_required=True))
        self.status = self.add(mark("Status"), ChoiceField(choices("family_status")))
        self.opened_on = self.add(mark("File opened on"), DateField(is_required=True))
        self.inflow = self.add(mark("How they came to us"), ChoiceField(choices("inflow")))
        self.postcode = self.add(mark("Postcode"), LineField(is_optional=True, limit=4))
        self.contact_language = self.add(
            mark("We talk in"), ChoiceField(languages, is_optional=True)
        )
        self.letter_language = self.add(
            mark("Letters in"), ChoiceField(languages, is_optional=True)
        )
        self.letter_level = self.add(
            mark("Letters how hard"), ChoiceField(levels, is_optional=True)
        )
        self.interpreter = self.add(
            mark("Interpreter"), ChoiceField(choices("interpreter"), is_optional=True)
        )
        self.home_languages = self.add(mark("Languages at home"), ManyField(languages))
        self.remark = self.add(
            mark("Mind"),
            TextField(lines=3, is_optional=True),
            hint=mark("What you want to see each time: do not call after six, a dog in the yard."),
        )


class FamilySheet(Sheet):
    """The form of one family."""

    def __init__(
        self, background: Background, family: FamilyDetail, parent: QWidget | None = None
    ) -> None:
        super().__init__(background, mark("Change the family"), parent, width=640)
        self.keep_as(family.id, family=family.id)
        self._family = family
        self.form = FamilyForm()
        self.form.fill(family)
        self.body.addWidget(self.form)
        self.add_button(mark("Cancel"), self.cancel)
        self.add_button(mark("Save and close"), self.save, kind="primary")

    def save(self) -> None:
        """Keep what the form says."""
        if self.form.is_ready():
            draft = self.form.draft_as(FamilyDraft)
            self.background.run(
                edit_family, self._family.id, draft, then=lambda _a: self.close(), owner=self
            )
