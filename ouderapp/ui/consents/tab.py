"""The consents of one family: a list with their state, a form, and withdrawal in one act."""

from collections.abc import Sequence

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from ouderapp.base import clock
from ouderapp.base.i18n import _, mark, short_date
from ouderapp.base.ids import Id
from ouderapp.consents.aloud import read_aloud
from ouderapp.consents.codes import FORM_WORDS, PURPOSE_WORDS
from ouderapp.consents.commands import (
    change_consent,
    delete_consent,
    note_consent,
    withdraw_consent,
)
from ouderapp.consents.queries import consents_of
from ouderapp.consents.records import ConsentDraft, ConsentRow, State
from ouderapp.ui.ask import question
from ouderapp.ui.background import Background
from ouderapp.ui.choice_fields import ChoiceField, ManyField
from ouderapp.ui.day_fields import DateField
from ouderapp.ui.fields import TextField, YesNoField
from ouderapp.ui.flow import Flow
from ouderapp.ui.form import Form
from ouderapp.ui.look import set_type
from ouderapp.ui.place import button
from ouderapp.ui.rows_model import Column
from ouderapp.ui.rows_pane import RowsPane
from ouderapp.ui.rows_view import RowsView
from ouderapp.ui.sheet import Sheet

People = Sequence[tuple[str, str]]
STATE_WORDS = {
    State.HOLDS: mark("holds"), State.TO_COME: mark("later"), State.LAPSED: mark("lapsed"),
    State.WITHDRAWN: mark("withdrawn"),
}  # fmt: skip
TONES = {State.HOLDS: "ok", State.LAPSED: "warn", State.WITHDRAWN: "danger", State.TO_COME: "muted"}


def _until(row: ConsentRow) -> str:
    ends = row.withdrawn_on or row.lapses_on
    return short_date(ends) if ends else ""


COLUMNS = (
    Column(mark("For what"), lambda r: _(PURPOSE_WORDS.get(r.purpose, r.purpose)), width=0),
    Column(mark("About"), lambda r: r.person_name or _("the whole family"), width=16),
    Column(mark("Given by"), lambda r: ", ".join(r.giver_names), width=24),
    Column(mark("How"), lambda r: _(FORM_WORDS.get(r.form, r.form)), width=20),
    Column(mark("From"), lambda r: short_date(r.given_on), lambda r: r.given_on, 11),
    Column(mark("Until"), _until, lambda r: r.withdrawn_on or r.lapses_on, 11),
    Column(mark("State"), lambda r: _(STATE_WORDS[r.state]), width=11,
           tone=lambda r: TONES[r.state]),
)  # fmt: skip


class ConsentForm(Form):
    """What a consent says."""

    def __init__(self, adults: People, children: People, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        purposes = [(code, _(words)) for code, words in PURPOSE_WORDS.items()]
        forms = [(code, _(words)) for code, words in FORM_WORDS.items()]
        self.purpose = self.add(mark("For what"), ChoiceField(purposes))
        self.given_by = self.add(mark("Given by"), ManyField(adults, is_required=True))
        self.person = self.add(
            mark("About"), ChoiceField(children, is_optional=True),
            hint=mark("Empty: about the whole family."),
        )  # fmt: skip
        self.has_assent = self.add("", YesNoField(mark("The young person agrees too")))
        self.form = self.add(mark("How"), ChoiceField(forms))
        self.given_on = self.add(mark("From"), DateField(is_required=True))
        self.lapses_on = self.add(mark("Last day"), DateField(is_past=False))
        self.note = self.add(mark("Note"), TextField(lines=2, is_optional=True))


class ConsentSheet(Sheet):
    """Note a consent, or correct one."""

    def __init__(
        self,
        background: Background,
        family: Id,
        adults: People,
        children: People,
        row: ConsentRow | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(background, mark("Consent"), parent)
        self.keep_as(row.id if row else family, family=family)
        self._family, self._row = family, row
        self.form = ConsentForm(adults, children)
        self.aloud = QLabel(wordWrap=True)
        self.aloud.setAccessibleName(_("To read aloud"))
        set_type(self.aloud, "muted")
        self.body.addWidget(self.form)
        title = QLabel(_("To read aloud"))
        set_type(title, "h3")
        self.body.addWidget(title)
        self.body.addWidget(self.aloud)
        self.form.purpose.edited.connect(self._show_aloud)
        if row is None:
            self.form.given_on.set_value(clock.today())
        else:
            self.form.fill(row)
        self._show_aloud()
        self.add_button(mark("Cancel"), self.cancel)
        self.add_button(mark("Save and close"), self._save, kind="primary")

    def _show_aloud(self) -> None:
        self.aloud.setText(read_aloud(str(self.form.purpose.value())))

    def _save(self) -> None:
        if not self.form.is_ready():
            return
        draft = self.form.draft_as(ConsentDraft, family=self._family)
        if self._row is None:
            self.background.run(note_consent, draft, then=self._saved, owner=self)
        else:
            self.background.run(change_consent, self._row.id, draft, then=self._saved, owner=self)

    def _saved(self, _answer: object) -> None:
        self.close()


class ConsentsTab(QWidget):
    """The register of one family; `people` says who can give one and about whom."""

    def __init__(self, background: Background, family: Id, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._background, self._family = background, family
        self._adults: People = ()
        self._children: People = ()
        self.view = RowsView(COLUMNS, mark("Consents"))
        self.pane = RowsPane(
            self.view, empty=mark("No consent noted yet. Nothing is shared or printed for others.")
        )
        buttons = QWidget()
        flow = Flow(buttons)
        flow.addWidget(button(mark("Note a consent"), self.new_consent, kind="primary"))
        flow.addWidget(button(mark("Withdrawn today"), self._ask_withdrawal))
        flow.addWidget(button(mark("Edit"), self._edit))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 0)
        layout.addWidget(buttons)
        layout.addWidget(self.pane, 1)
        self.view.opened.connect(self._edit)
        self.view.edit_asked.connect(self._edit)
        self.view.bin_asked.connect(self._bin)

    def show_people(self, adults: People, children: People) -> None:
        """Who can give a consent, and about whom it can be: (id, name) each."""
        self._adults, self._children = adults, children

    def reload(self) -> None:
        """Ask the consents as they stand today."""
        self._background.run(
            consents_of, self._family, clock.today(), then=self.pane.show_rows, owner=self
        )

    def new_consent(self) -> None:
        """A form for a new consent."""
        self._sheet(None)

    def _edit(self, _id: object = None) -> None:
        if self.view.current_row() is not None:
            self._sheet(self.view.current_row())

    def _sheet(self, row: ConsentRow | None) -> None:
        sheet = ConsentSheet(
            self._background, self._family, self._adults, self._children, row, self
        )
        sheet.open_beside()

    def _ask_withdrawal(self) -> None:
        row = self.view.current_row()
        if row is not None and row.state == State.HOLDS:
            question(
                self,
                _("Does the family take this consent back today?"),
                yes=_("Yes, from today"),
                no=_("No"),
                then=lambda: self._withdraw(row.id),
                more=_("From now on nothing is shared or printed on it. Ctrl+Z takes it back."),
            )

    def _withdraw(self, id_: Id) -> None:
        self._background.run(withdraw_consent, id_, clock.today(), owner=self)

    def _bin(self, ids: tuple[Id, ...]) -> None:
        for id_ in ids:
            self._background.run(delete_consent, id_, owner=self)
