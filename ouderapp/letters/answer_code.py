"""The six signs on a letter by which its answer finds the referral again (R14)."""

import hashlib

# Crockford's base 32: no I, L, O or U, so that nothing is misread from paper.
SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
LENGTH = 6
MISREAD = str.maketrans("OIL", "011")


def answer_code(referral: str) -> str:
    """K7QX2M: always the same for one referral, and it tells nothing about it."""
    digest = hashlib.sha256(b"ouderapp letter code v1\0" + referral.encode("ascii")).digest()
    bits = int.from_bytes(digest[:4]) >> 2
    return "".join(SIGNS[bits >> 5 * place & 31] for place in reversed(range(LENGTH)))


def typed_code(text: str) -> str:
    """What somebody typed, as it would be printed."""
    return "".join(text.split()).replace("-", "").upper().translate(MISREAD)
