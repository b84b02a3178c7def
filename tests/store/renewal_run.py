"""A renewal of the key as a program of its own, so that it can be killed at any moment."""

import os
import sys
from datetime import date
from pathlib import Path

from sqlalchemy.orm import Session

from ouderapp.base.errors import Problem
from ouderapp.base.ids import Id, new_id
from ouderapp.base.paths import Paths
from ouderapp.sealing import keyfile
from ouderapp.sealing.blobs import Blobs
from ouderapp.sealing.rotation import begin_rotation
from ouderapp.store import tables
from ouderapp.store.database import Database
from ouderapp.store.journal import action
from tests.sealing.cheap import CHEAP, PASSPHRASE
from tests.work_builders import a_family

PAPERS = (b"%PDF of the first letter", b"%PDF of the second letter", b"%PDF of the one that went")
REFUSED = 3


@action("Letters")
def write_letters(session: Session) -> list[Id]:
    """A family with three letters, each with its paper beside the store."""
    blobs = Blobs(session.info["paths"], session.info["keys"])
    facts = {"template": "clb", "language": "nl", "reader": "partner", "title": "Brief"}
    family, letters = a_family(session), [new_id() for _paper in PAPERS]
    for letter, paper in zip(letters, PAPERS, strict=True):
        row = tables.Letter(id=letter, family=family, dated_on=date(2025, 3, 3), **facts)
        row.pdf = blobs.put(paper)
        session.add(row)
    session.flush()
    return letters


def main() -> int:
    """Renew the key of the vault in this folder; 3 when the disk refused and that was said."""
    paths, told = Paths(Path(sys.argv[1])), Path(sys.argv[2])
    channel = os.open(told, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    try:
        keys = keyfile.open_with_passphrase(paths, PASSPHRASE, cheap=CHEAP).keys
        database = Database.open(paths, keys)
        fresh = begin_rotation(paths, keys, PASSPHRASE, cheap=CHEAP)
        database.renew_key(fresh)
        database.close()
        words = keyfile.new_words()
        os.write(channel, f"shown {' '.join(words)}\n".encode())
        keyfile.keep_words(paths, fresh, words, cheap=CHEAP)
        os.write(channel, f"kept {' '.join(words)}\n".encode())
    except (Problem, OSError):
        return REFUSED
    return 0


if __name__ == "__main__":
    sys.exit(main())
