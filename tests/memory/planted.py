"""What is planted in a store before the memory of the program is searched for it."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy.orm import Session

from ouderapp.base.ids import Id
from ouderapp.base.paths import Paths
from ouderapp.contacts.commands import record_contact
from ouderapp.sealing.argon import Cost
from ouderapp.sealing.derive import Keys
from ouderapp.sealing.keyfile import create
from ouderapp.store.database import Database
from ouderapp.store.journal import action
from tests.work_builders import a_contact_draft, a_family, a_person

OURS = "Zwanenveld"
GIVEN = "Quirijntje"
NOTE = "kwam langs over de schoolrekening van vorige week"
HALF_TYPED = "halverwege een zin over de turnzak"
PHRASE = "zeven groene fietsen onderweg naar zee"


@dataclass(frozen=True)
class Planted:
    """A vault, and what must not be left of it in memory: {what it is: its bytes}."""

    folder: Path
    phrase_file: Path
    secrets: Mapping[str, tuple[bytes, ...]]


def plant(folder: Path) -> Planted:
    """A vault with one family and one note, opened by PHRASE."""
    vault = folder / "vault"
    vault.mkdir(mode=0o700)
    paths = Paths(vault)
    keys = create(paths, PHRASE, cheap=Cost(8, 1)).keys
    database = Database.open(paths, keys)
    database.run(_a_family_with_a_note)
    database.close()
    phrase_file = folder / "phrase"
    phrase_file.write_text(PHRASE)
    return Planted(vault, phrase_file, secrets_of(keys))


def secrets_of(keys: Keys) -> Mapping[str, tuple[bytes, ...]]:
    """Each text as Python, Qt and files hold it; each key raw and written out."""
    texts = {"name": OURS, "given name": GIVEN, "note": NOTE, "passphrase": PHRASE}
    held = {what: (text.encode(), text.encode("utf-16-le")) for what, text in texts.items()}
    known = {"key of the store": keys.db, "master key": keys.master}
    return held | {
        what: (key, key.hex().encode(), key.hex().upper().encode()) for what, key in known.items()
    }


@action("test")
def _a_family_with_a_note(session: Session) -> Id:
    family = a_family(session, OURS)
    a_person(session, family, GIVEN)
    record_contact(session, a_contact_draft(family, summary=NOTE))
    return family
