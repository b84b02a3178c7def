"""`python -m ouderapp.ui.preview`: a picture of any page in any scheme and size."""

import subprocess
import sys
from pathlib import Path

from PySide6.QtGui import QImage

from ouderapp.ui.palette import DARK

ROOT = Path(__file__).parent.parent.parent


def test_a_page_is_drawn_in_the_dark_at_the_size_asked(tmp_path: Path) -> None:
    file = tmp_path / "settings.png"
    wishes = ["settings", "--png", str(file), "--dark", "--size", "900x600"]

    answer = subprocess.run(
        [sys.executable, "-m", "ouderapp.ui.preview", *wishes],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=60,
    )

    picture = QImage(str(file))
    assert answer.returncode == 0, answer.stderr
    assert (picture.width(), picture.height()) == (900, 600)
    assert picture.pixelColor(600, 5).name().upper() in (DARK.bg, DARK.surface2)


def test_a_page_about_a_record_of_an_empty_store_is_left_out(tmp_path: Path) -> None:
    file = tmp_path / "family.png"
    wishes = ["family", "--about", "Family", "--under", "families", "--png", str(file)]

    answer = subprocess.run(
        [sys.executable, "-m", "ouderapp.ui.preview", *wishes],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=60,
    )

    assert answer.returncode == 0, answer.stderr
    assert file.exists()
    assert "Traceback" not in answer.stderr
