"""The sizes of the reference sets (GOALS, reference data sets)."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Size:
    """How much of everything; `years` work years, the last of them 2024-2025."""

    years: int
    families: int
    adults: int
    children: int
    help_requests: int
    contacts: int
    sessions: int
    marks: int
    letters: int
    referrals: int
    longest: int


SIZES = {
    "S": Size(1, 110, 240, 290, 330, 730, 37, 450, 150, 60, 40),
    "M": Size(10, 1_100, 2_600, 3_400, 3_300, 10_000, 1_200, 15_000, 1_500, 2_000, 300),
    "L": Size(10, 11_000, 26_000, 34_000, 33_000, 100_000, 12_000, 150_000, 15_000, 20_000, 300),
}
LAST_YEAR = 2024
