"""Python processes of their own, with their bytecode written down as after an installation."""

import atexit
import os
import shutil
import subprocess
import sys
import tempfile
from functools import cache

OFFSCREEN = {"QT_QPA_PLATFORM": "offscreen"}


def told_by(*words: str, **more: str) -> str:
    """What `python <words>` says; raises CalledProcessError when it fails."""
    env = {**os.environ, **OFFSCREEN, "PYTHONPYCACHEPREFIX": _bytecode(), **more}
    env.pop("PYTHONDONTWRITEBYTECODE", None)
    command = [sys.executable, *words]
    return subprocess.run(command, check=True, capture_output=True, env=env, text=True).stdout


@cache
def _bytecode() -> str:
    """The folder of the bytecode: a changed module is then compiled once, not at every start."""
    made = tempfile.mkdtemp(prefix="bytecode-")
    atexit.register(shutil.rmtree, made, ignore_errors=True)
    return made
