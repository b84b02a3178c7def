"""What the lock files pin: names, versions, where they hold, and their hashes."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib.metadata import Distribution, distributions
from pathlib import Path

from packaging.markers import Marker
from packaging.utils import canonicalize_name

from packaging.requirements import Requirement

REQUIREMENTS = Path(__file__).parent / "requirements"
RUN, DEV = REQUIREMENTS / "run.lock", REQUIREMENTS / "dev.lock"
OURS = "ouderapp"
# Whatever made the environment may have left these in it.
MAKERS = frozenset({"pip", "setuptools"})

_PIN = re.compile(r"([A-Za-z0-9_.-]+)==([^\s;]+)(?: ; ([^\\]+?))?(?: \\)?")
_HASH = re.compile(r"--hash=(sha256:[0-9a-f]{64})")


class LockUnsound(Exception):
    """A line of a lock file is no exact version, or comes without a hash."""


@dataclass(frozen=True)
class Pin:
    """One package at one version; `marker` says on which machines, empty for all."""

    name: str
    version: str
    marker: str
    hashes: tuple[str, ...]

    @property
    def is_for_here(self) -> bool:
        """Whether this machine needs it."""
        return not self.marker or Marker(self.marker).evaluate()


def pins_of(lock: str) -> list[Pin]:
    """Everything that the text of a lock pins; raises LockUnsound with the line."""
    found: list[Pin] = []
    for entry in re.sub(r"\\\n\s*", "", lock).splitlines():
        hashes = tuple(_HASH.findall(entry))
        pinned = _PIN.fullmatch(entry.split("--hash=")[0].rstrip())
        if pinned is None or not hashes or entry.count("--hash=") != len(hashes):
            raise LockUnsound(entry.split("--hash=")[0].strip())
        name, version, marker = pinned.groups()
        found.append(Pin(canonicalize_name(name), version, (marker or "").strip(), hashes))
    return found


def pinned_here(lock: Path) -> dict[str, str]:
    """Name and version of what a lock pins for this machine."""
    return {pin.name: pin.version for pin in pins_of(lock.read_text("utf-8")) if pin.is_for_here}


def installed() -> dict[str, Distribution]:
    """Every package of this environment by its name."""
    return {canonicalize_name(one.metadata["Name"]): one for one in distributions()}


def versions(packages: Mapping[str, Distribution]) -> dict[str, str]:
    """Name and version of these packages, without ouderapp and what made the environment."""
    left_out = {OURS, *MAKERS}
    return {name: one.version for name, one in packages.items() if name not in left_out}


def asked_by(package: Distribution) -> Iterator[str]:
    """The names of what a package needs on this machine."""
    for line in package.requires or ():
        asked = Requirement(line)
        if asked.marker is None or asked.marker.evaluate({"extra": ""}):
            yield canonicalize_name(asked.name)


def needed(packages: Mapping[str, Distribution], start: str = OURS) -> dict[str, str]:
    """Name and version of everything that a package needs, and what that needs in turn."""
    found: dict[str, str] = {}
    waiting = [*asked_by(packages[start])]
    while waiting:
        name = waiting.pop()
        if name not in found:
            found[name] = packages[name].version
            waiting += asked_by(packages[name])
    return found


def differences(one: Mapping[str, str], other: Mapping[str, str]) -> list[str]:
    """What differs between two lists of names and versions, in words; empty when equal."""
    return [
        f"{name}: {one.get(name, 'none')} and {other.get(name, 'none')}"
        for name in sorted({*one, *other})
        if one.get(name) != other.get(name)
    ]
