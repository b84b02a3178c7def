"""Numbers that stand nowhere in the store: rijksregisternummer and bank account (IBAN)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from ouderapp.base.errors import Problem
from ouderapp.base.i18n import mark


class Kind(StrEnum):
    """What a found number is."""

    NATIONAL_NUMBER = "national_number"
    ACCOUNT_NUMBER = "account_number"


@dataclass(frozen=True)
class Hit:
    """One number in a text: `text[start:end]`."""

    kind: Kind
    start: int
    end: int


class NationalNumberInText(Problem):
    """A free text holds a rijksregisternummer; `places` has its `start` and `end`."""

    message = mark("This looks like a national register number. It does not belong in a file.")
    button = mark("Take it out")


class AccountNumberInText(Problem):
    """A free text holds an account number; `places` has its `start` and `end`."""

    message = mark("This looks like an account number. ouderapp does not keep those.")
    button = mark("Take it out")


_PROBLEMS: dict[Kind, type[Problem]] = {
    Kind.NATIONAL_NUMBER: NationalNumberInText,
    Kind.ACCOUNT_NUMBER: AccountNumberInText,
}

# The groups in which the number is written, with spaces, dots, dashes or strokes between them.
_GAP = r"([ \t\u00a0\u202f./\-–—]{0,3})"
_ELEVEN_DIGITS = re.compile(
    rf"(?<![\d+])(?=((\d\d){_GAP}(\d\d){_GAP}(\d\d){_GAP}(\d\d\d){_GAP}(\d\d))(?!\d))"
)
_MOBILE_WITHOUT_PLUS = re.compile(r"32[ ./]?4[5-9]\d")
_COUNTRY = re.compile(r"(?:(?<![^\W_])|(?<=iban))([a-z]{2})(?=[ .\u00a0-]?\d[ .\u00a0-]?\d)", re.I)
_SIGN = re.compile(r"[ \t\u00a0\u202f.\-–—]{0,3}([0-9A-Za-z])")

# Country and length of the whole number (ISO 13616 registry, and the countries beside it).
_IBAN_LENGTHS = (
    "AD24 AE23 AL28 AO25 AT20 AZ28 BA20 BE16 BF28 BG22 BH22 BI27 BJ28 BR29 BY28 CF27 CG27 CH21 "
    "CI28 CM27 CR22 CV25 CY28 CZ24 DE22 DJ27 DK18 DO28 DZ26 EE20 EG29 ES24 FI18 FK18 FO18 FR27 "
    "GA27 GB22 GE22 GI23 GL18 GQ27 GR27 GT28 GW25 HN28 HR21 HU28 IE22 IL23 IQ23 IR26 IS26 IT27 "
    "JO30 KM27 KW30 KZ20 LB28 LC32 LI21 LT20 LU20 LV21 LY25 MA28 MC27 MD24 ME22 MG27 MK19 ML28 "
    "MN20 MR27 MT31 MU30 MZ25 NE28 NI28 NL18 NO15 OM23 PK24 PL28 PS29 PT25 QA29 RO24 RS22 RU33 "
    "SA24 SC31 SD18 SE24 SI19 SK24 SM27 SN28 SO23 ST25 SV28 TD27 TG28 TL23 TN24 TR26 UA29 VA22 "
    "VG24 XK20 YE30"
)
_IBAN_LENGTH = {code: int(length) for code, length in re.findall(r"(\D\D)(\d\d)", _IBAN_LENGTHS)}


def check_free_text(**fields: str | None) -> None:
    """Refuse a rijksregisternummer or account number in any of these texts (decision 20, P07).

    The name of each argument is the name of the field. Raises NationalNumberInText or
    AccountNumberInText with `field` and, in `places`, `start` and `end` of the first number.
    """
    for name, text in fields.items():
        for hit in found_in(text):
            raise _PROBLEMS[hit.kind](field=name, start=hit.start, end=hit.end)


def found_in(text: str | None) -> list[Hit]:
    """The forbidden numbers of a text in their order (DOMAIN 9.2; decision 20).

    A rijksregisternummer that is written out, with something before its last two groups, is one
    even when its checksum fails: a slip of the finger. Other eleven digits need the checksum.
    Both need a possible date and are no phone number. An IBAN needs its length and its check.
    """
    if not text or len(text) < 11:
        return []
    hits = [*_national_numbers(text), *_account_numbers(text)]
    return sorted(hits, key=lambda hit: hit.start)


def _national_numbers(text: str) -> Iterator[Hit]:
    for found in _ELEVEN_DIGITS.finditer(text):
        digits = "".join(found.group(2, 4, 6, 8, 10))
        is_one = is_national_number(digits) or (
            _is_written_out(found) and has_possible_date(digits)
        )
        if is_one and not _MOBILE_WITHOUT_PLUS.match(found[1]):
            yield Hit(Kind.NATIONAL_NUMBER, *found.span(1))


def _is_written_out(found: re.Match[str]) -> bool:
    """Whether the last two groups stand apart, as on the card: `98.12.01-102.14`."""
    return bool(found[7] and found[9]) and "/" not in found[1]


def _account_numbers(text: str) -> Iterator[Hit]:
    for found in _COUNTRY.finditer(text):
        iban, end = _signs_from(text, found.start(), _IBAN_LENGTH.get(found[1].upper(), 0))
        if is_account_number(iban) and not text[end : end + 1].isdigit():
            yield Hit(Kind.ACCOUNT_NUMBER, found.start(), end)


def _signs_from(text: str, start: int, length: int) -> tuple[str, int]:
    """The next letters and digits without what stands between, and where the last one ends."""
    signs, end = "", start
    while len(signs) < length and (sign := _SIGN.match(text, end)):
        signs, end = signs + sign[1], sign.end()
    return signs, end


def taken_out(text: str) -> str:
    """The text with every forbidden number replaced by three dots."""
    for hit in reversed(found_in(text)):
        text = f"{text[: hit.start]}…{text[hit.end :]}"
    return text


def is_national_number(digits: str) -> bool:
    """Whether eleven digits are a rijksregisternummer or BIS number: possible date and checksum.

    Law of 8 August 1983: 97 − (first nine mod 97) is the last two, with a 2 before the nine for
    births from 2000 on; BIS numbers have month +20 or +40 (DOMAIN 9.2).
    """
    first, last = digits[:9], int(digits[9:])
    return has_possible_date(digits) and last in (97 - int(first) % 97, 97 - int(f"2{first}") % 97)


def has_possible_date(digits: str) -> bool:
    """Whether the third to sixth digit are a month (00 to 12, BIS +20 or +40) and a day."""
    month, day = int(digits[2:4]), int(digits[4:6])
    return month < 60 and month % 20 <= 12 and day <= 31


def is_account_number(iban: str) -> bool:
    """Whether letters and digits without spaces are an IBAN: known length, mod 97 equal to 1."""
    if len(iban) != _IBAN_LENGTH.get(iban[:2].upper()) or not iban[2:4].isdigit():
        return False
    return int("".join(str(int(sign, 36)) for sign in iban[4:] + iban[:4])) % 97 == 1
