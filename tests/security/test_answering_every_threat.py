"""Every threat has a test that shows its defence, or says openly what is missing (X12)."""

import ast
from functools import cache

import pytest

from tests.house_rules import ROOT
from tests.security.threats import THREATS, Threat

ROWS = 31
"""So many rows has the table of the threat model (SECURITY 3)."""
STILL_OPEN = 12
"""It only ever becomes less: whoever closes one writes the smaller number here."""
PAGE = ROOT / "tests/security/ASVS.md"


@cache
def names_in(file: str) -> frozenset[str]:
    """The names of all tests of a file."""
    tree = ast.parse((ROOT / "tests" / file).read_text(encoding="utf-8"))
    functions = (node for node in tree.body if isinstance(node, ast.FunctionDef))
    return frozenset(one.name for one in functions if one.name.startswith("test_"))


def is_there(test: str) -> bool:
    file, _colons, name = test.partition("::")
    return (ROOT / "tests" / file).is_file() and name in names_in(file)


@pytest.mark.parametrize("threat", THREATS, ids=lambda threat: threat.key)
def test_a_threat_has_tests_that_are_there_or_is_told_open(threat: Threat) -> None:
    assert [test for test in threat.tests if not is_there(test)] == []
    assert threat.tests or threat.open


def test_no_row_of_the_threat_model_is_left_out() -> None:
    assert len({threat.key for threat in THREATS}) == len(THREATS) == ROWS


def test_what_is_still_open_becomes_less() -> None:
    missing = [threat.key for threat in THREATS if threat.open]

    assert len(missing) == STILL_OPEN, missing


def test_every_test_that_the_table_of_requirements_names_is_there() -> None:
    lines = PAGE.read_text(encoding="utf-8").splitlines()
    named = {
        word.strip("`,")
        for line in lines
        if line.startswith("|")
        for word in line.split()
        if word.startswith("`tests/")
    }

    assert len(named) >= 15
    assert [name for name in named if not (ROOT / name).exists()] == []


def test_a_test_that_is_gone_is_noticed() -> None:
    assert not is_there("security/test_answering_every_threat.py::test_that_was_never_written")
    assert not is_there("security/test_of_nothing.py::test_anything")
