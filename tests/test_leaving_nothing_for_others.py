"""A program that starts lets nobody else read its files, and leaves no dump of its memory (X02)."""

import subprocess
import sys

HARDENED = """\
import os, resource
from ouderapp.app import harden
harden()
print(oct(os.umask(0)), resource.getrlimit(resource.RLIMIT_CORE))
"""


def test_a_hardened_program_writes_for_its_owner_and_dumps_nothing() -> None:
    answer = subprocess.run([sys.executable, "-c", HARDENED], capture_output=True, text=True)

    assert answer.stdout.split(maxsplit=1) == ["0o77", "(0, 0)\n"], answer.stderr
