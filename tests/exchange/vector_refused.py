"""Files that must be refused, each with the one identifier that says why (FORMAT.md 15)."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.exchange.vector_broken_archives import broken_archives
from tests.exchange.vector_broken_manifests import broken_manifests
from tests.exchange.vector_broken_orders import broken_orders
from tests.exchange.vector_broken_rows import broken_rows
from tests.exchange.vector_files import first_bundles, keep, write

Refused = tuple[str, str, bytes]


@dataclass(frozen=True)
class Case:
    """One file: `before` are bundles that the office took in first, by name."""

    file: str
    reason: str
    before: tuple[str, ...] = ()


def refusals(folder: Path) -> None:
    """Payloads as `.tar`; damaged envelopes as `.age`; `cases.json` says what each comes to."""
    folder.mkdir(exist_ok=True)
    cases = []
    for number, (what, reason, payload) in enumerate(payloads(), 1):
        name = f"{number:03d}-{what}.tar"
        (folder / name).write_bytes(payload)
        cases.append(vars(Case(name, reason)))
    for what, reason, payload, before in broken_orders():
        name = f"order-{what}.tar"
        (folder / name).write_bytes(payload)
        cases.append(vars(Case(name, reason, before)))
    for what, reason, envelope in envelopes(folder):
        name = f"envelope-{what}.age"
        if not (folder / name).exists():
            (folder / name).write_bytes(envelope)
        cases.append(vars(Case(name, reason)))
    write(folder / "cases.json", cases)


def payloads() -> Iterator[Refused]:
    """Everything that is wrong inside the envelope."""
    yield from broken_archives()
    yield from broken_manifests()
    yield from broken_rows()


def envelopes(folder: Path) -> Iterator[Refused]:
    """A sound bundle whose envelope is cut, changed, or for somebody else."""
    whole = folder / "whole.age"
    payload, receivers = first_bundles()["coded"]
    keep(whole, payload, *receivers)
    raw = whole.read_bytes()
    whole.unlink()
    head = raw.index(b"\n---") + 48
    yield "nothing", "file_size", b""
    yield "too-small", "file_size", raw[:511]
    for length in (512, head + 300, len(raw) // 2, len(raw) - 1):
        yield f"cut-{length}", "envelope_damaged", raw[:length]
    yield "longer", "envelope_damaged", raw + b"\0"
    for place in (head + 1, head + 17, head + 5000, len(raw) - 1):
        yield f"flipped-{place}", "envelope_damaged", _flipped(raw, place)
    yield "first-line", "envelope_unknown", _flipped(raw, 3)
    yield "version", "envelope_unknown", raw.replace(b"/v1", b"/v2", 1)
    yield "carriage-returns", "envelope_unknown", raw.replace(b"\n", b"\r\n", 1)
    yield "armoured", "envelope_unknown", b"-----BEGIN AGE ENCRYPTED FILE-----\n" + b"A" * 600
    yield "stanza", "envelope_header", raw.replace(b"-> X25519", b"->X25519", 1)
    yield "mac", "envelope_damaged", _other_mac(raw)
    other = raw.replace(b"-> X25519", b"-> scrypt", 1)
    yield "passphrase", "envelope_type", other
    strangers = folder / "stranger.age"
    keep(strangers, payload, "stranger")
    yield "stranger", "envelope_not_for_us", strangers.read_bytes()
    strangers.unlink()
    one = folder / "one.age"
    keep(one, payload, "office")
    yield "one-receiver-less", "recipient_count", one.read_bytes()
    one.unlink()


def _flipped(raw: bytes, place: int) -> bytes:
    return raw[:place] + bytes([raw[place] ^ 1]) + raw[place + 1 :]


def _other_mac(raw: bytes) -> bytes:
    place = raw.index(b"\n---") + 5
    other = b"A" if raw[place : place + 1] != b"A" else b"B"
    return raw[:place] + other + raw[place + 1 :]
