"""The event log of this laptop: codes, ids, numbers and places in the code, no words of people."""

import logging
import os
import re
import traceback
from logging.handlers import RotatingFileHandler
from pathlib import Path

from ouderapp.base import clock
from ouderapp.base.ids import is_id

FILE = "ouderapp.log"
LARGEST, OLD_ONES = 1_000_000, 2
_PACKAGE = Path(__file__).resolve().parent.parent
_CODE = re.compile(r"[a-z][a-z0-9_.-]{0,39}")
_log = logging.getLogger("ouderapp")


def start(folder: Path) -> None:
    """Write to a file in this folder from now on: three files of 1 MB, readable by one's own."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    stop()
    handler = _PrivateFile(folder / FILE, maxBytes=LARGEST, backupCount=OLD_ONES, encoding="utf-8")
    handler.setFormatter(logging.Formatter("%(message)s"))
    _log.addHandler(handler)
    _log.setLevel(logging.INFO)
    _log.propagate = False


def stop() -> None:
    """Close the file; later events go nowhere."""
    for handler in list(_log.handlers):
        _log.removeHandler(handler)
        handler.close()


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
    file = folder / FILE if folder else _open_file()
    if file is None or not file.exists():
        return ""
    return "\n".join(file.read_text(encoding="utf-8").splitlines()[-lines:])


def _open_file() -> Path | None:
    return next(
        (Path(one.baseFilename) for one in _log.handlers if isinstance(one, _PrivateFile)), None
    )


def _write(line: str) -> None:
    if _log.handlers:
        _log.info("%s %s", clock.now().strftime("%Y-%m-%dT%H:%M:%SZ"), line)


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


class _PrivateFile(RotatingFileHandler):
    """A log file that only its owner may read."""

    def _open(self):  # type: ignore[no-untyped-def]
        return open(  # noqa: SIM115, PTH123
            os.open(self.baseFilename, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600),
            "a",
            encoding="utf-8",
        )
