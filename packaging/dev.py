"""The one door for developers: `start` opens the program, `test` says whether the tree is good."""

import os
import shutil
import subprocess
import sys
import time

import ground

ROOT = ground.ROOT
CHECKS = (
    ("layout", ("-m", "ruff", "format", "--check", "--quiet", ".")),
    ("lint", ("-m", "ruff", "check", "--quiet", ".")),
    ("types", ("-m", "mypy", "--no-error-summary")),
    ("walls", ("-c", "from importlinter.cli import lint_imports as check; exit(check())")),
    ("texts", ("packaging/texts.py", "check")),
    ("letters", ("packaging/letter_texts.py", "check")),
)
USE = """python3 packaging/dev.py start    opens the program; without a screen it plays the story
python3 packaging/dev.py test     every check, then the tests; more words go to pytest
python3 packaging/dev.py bench    measures, and compares with the bare minimum
python3 packaging/dev.py setup    only makes the environment"""


LONGEST = 25 * 60
"""Seconds that the tests may take: five times what they need on two quiet cores."""


def run(*words: str, longest: float | None = None) -> int:
    """Run one Python command in the environment, in the root of the project."""
    command = [ground.PYTHON, *words]
    return subprocess.run(command, cwd=ROOT, env=surroundings(), timeout=longest).returncode


def surroundings() -> dict[str, str]:
    """The environment variables of a run: compiled modules are kept, texts are UTF-8."""
    kept = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    if kept.get("LC_ALL", kept.get("LANG", "C")) in ("C", "POSIX", ""):
        kept["LC_ALL"] = "C.UTF-8"
    return kept


def start(words: list[str]) -> int:
    """Open the window, or without a screen play the story and say where it lies."""
    has_screen = sys.platform != "linux" or any(map(os.environ.get, ("DISPLAY", "WAYLAND_DISPLAY")))
    if has_screen:
        return run("-m", "ouderapp", *words)
    folder = ROOT / "build" / "demo"
    shutil.rmtree(folder, ignore_errors=True)
    print(f"There is no screen here: ouderapp plays its story into {folder}", flush=True)
    # Qt's offscreen screen says a hundred times of itself what it cannot do.
    os.environ.setdefault("QT_LOGGING_RULES", "default.warning=false")
    return run("-m", "ouderapp", "demo", "--out", str(folder), *words)


def test(words: list[str]) -> int:
    """Every check in order, stopping at the first that fails; the last line is pytest's own."""
    for name, command in CHECKS:
        since = time.monotonic()
        code = run(*command)
        if code:
            print(f"{name}: not good (exit code {code})", flush=True)
            return code
        print(f"{name}: good ({time.monotonic() - since:.1f} s)", flush=True)
    return tests(words)


def tests(words: list[str]) -> int:
    """The tests side by side; one that hangs or crashes ends the run, but for `--full`."""
    together = ("-m", "pytest", "-n", "auto", "--dist", "loadfile", "--max-worker-restart", "0")
    if "--full" in words:
        return run(*together, *words)
    ends = ("faulthandler_timeout=300", "faulthandler_exit_on_timeout=true")
    options = [word for end in ends for word in ("-o", end)]
    try:
        return run(*together, *options, *words, longest=LONGEST)
    except subprocess.TimeoutExpired:
        print(f"tests: not ended after {LONGEST // 60} minutes", flush=True)
        return 1


def bench(words: list[str]) -> int:
    """Run the benchmarks."""
    return run("-m", "tests.bench", *words)


def setup(_words: list[str]) -> int:
    """Nothing more than what went before."""
    return 0


def main(words: list[str]) -> int:
    """Make the environment ready, then do what is asked."""
    doors = {"start": start, "test": test, "bench": bench, "setup": setup}
    if not words or words[0] not in doors:
        print(USE)
        return 2
    try:
        ground.prepare()
    except ground.NotReady as reason:
        print(reason, file=sys.stderr)
        return 1
    return doors[words[0]](words[1:])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
