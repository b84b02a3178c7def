"""Heads of envelopes, one rule of FORMAT.md 5.2 each, with the reason of those that are refused."""

import base64
from collections.abc import Iterator
from typing import Any

LINE = b"age-encryption.org/v1\n"
SHARE = base64.b64encode(bytes(range(32))).rstrip(b"=")
BODY = base64.b64encode(bytes(range(32, 64))).rstrip(b"=")
MAC = base64.b64encode(bytes(32)).rstrip(b"=")
OURS = b"-> X25519 " + SHARE + b"\n" + BODY + b"\n"
LAST = b"--- " + MAC + b"\n"
GREASE = b"-> grease a b\n" + b"QUJD\n"


def stanza(arguments: bytes, body: bytes) -> bytes:
    """A stanza as it stands, right or wrong."""
    return b"-> " + arguments + b"\n" + body + b"\n"


SOUND: tuple[bytes, ...] = (
    LINE + OURS + LAST,
    LINE + OURS * 2 + LAST,
    LINE + OURS * 12 + LAST,
    LINE + GREASE + OURS + LAST,
    LINE + OURS + GREASE + LAST,
    LINE + OURS + stanza(b"x-grease", b"") + LAST,
    LINE + OURS + stanza(b"g ~!", b"A" * 64 + b"\n") + LAST,
    LINE + OURS + stanza(b"g", b"A" * 64 + b"\nQUJD") + LAST,
    LINE + OURS + LAST + b"\n-> not a stanza any more",
)

UNKNOWN: tuple[bytes, ...] = (
    b"age-encryption.org/v2\n" + OURS + LAST,
    b"age-encryption.org/v1\r\n" + OURS + LAST,
    b"-----BEGIN AGE ENCRYPTED FILE-----\n",
    b"Age-encryption.org/v1\n" + OURS + LAST,
    b" " + LINE + OURS + LAST,
    b"",
    b"PK\x03\x04",
)

BROKEN: tuple[bytes, ...] = (
    LINE + LAST,
    LINE,
    LINE + OURS,
    LINE + OURS + LAST[:-1],
    LINE + OURS + b"---" + LAST[4:],
    LINE + OURS + b"--- " + MAC[:-1] + b"\n",
    LINE + OURS + b"--- " + MAC[:-1] + b"B\n",
    LINE + OURS + b"--- " + MAC + b"=\n",
    LINE + OURS + b"--- " + MAC + b" \n",
    LINE + OURS + b"--- " + MAC + b"\r\n",
    LINE + OURS * 13 + LAST,
    LINE + b"->X25519 " + SHARE + b"\n" + BODY + b"\n" + LAST,
    LINE + stanza(b" X25519 " + SHARE, BODY) + LAST,
    LINE + stanza(b"X25519  " + SHARE, BODY) + LAST,
    LINE + stanza(b"X25519 " + SHARE + b" ", BODY) + LAST,
    LINE + stanza(b"X25519", BODY) + LAST,
    LINE + stanza(b"X25519 " + SHARE + b" a", BODY) + LAST,
    LINE + stanza(b"X25519 " + SHARE[:-1], BODY) + LAST,
    LINE + stanza(b"X25519 " + SHARE[:-1] + b"9", BODY) + LAST,
    LINE + stanza(b"X25519 " + SHARE + b"=", BODY) + LAST,
    LINE + stanza(b"X25519 " + SHARE, BODY[:-1]) + LAST,
    LINE + stanza(b"X25519 " + SHARE, BODY[:-1] + b"B") + LAST,
    LINE + stanza(b"X25519 " + SHARE, BODY + b"=") + LAST,
    LINE + stanza(b"X25519 " + SHARE, b"A" * 64) + LAST,
    LINE + stanza(b"X25519 " + SHARE, b"") + LAST,
    LINE + stanza(b"X25519 " + SHARE, BODY.replace(b"I", b"-")) + LAST,
    LINE + b"-> X25519 " + SHARE + b"\r\n" + BODY + b"\r\n" + LAST,
    LINE + stanza(b"X25519 " + SHARE, b"A" * 65) + LAST,
    LINE + stanza(b"g \x7f", b"") + OURS + LAST,
    LINE + stanza(b"g \xc3\xa9", b"") + OURS + LAST,
    LINE + b"-> \n\n" + OURS + LAST,
    LINE + OURS + b"\n" + LAST,
    LINE + OURS + stanza(b"g", b"A") + LAST,
    LINE + OURS + stanza(b"g", b"QUI=") + LAST,
    LINE + OURS + stanza(b"g " + b"x" * 17_000, b"") + LAST,
)

OTHER_TYPES: tuple[bytes, ...] = (
    LINE + stanza(b"scrypt " + SHARE + b" 18", BODY) + LAST,
    LINE + OURS + stanza(b"scrypt " + SHARE + b" 18", BODY) + LAST,
    LINE + OURS + stanza(b"mlkem768x25519 " + SHARE, BODY) + LAST,
    LINE + GREASE + LAST,
    LINE + stanza(b"x25519 " + SHARE, BODY) + LAST,
)


def headers() -> Iterator[dict[str, Any]]:
    """Every head with its reason; empty for those that may pass."""
    for reason, cases in (
        ("", SOUND),
        ("envelope_unknown", UNKNOWN),
        ("envelope_header", BROKEN),
        ("envelope_type", OTHER_TYPES),
    ):
        for raw in cases:
            yield {"head": raw.hex(), "reason": reason}
