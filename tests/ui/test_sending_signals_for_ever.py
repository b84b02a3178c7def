"""A window that sends signals all day does not abort."""

import subprocess
import sys

PROGRAM = """
from PySide6.QtCore import QObject, Signal
{before}
class Sender(QObject):
    sent = Signal()
sender = Sender()
for _ in range({signals}):
    sender.sent.emit()
"""


def _run(before: str, signals: int = 100_000) -> int:
    program = PROGRAM.format(before=before, signals=signals)
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=False)
    return done.returncode


def test_a_hundred_thousand_signals_leave_the_program_alive() -> None:
    """What every program does as soon as its first window is painted, or its look is made."""
    assert _run("from ouderapp.ui.steady import keep_none; keep_none()") == 0


def test_the_first_window_can_send_far_more_signals_than_it_does_until_then() -> None:
    assert _run("import ouderapp.ui", 40_000) == 0


def test_without_the_precaution_an_older_python_aborts() -> None:
    """The control: where this stops failing on Python 3.11, the precaution can go."""
    is_counted = sys.version_info < (3, 12)

    assert (_run("") != 0) == is_counted
