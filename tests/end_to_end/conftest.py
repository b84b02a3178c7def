"""The main job on the story, done once for all tests of this folder."""

from pathlib import Path

import pytest

from ouderapp.base import i18n
from ouderapp.demo.main_job import Result, run
from ouderapp.sealing.argon import Cost


@pytest.fixture(autouse=True)
def _dutch() -> None:
    i18n.install()


@pytest.fixture(scope="session")
def done(tmp_path_factory: pytest.TempPathFactory) -> Result:
    """Everything that the main job made of the story; the pictures have a test of their own."""
    i18n.install()
    cheap = Cost(8, 1)
    return run(tmp_path_factory.mktemp("demo") / "out", pictures=False, cheap=cheap)


@pytest.fixture(scope="session")
def out(done: Result) -> Path:
    """The folder with the results."""
    return done.out
