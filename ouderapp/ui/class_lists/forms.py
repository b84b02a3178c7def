"""What is asked about a class list: of which school and year, and how the file is to be read."""

from PySide6.QtWidgets import QLabel

from ouderapp.base.i18n import mark
from ouderapp.class_lists.text_files import LETTERS
from ouderapp.ui.choice_fields import ChoiceField
from ouderapp.ui.class_lists.words import school_years, separators
from ouderapp.ui.fields import LineField
from ouderapp.ui.form import Form


class WhereForm(Form):
    """Of which school and which year."""

    def __init__(self) -> None:
        super().__init__()
        self.school = self.add(mark("School"), ChoiceField(is_optional=True))
        self.school_year = self.add(mark("School year"), ChoiceField(school_years()))
        self.school_year.set_value(school_years()[0][0])


class ListForm(Form):
    """How a file is read, and the class of all where the list does not say it."""

    def __init__(self) -> None:
        super().__init__()
        self.separator = self.add(mark("Separator"), ChoiceField(separators()))
        self.letters = self.add(
            mark("Letters of the file"), ChoiceField((one, one) for one in LETTERS)
        )
        self.sheet = self.add(mark("Tab of the workbook"), ChoiceField())
        self.class_name = self.add(mark("Class of all these pupils"), LineField(limit=40))

    def show_only(self, **asked: bool) -> None:
        """Show these fields with their labels, and hide the others."""
        labels = {label.buddy(): label for label in self.findChildren(QLabel)}
        for name, field in self.fields().items():
            field.setVisible(asked[name])
            labels[field.editor].setVisible(asked[name])
        self.setVisible(any(asked.values()))
