"""The recorder, built once, and one whole month that was written down."""

from pathlib import Path

import pytest

from tests.faults import recorder
from tests.faults.recorder import Run

MONTH = "tests.faults.a_month"


@pytest.fixture(scope="session")
def library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The recorder; without a compiler every test of the faults fails and says so."""
    return recorder.built(tmp_path_factory.mktemp("recorder"))


@pytest.fixture(scope="session")
def vaults(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the month that is recorded lies."""
    return tmp_path_factory.mktemp("month") / "vaults"


@pytest.fixture(scope="session")
def month(library: Path, vaults: Path, tmp_path_factory: pytest.TempPathFactory) -> Run:
    """The month in which nothing went wrong."""
    ran = recorder.run(library, MONTH, vaults, tmp_path_factory.mktemp("aside"))
    assert ran.code == 0, ran.said
    return ran
