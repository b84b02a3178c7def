"""In a scripted month no socket to a network is asked for, by Python or by a library (X11)."""

import os
import shutil
import socket
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SOURCE = Path(__file__).with_name("sockets.c")
OPENED_ON_PURPOSE = "import socket; socket.socket(socket.AF_INET, socket.SOCK_DGRAM).close()"


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The counter of sockets; a system without a C compiler fails and says so."""
    compiler = shutil.which("cc") or shutil.which("gcc")
    assert compiler, "the counter of sockets needs a C compiler: install gcc and libc6-dev"
    built = tmp_path_factory.mktemp("counter") / "sockets.so"
    flags = ("-shared", "-fPIC", "-O2", "-Wall", "-Wextra", "-Werror")
    subprocess.run([compiler, *flags, "-o", str(built), str(SOURCE), "-ldl"], check=True)
    return built


def sockets_of(library: Path, folder: Path, *words: str) -> Counter[int]:
    """How many sockets of each family a Python program asks for; it must end well."""
    log = folder / "sockets"
    log.unlink(missing_ok=True)
    ended = subprocess.run(
        [sys.executable, *words],
        cwd=ROOT,
        env=os.environ
        | {"LD_PRELOAD": str(library), "SOCKETS_LOG": str(log)}
        | {"XDG_CONFIG_HOME": str(folder / "config"), "QT_LOGGING_RULES": "default.warning=false"},
        capture_output=True,
        text=True,
    )
    assert ended.returncode == 0, ended.stderr
    return Counter(map(int, log.read_text().split() if log.exists() else ()))


def test_a_month_of_worker_and_office_asks_for_no_socket_at_all(
    library: Path, tmp_path: Path
) -> None:
    found = sockets_of(
        library, tmp_path, "-m", "ouderapp", "demo", "--no-pictures", "--out", f"{tmp_path}/out"
    )

    assert found == Counter()


def test_a_day_at_the_screen_asks_for_local_sockets_only(library: Path, tmp_path: Path) -> None:
    day = ("-m", "tests.ui.start.one_run", f"{tmp_path}/vault", f"{tmp_path}/phrase")

    first = sockets_of(library, tmp_path, *day, "lock")
    second = sockets_of(library, tmp_path, *day, "tour", "quit")

    assert (first + second).keys() == {socket.AF_UNIX}


def test_a_socket_that_is_opened_on_purpose_is_noticed(library: Path, tmp_path: Path) -> None:
    found = sockets_of(library, tmp_path, "-c", OPENED_ON_PURPOSE)

    assert found == Counter({socket.AF_INET: 1})
