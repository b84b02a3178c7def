"""Makes the environment that the program and its tests stand on; standard library only."""

import hashlib
import importlib.util
import os
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = str(VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python"))
LOCK = ROOT / "packaging/requirements/dev.lock"
STAMP = VENV / "ground.stamp"
OLDEST = (3, 11)

# What Qt's wheels expect of Debian, each found by starting in a bare system without it.
SYSTEM_PACKAGES = (
    *("libglib2.0-0", "libgl1", "libegl1", "libfontconfig1", "libdbus-1-3"),
    *("libxkbcommon0", "libgssapi-krb5-2"),
    # a window on X11
    *("libxcb-cursor0", "libxkbcommon-x11-0", "libxcb-icccm4", "libxcb-keysyms1", "libxcb-shape0"),
    "libcups2",  # printing
    "poppler-utils",  # the tests read our PDFs with somebody else's eyes
    "age",  # and open our bundles with somebody else's tool
    *("xvfb", "openbox", "x11-xkb-utils", "xdotool"),  # they press the keys of a Belgian keyboard
    *("gcc", "libc6-dev"),  # the tests build a recorder of what is asked of the disk
)


class NotReady(Exception):
    """Why the environment cannot be made here, in words for the person at the keyboard."""


def prepare() -> None:
    """Bring system packages, .venv and catalogues up to date; quick when they already are."""
    if sys.version_info < OLDEST:
        raise NotReady("ouderapp needs Python 3.11 or newer.")
    missing = missing_system_packages()
    if missing:
        install_system_packages(missing)
    if not STAMP.exists() or STAMP.read_text() != wanted():
        make_venv()
        install_locked()
        install_ouderapp()
        STAMP.write_text(wanted())
    compile_catalogues()


def wanted() -> str:
    """A fingerprint of everything that decides what stands in .venv."""
    parts = (LOCK.read_bytes(), (ROOT / "pyproject.toml").read_bytes(), sys.version.encode())
    return hashlib.sha256(b"\0".join(parts)).hexdigest()


def missing_system_packages() -> list[str]:
    """The Debian packages that are not there; empty on other systems."""
    if not shutil.which("dpkg-query"):
        return []
    form = "${db:Status-Status}\t${Package}, ${Provides}\n"
    answer = subprocess.run(["dpkg-query", "-W", "-f", form], capture_output=True, text=True)
    rows = (line.split("\t") for line in answer.stdout.splitlines())
    names = ",".join(row[1] for row in rows if row[0] == "installed").split(",")
    present = {name.split("(")[0].strip() for name in names}
    needed = SYSTEM_PACKAGES if can_make_venv() else (*SYSTEM_PACKAGES, "python3-venv")
    return [name for name in needed if name not in present]


def install_system_packages(missing: list[str]) -> None:
    """As root: with apt-get. As anybody else, or without a network: say the line and go on."""
    command = ["apt-get", "install", "-y", "--no-install-recommends", *missing]
    if os.geteuid() == 0:
        quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        print(f"Installing system packages: {' '.join(missing)}", flush=True)
        for words in (["apt-get", "update"], command):
            done = subprocess.run(words, env=quiet, capture_output=True, text=True)
            if done.returncode:
                print(done.stdout + done.stderr)
        if not done.returncode:
            return
    line = f"sudo {shlex.join(command)}"
    print(f"These system packages are missing. Run this once:\n  {line}", flush=True)


def can_make_venv() -> bool:
    """Whether some way is there to get packages into a fresh environment."""
    found = map(importlib.util.find_spec, ("ensurepip", "pip"))
    return bool(shutil.which("uv")) or any(found) or Path(PYTHON).exists()


def make_venv() -> None:
    """An empty .venv, unless there is one that works with this Python."""
    if Path(PYTHON).exists():
        version = "import sys; print(sys.version)"
        answer = subprocess.run([PYTHON, "-c", version], capture_output=True, text=True)
        if answer.stdout.strip() == sys.version:
            return
        shutil.rmtree(VENV)
    if shutil.which("uv"):
        call(["uv", "venv", "--quiet", "--python", sys.executable, str(VENV)])
        return
    importlib.invalidate_caches()
    if importlib.util.find_spec("ensurepip"):
        call([sys.executable, "-m", "venv", str(VENV)])
    elif importlib.util.find_spec("pip"):
        call([sys.executable, "-m", "venv", "--without-pip", str(VENV)])
    else:
        raise NotReady("Python cannot make an environment here. Install python3-venv first.")


def install_locked() -> None:
    """Exactly the packages of the lock, wheels only, every hash checked, modules compiled."""
    print("Installing the packages of packaging/requirements/dev.lock", flush=True)
    checked = ["--require-hashes", "--only-binary", ":all:", "--no-deps", "-r", str(LOCK)]
    call([*installer(), *checked])


def install_ouderapp() -> None:
    """ouderapp itself, editable, without asking the network for anything."""
    local = ["--no-deps", "--no-build-isolation", "--no-index", "--editable", str(ROOT)]
    call([*installer(), *local])


def installer() -> list[str]:
    """The words that install into .venv: uv when it is there, pip otherwise."""
    if shutil.which("uv"):
        return ["uv", "pip", "install", "--quiet", "--compile-bytecode", "--python", PYTHON]
    pip = ["-m", "pip", "--quiet", "--disable-pip-version-check"]
    if (VENV / "bin/pip").exists() or (VENV / "Scripts/pip.exe").exists():
        return [PYTHON, *pip, "install"]
    return [sys.executable, *pip, "--python", PYTHON, "install"]


def compile_catalogues() -> None:
    """The .mo files, when a .po is newer."""
    sources = list((ROOT / "translations").rglob("*.po"))
    if any(_is_older(source.with_suffix(".mo"), source) for source in sources):
        call([PYTHON, str(ROOT / "packaging/texts.py"), "compile"])


def _is_older(made: Path, source: Path) -> bool:
    return not made.exists() or made.stat().st_mtime < source.stat().st_mtime


def call(words: list[str]) -> None:
    """Run a command that must succeed."""
    if subprocess.run(words, cwd=ROOT).returncode:
        raise NotReady(f"This did not succeed: {shlex.join(words)}")
