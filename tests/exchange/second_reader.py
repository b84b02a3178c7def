"""A second reader of the exchange format, made from FORMAT.md alone, sharing no code with ours."""

import base64
import hashlib
import hmac
import json
import re
from functools import cache
from typing import Any, NoReturn

import pyrage
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

BLOCK = 512
FOUR_MIB = 4 * 1024 * 1024
PRIME = 2**255 - 19
ORDER = 2**252 + 27742317777372353535851937790883648493
CURVE_D = -121665 * pow(121666, PRIME - 2, PRIME) % PRIME
ROOT_OF_MINUS_ONE = pow(2, (PRIME - 1) // 4, PRIME)


class Refused(Exception):  # noqa: N818 a reason, not an error
    """The file is refused; the argument is the identifier of FORMAT.md 15."""


def refuse(reason: str) -> NoReturn:
    """Stop here."""
    raise Refused(reason)


# --- 6: canonical JSON ---------------------------------------------------------------------


def nothing_but_whole_numbers(_text: str) -> NoReturn:
    """Fractions, exponents, NaN and infinities have no place."""
    raise ValueError


def canonical_bytes(value: Any, depth: int = 16) -> bytes:
    """The one byte form; ValueError for what has none."""
    if value is None or isinstance(value, bool):
        return {None: b"null", True: b"true", False: b"false"}[value]
    if isinstance(value, int):
        if abs(value) > 9007199254740991:
            raise ValueError
        return str(value).encode()
    if isinstance(value, str):
        return text_bytes(value)
    if depth == 0 or not isinstance(value, (list, dict)):
        raise ValueError
    if isinstance(value, list):
        return b"[" + b",".join(canonical_bytes(one, depth - 1) for one in value) + b"]"
    for key in value:
        if not re.fullmatch("[a-z][a-z0-9_]{0,39}", key):
            raise ValueError
    pairs = (
        text_bytes(key) + b":" + canonical_bytes(value[key], depth - 1) for key in sorted(value)
    )
    return b"{" + b",".join(pairs) + b"}"


def text_bytes(text: str) -> bytes:
    """A string with only the escapes that must be."""
    short = {
        '"': '\\"',
        "\\": "\\\\",
        "\b": "\\b",
        "\f": "\\f",
        "\n": "\\n",
        "\r": "\\r",
        "\t": "\\t",
    }
    if "\0" in text:
        raise ValueError
    signs = (short.get(sign) or (f"\\u{ord(sign):04x}" if sign < " " else sign) for sign in text)
    return ('"' + "".join(signs) + '"').encode()


def parse(raw: bytes) -> Any:
    """The value of canonical bytes; ValueError when one byte could be otherwise."""
    text = raw.decode("utf-8")
    if tower(text) > 16:
        raise ValueError
    value = json.loads(
        text, parse_float=nothing_but_whole_numbers, parse_constant=nothing_but_whole_numbers
    )
    if canonical_bytes(value) != raw:
        raise ValueError
    return value


def tower(text: str) -> int:
    """How many brackets stand open at most, counted outside strings."""
    depth = most = 0
    is_text = is_escaped = False
    for sign in text:
        if is_text:
            is_text, is_escaped = (sign != '"' or is_escaped), (sign == "\\" and not is_escaped)
        elif sign == '"':
            is_text = True
        elif sign in "[{":
            depth += 1
            most = max(most, depth)
        elif sign in "]}":
            depth -= 1
    return most


# --- 3 and 4: words and keys ---------------------------------------------------------------


def indices(data: bytes, count: int) -> list[int]:
    """Groups of eleven bits, first bit first."""
    bits = "".join(format(byte, "08b") for byte in data)
    return [int(bits[11 * n : 11 * n + 11], 2) for n in range(count)]


def enrolment_indices(worker: bytes, office: bytes) -> list[int]:
    """The fingerprint of two manifests (4.3)."""
    parts = hashlib.sha256(worker).digest() + hashlib.sha256(office).digest()
    mixed = hashlib.sha256(b"ouderapp enrolment v1\0" + parts).digest()
    slow = Argon2id(
        salt=b"ouderapp-words-1", length=16, iterations=3, lanes=1, memory_cost=65536
    ).derive(mixed)
    return indices(slow, 6)


def receipt_indices(key: bytes, manifest: bytes, state: bytes) -> list[int]:
    """The words over the telephone (16.3)."""
    told = hmac.new(key, b"ouderapp receipt words v1\0" + manifest + state, hashlib.sha256)
    return indices(told.digest(), 6)


@cache
def is_sound_key(public: bytes) -> bool:
    """Canonical, on the curve, and of full order."""
    point = on_curve(public)
    return point is not None and point != (0, 1) and times_the_order(point) == (0, 1)


def on_curve(public: bytes) -> tuple[int, int] | None:
    """The point of an encoded key, None when it is none or not in its one form."""
    number = int.from_bytes(public, "little")
    sign, y = number >> 255, number & ((1 << 255) - 1)
    if len(public) != 32 or y >= PRIME:
        return None
    square = (y * y - 1) * pow(CURVE_D * y * y + 1, PRIME - 2, PRIME) % PRIME
    x = pow(square, (PRIME + 3) // 8, PRIME)
    if x * x % PRIME != square:
        x = x * ROOT_OF_MINUS_ONE % PRIME
    if x * x % PRIME != square or (x == 0 and sign):
        return None
    return (PRIME - x if x & 1 != sign else x), y


def added(one: tuple[int, int], other: tuple[int, int]) -> tuple[int, int]:
    """The sum of two points of the Edwards curve."""
    (x1, y1), (x2, y2) = one, other
    mixed = CURVE_D * x1 * x2 * y1 * y2 % PRIME
    x = (x1 * y2 + x2 * y1) * pow(1 + mixed, PRIME - 2, PRIME) % PRIME
    y = (y1 * y2 + x1 * x2) * pow(1 - mixed, PRIME - 2, PRIME) % PRIME
    return x, y


def doubled(point: tuple[int, int]) -> tuple[int, int]:
    """Twice a point."""
    return added(point, point)


def times_the_order(point: tuple[int, int]) -> tuple[int, int]:
    """The point as often as the large prime group has members."""
    left, total = ORDER, (0, 1)
    while left:
        if left & 1:
            total = added(total, point)
        point, left = doubled(point), left >> 1
    return total


def is_signed(label: bytes, message: bytes, signature: bytes, public: bytes) -> bool:
    """Whether a sound key signed these bytes; the second half of a signature must be small."""
    if not is_sound_key(public) or int.from_bytes(signature[32:], "little") >= ORDER:
        return False
    try:
        Ed25519PublicKey.from_public_bytes(public).verify(signature, label + message)
    except InvalidSignature:
        return False
    return True


def is_manifest_signed(raw: bytes, signature: bytes, public: bytes) -> bool:
    """The 80 bytes of `manifest.sig` against a pinned key (7.1)."""
    return is_signed(b"ouderapp bundle manifest v1\0", raw, signature[16:], public)


# --- 5: envelope ---------------------------------------------------------------------------


def base64_bytes(text: bytes) -> bytes:
    """Base64 without padding in its one form, else a broken head."""
    if not re.fullmatch(rb"[A-Za-z0-9+/]*", text) or len(text) % 4 == 1:
        refuse("envelope_header")
    data = base64.b64decode(text + b"=" * (-len(text) % 4))
    if base64.b64encode(data).rstrip(b"=") != text:
        refuse("envelope_header")
    return data


def stanzas(raw: bytes) -> int:
    """The number of receivers in a head that follows every rule of 5.2."""
    if not raw.startswith(b"age-encryption.org/v1\n"):
        refuse("envelope_unknown")
    lines = raw[:16384].split(b"\n")[1:-1]
    found: list[tuple[list[bytes], bytes]] = []
    while lines:
        line = lines.pop(0)
        if re.fullmatch(rb"--- [A-Za-z0-9+/]{43}", line):
            base64_bytes(line[4:])
            return receivers(found)
        if not re.fullmatch(rb"-> [!-~]+( [!-~]+)*", line):
            break
        body = b""
        while lines and len(lines[0]) == 64:
            body += lines.pop(0)
        if not lines or len(lines[0]) > 64:
            break
        found.append((line[3:].split(b" "), base64_bytes(body + lines.pop(0))))
    refuse("envelope_header")


def receivers(found: list[tuple[list[bytes], bytes]]) -> int:
    """Judge the kinds of stanzas."""
    if not 1 <= len(found) <= 12:
        refuse("envelope_header")
    kinds = [arguments[0] for arguments, _ in found]
    if b"X25519" not in kinds or {b"scrypt", b"mlkem768x25519"} & set(kinds):
        refuse("envelope_type")
    for arguments, body in found:
        if arguments[0] == b"X25519":
            shares = [base64_bytes(one) for one in arguments[1:]]
            if [len(one) for one in shares] != [32] or len(body) != 32:
                refuse("envelope_header")
    return kinds.count(b"X25519")


def open_envelope(raw: bytes, identity: str) -> bytes:
    """The payload of an age file."""
    stanzas(raw)
    try:
        return bytes(pyrage.decrypt(raw, [pyrage.x25519.Identity.from_str(identity)]))
    except pyrage.DecryptError as error:
        refuse("envelope_not_for_us" if "No matching keys" in str(error) else "envelope_damaged")
    except OSError:
        refuse("envelope_damaged")
