"""From the blocks of a letter to rows of text: pure sums, no drawing."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import reduce
from itertools import zip_longest

from ouderapp.letters.layout import Span
from ouderapp.letters.letter import (
    Block,
    Bullets,
    Heading,
    Letter,
    Paragraph,
    Points,
    Reader,
    Signature,
)
from ouderapp.letters.rows import Column, Row, Style, apart, both, stay, together

BULLET = "•"
INDENT = 14.0
# Practical points: the names take this part of a wide column, and this of a narrow one.
NAMES, NAMES_IF_NARROW, NARROW = 0.32, 0.55, 300


def style_of(letter: Letter) -> Style:
    """11 points for partners, 12 at one and a half lines for parents (DOMAIN 7.6, UX 2.12)."""
    if letter.reader is Reader.PARENT:
        return Style(12, 18, 8)
    return Style(12, 18, 7) if letter.is_right_to_left else Style(11, 15, 7)


def column_of(letter: Letter, width: float, left: float = 0.0) -> Column:
    """The column in which this letter runs."""
    return Column(width, style_of(letter), left, letter.is_right_to_left)


def body_rows(letter: Letter, column: Column) -> Iterator[list[Row]]:
    """The rows of every part of the letter, from the subject to the greeting."""
    yield title_rows(letter, column)
    for block in letter.blocks:
        yield block_rows(block, column)
    yield _sentence(letter.consent, column)
    # The last question, the greeting and the signatures are never torn apart.
    for sentence in (letter.answer, letter.closing):
        yield stay(_sentence(sentence, column))


def _sentence(text: str, column: Column) -> list[Row]:
    return apart(together(column.rows([Span(text)])), column) if text else []


def block_rows(block: Block, column: Column) -> list[Row]:
    """The rows of one block with the room under it."""
    match block:
        case Heading(text):
            return stay(column.rows([Span(text, is_bold=True)]))
        case Paragraph(text, label):
            spans = [Span(f"{label} ", is_bold=True)] if label else []
            return apart(together(column.rows([*spans, Span(text)])), column)
        case Bullets(items, label):
            label_rows = stay(column.rows([Span(label, is_bold=True)])) if label else []
            points = [row for item in items for row in _bullet(item, column)]
            return apart([*label_rows, *points], column)
        case Points(rows):
            return apart([row for pair in rows for row in _point(*pair, column)], column)


def title_rows(letter: Letter, column: Column) -> list[Row]:
    """What the letter is about; larger for a parent."""
    style = column.style
    larger = Style(16, 22, style.gap) if letter.reader is Reader.PARENT else style
    rows = replace(column, style=larger).rows([Span(letter.subject, is_bold=True)])
    return apart(stay(rows), column)


def signature_rows(signatures: Sequence[Signature], column: Column) -> list[Row]:
    """Everyone who signs next to each other: words, room for a hand, a line, the name."""
    share = 1 / max(2, len(signatures))
    parts = [
        _signature(signature, column.part(place * share, (place + 1) * share - 0.04))
        for place, signature in enumerate(signatures)
    ]
    rows = [reduce(both, row) for row in zip_longest(*parts, fillvalue=Row(0))]
    return apart(stay(rows), column)


def _signature(signature: Signature, column: Column) -> list[Row]:
    above = column.rows([Span(signature.above)])
    room = Row(column.style.leading * 2)
    rules = ((column.left, column.left + column.width),) if signature.has_line else ()
    under = [row for text in signature.under for row in column.rows([Span(text)])]
    return [*above, room, Row(4, rules=rules), *under]


def beside(left: Iterable[list[Row]], right: Iterable[list[Row]]) -> Iterator[list[Row]]:
    """Two letters of the same build next to each other: each part begins at one height."""
    nothing: list[Row] = []
    for one, other in zip_longest(left, right, fillvalue=nothing):
        yield [both(*pair) for pair in zip_longest(one, other, fillvalue=Row(0))]


def _bullet(text: str, column: Column) -> list[Row]:
    first, *others = column.rows([Span(text)], INDENT)
    sign = column.rows([Span(BULLET)], 2)[0]
    return together([replace(first, lines=first.lines + sign.lines), *others])


def _point(name: str, value: str, column: Column) -> list[Row]:
    share = NAMES if column.width > NARROW else NAMES_IF_NARROW
    names = column.part(0, share - 0.02).rows([Span(name, is_bold=True)])
    values = column.part(share, 1).rows([Span(value)])
    pairs = zip_longest(names, values, fillvalue=Row(0))
    return together([both(one, other) for one, other in pairs])
