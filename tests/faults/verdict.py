"""Whether a folder is a vault in which everything lies that was told, and nothing half."""

from collections.abc import Iterable, Mapping
from pathlib import Path

import sqlalchemy as sa
from sqlalchemy.orm import Session

from ouderapp.base.errors import Problem
from ouderapp.base.paths import Paths
from ouderapp.sealing import keyfile
from ouderapp.sealing.derive import Keys
from ouderapp.store import tables
from ouderapp.store.database import Database
from ouderapp.store.soundness import soundness
from tests.faults.a_month import FIRST, SECOND
from tests.sealing.cheap import CHEAP


def put_on_disk(content: Mapping[str, bytes], was: Path, folder: Path) -> None:
    """Write these files, that lay below `was`, into an empty folder."""
    for path, data in content.items():
        target = folder / Path(path).relative_to(was)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)


def faults(vault: Path, told: Iterable[str]) -> list[str]:
    """What is wrong with this vault, after this was told to the person; empty when nothing is."""
    lines = [line.split(" ", 1) for line in told]
    phrases = [rest for what, rest in lines if what == "passphrase"]
    if not phrases:
        return []
    keys = _opened(Paths(vault), phrases[-1])
    if keys is None:
        return ["the vault does not open"]
    try:
        database = Database.open(Paths(vault), keys)
    except Problem as problem:
        return [f"the store does not open: {type(problem).__name__}"]
    try:
        database.checkpoint()
        return database.run(_read, lines)
    finally:
        database.close()


def _opened(paths: Paths, phrase: str) -> Keys | None:
    """The keys by the last passphrase that was told, or the next one."""
    for typed in dict.fromkeys((phrase, FIRST if phrase == FIRST else SECOND, SECOND)):
        try:
            return keyfile.open_with_passphrase(paths, typed, cheap=CHEAP).keys
        except Problem:
            continue
    return None


def _read(session: Session, lines: list[list[str]]) -> list[str]:
    found = soundness(session)
    wrong = [] if found.is_sound else [f"the store is not sound: {found}"]
    summaries = dict(session.execute(sa.select(tables.Contact.id, tables.Contact.summary)).all())
    families = set(session.scalars(sa.select(tables.Family.id)))
    for what, rest in lines:
        if what == "family" and rest not in families:
            wrong.append(f"family {rest} is lost")
        if what == "changed" and summaries.get(rest) != "Nog eens nagelezen.":
            wrong.append(f"the change of {rest} is lost")
    wrong += [f"contact {one} is lost" for one in _kept(lines) - summaries.keys()]
    journal = sa.select(tables.Journal.id).where(tables.Journal.tbl == "contact")
    unwritten = summaries.keys() - set(session.scalars(journal))
    return wrong + [f"contact {one} is not in the journal" for one in unwritten]


def _kept(lines: list[list[str]]) -> set[str]:
    """The contacts that must be there: told, and not on their way out since."""
    kept: set[str] = set()
    for what, rest in lines:
        if what == "contact":
            kept.add(rest)
        elif what == "leaving":
            kept.discard(rest)
    return kept
