"""Draw the pictures of the manual anew: `python packaging/pictures.py`."""

import sys
import tempfile
from datetime import date
from pathlib import Path

from dev import ROOT
from picture_story import DAY, furnish, throw_away, touch
from PIL import Image

from ouderapp.base import clock, i18n
from ouderapp.demo.months import live_months
from ouderapp.demo.pictures import SCHEMES, draw_pictures
from ouderapp.demo.two_sides import link, name_sides, new_side
from ouderapp.sample.casus import read
from ouderapp.sample.replay import replay
from ouderapp.sample.story import events_of
from ouderapp.sealing.argon import Cost

PICTURES = ROOT / "resources" / "help" / "nl" / "pictures"
LINKED_ON = date(2024, 12, 2)
CHEAP = Cost(8, 1)
COLOURS = 128
SHARED = ("office-reports", "office-settings")
"""Screens of the worker that look the same at the office."""


def main() -> int:
    """Live the story up to one day, draw every screen, and put the pictures in the manual."""
    i18n.install("nl_BE")
    with tempfile.TemporaryDirectory() as folder:
        drawn = _draw(Path(folder))
        for scheme in SCHEMES:
            target = PICTURES / scheme
            target.mkdir(parents=True, exist_ok=True)
            for old in target.glob("*.png"):
                old.unlink()
            for file in drawn.glob(f"*-{scheme}.png"):
                _keep(file, target, scheme)
    files = sorted(PICTURES.rglob("*.png"))
    size = sum(file.stat().st_size for file in files)
    sys.stdout.write(f"{len(files)} pictures, {size // 1024} KiB\n")
    return 0


def _draw(folder: Path) -> Path:
    casus = read(None)
    events = events_of(casus)
    closed = [bundle for bundle in casus.bundles if bundle.exported_on < DAY]
    worker, office = new_side(folder / "worker", CHEAP), new_side(folder / "office", CHEAP)
    name_sides(worker, office, casus)
    link(worker, office, casus, LINKED_ON, folder)
    live_months(worker, office, events, closed, folder)
    replay(worker.database, events, after=closed[-1].exported_on, until=DAY)
    with clock.standing_at(DAY, 9):
        worker.database.run(furnish)
        worker.database.run(throw_away)
    for side in (worker, office):
        side.database.close()
    draw_pictures(worker, office, DAY, folder / "pictures", touch)
    return folder / "pictures"


def _keep(file: Path, target: Path, scheme: str) -> None:
    """As few colours as the eye does not miss, and as few bytes."""
    group, _dash, name = file.name.removesuffix(f"-{scheme}.png").partition("-")
    if f"{group}-{name}" in SHARED:
        return
    with Image.open(file) as picture:
        plain = picture.convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE)
        plain.save(target / f"{name}.png", optimize=True)


if __name__ == "__main__":
    sys.exit(main())
