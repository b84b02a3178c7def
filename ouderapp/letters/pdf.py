"""A letter drawn on A4: bytes in memory, the same bytes for the same letter."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from ouderapp.letters.bidi import base_level, kinds_of
from ouderapp.letters.flow import beside, body_rows, column_of, signature_rows, style_of
from ouderapp.letters.layout import Span
from ouderapp.letters.letter import Letter, Signature
from ouderapp.letters.pdf_page import FRAME, MARGIN, MM, Sheet
from ouderapp.letters.right_to_left import isolated
from ouderapp.letters.rows import Column, Row, Style, pages

# The window of a C5/6 envelope with its window at the right (UX 2.19).
WINDOW_LEFT, WINDOW_TOP, WINDOW_WIDTH, WINDOW_FOOT = 110 * MM, 50 * MM, 80 * MM, 92 * MM
GUTTER = 8 * MM
SMALL = Style(9, 12, 0)
# The foot stands in the lower margin, under the text.
FOOTER = FRAME.foot - 2 * MM


def draw(letter: Letter, second: Letter | None = None) -> bytes:
    """The PDF of a letter, or of two languages of one letter next to each other.

    Raises LettersMissing when a sign has no font.
    """
    sheet = Sheet(letter.dated_on, letter.language)
    top = _head(sheet, letter)
    found = pages(_body(letter, second), top - FRAME.foot, FRAME.top - FRAME.foot)
    for number, rows in enumerate(found, start=1):
        sheet.rows(rows, top if number == 1 else FRAME.top)
        _foot(sheet, letter, second, number, len(found))
        sheet.end_page()
    return sheet.as_bytes()


def _body(letter: Letter, second: Letter | None) -> list[Row]:
    whole = column_of(letter, FRAME.width)
    if second is None:
        return [*_flat(body_rows(letter, whole)), *signature_rows(letter.signatures, whole)]
    width = (FRAME.width - GUTTER) / 2
    columns = (column_of(letter, width), column_of(second, width, left=width + GUTTER))
    # Lines of both languages stand at the same heights.
    leading = max(column.style.leading for column in columns)
    left, right = (replace(one, style=replace(one.style, leading=leading)) for one in columns)
    rows = beside(body_rows(letter, left), body_rows(second, right))
    return [*_flat(rows), *signature_rows(_in_both(letter, second), whole)]


def _in_both(letter: Letter, second: Letter) -> list[Signature]:
    """Everyone signs once, under words in both languages."""
    pairs = zip(letter.signatures, second.signatures, strict=False)
    return [
        replace(one, above=f"{one.above} / {isolated(other.above)}") if one.above else one
        for one, other in pairs
    ]


def _flat(parts: Iterable[Sequence[Row]]) -> list[Row]:
    return [row for part in parts for row in part]


def _head(sheet: Sheet, letter: Letter) -> float:
    """Draw sender, address and date; the height at which the text begins."""
    style = Style(11, 14, 0)
    width = WINDOW_LEFT - MARGIN - GUTTER if letter.addressee else FRAME.width
    column = Column(width, style, is_right_to_left=letter.is_right_to_left)
    y = sheet.rows(_lines(column, letter.sender), FRAME.top)
    if letter.addressee:
        window = Column(WINDOW_WIDTH, style, left=WINDOW_LEFT - MARGIN)
        end = sheet.rows(
            _lines(window, letter.addressee, bold_first=False), FRAME.page_top(WINDOW_TOP)
        )
        y = min(y, end, FRAME.page_top(WINDOW_FOOT))
    elif letter.sender:
        y -= style_of(letter).leading
    whole = column_of(letter, FRAME.width)
    rows = whole.rows([Span(letter.place_and_date)]) if letter.place_and_date else []
    return sheet.rows([*rows, Row(style_of(letter).gap * 1.5)], y)


def _lines(column: Column, texts: Sequence[str], bold_first: bool = True) -> list[Row]:
    """Names, addresses and phone numbers: each keeps its own order in any column."""
    rows: list[Row] = []
    for place, text in enumerate(texts):
        whole = isolated(text) if column.is_right_to_left else text
        rows += column.rows([Span(whole, is_bold=bold_first and place == 0)])
    return rows


def _foot(sheet: Sheet, letter: Letter, second: Letter | None, page: int, total: int) -> None:
    """The number of the page, the code for an answer, and whether the words are still a draft."""
    both = (letter,) if second is None else (letter, second)
    drafts = dict.fromkeys(line for one in both for line in one.draft_lines)
    rows = [row for text in drafts for row in _small(text).rows([Span(text, is_bold=True)])]
    words = letter.page_of.format(page=page, pages=total)
    code = _small("").rows([Span(letter.code)])[0]
    number = replace(_small(words), ends_at_margin=True).rows([Span(words)])[0]
    rows.append(Row(SMALL.leading, code.lines + number.lines))
    sheet.rows(rows, FOOTER)


def _small(text: str) -> Column:
    """The foot of the page, in the direction of this text."""
    return Column(FRAME.width, SMALL, is_right_to_left=base_level(kinds_of(text)) == 1)
