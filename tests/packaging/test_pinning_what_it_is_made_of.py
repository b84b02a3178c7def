"""What the program is made of is pinned, listed, and free of weaknesses that are known (X11)."""

import json
import tomllib
from importlib.metadata import Distribution
from pathlib import Path

import pins
import pytest
import supply

LOCKS = sorted(pins.REQUIREMENTS.glob("*.lock"))


@pytest.fixture(scope="module")
def packages() -> dict[str, Distribution]:
    """What is installed beside the program."""
    return pins.installed()


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.stem)
def test_every_package_of_a_lock_has_an_exact_version_and_hashes(lock: Path) -> None:
    found = pins.pins_of(lock.read_text("utf-8"))

    assert len({pin.name for pin in found}) == len(found) > 20
    assert all(pin.hashes for pin in found)


@pytest.mark.parametrize(
    "line",
    [
        "six==1.17.0\n",
        f"six>=1.17.0 \\\n    --hash=sha256:{'0' * 64}\n",
        "six==1.17.0 \\\n    --hash=md5:0123456789abcdef0123456789abcdef\n",
        f"six @ file:six.whl \\\n    --hash=sha256:{'0' * 64}\n",
    ],
)
def test_a_package_without_exact_version_or_hash_is_noticed(line: str) -> None:
    whole = pins.RUN.read_text("utf-8")

    with pytest.raises(pins.LockUnsound):
        pins.pins_of(whole + line)


def test_exactly_what_the_lock_pins_is_installed(packages: dict[str, Distribution]) -> None:
    versions = pins.versions(packages)

    assert pins.differences(versions, pins.pinned_here(pins.DEV)) == []


def test_what_the_program_needs_is_exactly_what_its_lock_pins(
    packages: dict[str, Distribution],
) -> None:
    assert pins.differences(pins.needed(packages), pins.pinned_here(pins.RUN)) == []


def test_a_package_too_many_too_few_or_at_another_version_is_noticed() -> None:
    pinned = pins.pinned_here(pins.RUN)
    found = {**pinned, "six": "1.16.0", "stranger": "1.0"}
    del found["babel"]

    told = pins.differences(found, pinned)

    assert [line.split(":")[0] for line in told] == ["babel", "six", "stranger"]


def test_the_inventory_is_what_is_installed(packages: dict[str, Distribution]) -> None:
    told = json.loads(json.dumps(supply.inventory(packages)))

    listed = {one["name"]: one["version"] for one in told["components"]}
    refs = [one["ref"] for one in told["dependencies"]]
    assert (told["bomFormat"], told["specVersion"]) == ("CycloneDX", "1.6")
    assert pins.differences(listed, pins.needed(packages)) == []
    assert refs == [pins.OURS, *listed]
    assert all(one["purl"].startswith("pkg:pypi/") for one in told["components"])
    for one in told["dependencies"]:
        assert set(one["dependsOn"]) <= listed.keys()


def test_the_same_packages_give_the_same_inventory(packages: dict[str, Distribution]) -> None:
    shuffled = dict(reversed(packages.items()))

    assert supply.inventory(packages) == supply.inventory(shuffled)


def test_no_installed_package_has_a_known_weakness(packages: dict[str, Distribution]) -> None:
    known = supply.advisories(supply.ADVISORIES.read_text("utf-8"))

    assert known
    assert list(supply.weaknesses(pins.versions(packages), known)) == []


def test_a_weakness_in_an_installed_package_is_noticed(packages: dict[str, Distribution]) -> None:
    versions = pins.versions(packages)
    planted = supply.Advisory("CVE-0000-0001", "pynacl", f"<={versions['pynacl']}", "planted")

    assert list(supply.weaknesses(versions, [planted])) == [
        f"pynacl {versions['pynacl']}: CVE-0000-0001, planted"
    ]


def test_the_month_of_every_version_that_the_program_runs_on_is_known() -> None:
    made = tomllib.loads(supply.MADE.read_text("utf-8"))

    versions = {name: one["version"] for name, one in made.items()}
    every = {pin.name: pin.version for pin in pins.pins_of(pins.RUN.read_text("utf-8"))}
    assert pins.differences(versions, every) == []


def test_a_version_older_than_a_year_is_named() -> None:
    made = {
        "young": {"version": "2.0", "month": "2025-11"},
        "old": {"version": "1.0", "month": "2025-10"},
    }

    assert list(supply.old_pins(made, "2026-11")) == ["old 1.0: 2025-10"]
