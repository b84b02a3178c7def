"""The second reader's archive, made from FORMAT.md alone."""

import hashlib
import re
from typing import Any

from tests.exchange.second_reader import BLOCK, FOUR_MIB, refuse


def member_header(name: str, size: int) -> bytes:
    """The 512 bytes that must stand before a member."""
    head = name.encode().ljust(100, b"\0") + b"0000600\0" + b"0000000\0" * 2
    head += format(size, "011o").encode() + b"\0" + b"0" * 11 + b"\0"
    tail = b"0" + b"\0" * 100 + b"ustar\x0000" + b"\0" * 247
    total = sum(head) + 8 * 32 + sum(tail)
    return head + format(total, "06o").encode() + b"\0 " + tail


def padded(length: int) -> int:
    """Padmé, then whole blocks."""
    exponent = length.bit_length() - 1
    step = 2 ** max(0, exponent - exponent.bit_length())
    rounded: int = -(-length // step) * step
    return -(-rounded // BLOCK) * BLOCK


class Archive:
    """A payload read from front to back."""

    def __init__(self, raw: bytes) -> None:
        self.raw, self.at = raw, 0

    def take(self, length: int) -> bytes:
        """The next bytes; refused when there are not enough."""
        found = self.raw[self.at : self.at + length]
        if len(found) < length:
            refuse("archive_end")
        self.at += length
        return found

    def zeros(self, length: int) -> None:
        """The next bytes must be zero, as far as there are any."""
        found = self.raw[self.at : self.at + length]
        if any(found):
            refuse("archive_fill")
        self.take(length)

    def member(self, name: str, size: int, others: list[tuple[str, int]]) -> bytes:
        """The content of the member that must come next."""
        self.expect(self.take(BLOCK), name, size, others)
        content = self.take(size)
        self.zeros(-size % BLOCK)
        return content

    def member_hashed(self, member: dict[str, Any], others: list[tuple[str, int]]) -> bytes:
        """The content of a listed member, which must have the promised hash."""
        self.expect(self.take(BLOCK), member["name"], member["size"], others)
        content = self.take(member["size"])
        if hashlib.sha256(content).hexdigest() != member["sha256"]:
            refuse("member_hash")
        self.zeros(-len(content) % BLOCK)
        return content

    def expect(self, head: bytes, name: str, size: int, others: list[tuple[str, int]]) -> None:
        """Compare a header with the only one it may be."""
        if head != member_header(name, size):
            is_other = any(head == member_header(*other) for other in others)
            refuse("archive_order" if is_other else "archive_header")

    def manifest(self) -> bytes:
        """The manifest, whose size its header says."""
        head = self.take(BLOCK)
        size = size_in(head)
        self.expect(head, "manifest.json", size, [("manifest.sig", 80)])
        if size > FOUR_MIB:
            refuse("manifest_size")
        content = self.take(size)
        self.zeros(-size % BLOCK)
        return content

    def end(self, sizes: list[int]) -> None:
        """Nothing but zeros up to the padded length, and then nothing."""
        length = sum(BLOCK + size + -size % BLOCK for size in sizes) + 1024
        self.zeros(1024 + padded(length) - length)
        if self.at != len(self.raw):
            refuse("archive_end")


def size_in(head: bytes) -> int:
    """The size that a header says, 0 when it says none."""
    return int(head[124:135], 8) if re.fullmatch(rb"[0-7]{11}", head[124:135]) else 0


def signature_of(archive: Archive) -> bytes:
    """The first member."""
    first = archive.raw[:BLOCK].ljust(BLOCK, b"\0")
    return archive.member("manifest.sig", 80, [("manifest.json", size_in(first))])


def signed_only(raw: bytes) -> tuple[bytes, bytes]:
    """Signature and manifest of an archive without members."""
    archive = Archive(raw)
    signature, manifest = signature_of(archive), archive.manifest()
    archive.end([80, len(manifest)])
    return signature, manifest
