"""The inner archive: plain ustar outwards, nothing but the agreed bytes inwards (B01)."""

import io
import tarfile
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ouderapp.exchange.archive import Piece, as_file, content_length, header, payload, piece
from ouderapp.exchange.padding import padded_length
from ouderapp.exchange.refusals.file import ArchiveEnd, ArchiveFill, ArchiveHeader, ArchiveOrder
from ouderapp.exchange.refusals.refusal import Refusal
from ouderapp.exchange.refusals.sender import ManifestSize
from ouderapp.exchange.unpacking import Entry, Unpacker

SIGNATURE = b"s" * 80
MANIFEST = b'{"kind":"full"}'


class Listener:
    """Keeps what goes by."""

    def __init__(self, entries: Sequence[Entry]) -> None:
        self.entries = entries
        self.members: list[bytes] = []
        self.heard: tuple[bytes, bytes] | None = None
        self.ended = 0

    def manifest(self, signature: bytes, manifest: bytes) -> Sequence[Entry]:
        self.heard = signature, manifest
        return self.entries

    def begin(self, number: int) -> None:
        assert number == len(self.members)
        self.members.append(b"")

    def data(self, chunk: bytes) -> None:
        self.members[-1] += chunk

    def end(self) -> None:
        self.ended += 1


def packed(*members: tuple[str, bytes]) -> bytes:
    pieces = [piece("manifest.sig", SIGNATURE), piece("manifest.json", MANIFEST)]
    return b"".join(payload([*pieces, *(piece(*member) for member in members)]))


def unpacked(raw: bytes, entries: Sequence[Entry], step: int = 1 << 20) -> Listener:
    listener = Listener(entries)
    sink = Unpacker(listener)
    for start in range(0, len(raw), step):
        sink.write(raw[start : start + step])
    sink.finish()
    return listener


MEMBERS = (("records/family.jsonl", b"x" * 700), ("records/person.jsonl", b"y" * 512))
ENTRIES = [(name, len(content)) for name, content in MEMBERS]


@given(st.integers(min_value=1, max_value=2000))
def test_what_was_packed_comes_back_however_it_is_cut(step: int) -> None:
    raw = packed(*MEMBERS)

    found = unpacked(raw, ENTRIES, step)

    assert found.heard == (SIGNATURE, MANIFEST)
    assert found.members == [content for _, content in MEMBERS]
    assert found.ended == 2


def test_any_tar_reader_opens_the_archive() -> None:
    raw = packed(*MEMBERS)

    with tarfile.open(fileobj=io.BytesIO(raw)) as tar:
        names = tar.getnames()
        family = tar.extractfile("records/family.jsonl")
        assert family is not None
        content = family.read()

    assert names == ["manifest.sig", "manifest.json", *(name for name, _ in MEMBERS)]
    assert content == b"x" * 700


def test_the_length_is_the_padded_one() -> None:
    raw = packed(*MEMBERS)

    assert len(raw) == padded_length(content_length([80, len(MANIFEST), 700, 512]))


@pytest.mark.parametrize("chunks", [(b"abc",), (b"abc", b"de", b"f")])
def test_a_member_that_is_not_as_long_as_promised_is_a_defect(chunks: tuple[bytes, ...]) -> None:
    wrong = Piece("records/family.jsonl", 5, chunks)

    with pytest.raises(ValueError, match="not as long"):
        list(payload([wrong]))


def test_an_archive_reads_as_a_file_of_any_buffer_size() -> None:
    raw = packed(*MEMBERS)

    file = as_file(payload([piece("manifest.sig", SIGNATURE), piece("manifest.json", MANIFEST)]))

    assert file.read(7) == raw[:7]
    assert file.read(5000) == raw[7:1024] + packed()[1024:5007]


def without(raw: bytes, start: int, length: int) -> bytes:
    return raw[:start] + raw[start + length :]


def changed(raw: bytes, place: int, byte: bytes) -> bytes:
    return raw[:place] + byte + raw[place + 1 :]


RAW = packed(*MEMBERS)
SWAPPED = packed(*reversed(MEMBERS))
SECOND = 512 + 512 + 512 + 512
LAST = SECOND + 512 + 1024 + 512 + 512
MANIFEST_FIRST = b"".join(payload([piece("manifest.json", MANIFEST)]))
SIGNATURE_TWICE = b"".join(payload([piece("manifest.sig", SIGNATURE)] * 2))
HUGE = RAW[:1024] + header("manifest.json", (4 << 20) + 1)


@pytest.mark.parametrize(
    ("raw", "refusal"),
    [
        (changed(RAW, 0, b"M"), ArchiveHeader),
        (changed(RAW, 100, b"1"), ArchiveHeader),
        (changed(RAW, 511, b"\1"), ArchiveHeader),
        (changed(RAW, 1024 + 124, b"9"), ArchiveHeader),
        (changed(RAW, 1024 + 124, b" "), ArchiveHeader),
        (changed(RAW, SECOND, b"/"), ArchiveHeader),
        (MANIFEST_FIRST, ArchiveOrder),
        (SIGNATURE_TWICE, ArchiveOrder),
        (SWAPPED, ArchiveOrder),
        (changed(RAW, 512 + 80, b"\1"), ArchiveFill),
        (changed(RAW, 1024 + 512 + len(MANIFEST), b"\1"), ArchiveFill),
        (changed(RAW, SECOND + 512 + 700, b"\1"), ArchiveFill),
        (changed(RAW, LAST, b"\1"), ArchiveFill),
        (changed(RAW, len(RAW) - 1, b"\1"), ArchiveFill),
        (RAW + b"\0", ArchiveEnd),
        (RAW[:-1], ArchiveEnd),
        (RAW[:-512], ArchiveEnd),
        (RAW[:LAST], ArchiveEnd),
        (RAW[: LAST - 600], ArchiveEnd),
        (RAW[:3], ArchiveEnd),
        (b"", ArchiveEnd),
        (HUGE, ManifestSize),
        (without(RAW, SECOND, 512 + 1024), ArchiveOrder),
    ],
)
def test_one_byte_out_of_place_refuses_the_file(raw: bytes, refusal: type[Refusal]) -> None:
    with pytest.raises(refusal):
        unpacked(raw, ENTRIES)


def test_every_length_of_a_cut_archive_is_refused() -> None:
    for length in range(len(RAW)):
        with pytest.raises(Refusal):
            unpacked(RAW[:length], ENTRIES)


def test_every_changed_byte_outside_the_contents_is_refused() -> None:
    contents = [(512, 80), (1536, len(MANIFEST)), (SECOND + 512, 700), (LAST - 512, 512)]
    inside = {place for start, length in contents for place in range(start, start + length)}

    for place in set(range(len(RAW))) - inside:
        with pytest.raises(Refusal):
            unpacked(changed(RAW, place, bytes([RAW[place] ^ 0x40])), ENTRIES)


def test_an_empty_manifest_still_reaches_its_judge() -> None:
    raw = b"".join(payload([piece("manifest.sig", SIGNATURE), piece("manifest.json", b"")]))

    found = unpacked(raw, [])

    assert found.heard == (SIGNATURE, b"")


def test_twenty_thousand_members_take_no_longer_than_their_bytes() -> None:
    members = [(f"blobs/{number:064x}", b"z") for number in range(20_000)]

    found = unpacked(packed(*members), [(name, 1) for name, _ in members])

    assert found.ended == 20_000
