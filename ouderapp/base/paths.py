"""Where things are: the folders of one run, made at start-up and passed along."""

from dataclasses import dataclass
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent.parent


def _shipped(name: str) -> Path:
    """A folder that travels inside the wheel, or lies beside the package in a checkout."""
    inside = _PACKAGE / name
    return inside if inside.is_dir() else _PACKAGE.parent / name


def resources_folder() -> Path:
    """Icons, fonts, style, words, letterheads, help, sample data."""
    return _shipped("resources")


def translations_folder() -> Path:
    """The gettext catalogues."""
    return _shipped("translations")


def own_vault(*, is_practice: bool = False) -> Path:
    """The vault of the person at this laptop, when no other folder is named."""
    # Not needed, and not imported, when a folder is named.
    from platformdirs import user_data_dir

    return Path(user_data_dir("ouderapp", appauthor=False)) / (
        "practice" if is_practice else "vault"
    )


@dataclass(frozen=True)
class Paths:
    """The files of one vault; `vault` is the folder that holds them all (SECURITY 4.2)."""

    vault: Path

    @property
    def key_file(self) -> Path:
        return self.vault / "vault.json"

    @property
    def store(self) -> Path:
        return self.vault / "store.db"

    @property
    def blobs(self) -> Path:
        return self.vault / "blobs"

    @property
    def outbox(self) -> Path:
        return self.vault / "outbox"

    @property
    def quarantine(self) -> Path:
        return self.vault / "quarantine"

    @property
    def backups(self) -> Path:
        return self.vault / "backups"

    @property
    def reserve(self) -> Path:
        return self.vault / "reserve.bin"

    @property
    def lock(self) -> Path:
        return self.vault / "lock"

    @property
    def log(self) -> Path:
        return self.vault / "log"
