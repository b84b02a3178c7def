"""The writing of age keys: bytes as letters and figures with a checksum (BIP 173)."""

from collections.abc import Iterable

_SIGNS = "qpzry9x8gf2tvdw0s3jn54khce6mua7l"
_GENERATOR = (0x3B6A57B2, 0x26508E6D, 0x1EA119FA, 0x3D4233DD, 0x2A1462B3)
_CHECK_SIGNS = 6


def encode(prefix: str, data: bytes) -> str:
    """`prefix`, the sign 1, the bytes in groups of five bits and six signs of checksum."""
    groups = _regroup(data, 8, 5, pad=True)
    rest = _checksum([*_expanded(prefix), *groups, *[0] * _CHECK_SIGNS]) ^ 1
    check = [rest >> 5 * place & 31 for place in reversed(range(_CHECK_SIGNS))]
    return prefix + "1" + "".join(_SIGNS[group] for group in (*groups, *check))


def decode(prefix: str, text: str) -> bytes | None:
    """The bytes of a text in small letters; None when it could have been written otherwise."""
    if not text.startswith(prefix + "1"):
        return None
    groups = [_SIGNS.find(sign) for sign in text[len(prefix) + 1 :]]
    if -1 in groups or len(groups) < _CHECK_SIGNS:
        return None
    data = _regroup(groups[:-_CHECK_SIGNS], 5, 8, pad=False)
    return data if encode(prefix, data) == text else None


def _regroup(groups: Iterable[int], size: int, wanted: int, *, pad: bool) -> bytes:
    bits = "".join(f"{group:0{size}b}" for group in groups)
    if pad:
        bits += "0" * (-len(bits) % wanted)
    ends = range(0, len(bits) - wanted + 1, wanted)
    return bytes(int(bits[start : start + wanted], 2) for start in ends)


def _expanded(prefix: str) -> list[int]:
    return [ord(sign) >> 5 for sign in prefix] + [0] + [ord(sign) & 31 for sign in prefix]


def _checksum(groups: Iterable[int]) -> int:
    rest = 1
    for group in groups:
        top = rest >> 25
        rest = (rest & 0x1FFFFFF) << 5 ^ group
        for place, value in enumerate(_GENERATOR):
            rest ^= value if top >> place & 1 else 0
    return rest
