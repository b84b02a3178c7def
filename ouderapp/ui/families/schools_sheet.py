"""The schools and classes of one child over the years: read, added, corrected (D05)."""

from collections.abc import Sequence
from dataclasses import asdict

from PySide6.QtWidgets import QLabel, QWidget

from ouderapp.base.clock import today
from ouderapp.base.i18n import mark, short_date
from ouderapp.base.ids import Id
from ouderapp.base.school_year import school_year_name, school_year_of
from ouderapp.families.commands.schooling import add_schooling, delete_schooling, edit_schooling
from ouderapp.families.queries.schools import schoolings_of
from ouderapp.families.records import SchoolingDraft
from ouderapp.families.rows import SchoolingRow
from ouderapp.ui.background import Background
from ouderapp.ui.choice_fields import ChoiceField
from ouderapp.ui.day_fields import DateField
from ouderapp.ui.families.list_block import ListBlock
from ouderapp.ui.families.person_form import narrow
from ouderapp.ui.fields import LineField, YesNoField
from ouderapp.ui.form import Form
from ouderapp.ui.look import set_type
from ouderapp.ui.place import button
from ouderapp.ui.rows_model import Column
from ouderapp.ui.rows_view import RowsView
from ouderapp.ui.sheet import Sheet

Schools = Sequence[tuple[Id, str]]
YEARS_BACK = 16
TITLE = mark("Schools and classes")

COLUMNS = (
    Column(mark("School year"), lambda r: school_year_name(r.school_year), width=12),
    Column(mark("School"), lambda r: r.school_name or "", width=0, is_bold=True),
    Column(mark("Class"), lambda r: r.class_name or "", width=9),
    Column(mark("Year and stream"), lambda r: r.stream or "", width=16),
    Column(mark("From"), lambda r: _day(r.from_on), lambda r: r.from_on, 11),
    Column(mark("Until"), lambda r: _day(r.until_on), lambda r: r.until_on, 11),
)


def _day(day: object) -> str:
    return short_date(day) if day else ""  # type: ignore[arg-type]


class SchoolsSheet(Sheet):
    """Every school of a child, the newest first; Enter corrects one, Del takes it away."""

    def __init__(
        self,
        background: Background,
        person: Id,
        name: str,
        schools: Schools,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(background, TITLE, parent, width=820)
        self._person, self._schools = person, schools
        self.view = RowsView(COLUMNS, TITLE)
        acts = (
            button(mark("Add a school year"), self._add, kind="primary", icon="plus"),
            button(mark("Change school year"), self._edit),
        )
        empty = mark("No school is written down yet.")
        self._block = ListBlock(TITLE, self.view, acts, empty=empty)
        self.view.setMinimumHeight(220)
        whose = QLabel(name)
        set_type(whose, "h2")
        self.body.addWidget(whose)
        self.body.addWidget(self._block, 1)
        self.add_button(mark("Close"), self.close)
        self.view.opened.connect(self._edit)
        self.view.edit_asked.connect(self._edit)
        self.view.bin_asked.connect(self._take_away)
        background.changed.connect(self._follow)
        self._ask()

    def _ask(self) -> None:
        self.background.run(schoolings_of, self._person, then=self._block.show_rows, owner=self)

    def _follow(self, tables: frozenset[str]) -> None:
        if tables & {"schooling", "school"}:
            self._ask()

    def _add(self) -> None:
        SchoolYearSheet(self.background, self._person, self._schools, None, self).open_beside()

    def _edit(self, _id: object = None) -> None:
        row = self.view.current_row()
        if row is not None:
            SchoolYearSheet(self.background, self._person, self._schools, row, self).open_beside()

    def _take_away(self, chosen: Sequence[Id]) -> None:
        for schooling in chosen:
            self.background.run(delete_schooling, schooling, owner=self)


class SchoolYearForm(Form):
    """A school in one school year; without days it is the whole year."""

    def __init__(self, schools: Schools, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        newest = school_year_of(today()) + 1
        span = range(newest, newest - YEARS_BACK, -1)
        years = [(str(year), school_year_name(year)) for year in span]
        self.school_year = self.add(mark("School year"), ChoiceField(years))
        self.school = self.add(mark("School"), ChoiceField(schools, is_optional=True))
        narrow(self.school.combo)
        self.class_name = self.add(mark("Class"), LineField(is_optional=True, limit=40))
        self.year_stream = self.add(
            mark("Year and stream"),
            LineField(is_optional=True, limit=8),
            hint=mark("Empty: the first two signs of the class, for example 1A."),
        )
        self.from_on = self.add(
            mark("From"),
            DateField(),
            hint=mark("Only when it was not the whole school year."),
        )
        self.until_on = self.add(mark("Until"), DateField())
        self.is_ex_okan = self.add("", YesNoField(mark("Came from the reception class (OKAN)")))
        self.school_year.set_value(str(school_year_of(today()) - 1))

    def schooling(self) -> SchoolingDraft:
        """What the form says."""
        return self.draft_as(SchoolingDraft, school_year=int(self.school_year.value()))


class SchoolYearSheet(Sheet):
    """The form of one school year; without a row it is a new one."""

    def __init__(
        self,
        background: Background,
        person: Id,
        schools: Schools,
        row: SchoolingRow | None = None,
        parent: QWidget | None = None,
    ) -> None:
        title = mark("New school year") if row is None else mark("Change a school year")
        super().__init__(background, title, parent, width=560)
        self.keep_as(row.id if row else person)
        self._person, self._row = person, row
        self.form = SchoolYearForm(schools)
        if row is not None:
            self.form.fill({**asdict(row), "school_year": str(row.school_year)})
        self.body.addWidget(self.form)
        self.add_button(mark("Cancel"), self.cancel)
        self.add_button(mark("Save and close"), self.save, kind="primary")

    def save(self) -> None:
        """Keep what the form says."""
        if not self.form.is_ready():
            return
        draft = self.form.schooling()
        if self._row is None:
            self.background.run(add_schooling, self._person, draft, then=self._saved, owner=self)
        else:
            self.background.run(edit_schooling, self._row.id, draft, then=self._saved, owner=self)

    def _saved(self, _answer: object) -> None:
        self.close()
