"""A short month of a worker, as a program of its own: each save is told after it was kept."""

import os
import sys
from datetime import date, timedelta
from pathlib import Path

from ouderapp.base import clock
from ouderapp.base.errors import Problem
from ouderapp.base.ids import Id
from ouderapp.base.paths import Paths
from ouderapp.contacts.commands import delete_contact, edit_contact, record_contact
from ouderapp.sealing import keyfile
from ouderapp.store.database import Database
from ouderapp.store.undo import undo
from tests.sealing.cheap import CHEAP
from tests.work_builders import a_contact_draft, a_family, a_person

FIRST, SECOND = "banaan fiets wolk deur tafel zon", "een heel nieuwe wachtzin"
DAY = date(2025, 3, 3)
REFUSED = 3


class Month:
    """The vault, and the channel outside it over which the person is told."""

    def __init__(self, vault: Path, acks: Path) -> None:
        self._paths = Paths(vault)
        self._acks = os.open(acks, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)

    def tell(self, what: str, which: str = "") -> None:
        os.write(self._acks, f"{what} {which}\n".encode())

    def play(self) -> None:
        self._paths.vault.mkdir(mode=0o700, parents=True, exist_ok=True)
        made = keyfile.create(self._paths, FIRST, cheap=CHEAP)
        self.tell("passphrase", FIRST)
        database = Database.open(self._paths, made.keys)
        with database.transaction("A family") as session:
            family = a_family(session)
            a_person(session, family)
        self.tell("family", family)
        contacts = [self._visit(database, family, day) for day in range(12)]
        self._change(database, contacts[2])
        self._remove(database, contacts[5])
        database.run(undo)
        self.tell("contact", contacts[5])
        database.close()
        keyfile.change_passphrase(self._paths, made.keys, SECOND, cheap=CHEAP)
        self.tell("passphrase", SECOND)
        self._next_day(family)

    def _next_day(self, family: Id) -> None:
        keys = keyfile.open_with_passphrase(self._paths, SECOND, cheap=CHEAP).keys
        database = Database.open(self._paths, keys)
        for day in range(12, 18):
            self._visit(database, family, day)
        database.checkpoint()
        self._visit(database, family, 18)
        database.close()

    def _visit(self, database: Database, family: Id, day: int) -> Id:
        draft = a_contact_draft(family, held_on=DAY + timedelta(day), summary=f"Bezoek {day}.")
        contact = database.run(record_contact, draft).id
        self.tell("contact", contact)
        return contact

    def _change(self, database: Database, contact: Id) -> None:
        database.run(edit_contact, contact, a_contact_draft(summary="Nog eens nagelezen."))
        self.tell("changed", contact)

    def _remove(self, database: Database, contact: Id) -> None:
        self.tell("leaving", contact)
        database.run(delete_contact, contact)
        self.tell("left", contact)


def main() -> int:
    """Play the month; 3 when the disk refused something and the program could say so."""
    with clock.standing_at(date(2025, 3, 31)):
        try:
            Month(Path(sys.argv[1]), Path(sys.argv[2])).play()
        except Problem as problem:
            sys.stdout.write(f"{type(problem).__name__}\n")
            return REFUSED
    return 0


if __name__ == "__main__":
    sys.exit(main())
