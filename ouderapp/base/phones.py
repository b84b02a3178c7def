"""Phone numbers as digits, so that spaces, dots and +32 make no difference when searching."""

import re

_SPLIT = re.compile(r"\s+/\s+|[,;\n]")
_NOT_A_DIGIT = re.compile(r"\D")
_BELGIUM = re.compile(r"^(?:0032|32(?=\d{8,9}$))0?")
_LOOKS_LIKE_ONE = re.compile(r"[+0][\d ./()\-]{3,}|[\d ./()\-]{6,}")


def phone_digits(text: str) -> str:
    """The digits of one number, +32 and 0032 written as 0: `+32 470 12 34 56` is `0470123456`."""
    digits = _NOT_A_DIGIT.sub("", text)
    if text.strip().startswith("+"):
        digits = "00" + digits
    return _BELGIUM.sub("0", digits)


def phones_in(text: str | None) -> str:
    """The digits of each number in a field, between them a space; words are left out."""
    return " ".join(filter(None, (phone_digits(part) for part in _SPLIT.split(text or ""))))


def looks_like_a_phone(text: str) -> bool:
    """Whether somebody is typing a phone number: digits and their usual signs, four or more."""
    return _LOOKS_LIKE_ONE.fullmatch(text.strip()) is not None
