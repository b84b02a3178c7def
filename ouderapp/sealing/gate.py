"""The strict look at the head of an age file before any library sees it (FORMAT.md 5.2)."""

import base64
import binascii
import re
from collections.abc import Iterator
from dataclasses import dataclass

from ouderapp.sealing.keys import KEY_BYTES
from ouderapp.sealing.refusals import EnvelopeHeader, EnvelopeType, EnvelopeUnknown

LIMIT = 16_384
MOST_STANZAS = 12

_FIRST_LINE = b"age-encryption.org/v1\n"
_ARGUMENTS = re.compile(rb"-> ([!-~]+(?: [!-~]+)*)")
_BODY_LINE = re.compile(rb"[A-Za-z0-9+/]{0,64}")
_LAST_LINE = re.compile(rb"--- ([A-Za-z0-9+/]{43})")
_FULL_LINE = 64
_OURS = b"X25519"
_NEVER = {b"scrypt", b"mlkem768x25519"}


@dataclass(frozen=True)
class Gate:
    """What the head of a sound envelope says: for how many it is, and how long the head is."""

    recipients: int
    size: int


@dataclass(frozen=True)
class _Stanza:
    arguments: tuple[bytes, ...]
    body: bytes

    @property
    def kind(self) -> bytes:
        return self.arguments[0]


def read_header(data: bytes) -> Gate:
    """Check the head in the first 16,384 bytes of a file.

    Raises EnvelopeUnknown for another first line, EnvelopeHeader for a rule of form that is
    broken, EnvelopeType for a way of encrypting that is not agreed.
    """
    if not data.startswith(_FIRST_LINE):
        raise EnvelopeUnknown
    lines = _lines(data[:LIMIT], len(_FIRST_LINE))
    stanzas: list[_Stanza] = []
    for line, end in lines:
        last = _LAST_LINE.fullmatch(line)
        if last:
            _decoded(last[1])
            return Gate(_recipients(stanzas), end)
        stanzas.append(_stanza(line, lines))
    raise EnvelopeHeader


def _lines(data: bytes, start: int) -> Iterator[tuple[bytes, int]]:
    """Each complete line and the place behind it; what follows the head is never asked for."""
    while (end := data.find(b"\n", start)) >= 0:
        yield data[start:end], end + 1
        start = end + 1


def _stanza(first: bytes, lines: Iterator[tuple[bytes, int]]) -> _Stanza:
    begin = _ARGUMENTS.fullmatch(first)
    if begin is None:
        raise EnvelopeHeader
    body = b""
    for line, _ in lines:
        if not _BODY_LINE.fullmatch(line):
            raise EnvelopeHeader
        body += line
        if len(line) < _FULL_LINE:
            return _Stanza(tuple(begin[1].split(b" ")), _decoded(body))
    raise EnvelopeHeader


def _decoded(text: bytes) -> bytes:
    """The bytes of base64 without padding in its one form."""
    try:
        data = binascii.a2b_base64(text + b"=" * (-len(text) % 4), strict_mode=True)
    except binascii.Error:
        raise EnvelopeHeader from None
    if base64.b64encode(data).rstrip(b"=") != text:
        raise EnvelopeHeader
    return data


def _recipients(stanzas: list[_Stanza]) -> int:
    """For how many keys the file is; stanzas of unknown kinds are grease and do not count."""
    if not 1 <= len(stanzas) <= MOST_STANZAS:
        raise EnvelopeHeader
    if any(stanza.kind in _NEVER for stanza in stanzas):
        raise EnvelopeType
    ours = [stanza for stanza in stanzas if stanza.kind == _OURS]
    if not ours:
        raise EnvelopeType
    for stanza in ours:
        _check_ours(stanza)
    return len(ours)


def _check_ours(stanza: _Stanza) -> None:
    if len(stanza.arguments) != 2 or len(stanza.body) != KEY_BYTES:
        raise EnvelopeHeader
    if len(_decoded(stanza.arguments[1])) != KEY_BYTES:
        raise EnvelopeHeader
