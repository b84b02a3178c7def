"""Putting a proved store in the place of the present one, whatever happens halfway."""

from pathlib import Path

from ouderapp.base.clock import local_now
from ouderapp.base.paths import Paths
from ouderapp.sealing.atomic import make_folder, patiently, sync_folder

DECIDED, ARRIVING = "restored", "restored.arriving"
"""A folder of the first name is the decision: the present store leaves, then the other comes."""
ASIDE = "set-aside"
LEAVING = "set-aside.leaving"
STAYS = {"backups", "lock", "log", "reserve.bin", DECIDED, ARRIVING}
"""What is of the folder and not of the store."""


def is_halfway(paths: Paths) -> bool:
    """Whether a restore was decided that has not come to its end."""
    return (paths.vault / DECIDED).is_dir() or (paths.vault / ARRIVING).is_dir()


def decide(paths: Paths, staged: Path) -> None:
    """From here on the staged folder is what the vault will hold; it must be synced and whole."""
    patiently(lambda: staged.rename(paths.vault / DECIDED))
    sync_folder(paths.vault)


def finish(paths: Paths) -> None:
    """Go on with a restore that was decided. The store must be closed; does nothing without one.

    May be called again after it was stopped anywhere.
    """
    decided, arriving = paths.vault / DECIDED, paths.vault / ARRIVING
    if decided.is_dir():
        _set_aside(paths.vault, paths.vault / LEAVING)
        patiently(lambda: decided.rename(arriving))
        sync_folder(paths.vault)
    if arriving.is_dir():
        _bring_in(arriving, paths.vault)


def set_aside_folders(paths: Paths) -> list[Path]:
    """The stores that were set aside, newest first."""
    return sorted(paths.vault.glob(f"{ASIDE}-*"), reverse=True)


def _set_aside(vault: Path, leaving: Path) -> None:
    make_folder(leaving)
    for one in sorted(vault.iterdir(), key=_store_last):
        if one.name not in STAYS and not one.name.startswith((".", ASIDE)):
            _move(one, leaving)
    sync_folder(leaving)
    if any(leaving.iterdir()):
        patiently(lambda: leaving.rename(_dated(vault)))
    else:
        leaving.rmdir()
    sync_folder(vault)


def _dated(vault: Path) -> Path:
    """A name that is free: nothing that was set aside is ever written over."""
    name, number = f"{ASIDE}-{local_now():%Y%m%d-%H%M%S}", 1
    while (vault / name).exists():
        number += 1
        name = f"{name.partition('.')[0]}.{number}"
    return vault / name


def _bring_in(arriving: Path, vault: Path) -> None:
    for one in sorted(arriving.iterdir(), key=_store_last):
        _move(one, vault)
    sync_folder(vault)
    sync_folder(arriving)
    arriving.rmdir()
    sync_folder(vault)


def _store_last(path: Path) -> tuple[bool, str]:
    return (path.name == "store.db", path.name)


def _move(one: Path, folder: Path) -> None:
    target = folder / one.name
    patiently(lambda: one.replace(target))
