"""The private notes about one family: folded until they are asked for, gone after 90 days."""

from collections.abc import Sequence
from typing import Any, ClassVar

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from ouderapp.base.clock import today
from ouderapp.base.i18n import _, mark, ngettext, short_date
from ouderapp.base.ids import Id
from ouderapp.private_notes.commands import (
    delete_private_note,
    edit_private_note,
    write_private_note,
)
from ouderapp.private_notes.queries import private_notes_of
from ouderapp.private_notes.records import PrivateNoteDraft, PrivateNoteRow
from ouderapp.private_notes.rules import days_left
from ouderapp.ui.background import Background
from ouderapp.ui.fields import TextField
from ouderapp.ui.form import Form
from ouderapp.ui.list_part import ListPart
from ouderapp.ui.look import set_type
from ouderapp.ui.nesting import nest
from ouderapp.ui.part import Part
from ouderapp.ui.place import button
from ouderapp.ui.rows_model import Column
from ouderapp.ui.sheet import Sheet

STAYS = mark("Private notes stay here.")
ABOUT = mark(
    "They are never printed, never sent and go by themselves after 90 days. What you keep about"
    " somebody over time may be asked for."
)
SHOW, HIDE = mark("Show private notes"), mark("Fold private notes")


def _left(row: PrivateNoteRow) -> str:
    days = days_left(row.lapses_on, today())
    return ngettext("{n} day more", "{n} days more", days).format(n=days)


COLUMNS = (
    Column(mark("Note"), lambda row: " ".join(row.words.split()), width=0),
    Column(mark("Noted"), lambda row: short_date(row.noted_on), lambda row: row.noted_on, 14),
    Column(mark("Stays"), _left, lambda row: row.lapses_on, 18),
)


class NoteForm(Form):
    """A note for oneself."""

    def __init__(self) -> None:
        super().__init__()
        self.words = self.add(
            mark("Private note"), TextField(limit=5000, lines=5, is_required=True)
        )


class NoteSheet(Sheet):
    """Writes a note, or changes one."""

    def __init__(
        self,
        background: Background,
        family: Id,
        parent: QWidget | None = None,
        *,
        row: PrivateNoteRow | None = None,
    ) -> None:
        super().__init__(background, mark("Private note"), parent)
        self.keep_as(row.id if row else family, family=family)
        self._family = family
        self._row = row
        self.form = NoteForm()
        self.body.addWidget(self.form)
        self.add_button(mark("Save"), self._save, kind="primary")
        if row is not None:
            self.form.fill(row)
        self.form.words.setFocus()

    def _save(self) -> None:
        if not self.form.is_ready():
            return
        draft = PrivateNoteDraft(self.form.words.value(), self._family)
        if self._row:
            self.background.run(
                edit_private_note, self._row.id, draft, then=self._saved, owner=self
            )
        else:
            self.background.run(write_private_note, draft, then=self._saved, owner=self)

    def _saved(self, _answer: object) -> None:
        self.accept()


class NoteList(ListPart):
    """The notes themselves."""

    tables: ClassVar = frozenset(("private_note",))
    name: ClassVar = mark("Private notes")
    empty: ClassVar = mark("No private notes.")
    columns: ClassVar = COLUMNS

    def __init__(self, background: Background, family: Id, parent: QWidget | None = None) -> None:
        super().__init__(background, family, parent)
        self.add_act(mark("New private note"), self._new, kind="primary")

    def reload(self) -> None:
        self.background.run(private_notes_of, self.family, then=self.show_rows, owner=self)

    def edit_row(self, id_: Id) -> None:
        row = self.view.current_row()
        if row is not None and row.id == id_:
            NoteSheet(self.background, self.family, self.window(), row=row).open_beside()

    def bin_rows(self, ids: Sequence[Id]) -> None:
        for id_ in ids:
            self.background.run(delete_private_note, id_, owner=self)

    def _new(self) -> None:
        NoteSheet(self.background, self.family, self.window()).open_beside()


class PrivateNotesTab(Part):
    """Folded each time that the file is opened, so that nobody reads along by accident."""

    tables: ClassVar = frozenset(("private_note",))

    def __init__(self, background: Background, family: Id, parent: QWidget | None = None) -> None:
        super().__init__(background, family, parent)
        title, about = QLabel(_(STAYS)), QLabel(_(ABOUT), wordWrap=True)
        set_type(title, "h3")
        set_type(about, "muted")
        self._fold = button(SHOW, self.toggle, icon="eye")
        self.notes: Any = None
        self._room = QVBoxLayout()
        for part in (title, about, self._fold):
            self.body.addWidget(part)
        nest(self.body, self._room, 1)
        self.body.addStretch(0)

    def reload(self) -> None:
        """Nothing is asked as long as the notes are folded."""
        if self.notes is not None:
            self.notes.reload()

    def toggle(self) -> None:
        """Show the notes, or fold them away."""
        if self.notes is None:
            self.notes = NoteList(self.background, self.family)
            self._room.addWidget(self.notes)
            self.notes.reload()
        else:
            self.fold()
            return
        self._fold.setText(_(HIDE))

    def fold(self) -> None:
        """Take the notes off the screen, as in look-along mode."""
        if self.notes is not None:
            self.notes.deleteLater()
            self.notes = None
        self._fold.setText(_(SHOW))
