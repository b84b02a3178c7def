"""A vault with a cheap derivation, for every test of sealing that needs one."""

from pathlib import Path

import pytest

from ouderapp.base.paths import Paths
from ouderapp.sealing.keyfile import Created, create
from tests.sealing.cheap import CHEAP, PASSPHRASE


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    """The folder of a vault that is not made yet."""
    return Paths(tmp_path / "vault")


@pytest.fixture
def made(paths: Paths) -> Created:
    """A new vault in that folder."""
    return create(paths, PASSPHRASE, cheap=CHEAP)
