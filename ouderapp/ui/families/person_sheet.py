"""One person of a family: new, or changed."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from ouderapp.base.i18n import mark
from ouderapp.base.ids import Id
from ouderapp.families.commands.person import add_person, keep_member
from ouderapp.families.rows import MemberRow
from ouderapp.ui.background import Background
from ouderapp.ui.families.person_form import PersonForm
from ouderapp.ui.sheet import Sheet


class PersonSheet(Sheet):
    """The form of one person; without a row it is somebody new."""

    def __init__(
        self,
        background: Background,
        family: Id,
        schools: Sequence[tuple[Id, str]],
        row: MemberRow | None = None,
        parent: QWidget | None = None,
    ) -> None:
        title = mark("New person") if row is None else mark("Change a person")
        super().__init__(background, title, parent, width=700)
        self.keep_as(row.id if row else family, family=family)
        self._family, self._row = family, row
        self.form = PersonForm(schools)
        if row is not None:
            self.form.show_member(row)
        self.body.addWidget(self.form)
        self.add_button(mark("Cancel"), self.cancel)
        self.add_button(mark("Save and close"), self.save, kind="primary")

    def save(self) -> None:
        """Keep what the form says."""
        if not self.form.is_ready():
            return
        new = self.form.new_member()
        if self._row is None:
            self.background.run(add_person, self._family, new, then=self._saved, owner=self)
        else:
            self.background.run(
                keep_member, self._family, self._row.id, new, then=self._saved, owner=self
            )

    def _saved(self, _answer: object) -> None:
        self.close()
