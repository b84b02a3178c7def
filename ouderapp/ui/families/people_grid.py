"""People typed line by line: role, name, birth, language or school; one empty line stays ready."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QLabel, QLineEdit, QWidget

from ouderapp.base.clock import today
from ouderapp.base.i18n import _, mark
from ouderapp.base.ids import Id
from ouderapp.base.roles import Role, is_child_role
from ouderapp.base.school_year import school_year_of
from ouderapp.families.records import MemberDraft, NewMember, PersonDraft, SchoolingDraft
from ouderapp.ui.families.births import NotABirth, birth_of
from ouderapp.ui.families.person_form import narrow
from ouderapp.ui.look import repolish, set_type
from ouderapp.ui.words import choices

ROLE, GIVEN, BIRTH, PHONE = mark("Role"), mark("Given name"), mark("Born"), mark("Phone")
SCHOOL, CLASS = mark("School"), mark("Class")
TITLES = (ROLE, GIVEN, BIRTH, SCHOOL, CLASS, PHONE)
FIRST_ROLES = (Role.MOTHER, Role.FATHER)


@dataclass
class _Line:
    """The fields of one person."""

    role: QComboBox
    given_name: QLineEdit
    birth: QLineEdit
    school: QComboBox
    class_name: QLineEdit
    phone: QLineEdit

    def all(self) -> tuple[QComboBox | QLineEdit, ...]:
        """The fields in the order of the keyboard."""
        return (self.role, self.given_name, self.birth, self.school, self.class_name, self.phone)

    def is_empty(self) -> bool:
        """Whether nobody is written on this line."""
        return not self.given_name.text().strip()


class PeopleGrid(QWidget):
    """Each line is a person; a line without a given name is nobody.

    The first line proposes a mother, the second a father, the others a child. Typing a name makes
    the next line, so that nothing has to be pressed for one more.
    """

    edited = Signal()
    grown = Signal()
    """There is one more line."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._schools: Sequence[tuple[Id, str]] = ()
        self._lines: list[_Line] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(4)
        for at, (title, share) in enumerate(zip(TITLES, (3, 4, 3, 4, 2, 3), strict=True)):
            label = QLabel(_(title))
            set_type(label, "small")
            self._grid.addWidget(label, 0, at)
            self._grid.setColumnStretch(at, share)
        self._add_line()

    def offer_schools(self, schools: Sequence[tuple[Id, str]]) -> None:
        """The schools that a child can be at."""
        self._schools = schools
        for line in self._lines:
            self._fill_schools(line.school)

    def members(self, family_name: str) -> tuple[NewMember, ...]:
        """Everybody who is written down, each with the family name of this family."""
        return tuple(_member(line, family_name) for line in self._lines if not line.is_empty())

    def body(self) -> list[list[str]]:
        """What stands on each line, as a draft keeps it."""
        return [_texts(line) for line in self._lines if not line.is_empty()]

    def fill(self, body: Sequence[Sequence[str]]) -> None:
        """Show the lines of a kept draft."""
        for at, texts in enumerate(body):
            _show(self._lines[at], texts)
            self._grow("")

    def clear(self) -> None:
        """Nobody is written down any more."""
        for line in self._lines:
            for one in (line.given_name, line.birth, line.class_name, line.phone):
                one.clear()
            line.school.setCurrentIndex(0)

    def is_ready(self) -> bool:
        """Whether every birth means something; the first that does not gets the focus."""
        wrong = [line.birth for line in self._lines if birth_of(line.birth.text()) is None]
        for line in self._lines:
            line.birth.setProperty("wrong", line.birth in wrong)
            repolish(line.birth)
        for first in wrong[:1]:
            first.setFocus()
        return not wrong

    def trouble(self) -> NotABirth:
        """What is wrong when it is not ready."""
        return NotABirth()

    def _add_line(self) -> None:
        number = len(self._lines) + 1
        line = _Line(
            QComboBox(), QLineEdit(maxLength=80), QLineEdit(maxLength=12), QComboBox(),
            QLineEdit(maxLength=40), QLineEdit(maxLength=40),
        )  # fmt: skip
        for code, words in choices("role"):
            line.role.addItem(words, code)
        role = FIRST_ROLES[number - 1] if number <= len(FIRST_ROLES) else Role.CHILD
        line.role.setCurrentIndex(line.role.findData(role))
        line.birth.setPlaceholderText(_("year or date"))
        narrow(line.school)
        self._fill_schools(line.school)
        for at, (field, title) in enumerate(zip(line.all(), TITLES, strict=True)):
            field.setAccessibleName(
                _("{field}, person {number}").format(field=_(title), number=number)
            )
            self._grid.addWidget(field, number, at)
        order = [*(self._lines[-1].all()[-1:] if self._lines else ()), *line.all()]
        for before, after in pairwise(order):
            QWidget.setTabOrder(before, after)
        self._lines.append(line)
        line.given_name.textEdited.connect(self._grow)
        for one in line.all():
            told = one.activated if isinstance(one, QComboBox) else one.textEdited
            told.connect(lambda *_told: self.edited.emit())

    def _grow(self, _text: str) -> None:
        if not self._lines[-1].is_empty():
            self._add_line()
            self.grown.emit()

    def _fill_schools(self, field: QComboBox) -> None:
        held = field.currentData()
        field.clear()
        field.addItem("", None)
        for school, name in self._schools:
            field.addItem(name, school)
        field.setCurrentIndex(max(0, field.findData(held)))


def _texts(line: _Line) -> list[str]:
    return [
        str(one.currentData() or "") if isinstance(one, QComboBox) else one.text()
        for one in line.all()
    ]


def _show(line: _Line, texts: Sequence[str]) -> None:
    for one, text in zip(line.all(), texts, strict=True):
        if isinstance(one, QComboBox):
            one.setCurrentIndex(max(0, one.findData(text or None)))
        else:
            one.setText(text)


def _member(line: _Line, family_name: str) -> NewMember:
    role = str(line.role.currentData())
    birth = birth_of(line.birth.text())
    school, class_name = line.school.currentData(), line.class_name.text().strip()
    person = PersonDraft(
        given_name=line.given_name.text(),
        family_name=family_name,
        born_on=birth.born_on if birth else None,
        birth_year=birth.birth_year if birth else None,
        phone=line.phone.text() or None,
    )
    lesson = SchoolingDraft(school, school_year_of(today()), class_name=class_name or None)
    at_school = is_child_role(role) and (school or class_name)
    return NewMember(person, MemberDraft(role=role), lesson if at_school else None)
