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

ROOT = Path(__file__).parent.parent.parent
BY_MODIFIER = {"Ctrl": 37, "Shift": 50, "Alt": 64}
BY_NAME = {
    "Left": 113,
    "Right": 114,
    "PgUp": 112,
    "PgDown": 117,
    "F1": 67,
    "F6": 72,
    **dict(zip("AZERTYUIOP", range(24, 34), strict=True)),
    **dict(zip("QSDFGHJKLM", range(38, 48), strict=True)),
    **dict(zip("WXCVBN", range(52, 58), strict=True)),
    **dict(zip("&É\"'(§È!Ç", range(10, 19), strict=True)),
    ",": 58,
    "=": 61,
    "-": 21,
}
"""Key codes of X: where a key lies, whatever is printed on it. Belgian layout, no AltGr."""

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


def codes(keys: str) -> list[str]:
    """The arguments of xdotool for `Ctrl+G, V`: each chord as key codes."""
    chords = keys.split(", ") if not keys.endswith(",") else [keys]
    return ["+".join(str(_code(part)) for part in _parts(chord)) for chord in chords]


def _parts(chord: str) -> list[str]:
    *modifiers, key = chord.split("+")
    return [*modifiers, key]


def _code(part: str) -> int:
    return BY_MODIFIER.get(part) or BY_NAME[part]


@pytest.fixture(scope="module")
def display() -> Iterator[str]:
    """A screen of its own with a Belgian keyboard and a window manager."""
    reading, writing = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1366x768x24", "-noreset"],
        pass_fds=[writing],
        stderr=subprocess.DEVNULL,
    )
    os.close(writing)
    with os.fdopen(reading) as told:
        name = f":{told.readline().strip()}"
    manager = subprocess.Popen(["openbox"], env=_on(name), stderr=subprocess.DEVNULL)
    subprocess.run(["setxkbmap", "be"], env=_on(name), check=True)
    yield name
    for process in (manager, server):
        process.terminate()
        process.wait(10)


def _on(display: str) -> dict[str, str]:
    return os.environ | {"DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}


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


def press(display: str, keys: str) -> None:
    """The keys, one chord after the other."""
    for chord in codes(keys):
        subprocess.run(["xdotool", "key", chord], env=_on(display), check=True)


@pytest.mark.parametrize("where", ["table", "field"])
def test_every_shortcut_fires_from_the_keys_themselves(display: str, where: str) -> None:
    """Y20."""
    expected = keys_of(where)
    with subprocess.Popen(
        [sys.executable, "-m", "tests.ui.azerty", where],
        cwd=ROOT,
        env=_on(display),
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    ) as window:
        assert window.stdout is not None
        heard = Heard(window.stdout)
        assert heard.line(30) == "ready"
        fired = []
        for _act, keys in expected:
            press(display, keys)
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
