"""One home of a family, and who lives there in which weeks."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from ouderapp.base.clock import today
from ouderapp.base.i18n import mark
from ouderapp.base.ids import Id
from ouderapp.families.codes import Pattern
from ouderapp.families.commands.home import add_home, keep_home
from ouderapp.families.records import HomeDraft
from ouderapp.families.rows import HomeRow, MemberRow
from ouderapp.families.rules import is_on
from ouderapp.ui.background import Background
from ouderapp.ui.choice_fields import ChoiceField, ManyField
from ouderapp.ui.day_fields import DateField
from ouderapp.ui.fields import LineField
from ouderapp.ui.form import Form
from ouderapp.ui.sheet import Sheet
from ouderapp.ui.words import choices


class HomeForm(Form):
    """Address, phone, languages, and who is there."""

    def __init__(self, members: Sequence[MemberRow], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name = self.add(
            mark("Name of the home"),
            LineField(is_optional=True, limit=80, placeholder=mark("for example: at father's")),
        )
        self.street = self.add(mark("Street"), LineField(is_optional=True))
        self.number = self.add(mark("Number"), LineField(is_optional=True, limit=20))
        self.postcode = self.add(mark("Postcode"), LineField(is_optional=True, limit=4))
        self.municipality = self.add(mark("Town"), LineField(is_optional=True, limit=80))
        self.phone = self.add(mark("Phone"), LineField(is_optional=True, limit=40))
        self.from_on = self.add(mark("From"), DateField(is_required=True))
        self.until_on = self.add(mark("Until"), DateField())
        people = [(one.id, one.given_name or one.name) for one in members]
        self.residents = self.add(mark("Who lives there"), ManyField(people))
        self.pattern = self.add(
            mark("In which weeks"),
            ChoiceField(choices("pattern")),
            hint=mark("A child with two homes stands in both, each with its own weeks."),
        )
        self.languages = self.add(mark("Languages there"), ManyField(choices("language")))
        self.from_on.set_value(today())
        self.pattern.set_value(Pattern.ALWAYS)


class HomeSheet(Sheet):
    """The form of one home; without a row it is a new one."""

    def __init__(
        self,
        background: Background,
        family: Id,
        members: Sequence[MemberRow],
        row: HomeRow | None = None,
        parent: QWidget | None = None,
    ) -> None:
        title = mark("New home") if row is None else mark("Change a home")
        super().__init__(background, title, parent, width=600)
        self.keep_as(row.id if row else family, family=family)
        self._family, self._row = family, row
        self.form = HomeForm(members)
        if row is not None:
            self._show(row)
        self.body.addWidget(self.form)
        self.add_button(mark("Cancel"), self.cancel)
        self.add_button(mark("Save and close"), self.save, kind="primary")

    def save(self) -> None:
        """Keep what the form says."""
        if not self.form.is_ready():
            return
        said = self.form.values()
        residents, pattern = said.pop("residents"), said.pop("pattern")
        draft = HomeDraft(**said)
        if self._row is None:
            self.background.run(
                add_home, self._family, draft, residents, pattern, then=self._saved, owner=self
            )
        else:
            self.background.run(
                keep_home, self._row.id, draft, residents, pattern, today(),
                then=self._saved, owner=self,
            )  # fmt: skip

    def _saved(self, _answer: object) -> None:
        self.close()

    def _show(self, row: HomeRow) -> None:
        self.form.fill(row)
        now = [one for one in row.residents if is_on(today(), None, one.until_on)]
        self.form.residents.set_value(tuple(one.person for one in now))
        for one in now[:1]:
            self.form.pattern.set_value(one.pattern or Pattern.ALWAYS)
