"""What a person installs: the wheel carries the whole program and runs outside the checkout."""

import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest

import ouderapp

ROOT = Path(__file__).parents[2]
ENTRY = (
    "import sys; from importlib.metadata import entry_points; sys.argv[0] = 'ouderapp';"
    "sys.exit(entry_points(group='console_scripts')['ouderapp'].load()())"
)


def build(folder: Path) -> Path:
    """A wheel made from the source archive, as a packager makes it."""
    command = [sys.executable, "-m", "build", "--no-isolation", "--outdir", str(folder), str(ROOT)]
    subprocess.run(command, check=True, capture_output=True)
    return next(folder.glob("*.whl"))


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(tmp_path_factory.mktemp("wheel"))


@pytest.fixture(scope="module")
def python(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A fresh environment with the wheel in it; what it depends on is borrowed from ours."""
    folder = tmp_path_factory.mktemp("venv")
    venv.create(folder, with_pip=False, symlinks=True)
    packages = next(folder.glob("lib/python*/site-packages"))
    zipfile.ZipFile(wheel).extractall(packages)
    (packages / "borrowed.pth").write_text(sysconfig.get_path("purelib"))
    return folder / "bin/python"


def answer(python: Path, *words: str) -> str:
    command = [str(python), "-c", ENTRY, *words]
    done = subprocess.run(command, cwd=python.parent, capture_output=True, encoding="utf-8")
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_the_installed_program_says_its_version(python: Path) -> None:
    assert answer(python, "--version") == f"ouderapp {ouderapp.__version__}\n"


def test_the_installed_program_speaks_dutch(python: Path) -> None:
    assert "Opent ouderapp" in answer(python, "--help")


def test_every_resource_travels_inside_the_wheel(wheel: Path) -> None:
    inside = set(zipfile.ZipFile(wheel).namelist())

    lying = [path for path in (ROOT / "resources").rglob("*") if path.is_file()]

    assert lying
    assert {f"ouderapp/{path.relative_to(ROOT).as_posix()}" for path in lying} <= inside
    assert "ouderapp/translations/nl_BE/LC_MESSAGES/ouderapp.mo" in inside


def test_the_same_source_gives_the_same_wheel(wheel: Path, tmp_path: Path) -> None:
    assert build(tmp_path).read_bytes() == wheel.read_bytes()
