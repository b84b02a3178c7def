"""Archives with one byte, one member or one signature out of place."""

from collections.abc import Iterator

from ouderapp.base import canonical
from ouderapp.exchange.archive import header
from ouderapp.sealing.envelope import sign_manifest
from tests.exchange import vector_parts as parts

Refused = tuple[str, str, bytes]
SMALL = {"family": [parts.row("family", "coded")], "person": [parts.row("person", "coded")]}
RAW = canonical.encode(parts.manifest(SMALL))
MEMBERS = parts.members_of(SMALL)
WHOLE = parts.archive(RAW, MEMBERS)
# Where the parts of this archive begin.
MANIFEST = 1024
FIRST = MANIFEST + 512 + -(-len(RAW) // 512) * 512
SECOND = FIRST + 512 + -(-len(MEMBERS[0][1]) // 512) * 512
END = SECOND + 512 + -(-len(MEMBERS[1][1]) // 512) * 512


def broken_archives() -> Iterator[Refused]:
    """Every one is a signed bundle but for one thing."""
    yield from _headers()
    yield from _orders()
    yield from _fills()
    yield from _ends()
    yield from _signatures()


def changed(place: int, value: bytes, raw: bytes = WHOLE) -> bytes:
    """The archive with other bytes at one place."""
    return raw[:place] + value + raw[place + len(value) :]


def _headers() -> Iterator[Refused]:
    for start, what in ((0, "signature"), (MANIFEST, "manifest"), (FIRST, "member")):
        for offset, value, field in (
            (0, b"x", "name"),
            (100, b"0000644", "mode"),
            (108, b"0000001", "owner"),
            (116, b"0000001", "group"),
            (136, b"00000000001", "time"),
            (148, b"000000", "checksum"),
            (156, b"5", "type"),
            (157, b"x", "link"),
            (257, b"ustar  \0", "magic"),
            (265, b"root", "user"),
            (345, b"..", "prefix"),
        ):
            yield f"header-{what}-{field}", "archive_header", changed(start + offset, value)
    yield "header-size", "archive_header", changed(FIRST + 124, b"00000000001")
    yield "header-size-signature", "archive_header", changed(124, b"00000000121")
    yield "header-path", "archive_header", changed(FIRST, b"../../family.jsonl")
    yield "header-absolute", "archive_header", changed(FIRST, b"/etc/passwd\0\0\0")


def _orders() -> Iterator[Refused]:
    yield "order-swapped", "archive_order", parts.archive(RAW, MEMBERS[::-1])
    yield "order-missing", "archive_order", parts.archive(RAW, MEMBERS[1:])
    yield "order-manifest-first", "archive_order", WHOLE[MANIFEST:FIRST] + WHOLE[:MANIFEST]
    yield "order-signature-twice", "archive_order", WHOLE[:MANIFEST] + WHOLE
    yield "order-twice", "archive_order", WHOLE[:SECOND] + WHOLE[FIRST:]


def _fills() -> Iterator[Refused]:
    ends = (512 + 80, MANIFEST + 512 + len(RAW), FIRST + 512 + len(MEMBERS[0][1]))
    for number, place in enumerate(ends):
        yield f"fill-{number}", "archive_fill", changed(place, b"\1")
    yield "fill-end", "archive_fill", changed(END, b"\1")
    yield "fill-padding", "archive_fill", changed(len(WHOLE) - 1, b"\1")
    extra = header("records/extra.jsonl", 10)
    yield "fill-member-after-the-end", "archive_fill", changed(END, extra[: len(WHOLE) - END])


def _ends() -> Iterator[Refused]:
    for what, raw in (
        ("half-header", WHOLE[:300]),
        ("after-signature", WHOLE[:MANIFEST]),
        ("half-manifest", WHOLE[: MANIFEST + 700]),
        ("half-member", WHOLE[: FIRST + 600]),
        ("without-end", WHOLE[:END]),
        ("one-block-less", WHOLE[:-512]),
        ("one-byte-less", WHOLE[:-1]),
        ("one-byte-more", WHOLE + b"\0"),
        ("one-block-more", WHOLE + bytes(512)),
    ):
        yield f"end-{what}", "archive_end", raw
    huge = header("manifest.json", (4 << 20) + 1)
    yield "manifest-too-large", "manifest_size", WHOLE[:MANIFEST] + huge + bytes(1024)


def _signatures() -> Iterator[Refused]:
    yield "sender-stranger", "sender_unknown", parts.archive(RAW, MEMBERS, "stranger")
    yield "sender-office", "sender_unknown", parts.archive(RAW, MEMBERS, "office")
    yield "sender-key-id", "sender_unknown", changed(512, b"\0\0")
    good = sign_manifest(RAW, parts.SIGNERS["worker"])
    for bit in (128, 200, 383, 384, 500, 639):
        bad = bytearray(good)
        bad[bit // 8] ^= 1 << bit % 8
        raw = parts.raw_archive(bytes(bad), RAW, MEMBERS)
        yield f"signature-bit-{bit}", "signature_wrong", raw
    other = RAW.replace(b'"seq":1', b'"seq":2')
    yield "signature-other-number", "signature_wrong", parts.raw_archive(good, other, MEMBERS)
    bare = parts.SIGNERS["worker"].sign(RAW)
    unlabelled = parts.raw_archive(good[:16] + bare, RAW, MEMBERS)
    yield "signature-without-label", "signature_wrong", unlabelled
    mixed = parts.SIGNERS["worker"].key_id + parts.SIGNERS["stranger"].sign(RAW)
    yield "signature-by-another", "signature_wrong", parts.raw_archive(mixed, RAW, MEMBERS)
    yield "sender-revoked", "sender_revoked", _from("revoked")
    yield "sender-not-confirmed", "sender_not_confirmed", _from("waiting")


def _from(name: str) -> bytes:
    """A bundle by another laptop that the office knows."""
    more = {"worker": parts.id32(name), "device": parts.id32(f"{name} device")}
    return parts.archive(parts.manifest(SMALL, **more), MEMBERS, name)
