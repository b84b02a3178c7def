"""Every shortcut of the registry fires from the physical keys of a Belgian keyboard (Y20)."""

import os
import select
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import IO

import pytest

from ouderapp.ui.actions import ACTS
from tests.ui.belgian import belgian_screen, codes, on_display, press

ROOT = Path(__file__).parent.parent.parent
QWERTY_ONLY = {f"Ctrl+{digit}" for digit in range(1, 10)}
"""A digit needs Shift on this keyboard; each of these has a twin that does not."""
TEXT_FIRST = {"undo", "redo", "copy_rows", "saved"}
"""In a field these act on the text first, as everywhere."""


def keys_of(where: str) -> list[tuple[str, str]]:
    """Every action and each of its keys that must work there."""
    return [
        (act.id, keys)
        for act in ACTS
        if act.scope in ("window", "page") and not (where == "field" and act.id in TEXT_FIRST)
        for keys in act.keys
        if keys not in QWERTY_ONLY
    ]


@pytest.fixture(scope="module")
def display() -> Iterator[str]:
    """A screen of its own with a Belgian keyboard and a window manager."""
    with belgian_screen() as name:
        yield name


class Heard:
    """What the window says, line by line, as far as it comes within some seconds."""

    def __init__(self, told: IO[bytes]) -> None:
        self._told = told
        self._begun = b""

    def line(self, seconds: float = 5) -> str:
        """The next line, or nothing when none comes."""
        while b"\n" not in self._begun:
            if not select.select([self._told], [], [], seconds)[0]:
                return ""
            self._begun += os.read(self._told.fileno(), 4096)
        line, _newline, self._begun = self._begun.partition(b"\n")
        return line.decode()


@pytest.mark.parametrize("where", ["table", "field"])
def test_every_shortcut_fires_from_the_keys_themselves(display: str, where: str) -> None:
    """Y20."""
    expected = keys_of(where)
    with subprocess.Popen(
        [sys.executable, "-m", "tests.ui.azerty", where],
        cwd=ROOT,
        env=on_display(display),
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    ) as window:
        assert window.stdout is not None
        heard = Heard(window.stdout)
        assert heard.line(30) == "ready"
        fired = []
        for _act, keys in expected:
            press(display, codes(keys))
            fired.append((heard.line(), keys))
        window.terminate()

    assert fired == expected


def test_every_digit_has_a_twin_without_shift() -> None:
    """Y20."""
    twins = {act.id: act.keys for act in ACTS if QWERTY_ONLY & set(act.keys)}

    assert len(twins) == 9
    assert all(any(key[-1] in "&É\"'(§È!Ç" for key in keys) for keys in twins.values())


def test_no_key_stands_for_two_actions() -> None:
    keys = [key for act in ACTS if act.scope in ("window", "page") for key in act.keys]

    assert len(keys) == len(set(keys))


def test_keys_that_line_fields_swallow_under_x_are_not_used() -> None:
    """UX 0.3."""
    keys = {key for act in ACTS for key in act.keys}

    assert not keys & {"Ctrl+E", "Ctrl+U", "?", "/", "#", "@"}
