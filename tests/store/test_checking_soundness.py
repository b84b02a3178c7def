"""A store that is not whole is recognised; it is only read while it is looked at."""

import sqlalchemy as sa
from sqlalchemy.orm import Session

from ouderapp.base.paths import Paths
from ouderapp.sample.fill import fill
from ouderapp.sealing.derive import Keys
from ouderapp.store.database import Database
from ouderapp.store.soundness import soundness

PAGE = 4096


def test_a_store_full_of_work_is_sound(database: Database) -> None:
    database.run(fill, "V")

    found = database.run(soundness)

    assert found.is_sound
    assert found.records > 100
    assert found.changes >= found.records


def test_a_journal_with_a_missing_line_is_seen(session: Session) -> None:
    fill(session, "V")
    session.execute(sa.text("DELETE FROM journal WHERE lsn = 12"))

    found = soundness(session)

    assert found.holes == 1
    assert not found.is_sound


def test_one_changed_byte_is_seen(database: Database, paths: Paths, keys: Keys) -> None:
    database.run(fill, "V")
    database.checkpoint()
    database.close()
    pages = bytearray(paths.store.read_bytes())
    pages[-PAGE + 2000] ^= 1
    paths.store.write_bytes(pages)
    reopened = Database.open(paths, keys)

    found = reopened.run(soundness)
    reopened.close()

    assert found.bad_pages > 0
    assert not found.is_sound
