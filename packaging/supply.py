"""What the program is made of: `inventory` (CycloneDX), `audit` of known weaknesses, `age`."""

import json
import sys
import tomllib
import uuid
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib.metadata import Distribution
from pathlib import Path
from typing import Any

import pins
from packaging.specifiers import SpecifierSet
from pins import REQUIREMENTS, RUN

ADVISORIES, MADE = REQUIREMENTS / "advisories.toml", REQUIREMENTS / "made.toml"
MONTHS_OF_A_PIN = 12
USE = """python packaging/supply.py inventory FILE   write the inventory of a release
python packaging/supply.py audit            name the packages with a known weakness
python packaging/supply.py age YEAR-MONTH   name the packages older than a year in that month"""


@dataclass(frozen=True)
class Advisory:
    """A weakness of a package; `affected` says in which versions."""

    id: str
    package: str
    affected: str
    what: str

    def hits(self, version: str) -> bool:
        """Whether this version has the weakness."""
        return SpecifierSet(self.affected).contains(version, prereleases=True)


def inventory(packages: Mapping[str, Distribution], lock: Path = RUN) -> dict[str, Any]:
    """The inventory of the program and what it runs on, in the form of CycloneDX 1.6.

    Names come from the lock, versions and licences from what is installed. The same packages give
    the same inventory: it holds no moment, and its number follows from its content.
    """
    names = sorted(pins.pinned_here(lock))
    program = packages[pins.OURS]
    listed = [_component(packages[name], name, "library") for name in names]
    told = {
        "metadata": {"component": _component(program, pins.OURS, "application")},
        "components": listed,
        "dependencies": [_tree(packages[name], name) for name in (pins.OURS, *names)],
    }
    number = uuid.uuid5(uuid.NAMESPACE_OID, json.dumps(told, sort_keys=True))
    return {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "serialNumber": f"urn:uuid:{number}",
        "version": 1,
        **told,
    }


def _component(package: Distribution, name: str, kind: str) -> dict[str, Any]:
    found: dict[str, Any] = {"type": kind, "bom-ref": name, "name": name}
    found |= {"version": package.version, "purl": f"pkg:pypi/{name}@{package.version}"}
    if "License-Expression" in package.metadata:
        found["licenses"] = [{"expression": package.metadata["License-Expression"]}]
    return found


def _tree(package: Distribution, name: str) -> dict[str, Any]:
    return {"ref": name, "dependsOn": sorted(set(pins.asked_by(package)))}


def advisories(text: str) -> list[Advisory]:
    """The weaknesses that are known here."""
    return [Advisory(**one) for one in tomllib.loads(text)["advisory"]]


def weaknesses(versions: Mapping[str, str], known: Sequence[Advisory]) -> Iterator[str]:
    """A line for each package that has a known weakness."""
    for one in known:
        version = versions.get(one.package)
        if version is not None and one.hits(version):
            yield f"{one.package} {version}: {one.id}, {one.what}"


def months_of(text: str) -> int:
    """A month such as `2026-11` as a number of months."""
    year, _dash, month = text.partition("-")
    return int(year) * 12 + int(month)


def old_pins(made: Mapping[str, Mapping[str, str]], month: str) -> Iterator[str]:
    """A line for each version that was made more than a year before this month."""
    for name, one in made.items():
        if months_of(month) - months_of(one["month"]) > MONTHS_OF_A_PIN:
            yield f"{name} {one['version']}: {one['month']}"


def main(words: list[str]) -> int:
    """Do one piece of work; 1 when the audit finds something."""
    match words:
        case ["inventory", file]:
            told = json.dumps(inventory(pins.installed()), indent=2, ensure_ascii=False)
            Path(file).write_text(f"{told}\n", "utf-8")
        case ["audit"]:
            text = ADVISORIES.read_text("utf-8")
            found = list(weaknesses(pins.versions(pins.installed()), advisories(text)))
            day = tomllib.loads(text)["gathered"]
            print("\n".join(found) or f"no package has a weakness that was known on {day}")
            return 1 if found else 0
        case ["age", month]:
            old = list(old_pins(tomllib.loads(MADE.read_text("utf-8")), month))
            print("\n".join(old) or "no package is older than a year")
        case _:
            print(USE)
            return 2
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
