"""Drawing the sheets: large words, a code to scan, a line to cut along; always from memory."""

from collections.abc import Callable, Sequence
from datetime import date
from itertools import zip_longest

import segno

from ouderapp.base.i18n import LANGUAGE, _, long_date, month_name, number
from ouderapp.letters.flow import signature_rows
from ouderapp.letters.layout import Span
from ouderapp.letters.letter import Signature
from ouderapp.letters.pdf_page import FRAME, HEIGHT, MARGIN, MM, WIDTH, Sheet
from ouderapp.letters.rows import Column, Row, Style, both
from ouderapp.letters.sheets import EscrowHalf, MonthSlip, ReceiptSlip, RecoverySheet

PLAIN, TITLE, LARGE, WORDS = Style(11, 16, 6), Style(18, 26, 8), Style(16, 27, 0), Style(15, 22, 4)
QR_SIDE = 42 * MM
TITLE_OF_SHEETS = "Blad"
HALF = HEIGHT / 2


def draw_recovery_sheet(sheet: RecoverySheet) -> bytes:
    """Twelve numbered words and a code that holds the same words; nothing that names anybody."""
    title = _("Recovery sheet")
    intro = (
        _("With these 12 words you can open your files when you forgot the passphrase."),
        _("Put this sheet in the safe of the office. Keep no photo and no copy of it."),
    )
    warning = _("Whoever has this sheet can open the files. Tear it up when there is a newer one.")
    return _word_sheet(title, intro, sheet.words, sheet.made_on, warning)


def draw_escrow_half(sheet: EscrowHalf) -> bytes:
    """One of the two halves of the office's emergency key."""
    title = _("Emergency key of the office, half {number} of 2").format(number=sheet.half)
    intro = (
        _("This half opens nothing by itself. Another person keeps the other half."),
        _("Put this sheet in the safe of the office. Keep no photo and no copy of it."),
    )
    return _word_sheet(title, intro, sheet.words, sheet.made_on)


def draw_month_slip(slip: MonthSlip) -> bytes:
    """Half a page that goes along with the stick."""
    days = "–"
    if slip.first_on and slip.last_on:
        days = _("{first} to {last}").format(
            first=long_date(slip.first_on), last=long_date(slip.last_on)
        )
    facts = (
        (_("Month"), month_name(slip.month)),
        (_("Bundle number"), str(slip.number)),
        *slip.counts,
        (_("Days"), days),
        (_("Size"), _("{size} kB").format(size=number(-(-slip.size // 1000)))),
        (_("Written and read back"), _("yes") if slip.was_read_back else _("no")),
    )
    return _half_page(
        _("Bundle for the office"),
        facts,
        slip.checked,
        slip.made_on,
        (_("Given by"), _("Received by")),
    )


def draw_receipt_slip(slip: ReceiptSlip) -> bytes:
    """Half a page that the office hands back: the six words to type, two signatures."""
    facts = [
        (_("Worker"), slip.worker),
        (_("Bundle number"), str(slip.number)),
        (_("Received on"), long_date(slip.received_on)),
    ]
    return _half_page(
        _("Receipt"),
        [(name, value) for name, value in facts if value],
        slip.words,
        slip.received_on,
        (_("For the office"), _("For the worker")),
    )


def _word_sheet(
    title: str, intro: Sequence[str], words: Sequence[str], made_on: date, warning: str = ""
) -> bytes:
    sheet = Sheet(made_on, LANGUAGE, TITLE_OF_SHEETS)
    column = Column(FRAME.width, PLAIN)
    y = sheet.rows([*_styled(title, TITLE), *_gap(8)], FRAME.top)
    for line in intro:
        y = sheet.rows([*column.rows([Span(line)]), *_gap(4)], y)
    y = sheet.rows([*_gap(14), *_numbered(words)], y) - 12 * MM
    _code(sheet, " ".join(words), y)
    made = _("Made on {date}").format(date=long_date(made_on))
    foot = [row for line in (made, warning) if line for row in column.rows([Span(line)])]
    sheet.rows(foot, y - QR_SIDE - 8 * MM)
    sheet.end_page()
    return sheet.as_bytes()


def _numbered(words: Sequence[str]) -> list[Row]:
    """The words in columns of six, at 16 points, read from top to bottom."""
    columns = -(-len(words) // 6)
    width = FRAME.width / columns
    rows: list[Row] = []
    for place in range(min(6, len(words))):
        cells = []
        for at in range(columns):
            index = at * 6 + place
            left = at * width
            figure = Column(width * 0.16, LARGE, left=left, ends_at_margin=True)
            word = Column(width * 0.78, LARGE, left=left + width * 0.22)
            cells += [
                figure.rows([Span(str(index + 1))])[0],
                word.rows([Span(words[index], is_bold=True)])[0],
            ]
        row = cells[0]
        for cell in cells[1:]:
            row = both(row, cell)
        rows.append(row)
    return rows


def _code(sheet: Sheet, text: str, top: float) -> None:
    """A QR code, square by square, made in memory."""
    lines = [list(line) for line in segno.make(text, error="m", micro=False).matrix]
    side = QR_SIDE / len(lines)
    for down, line in enumerate(lines):
        for across, is_dark in enumerate(line):
            if is_dark:
                sheet.square(MARGIN + across * side, top - (down + 1) * side, side)


def _half_page(
    title: str,
    facts: Sequence[tuple[str, str]],
    words: Sequence[str],
    made_on: date,
    hands: tuple[str, str],
) -> bytes:
    sheet = Sheet(made_on, LANGUAGE, TITLE_OF_SHEETS)
    column = Column(FRAME.width, PLAIN)
    head = both(_styled(title, TITLE)[0], _at_end(long_date(made_on)))
    y = sheet.rows([head, *_gap(4)], FRAME.top + 6 * MM)
    y = sheet.rows([row for fact in facts for row in _fact(*fact, column)], y)
    large = Column(FRAME.width, WORDS)
    y = sheet.rows([*_gap(6), *large.rows([Span("  ".join(words), is_bold=True)])], y)
    sheet.rows(signature_rows([Signature(hand) for hand in hands], column), y - 2 * MM)
    sheet.line(0, HALF, WIDTH, dashes=(4, 4))
    sheet.end_page()
    return sheet.as_bytes()


def _fact(name: str, value: str, column: Column) -> list[Row]:
    left = column.part(0, 0.4).rows([Span(name)])
    right = column.part(0.4, 1).rows([Span(value, is_bold=True)])
    return [both(*pair) for pair in zip_longest(left, right, fillvalue=Row(0))]


def _styled(text: str, style: Style) -> list[Row]:
    return Column(FRAME.width, style).rows([Span(text, is_bold=True)])


def _at_end(text: str) -> Row:
    return Column(FRAME.width, PLAIN, ends_at_margin=True).rows([Span(text)])[0]


def _gap(height: float) -> list[Row]:
    return [Row(height)]


DRAWN: dict[type, Callable[..., bytes]] = {
    RecoverySheet: draw_recovery_sheet,
    EscrowHalf: draw_escrow_half,
    MonthSlip: draw_month_slip,
    ReceiptSlip: draw_receipt_slip,
}


def draw_sheet(sheet: RecoverySheet | EscrowHalf | MonthSlip | ReceiptSlip) -> bytes:
    """The PDF of any of these sheets."""
    return DRAWN[type(sheet)](sheet)
