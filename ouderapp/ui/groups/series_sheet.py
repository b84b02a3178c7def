"""A new group in eight fields at most (A01): the sessions follow the school calendar."""

from datetime import date, time

from PySide6.QtWidgets import QLabel, QWidget

from ouderapp.base import clock
from ouderapp.base.i18n import _, mark, ngettext, number, weekday_name
from ouderapp.base.ids import Id
from ouderapp.groups.codes import KIND_WORDS, Kind
from ouderapp.groups.commands.series import change_series, make_series
from ouderapp.groups.queries.series import proposed_days, school_choices
from ouderapp.groups.records import PlannedDay, SeriesDraft, SeriesRow
from ouderapp.ui.background import Background
from ouderapp.ui.choice_fields import ChoiceField
from ouderapp.ui.day_fields import DateField, TimeField
from ouderapp.ui.fields import LineField
from ouderapp.ui.form import Form
from ouderapp.ui.look import set_type
from ouderapp.ui.sheet import Sheet

WEEKDAYS = range(1, 8)


class SeriesForm(Form):
    """The fields of a group."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        kinds = [(kind, _(words)) for kind, words in KIND_WORDS.items()]
        days = [(str(day), weekday_name(day)) for day in WEEKDAYS]
        self.kind = self.add(mark("Kind of group"), ChoiceField(kinds))
        self.title = self.add(mark("Title"), LineField(is_optional=True))
        self.school = self.add(mark("School"), ChoiceField(is_optional=True))
        self.weekday = self.add(mark("Day"), ChoiceField(days))
        self.starts = self.add(mark("From (hour)"), TimeField(is_required=True))
        self.ends = self.add(mark("Until (hour)"), TimeField(is_required=True))
        self.from_on = self.add(mark("First day"), DateField(is_required=True, is_past=False))
        self.until_on = self.add(
            mark("Last day"), DateField(is_past=False), hint=mark("Empty: until the end of June.")
        )


class SeriesSheet(Sheet):
    """Make a group, or change one."""

    def __init__(
        self, background: Background, parent: QWidget | None = None, row: SeriesRow | None = None
    ) -> None:
        super().__init__(background, mark("Group"), parent)
        self.keep_as(row.id if row else None)
        self._row = row
        self.form = SeriesForm()
        self._days = QLabel(wordWrap=True)
        set_type(self._days, "muted")
        self.body.addWidget(self.form)
        self.body.addWidget(self._days)
        self.add_button(mark("Cancel"), self.cancel)
        self.add_button(mark("Save and close"), self._save, kind="primary")
        self.form.fill(row or _proposal())
        self.form.weekday.set_value(str((row or _proposal()).weekday))
        self.form.edited.connect(self._count_days)
        background.run(school_choices, then=self._show_schools, owner=self)

    def _show_schools(self, schools: list[tuple[Id, str]]) -> None:
        self.form.school.set_choices(schools)
        if self._row is not None:
            self.form.school.set_value(self._row.school)
        self._count_days()

    def _draft(self) -> SeriesDraft:
        place, note = (self._row.place, self._row.note) if self._row else (None, None)
        partner = self._row.partner if self._row else None
        weekday = int(self.form.weekday.value())
        more = {"place": place, "note": note, "partner": partner, "weekday": weekday}
        return self.form.draft_as(SeriesDraft, **more)

    def _count_days(self) -> None:
        values = self.form.values()
        if all(values[name] for name in ("starts", "ends", "from_on")):
            self.background.run(
                proposed_days, self._draft(), then=self._tell_days, failed=self._no_days, owner=self
            )

    def _no_days(self, _problem: object) -> None:
        self._days.setText("")

    def _tell_days(self, days: list[PlannedDay]) -> None:
        meets = sum(day.reason is None for day in days)
        words = ngettext(
            "{n} session, holidays left out.", "{n} sessions, holidays left out.", meets
        )
        self._days.setText(words.format(n=number(meets)))

    def _save(self) -> None:
        if not self.form.is_ready():
            return
        if self._row is None:
            self.background.run(make_series, self._draft(), then=self._saved, owner=self)
        else:
            self.background.run(
                change_series, self._row.id, self._draft(), then=self._saved, owner=self
            )

    def _saved(self, _id: object) -> None:
        self.close()


def _proposal() -> SeriesDraft:
    """Mondays after the last lesson, from today on."""
    today: date = clock.today()
    return SeriesDraft(
        weekday=1, starts=time(15, 30), ends=time(16, 20), from_on=today, kind=Kind.HOMEWORK_CLASS
    )
