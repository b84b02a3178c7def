"""How two persons stand to each other, written down."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from ouderapp.base.i18n import mark
from ouderapp.base.ids import Id
from ouderapp.families.commands.person import relate
from ouderapp.families.rows import MemberRow
from ouderapp.ui.background import Background
from ouderapp.ui.choice_fields import ChoiceField
from ouderapp.ui.form import Form
from ouderapp.ui.sheet import Sheet
from ouderapp.ui.words import choices


class RelationForm(Form):
    """One person, the relation, the other."""

    def __init__(self, members: Sequence[MemberRow], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        people = [(one.id, one.name) for one in members]
        self.from_person = self.add(mark("Who"), ChoiceField(people))
        self.kind = self.add(mark("is"), ChoiceField(choices("relation")))
        self.to_person = self.add(mark("of whom"), ChoiceField(people))


class RelationSheet(Sheet):
    """What is written down here counts more than what the roles say; it is shown both ways."""

    def __init__(
        self,
        background: Background,
        members: Sequence[MemberRow],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(background, mark("Write down a relation"), parent, width=460)
        self.keep_as(*(one.id for one in members[:1]))
        self.form = RelationForm(members)
        for one in members[1:2]:
            self.form.to_person.set_value(one.id)
        self.body.addWidget(self.form)
        self.add_button(mark("Cancel"), self.cancel)
        self.add_button(mark("Save and close"), self.save, kind="primary")

    def save(self) -> None:
        """Write it down."""
        said = self.form.values()
        pair: tuple[Id, Id] = (said["from_person"], said["to_person"])
        self.background.run(
            relate, pair[0], said["kind"], pair[1], then=lambda _a: self.close(), owner=self
        )
