"""The event log of this laptop: codes, ids, numbers and places in the code, no words of people."""

import os
import re
import traceback
from pathlib import Path

from ouderapp.base import clock
from ouderapp.base.ids import is_id

FILE = "ouderapp.log"
LARGEST, FILES = 1_000_000, 3
_PACKAGE = Path(__file__).resolve().parent.parent
_CODE = re.compile(r"[a-z][a-z0-9_.-]{0,39}")
_folder: Path | None = None


def start(folder: Path) -> None:
    """Write to a file in this folder from now on: three files of 1 MB, readable by one's own."""
    global _folder
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    _folder = folder


def stop() -> None:
    """Later events go nowhere."""
    global _folder
    _folder = None


def event(code: str, **facts: object) -> None:
    """Note that something happened. A fact that is no number, id or code is written as `-`."""
    told = " ".join(f"{name}={_safe(value)}" for name, value in facts.items())
    _write(f"{_safe(code)} {told}".rstrip())


def bug(error: BaseException) -> None:
    """Note the class of an exception and where it came by; its message is left out."""
    places = traceback.extract_tb(error.__traceback__)
    way = " < ".join(f"{_short(frame.filename)}:{frame.lineno}" for frame in reversed(places))
    _write(f"bug {type(error).__module__}.{type(error).__name__} {way}")
    if error.__cause__ is not None:
        bug(error.__cause__)


def newest(folder: Path | None = None, lines: int = 200) -> str:
    """The last lines of the log, to give to whoever helps: nothing in them names a person."""
    place = folder or _folder
    file = place / FILE if place else None
    if file is None or not file.exists():
        return ""
    return "\n".join(file.read_text(encoding="utf-8").splitlines()[-lines:])


def _write(line: str) -> None:
    """Add a line; a disk that is full or gone must not stop the work."""
    if _folder is None:
        return
    stamp = clock.now().strftime("%Y-%m-%dT%H:%M:%SZ")
    try:
        _make_room(_folder)
        way = os.O_WRONLY | os.O_CREAT | os.O_APPEND
        with os.fdopen(os.open(_folder / FILE, way, 0o600), "a", encoding="utf-8") as file:
            file.write(f"{stamp} {line}\n")
    except OSError:
        return


def _make_room(folder: Path) -> None:
    """Put a full file aside; the oldest one goes away."""
    file = folder / FILE
    if not file.exists() or file.stat().st_size < LARGEST:
        return
    for number in range(FILES - 1, 1, -1):
        older = folder / f"{FILE}.{number - 1}"
        if older.exists():
            older.replace(folder / f"{FILE}.{number}")
    file.replace(folder / f"{FILE}.1")


def _safe(value: object) -> str:
    if isinstance(value, (bool, int)) or is_id(value):
        return str(value)
    text = str(value) if isinstance(value, str) else ""
    return text if _CODE.fullmatch(text) else "-"


def _short(file: str) -> str:
    """A place in the code without the folders of this laptop, which may name somebody."""
    path = Path(file)
    if path.is_relative_to(_PACKAGE):
        return path.relative_to(_PACKAGE.parent).as_posix()
    return "/".join(path.parts[-2:])
