"""J11 · The end of the month: from another page to a bundle on the stick (Y11)."""

from pathlib import Path

from ouderapp.exchange.stick import copy_to
from ouderapp.ui.month_end.page import MonthEndPage
from tests.ui.journeys.hand import Hand
from tests.ui.month_end.conftest import link_with, office, opening

__all__ = ["office", "opening"]


def test_j11_five_keys_close_the_month(hand: Hand, office: object, tmp_path: Path) -> None:
    """Y11, B05: Ctrl+G M and three times Enter; not one letter is typed, nothing is clicked."""
    link_with(hand.screen, office)
    page = hand.screen.open("month_end")
    assert isinstance(page, MonthEndPage)
    stick = tmp_path / "KINGSTON"
    stick.mkdir()
    page.work.hand_over.take_folder(stick)
    hand.screen.open("settings")

    hand.press("Ctrl+G, M")
    for _ in range(3):
        hand.press("Return")

    assert (hand.meter.struct, hand.meter.content, hand.meter.clicks) == (5, 0, 0)
    assert "Weggeschreven en teruggelezen: ja" in hand.screen.words()
    made = page.work.made
    assert made is not None
    assert copy_to(stick / made.file, tmp_path, made.file_hash).read_bytes()
