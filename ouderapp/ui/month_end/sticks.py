"""Which sticks are in the laptop now; a person may always choose another folder."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QStorageInfo, QSysInfo

from ouderapp.base.i18n import _, mark

STICK = mark("Stick: {name}")
# Where Linux desktops and macOS put what somebody plugs in.
MOUNTED_UNDER = ("/media/", "/run/media/", "/Volumes/")


@dataclass(frozen=True)
class Stick:
    """A place to write to, and its words on screen."""

    folder: Path
    words: str


def sticks() -> list[Stick]:
    """The removable places, by name; on Windows every drive but the system's own."""
    return chosen_from(QStorageInfo.mountedVolumes(), QSysInfo.productType() == "windows")


def chosen_from(volumes: Iterable[QStorageInfo], is_windows: bool) -> list[Stick]:
    """The sticks among these volumes."""
    system = QStorageInfo.root().rootPath()
    found = []
    for volume in volumes:
        root = volume.rootPath()
        is_stick = root != system if is_windows else root.startswith(MOUNTED_UNDER)
        if is_stick and volume.isValid() and volume.isReady():
            found.append(stick_at(Path(root), volume.displayName()))
    return sorted(found, key=lambda one: one.words)


def stick_at(folder: Path, name: str = "") -> Stick:
    """A folder as it stands in the list."""
    shown = name if name and name != str(folder) else folder.name or str(folder)
    return Stick(folder, _(STICK).format(name=shown))
