"""D24: acts, Ctrl+Z and Ctrl+Y in any order; the store says what it said at that point."""

import random
from datetime import date

import pytest
import sqlalchemy as sa
from sqlalchemy.orm import Session

from ouderapp.base.errors import NotFound
from ouderapp.base.ids import Id
from ouderapp.base.paths import Paths
from ouderapp.contacts.commands import delete_contact, record_contact
from ouderapp.contacts.records import PromiseAlong
from ouderapp.families.commands.family import delete_family, edit_family
from ouderapp.follow_up.commands import make_promise
from ouderapp.follow_up.records import PromiseDraft
from ouderapp.groups.commands.register import mark_came, unmark
from ouderapp.groups.records import Who
from ouderapp.sealing.derive import Keys
from ouderapp.store.bin import put_back
from ouderapp.store.database import Database
from ouderapp.store.tables.base import RECORDS
from ouderapp.store.undo import NothingToRedo, NothingToUndo, redo, undo
from tests.families.people import Four, a_family_draft, the_four
from tests.group_builders import a_class, a_session
from tests.taking_back.walk import Digest, digest, must_be
from tests.work_builders import a_contact_draft


def the_beginning(session: Session) -> tuple[Four, Id]:
    """A family of four and a session of a group."""
    return the_four(session), a_session(session, a_class(session))


class Wanderer:
    """Who does, takes back and does again, and remembers what must be there."""

    def __init__(self, paths: Paths, keys: Keys, seed: int) -> None:
        self.place = paths, keys
        self.database = database = Database.open(paths, keys)
        self.chance = random.Random(seed)
        with database.transaction("Set up", "system") as session:
            self.four, self.held = the_beginning(session)
        self.states: list[Digest] = [database.run(digest)]
        self.at = 0
        self.contacts: list[Id] = []

    def step(self) -> None:
        """One thing, and a look at what the store says."""
        way = self.chance.choices(
            (self.back, self.forth, self.act, self.open_again), (16, 12, 20, 1)
        )[0]
        way()
        must_be(self.database.run(digest), self.states[self.at], way.__name__)

    def back(self) -> None:
        if self.at:
            self.database.run(undo)
            self.at -= 1
            return
        with pytest.raises(NothingToUndo):
            self.database.run(undo)

    def forth(self) -> None:
        if self.at < len(self.states) - 1:
            self.database.run(redo)
            self.at += 1
            return
        with pytest.raises(NothingToRedo):
            self.database.run(redo)

    def open_again(self) -> None:
        self.database.close()
        self.database = Database.open(*self.place)

    def act(self) -> None:
        """One of a handful of acts; one on what is not there (any more) does nothing."""
        acts = (self.rename, self.meet, self.forget, self.promise, self.mark, self.blank)
        whole = (self.drop_everything, self.bring_back)
        try:
            self.chance.choice((*acts, *acts, *whole))()
        except NotFound:
            return
        now = self.database.run(digest)
        if now != self.states[self.at]:
            self.states[self.at + 1 :] = [now]
            self.at += 1

    def rename(self) -> None:
        name = self.chance.choice(("Haddad", "Aziz", "Haddad-Aziz"))
        self.database.run(edit_family, self.four.family, a_family_draft(name))

    def meet(self) -> None:
        if self.is_there():
            draft = a_contact_draft(self.four.family, persons=(self.four.mother,))
            made = self.database.run(record_contact, draft, (PromiseAlong("Bellen"),))
            self.contacts.append(made.id)

    def forget(self) -> None:
        if self.contacts:
            self.database.run(delete_contact, self.chance.choice(self.contacts))

    def promise(self) -> None:
        if self.is_there():
            self.database.run(make_promise, PromiseDraft("Attest opvragen", self.four.family))

    def mark(self) -> None:
        self.database.run(mark_came, self.held, Who(person=self.child()))

    def blank(self) -> None:
        self.database.run(unmark, self.held, Who(person=self.child()))

    def drop_everything(self) -> None:
        self.database.run(delete_family, self.four.family)

    def bring_back(self) -> None:
        if not self.is_there():
            self.database.run(put_back, "family", self.four.family)

    def child(self) -> Id:
        return self.chance.choice((self.four.daughter, self.four.son))

    def is_there(self) -> bool:
        family = RECORDS["family"]
        asked = sa.select(family.nr).where(family.id == self.four.family)
        return self.database.run(lambda session: session.scalar(asked)) is not None


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_going_back_and_forth_always_meets_what_was_there(
    paths: Paths, keys: Keys, today: date, seed: int
) -> None:
    """D24: never more acts than the hundred that can be taken back."""
    wanderer = Wanderer(paths, keys, seed)

    for _ in range(90):
        wanderer.step()

    wanderer.database.close()
    assert len(wanderer.states) > 3
