"""A screen of its own with a Belgian keyboard, and where each sign lies on it."""

import os
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

BY_MODIFIER = {"Ctrl": 37, "Shift": 50, "Alt": 64}
BY_NAME = {
    "Left": 113,
    "Right": 114,
    "Up": 111,
    "Down": 116,
    "PgUp": 112,
    "PgDown": 117,
    "F1": 67,
    "F6": 72,
    "Return": 36,
    "Esc": 9,
    "Tab": 23,
    "Space": 65,
    "Del": 119,
    **dict(zip("AZERTYUIOP", range(24, 34), strict=True)),
    **dict(zip("QSDFGHJKLM", range(38, 48), strict=True)),
    **dict(zip("WXCVBN", range(52, 58), strict=True)),
    **dict(zip("&É\"'(§È!Ç", range(10, 19), strict=True)),
    ",": 58,
    ";": 59,
    "=": 61,
    "-": 21,
}
"""Key codes of X: where a key lies, whatever is printed on it. Belgian layout, no AltGr."""
_SIGNS = {" ": "Space", ".": "Shift+;"} | {
    digit: f"Shift+{key}" for digit, key in zip("123456789", "&É\"'(§È!Ç", strict=True)
}


def codes(keys: str) -> list[str]:
    """The arguments of xdotool for `Ctrl+G, V`: each chord as key codes."""
    chords = keys.split(", ") if not keys.endswith(",") else [keys]
    return ["+".join(str(_code(part)) for part in _parts(chord)) for chord in chords]


def codes_of_text(text: str) -> list[str]:
    """The keys that write this text, one chord a sign."""
    return [codes(_key_of(sign))[0] for sign in text]


def press(display: str, chords: Sequence[str]) -> None:
    """Press these chords of key codes, one after the other."""
    command = ["xdotool", "key", "--delay", "3", *chords]
    subprocess.run(command, env=on_display(display), check=True)


def point_and_click(display: str, across: int, down: int) -> None:
    """Move the pointer to this place of the screen and press the left button."""
    command = ["xdotool", "mousemove", "--sync", str(across), str(down), "click", "1"]
    subprocess.run(command, env=on_display(display), check=True)


def on_display(display: str) -> dict[str, str]:
    """The surroundings of a program that draws on this screen."""
    return os.environ | {"DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}


@contextmanager
def belgian_screen() -> Iterator[str]:
    """An X server with a window manager and a Belgian keyboard; the name of its display."""
    reading, writing = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1366x768x24", "-noreset"],
        pass_fds=[writing],
        stderr=subprocess.DEVNULL,
    )
    os.close(writing)
    with os.fdopen(reading) as told:
        name = f":{told.readline().strip()}"
    surroundings = on_display(name)
    manager = subprocess.Popen(["openbox"], env=surroundings, stderr=subprocess.DEVNULL)
    subprocess.run(["setxkbmap", "be"], env=surroundings, check=True)
    try:
        yield name
    finally:
        for process in (manager, server):
            process.terminate()
            process.wait(10)


def _key_of(sign: str) -> str:
    return _SIGNS.get(sign) or (f"Shift+{sign}" if sign.isupper() else sign.upper())


def _parts(chord: str) -> list[str]:
    *modifiers, key = chord.split("+")
    return [*modifiers, key]


def _code(part: str) -> int:
    return BY_MODIFIER.get(part) or BY_NAME[part]
