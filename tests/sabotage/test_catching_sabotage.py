"""Every line that keeps a promise has a test that notices when it is weakened (SECURITY 14)."""

import ast
import random
from pathlib import Path

import pytest

from tests.house_rules import ROOT
from tests.sabotage.a_copy import FAILED, PASSED, Copy
from tests.sabotage.listed import Sabotage, listed

SEED, DRAWN, AT_LEAST = 7, 10, 50


def chosen_for(config: pytest.Config) -> list[Sabotage]:
    """Ten drawn by a fixed seed; every one with `--full`."""
    every = listed()
    return every if config.getoption("--full") else random.Random(SEED).sample(every, DRAWN)


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if "sabotage" in metafunc.fixturenames:
        metafunc.parametrize("sabotage", chosen_for(metafunc.config), ids=lambda one: one.name)


@pytest.fixture(scope="module")
def chosen(request: pytest.FixtureRequest) -> list[Sabotage]:
    """Those of this run."""
    return chosen_for(request.config)


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Copy:
    """The program and its tests, to be weakened."""
    return Copy(tmp_path_factory.mktemp("sabotage"))


def test_a_weakened_program_is_noticed(copy: Copy, sabotage: Sabotage) -> None:
    with copy.weakened(sabotage):
        code, said = copy.test(sabotage.tests)

    assert code == FAILED, said


def test_the_program_as_it_is_passes_the_same_tests(copy: Copy, chosen: list[Sabotage]) -> None:
    every = sorted({test for sabotage in chosen for test in sabotage.tests})

    code, said = copy.test(every)

    assert code == PASSED, said


def test_a_run_that_meets_another_source_is_no_answer(tmp_path: Path) -> None:
    (tmp_path / "ouderapp").symlink_to(ROOT / "ouderapp", target_is_directory=True)
    (tmp_path / "tests").symlink_to(ROOT / "tests", target_is_directory=True)

    code, said = Copy.elsewhere(tmp_path).test(["tests/sealing/test_reading_six_words.py"])

    assert code not in (PASSED, FAILED)
    assert "not the copy that was weakened" in said


def test_the_list_is_long_enough_and_names_each_only_once() -> None:
    names = [sabotage.name for sabotage in listed()]

    assert len(names) >= AT_LEAST
    assert len(set(names)) == len(names)


@pytest.mark.parametrize("sabotage_", listed(), ids=lambda one: one.name)
def test_every_sabotage_fits_the_source_of_today(sabotage_: Sabotage) -> None:
    source = (ROOT / sabotage_.file).read_text("utf-8")

    weakened = sabotage_.applied(source)

    assert ast.dump(ast.parse(weakened)) != ast.dump(ast.parse(source))


def test_a_sabotage_that_fits_nowhere_is_noticed() -> None:
    lost = Sabotage("lost", "ouderapp/app.py", "no such line", "", ())

    with pytest.raises(ValueError, match="0 times"):
        lost.applied((ROOT / lost.file).read_text("utf-8"))
