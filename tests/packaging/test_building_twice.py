"""Two builds of one source are the same bytes, whoever builds, where and when (X11)."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LEFT_OUT = (".git", ".venv", ".*_cache", ".hypothesis", "__pycache__", "build", "dist", "*.mo")
LONG_AGO = 978_307_200
"""The first moment of 2001."""


def copy(source: Path, folder: Path) -> Path:
    """The source in a folder of its own, every file of it made now."""
    left_out = shutil.ignore_patterns(*LEFT_OUT)
    return Path(shutil.copytree(source, folder, ignore=left_out, copy_function=shutil.copyfile))


def set_back(folder: Path) -> None:
    """Every file of the folder many years older."""
    for file in folder.rglob("*"):
        os.utime(file, (LONG_AGO, LONG_AGO))


def builds(folder: Path, **surroundings: str) -> dict[str, bytes]:
    """Source archive and wheel by name."""
    subprocess.run(
        [sys.executable, "-m", "build", "--no-isolation", "--outdir", "dist", "."],
        cwd=folder,
        env={**os.environ, **surroundings},
        check=True,
        capture_output=True,
    )
    return {file.name: file.read_bytes() for file in (folder / "dist").iterdir()}


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The source as it is at this moment, from which every build takes its copy."""
    return copy(ROOT, tmp_path_factory.mktemp("source") / "ouderapp")


@pytest.fixture(scope="module")
def first(source: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The first build."""
    folder = copy(source, tmp_path_factory.mktemp("one") / "a")
    return builds(folder, PYTHONHASHSEED="1", TZ="UTC")


def test_another_folder_zone_mask_and_moment_give_the_same_bytes(
    first: dict[str, bytes], source: Path, tmp_path: Path
) -> None:
    before = os.umask(0o077)
    folder = copy(source, tmp_path / "a folder of another name")
    set_back(folder)

    second = builds(folder, PYTHONHASHSEED="2", TZ="Pacific/Auckland")

    os.umask(before)
    assert sorted(Path(name).suffix for name in first) == [".gz", ".whl"]
    assert first.keys() == second.keys()
    assert [name for name in first if first[name] != second[name]] == []


def test_a_build_that_carries_the_moment_of_its_files_is_noticed(
    first: dict[str, bytes], source: Path, tmp_path: Path
) -> None:
    folder = copy(source, tmp_path / "other")
    text = (folder / "pyproject.toml").read_text()
    marked = text.replace("[tool.hatch.build]\n", "[tool.hatch.build]\nreproducible = false\n")
    (folder / "pyproject.toml").write_text(marked)

    second = builds(folder)

    (wheel,) = [name for name in first if name.endswith(".whl")]
    assert first[wheel] != second[wheel]
