"""The fields about one person: who, languages, how to reach, school, what may be told."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QComboBox, QLabel, QWidget

from ouderapp.base.clock import today
from ouderapp.base.i18n import _, mark
from ouderapp.base.ids import Id
from ouderapp.base.roles import is_child_role
from ouderapp.base.school_year import school_year_name, school_year_of
from ouderapp.families.records import MemberDraft, NewMember, PersonDraft, SchoolingDraft
from ouderapp.families.rows import MemberRow
from ouderapp.ui.choice_fields import ChoiceField, ManyField
from ouderapp.ui.families.births import Birth, BirthField
from ouderapp.ui.fields import LineField, YesNoField
from ouderapp.ui.form import Form
from ouderapp.ui.look import set_type
from ouderapp.ui.words import choices

AUTHORITY = (("", mark("not asked yet")), ("yes", mark("yes")), ("no", mark("no")))
_HELD = {True: "yes", False: "no", None: ""}
_SAID = {"yes": True, "no": False, "": None}


def narrow(combo: QComboBox) -> None:
    """Let a list with long names be as narrow as its place; the names show whole when it opens."""
    combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    combo.setMinimumContentsLength(10)


class PersonForm(Form):
    """Everything about one member; the fields of school count for children only."""

    def __init__(self, schools: Sequence[tuple[Id, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._add_who()
        self._add_school(schools)
        self._add_languages()
        self._add_reach()
        self.role.edited.connect(self._follow_role)
        self._follow_role()

    def show_member(self, row: MemberRow) -> None:
        """Fill the form from what is known."""
        facts = {name: getattr(row, name, None) for name in self.fields()}
        facts["birth"] = Birth(row.born_on, row.birth_year)
        facts["has_authority"] = _HELD[row.has_authority]
        facts["year_stream"] = row.stream if row.stream_is_confirmed else None
        self.fill(facts)
        self._follow_role()

    def new_member(self) -> NewMember:
        """What the form says."""
        said = self.values()
        birth, authority = said.pop("birth"), _SAID[said.pop("has_authority") or ""]
        member = MemberDraft(said.pop("role"), authority, said.pop("lives_here"))
        lesson = self._schooling(said, member.role)
        person = PersonDraft(**said, born_on=birth.born_on, birth_year=birth.birth_year)
        return NewMember(person, member, lesson)

    def _schooling(self, said: dict[str, Any], role: str) -> SchoolingDraft | None:
        school, class_name, stream = (
            said.pop(name) for name in ("school", "class_name", "year_stream")
        )
        if not is_child_role(role) or not (school or class_name or stream):
            return None
        return SchoolingDraft(school, school_year_of(today()), stream, class_name)

    def _add_who(self) -> None:
        self.given_name = self.add(mark("Given name"), LineField(is_optional=True, limit=80))
        self.family_name = self.add(mark("Family name"), LineField(is_optional=True, limit=80))
        self.said_as = self.add(mark("How you say it"), LineField(is_optional=True, limit=80))
        self.role = self.add(mark("Role"), ChoiceField(choices("role")))
        self.birth = self.add(mark("Born"), BirthField())
        self.lives_here = self.add("", YesNoField(mark("Lives with this family")))
        authority = [(code, _(words)) for code, words in AUTHORITY]
        self.has_authority = self.add(mark("Parental authority"), ChoiceField(authority))
        self.lives_here.set_value(True)

    def _add_school(self, schools: Sequence[tuple[Id, str]]) -> None:
        year = school_year_name(school_year_of(today()))
        self._school_title = QLabel(_("School in {year}").format(year=year))
        set_type(self._school_title, "h3")
        self.add_widget(self._school_title)
        self.school = self.add(mark("School"), ChoiceField(schools, is_optional=True))
        narrow(self.school.combo)
        self.class_name = self.add(mark("Class"), LineField(is_optional=True, limit=40))
        self.year_stream = self.add(
            mark("Year and stream"),
            LineField(is_optional=True, limit=8),
            hint=mark("Empty: the first two signs of the class, for example 1A."),
        )

    def _add_languages(self) -> None:
        self._title(mark("Languages"))
        languages = choices("language")
        self.language = self.add(mark("We talk in"), ChoiceField(languages, is_optional=True))
        self.interpreter = self.add(
            mark("Interpreter for"), ChoiceField(languages, is_optional=True)
        )
        self.interpreter_kind = self.add(
            mark("Who interprets"), ChoiceField(choices("interpreter"), is_optional=True)
        )
        self.letter_language = self.add(mark("Reads"), ChoiceField(languages, is_optional=True))
        self.letter_level = self.add(
            mark("Letters how hard"), ChoiceField(choices("letter_level"), is_optional=True)
        )
        self.home_languages = self.add(mark("Languages at home"), ManyField(languages))

    def _add_reach(self) -> None:
        self._title(mark("How to reach"))
        self.phone = self.add(mark("Phone"), LineField(is_optional=True, limit=40))
        self.email = self.add(mark("E-mail"), LineField(is_optional=True))
        self.smartschool_username = self.add(
            mark("Smartschool name"), LineField(is_optional=True, limit=80)
        )
        self.may_get_letters = self.add("", YesNoField(mark("May get letters")))
        self.may_be_told = self.add("", YesNoField(mark("May be told about the children")))
        self.has_no_contact = self.add(
            "",
            YesNoField(mark("No contact")),
            hint=mark("Nothing is printed, sent or told to this person, whatever else is ticked."),
        )
        self.may_get_letters.set_value(True)
        self.may_be_told.set_value(True)

    def _title(self, words: str) -> None:
        label = QLabel(_(words))
        set_type(label, "h3")
        self.add_widget(label)

    def _follow_role(self) -> None:
        is_child = is_child_role(str(self.role.value()))
        self._school_title.setEnabled(is_child)
        for field in (self.school, self.class_name, self.year_stream):
            field.setEnabled(is_child)
