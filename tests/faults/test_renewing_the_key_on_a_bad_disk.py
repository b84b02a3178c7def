"""A renewal of the key that is stopped anywhere: one of two keys opens, and all is there (G2)."""

import random
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
import sqlalchemy as sa
from sqlalchemy.orm import Session

from ouderapp.base.paths import Paths
from ouderapp.sealing import keyfile
from ouderapp.sealing.blobs import Blobs
from ouderapp.store import renewal, tables
from ouderapp.store.connection import opens_with
from ouderapp.store.database import Database
from ouderapp.store.soundness import soundness
from tests.faults import recorder
from tests.faults.recorder import KINDS, Run
from tests.sealing.cheap import CHEAP, PASSPHRASE
from tests.store.renewal_run import PAPERS, REFUSED, write_letters

SCENARIO = "tests.store.renewal_run"
SEED, KILLED = 47, -9


@pytest.fixture(scope="module")
def vault(tmp_path_factory: pytest.TempPathFactory) -> tuple[Paths, tuple[str, ...]]:
    """A vault with three letters, and the words of its sheet."""
    paths = Paths(tmp_path_factory.mktemp("before") / "vault")
    made = keyfile.create(paths, PASSPHRASE, cheap=CHEAP)
    database = Database.open(paths, made.keys)
    database.run(write_letters)
    database.close()
    return paths, made.words


def ran_on(vault: Paths, library: Path, side: Path, at: int = 0, kind: str = "kill") -> Run:
    shutil.copytree(vault.vault, side / "vault")
    return recorder.run(library, SCENARIO, side / "vault", side, at=at, kind=kind)


def faults(paths: Paths, old_words: tuple[str, ...], told: list[str]) -> list[str]:
    """What is wrong with a vault that was left like this; the person knows what was told."""
    opened = keyfile.open_with_passphrase(paths, PASSPHRASE, cheap=CHEAP)
    opening = [one for one in (opened.keys, *opened.older) if opens_with(paths.store, one.db)]
    wrong = [] if len(opening) == 1 else [f"{len(opening)} keys open the store"]
    sheet = told[-1].split(" ")[1:] if told else old_words
    if not told or told[-1].startswith("kept"):
        by_words = keyfile.open_with_words(paths, sheet, cheap=CHEAP)
        wrong += [] if by_words.keys == opened.keys else ["the sheet opens another key"]
    database = Database.open(paths, renewal.settled(paths, opened))
    found = database.run(papers)
    wrong += [] if database.run(soundness).is_sound else ["the store is not sound"]
    database.close()
    return wrong if found == set(PAPERS) else [*wrong, "a letter is lost"]


def papers(session: Session) -> set[bytes]:
    blobs = Blobs(session.info["paths"], session.info["keys"])
    return {blobs.get(name) for name in session.scalars(sa.select(tables.Letter.pdf)) if name}


def test_wherever_it_stops_the_next_unlock_ends_it_and_nothing_is_lost(
    vault: tuple[Paths, tuple[str, ...]],
    library: Path,
    tmp_path: Path,
    rounds: Callable[[int, int], int],
) -> None:
    """X01, X03, Q06, Q07."""
    paths, words = vault
    (tmp_path / "whole").mkdir()
    whole = ran_on(paths, library, tmp_path / "whole")
    assert whole.code == 0, whole.said
    asked = sum(one.kind != "A" for one in whole.operations)
    every = [(at, kind) for at in range(1, asked + 1) for kind in KINDS]
    wrong = []
    for at, kind in random.Random(SEED).sample(every, min(len(every), rounds(8, 1_000_000))):
        side = tmp_path / f"{kind}-{at}"
        side.mkdir()
        ran = ran_on(paths, library, side, at, kind)
        if ran.code not in (0, REFUSED, KILLED):
            wrong.append(f"{kind} at {at}: {ran.said.strip().splitlines()[-1]}")
        left = Paths(side / "vault")
        wrong += [f"{kind} at {at}: {one}" for one in faults(left, words, ran.told)]
        shutil.rmtree(side)

    assert asked > 100
    assert wrong == []
