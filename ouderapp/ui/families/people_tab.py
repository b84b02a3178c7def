"""Personen: who belongs to the family, where they live, and how they stand to each other."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from PySide6.QtWidgets import QHBoxLayout, QWidget

from ouderapp.base.clock import today
from ouderapp.base.i18n import _, mark
from ouderapp.base.ids import Id
from ouderapp.directory.queries import schools_to_choose
from ouderapp.families.commands.home import delete_home
from ouderapp.families.commands.person import leave_family, unrelate
from ouderapp.families.queries.homes import homes_of
from ouderapp.families.queries.persons import members_of
from ouderapp.families.queries.relations import relations_of
from ouderapp.families.rows import HomeRow, MemberRow, RelationRow
from ouderapp.ui.background import Background
from ouderapp.ui.families.history_sheet import HistorySheet
from ouderapp.ui.families.home_sheet import HomeSheet
from ouderapp.ui.families.list_block import ListBlock
from ouderapp.ui.families.people_columns import HOMES, MEMBERS, RELATIONS, relation_lines
from ouderapp.ui.families.person_sheet import PersonSheet
from ouderapp.ui.families.relation_sheet import RelationSheet
from ouderapp.ui.families.schools_sheet import SchoolsSheet
from ouderapp.ui.nesting import nest
from ouderapp.ui.part import Part
from ouderapp.ui.place import button
from ouderapp.ui.rows_view import RowsView

NOBODY = mark("Nobody is written down yet.")
NO_HOME = mark("No address yet. A family can have more than one home.")
NO_RELATION = mark("No relations yet.")


@dataclass(frozen=True)
class People:
    """All that this tab shows."""

    members: list[MemberRow]
    homes: list[HomeRow]
    relations: list[RelationRow]
    schools: list[tuple[Id, str]]


def people_of(session: Any, family: Id) -> People:
    """Members, homes and relations of a family as they are today."""
    day = today()
    return People(
        members_of(session, family, day),
        homes_of(session, family, day),
        relations_of(session, family, day),
        schools_to_choose(session),
    )


class PeopleTab(Part):
    """Three lists; each with its own buttons."""

    tables: ClassVar = frozenset(("member", "person", "household", "residence", "relation",
                                  "schooling"))  # fmt: skip

    def __init__(self, background: Background, family: Id, parent: QWidget | None = None) -> None:
        super().__init__(background, family, parent)
        self.told = People([], [], [], [])
        self.members = RowsView(MEMBERS, mark("People"))
        self.homes = RowsView(HOMES, mark("Homes"))
        self.relations = RowsView(RELATIONS, mark("Relations"))
        self._build()
        self._listen()

    def reload(self) -> None:
        self.background.run(people_of, self.family, then=self._show, owner=self)

    def _show(self, told: People) -> None:
        self.told = told
        self._people.show_rows(told.members)
        self._homes.show_rows(told.homes)
        self._relations.show_rows(relation_lines(told.relations))

    def _add_person(self) -> None:
        PersonSheet(self.background, self.family, self.told.schools, None, self).open_beside()

    def _edit_person(self, _id: object = None) -> None:
        row = self.members.current_row()
        if row is not None:
            PersonSheet(self.background, self.family, self.told.schools, row, self).open_beside()

    def _person_history(self) -> None:
        if self.members.current() is not None:
            HistorySheet(self.background, "person", self.members.current(), self).open_beside()

    def _show_schools(self) -> None:
        row = self.members.current_row()
        if row is not None and row.is_child:
            SchoolsSheet(self.background, row.id, row.name, self.told.schools, self).open_beside()
        else:
            self.message_asked.emit(_("First choose a child."))

    def _leave(self, persons: Sequence[Id]) -> None:
        for person in persons:
            self.background.run(leave_family, self.family, person, owner=self)

    def _add_home(self) -> None:
        HomeSheet(self.background, self.family, self.told.members, None, self).open_beside()

    def _edit_home(self, _id: object = None) -> None:
        row = self.homes.current_row()
        if row is not None:
            HomeSheet(self.background, self.family, self.told.members, row, self).open_beside()

    def _bin_homes(self, homes: Sequence[Id]) -> None:
        for home in homes:
            self.background.run(delete_home, home, owner=self)

    def _relate(self) -> None:
        RelationSheet(self.background, self.told.members, self).open_beside()

    def _unrelate(self, chosen: Sequence[str]) -> None:
        lines = relation_lines(self.told.relations)
        written = {line.row.id for line in lines if line.id in chosen and line.row.id}
        for relation in written:
            self.background.run(unrelate, relation, owner=self)

    def _listen(self) -> None:
        self.members.opened.connect(self._edit_person)
        self.members.edit_asked.connect(self._edit_person)
        self.members.bin_asked.connect(self._leave)
        self.homes.opened.connect(self._edit_home)
        self.homes.edit_asked.connect(self._edit_home)
        self.homes.bin_asked.connect(self._bin_homes)
        self.relations.bin_asked.connect(self._unrelate)

    def _build(self) -> None:
        people = (
            button(mark("Add a person"), self._add_person, kind="primary", icon="plus"),
            button(mark("Change person"), self._edit_person),
            button(mark("Schools and classes"), self._show_schools),
            button(mark("History of the person"), self._person_history, kind="quiet"),
        )
        homes = (
            button(mark("Add a home"), self._add_home),
            button(mark("Change home"), self._edit_home),
        )
        relate = (button(mark("Write down a relation"), self._relate),)
        self._people = ListBlock(mark("People"), self.members, people, empty=NOBODY)
        self._homes = ListBlock(mark("Homes"), self.homes, homes, empty=NO_HOME)
        self._relations = ListBlock(mark("Relations"), self.relations, relate, empty=NO_RELATION)
        beside = QHBoxLayout()
        beside.setSpacing(16)
        beside.addWidget(self._homes, 3)
        beside.addWidget(self._relations, 2)
        self.body.addWidget(self._people, 5)
        nest(self.body, beside, 4)
