"""Windows before the work, with an empty vault folder and a cheap key derivation."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from ouderapp.base.paths import Paths
from ouderapp.sealing.argon import Cost
from ouderapp.ui.background import Background
from ouderapp.ui.start import vaults
from tests.ui.windows import Windows

PHRASE = "fiets zolder kaas lamp wolk hemel"


class NoStore:
    """These windows never open the store."""

    written: frozenset[str] = frozenset()
    gathered: frozenset[str] = frozenset()

    def run(self, *_work: object) -> None:
        raise AssertionError("the store was asked")

    def close(self) -> None:
        """Nothing was open."""


@pytest.fixture(autouse=True)
def _cheap(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(vaults, "cheap", Cost(8, 1))


@pytest.fixture
def empty(tmp_path: Path) -> Paths:
    """A folder in which nothing was made yet."""
    folder = tmp_path / "vault"
    folder.mkdir(mode=0o700)
    return Paths(folder)


@pytest.fixture
def made(empty: Paths) -> tuple[str, ...]:
    """The recovery words of a vault that is in use, opened by PHRASE."""
    words = vaults.make_vault(empty, PHRASE).words
    empty.store.write_bytes(b"in use")
    return words


@pytest.fixture
def work(app: QApplication) -> Iterator[Background]:
    """The thread of the work, without a store."""
    assert app is not None
    background = Background(NoStore)
    yield background
    assert background.finish(20)


@pytest.fixture
def windows(work: Background) -> Iterator[Windows]:
    """Whatever window is open, driven by its words."""
    driven = Windows(work)
    yield driven
    driven.close()
