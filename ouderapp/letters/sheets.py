"""Sheets that are no letters: the recovery sheet, the slips, the social map."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class RecoverySheet:
    """Twelve words that open a vault; it names nobody (SECURITY 4.6, UX 2.19)."""

    words: tuple[str, ...]
    made_on: date


@dataclass(frozen=True, slots=True)
class MonthSlip:
    """What went onto the stick; no names of families (FORMAT.md 13).

    `counts` are pairs of words and figures as they are shown; `size` is in bytes, `checked` the
    six words of the encrypted file, `was_read_back` whether the file was read again after writing.
    """

    month: date
    number: int
    counts: tuple[tuple[str, str], ...]
    first_on: date | None
    last_on: date | None
    size: int
    checked: tuple[str, ...]
    was_read_back: bool
    made_on: date


@dataclass(frozen=True, slots=True)
class ReceiptSlip:
    """The office says that it holds the same; six words to read aloud, two hands (FORMAT.md 16)."""

    number: int
    received_on: date
    words: tuple[str, ...]
    worker: str = ""


@dataclass(frozen=True, slots=True)
class EscrowHalf:
    """One half of the office's escrow identity: twenty-four words for one keeper (SECURITY 4.6)."""

    half: int
    words: tuple[str, ...]
    made_on: date


@dataclass(frozen=True, slots=True)
class PlaceOnPaper:
    """One service or school of the social map; `is_stale`: its check is too long ago (R01)."""

    name: str
    lines: tuple[str, ...]
    checked: str
    is_stale: bool


@dataclass(frozen=True, slots=True)
class SocialMap:
    """The services that a list shows."""

    places: tuple[PlaceOnPaper, ...]
    made_on: date
