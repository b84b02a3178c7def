"""A file that is no class list is refused with words, and never half read (D26, X10)."""

import contextlib
import io
import os
import zipfile
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from ouderapp.base import i18n
from ouderapp.base.errors import Problem
from ouderapp.class_lists import problems
from ouderapp.class_lists.limits import MOST_BYTES, MOST_LINES
from ouderapp.class_lists.reading import bytes_of, read_class_list
from ouderapp.class_lists.rules import pupils_of
from ouderapp.class_lists.workbooks import ManyParts
from tests.class_lists.lists import HEADINGS, csv_of, one_class, workbook


def _zip(**parts: bytes) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in parts.items():
            file.writestr(name, content)
    return data.getvalue()


_LOCKED = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500) + "EncryptedPackage".encode("utf-16-le")
_MANY = csv_of([HEADINGS, *[["Nowak", "Łukasz", "1A", ""]] * (MOST_LINES + 1)]).encode()

SHAPES: dict[str, tuple[bytes, type[Problem]]] = {
    "nothing": (b"", problems.ListEmpty),
    "white lines": (b"\r\n \r\n\t\n", problems.ListEmpty),
    "only separators": (b";;;\r\n;;;\r\n", problems.ListEmpty),
    "a mark and nothing": (b"\xef\xbb\xbf", problems.ListEmpty),
    "one sentence": (b"Beste ouders, morgen is er geen school.\n", problems.NoNameHeading),
    "one word": (b"hallo\n", problems.ListRefused),
    "a letter": ("\n".join(["Beste ouders"] * 9).encode(), problems.NoNameHeading),
    "names without headings": (b"Nowak;Jan;1A\nDe Smet;Noor;1A\n", problems.NoNameHeading),
    "another table": (b"Artikel;Prijs\nPotlood;1,20\n", problems.NoNameHeading),
    "headings alone": (b"Naam;Voornaam;Klas\r\n", problems.NoPupils),
    "a pdf": (b"%PDF-1.7 Naam;Voornaam\n", problems.ListRefused),
    "a picture": (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", problems.ListRefused),
    "a bundle": (b"age-encryption.org/v1\n-> X25519 abc\n", problems.ListRefused),
    "bytes of a program": (b"\x7fELF\x02\x01\x01\0\0\0\0", problems.ListRefused),
    "letters of no alphabet": (b"Naam;Voornaam\r\nNowak;\x81\x8d\x8f\r\n", problems.LettersUnknown),
    "half of UTF-16": (b"\xff\xfeN\0a\0a\0m", problems.LettersUnknown),
    "old excel": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(900), problems.OldExcel),
    "a locked workbook": (_LOCKED, problems.ListLocked),
    "half a workbook": (one_class()[:1500], problems.ListDamaged),
    "a zip of something else": (_zip(**{"a.txt": b"Naam;Voornaam"}), problems.ListRefused),
    "an empty workbook": (workbook(("Blad1", [])), problems.ListEmpty),
    "a workbook without parts": (_zip(**{"[Content_Types].xml": b"<x/>"}), problems.ListDamaged),
    "libreoffice": (_zip(**{"content.xml": b"<x/>", "mimetype": b"x"}), problems.OpenDocument),
    "a bomb": (_zip(**{"[Content_Types].xml": bytes(41 * 1024 * 1024)}), ManyParts),
    "too large": (b"Naam;Voornaam\n" + b"a" * MOST_BYTES, problems.ListTooLarge),
    "too many lines": (_MANY, problems.TooManyLines),
    "empty lines without end": (b"Naam;Voornaam" + b"\r\n" * 30_000, problems.TooManyLines),
    "a text without end": (b"Naam;Voornaam\nNowak;" + b"a" * 1001 + b"\n", problems.CellTooLong),
    "a line of megabytes": (b"Naam;Voornaam\n" + b"a;" * 60_000, problems.CellTooLong),
    "a text of megabytes": (b"Naam;Voornaam\nNowak;" + b"a" * 200_000, problems.CellTooLong),
    "a long text in a workbook": (
        workbook(("1A", [["Naam", "Voornaam"], ["a" * 1001, "b"]])), problems.CellTooLong,
    ),
    "a quote left open": (b'Naam;Voornaam\nNowak;"Jan\nPeeters;Noor\n', problems.QuoteLeftOpen),
}  # fmt: skip


@pytest.mark.parametrize("shape", SHAPES)
def test_a_file_of_the_wrong_shape_is_refused_with_words(shape: str) -> None:
    raw, problem = SHAPES[shape]

    with pytest.raises(problems.ListRefused) as refused:
        read_class_list(raw)

    assert type(refused.value) is problem
    assert str(refused.value) == problem.__name__


@pytest.mark.parametrize("row", [1_048_576, 999_999_999])
def test_a_line_far_down_a_workbook_is_read_or_refused_soon(row: int) -> None:
    """X10: the empty lines above it are not read one by one."""
    data = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(one_class())) as whole, zipfile.ZipFile(data, "w") as moved:
        for part in whole.namelist():
            moved.writestr(part, whole.read(part).replace(b'<row r="5"', b'<row r="%d"' % row))

    found = []
    with contextlib.suppress(problems.ListDamaged):
        found = [line.number for line in read_class_list(data.getvalue()).lines]

    assert found in ([4, 1_048_576], [])


@pytest.mark.parametrize(
    "problem", sorted({one.__name__ for _raw, one in SHAPES.values()} - {"ManyParts"})
)
def test_a_refusal_says_what_why_and_what_to_do_in_dutch(problem: str) -> None:
    """P: what is so, that nothing was written, what to do."""
    i18n.install()
    refused: type[Problem] = getattr(problems, problem)

    for words in (refused.message, refused.why, refused.hint):
        assert words
        assert i18n._(words) != words, f"{words!r} has no Dutch"


def test_where_a_quote_begins_is_told() -> None:
    with pytest.raises(problems.QuoteLeftOpen) as refused:
        read_class_list('Naam;Voornaam\nPeeters;"Jan"\nNowak;"Łukasz\nDe Smet;Renée\n'.encode())

    assert refused.value.places["line"] == 3


def test_what_is_no_file_is_refused(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pijp.csv")

    for path in (tmp_path, tmp_path / "weg.csv", tmp_path / "pijp.csv"):
        with pytest.raises(problems.ListUnreadable):
            bytes_of(path)


def test_no_more_is_read_than_a_class_list_can_be(tmp_path: Path) -> None:
    large = tmp_path / "groot.csv"
    large.write_bytes(b"a" * (MOST_BYTES + 1000))

    assert len(bytes_of(large)) == MOST_BYTES + 1


@given(st.binary(max_size=400))
@example(b'"')
@example(b"sep=")
@example(b"Naam\n\x0b")
def test_any_bytes_are_read_or_refused(raw: bytes) -> None:
    """X10."""
    _reads_or_refuses(raw)


@given(st.text(alphabet=st.sampled_from('Naam;,\t"\r\n 1Aé\u202e…\x1c'), max_size=120))
def test_any_text_under_headings_is_read_or_refused(text: str) -> None:
    """X10: and every line is a pupil, or set aside with a reason."""
    _reads_or_refuses(f"Naam;Voornaam;Klas\n{text}".encode())


@given(st.integers(0, 6000), st.binary(min_size=1, max_size=6))
def test_any_damage_to_a_workbook_is_read_or_refused(at: int, damage: bytes) -> None:
    """X10."""
    whole = one_class()
    place = at % len(whole)

    _reads_or_refuses(whole[:place] + damage + whole[place + len(damage) :])


def _reads_or_refuses(raw: bytes) -> None:
    try:
        found = read_class_list(raw)
    except problems.ListRefused:
        return
    sorted_out = pupils_of(found, found.holds, found.class_name)
    assert len(sorted_out.pupils) + len(sorted_out.aside) == len(found.lines)
