"""The recovery sheet, the slip of a month and the receipt: large, plain, and naming nobody."""

from datetime import date

import pytest
import segno

from ouderapp.base import i18n
from ouderapp.letters.pdf_page import HEIGHT, MARGIN, MM
from ouderapp.letters.pdf_sheets import QR_SIDE, draw_sheet
from ouderapp.letters.sheets import EscrowHalf, MonthSlip, ReceiptSlip, RecoverySheet
from tests.letters.example import ink, picture, reader, text_of

DAY = date(2025, 3, 31)
WORDS = tuple(f"woord{letter}" for letter in "abcdefghijkl")
RECOVERY = RecoverySheet(WORDS, DAY)
SLIP = MonthSlip(
    month=date(2025, 3, 1),
    number=4,
    counts=(("Contacten", "11"), ("Doorverwijzingen", "1")),
    first_on=date(2025, 3, 3),
    last_on=DAY,
    size=18_834,
    checked=WORDS[:6],
    was_read_back=True,
    made_on=DAY,
)
RECEIPT = ReceiptSlip(4, DAY, WORDS[:6], "Sofie Verbeke")
pytestmark = pytest.mark.usefixtures("qapp", "_in_dutch")


@pytest.fixture
def _in_dutch(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(i18n, "_catalogue", i18n._catalogue)
    i18n.install("nl_BE")


def words_of(pdf: bytes) -> str:
    return " ".join(text_of(pdf).split())


@pytest.mark.parametrize("sheet", [RECOVERY, EscrowHalf(1, WORDS * 2, DAY), SLIP, RECEIPT])
def test_a_sheet_is_one_page_and_always_the_same(
    sheet: RecoverySheet | EscrowHalf | MonthSlip | ReceiptSlip,
) -> None:
    pdf = draw_sheet(sheet)

    assert len(reader(pdf).pages) == 1
    assert draw_sheet(sheet) == pdf


def test_the_recovery_sheet_numbers_its_twelve_words_and_says_where_to_keep_them() -> None:
    """SECURITY 4.6, UX 2.19."""
    found = words_of(draw_sheet(RECOVERY))

    for number, word in enumerate(WORDS, start=1):
        assert f"{number} {word}" in found
    assert "Leg dit in de kluis van het kantoor." in found
    assert "maandag 31 maart 2025" in found


def test_the_recovery_sheet_says_nothing_but_its_words_and_how_to_keep_them() -> None:
    told = reader(draw_sheet(RECOVERY)).metadata

    assert told is not None
    assert {key for key, value in told.items() if value} == {
        "/Title",
        "/CreationDate",
        "/ModDate",
        "/Trapped",
    }
    assert told.title == "Blad"


def test_the_code_on_the_recovery_sheet_holds_the_same_words() -> None:
    page = picture(draw_sheet(RECOVERY), dots=4)
    expected = [list(line) for line in segno.make(" ".join(WORDS), error="m", micro=False).matrix]
    side, left = QR_SIDE / len(expected) * 4, MARGIN * 4

    # The first line of a code begins with seven dark squares: nothing else on the page does.
    beam = round(left), round(left + 7 * side)
    top = next(y for y in range(842 * 4) if ink(page, beam[0], y, beam[1], y + 1) > 6.8 * side)
    middles = [(number + 0.5) * side for number in range(len(expected))]

    drawn = [
        [page.pixelColor(round(left + x), round(top + y)).lightness() < 128 for x in middles]
        for y in middles
    ]
    assert drawn == [[bool(dark) for dark in line] for line in expected]


@pytest.mark.parametrize("sheet", [SLIP, RECEIPT])
def test_a_slip_fills_the_upper_half_and_has_a_line_to_cut_along(
    sheet: MonthSlip | ReceiptSlip,
) -> None:
    page = picture(draw_sheet(sheet))

    half = round(HEIGHT / 2)
    assert ink(page, 0, half - 2, 595, half + 3) > 200
    assert ink(page, 0, half + 6, 595, 842) == 0
    assert ink(page, 57, round(14 * MM), 300, half - 6) > 0


def test_the_slip_of_a_month_says_what_was_written_and_read_back() -> None:
    found = words_of(draw_sheet(SLIP))

    for words in ("maart 2025", "Contacten 11", "19 kB", "Weggeschreven en teruggelezen ja"):
        assert words in found
    assert "maandag 3 maart 2025 tot en met maandag 31 maart 2025" in found
    assert " ".join(WORDS[:6]) in found


def test_the_receipt_shows_the_six_words_and_two_places_to_sign() -> None:
    found = words_of(draw_sheet(RECEIPT))

    assert " ".join(WORDS[:6]) in found
    assert "Voor het kantoor" in found
    assert "Voor de werker" in found
