"""A vault with a key file that opens cheaply, made once and copied for each test."""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from ouderapp.base.paths import Paths
from ouderapp.sealing import keyfile
from ouderapp.sealing.argon import Cost
from ouderapp.sealing.derive import Keys
from ouderapp.store.database import Database

PHRASE = "appel boom citroen dadel eik framboos"
CHEAP = Cost(8, 1)


@dataclass(frozen=True)
class Vault:
    """A vault, its keys, and the words of its sheet."""

    paths: Paths
    keys: Keys
    words: tuple[str, ...]

    def at(self, folder: Path) -> "Vault":
        """A copy of it in another folder."""
        shutil.copytree(self.paths.vault, folder)
        return replace(self, paths=Paths(folder))

    def opened(self) -> Database:
        """Its store."""
        return Database.open(self.paths, self.keys)


def a_vault(folder: Path) -> Vault:
    """A new vault with an empty store."""
    paths = Paths(folder)
    created = keyfile.create(paths, PHRASE, cheap=CHEAP)
    Database.open(paths, created.keys).close()
    return Vault(paths, created.keys, created.words)


@pytest.fixture(scope="session")
def empty_vault(tmp_path_factory: pytest.TempPathFactory) -> Vault:
    """The one that is copied."""
    return a_vault(tmp_path_factory.mktemp("vault") / "vault")


@pytest.fixture
def vault(empty_vault: Vault, tmp_path: Path) -> Vault:
    """A vault of one's own."""
    return empty_vault.at(tmp_path / "vault")


@pytest.fixture
def work(vault: Vault) -> Iterator[Database]:
    """Its open store."""
    opened = vault.opened()
    yield opened
    opened.close()


def content_of(folder: Path) -> dict[str, bytes]:
    """Every file below a folder that is not a backup, with its bytes."""
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and "backups" not in path.parts
    }
