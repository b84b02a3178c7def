"""The counting rules of DOMAIN 8.1 and 8.5 that need no counting."""

from datetime import date
from decimal import ROUND_HALF_UP, Decimal

HOMEWORK_CLASS = "huiswerkklas"
LEISURE = "vrije_tijd"
NO_FEEDBACK = "nog_geen_terugkoppeling"
TEACHER_MAIL = "mail_vakleerkracht"
VISIT = "huisbezoek"

# Conversations of the nine numbers: both ways, no home visit, not written (DOMAIN 8.2, row 5).
CONVERSATIONS = frozenset(
    (
        "gesprek_op_school",
        "gesprek_kantoor",
        "gesprek_bij_partner",
        "oudercontact_begeleid",
        "telefoon",
        "informeel",
        "huiswerkklas_gesprek",
        "begeleid_bezoek",
    )
)


def month_of(day: date) -> str:
    """2025-03 for any day of March 2025."""
    return f"{day.year:04d}-{day.month:02d}"


def work_year_of(day: date) -> int | None:
    """The year in which the work year (1 September to 30 June, both included) of a day began.

    None for July and August: their records stand in their month, not in the year (DOMAIN 8.5).
    """
    if day.month >= 9:
        return day.year
    return day.year - 1 if day.month <= 6 else None


def work_year(start: int) -> tuple[date, date]:
    """First and last day of a work year, both included."""
    return date(start, 9, 1), date(start + 1, 6, 30)


def year_row(start: int) -> str:
    """The month under which the numbers of a work year are kept."""
    return f"{start + 1:04d}-06"


def average(total: int, sessions: int) -> float:
    """Attendances per session held, two decimals, halves up; 0 without a session."""
    if not sessions:
        return 0.0
    exact = Decimal(total) / Decimal(sessions)
    return float(exact.quantize(Decimal("0.01"), ROUND_HALF_UP))


def is_group_event(kind: str) -> bool:
    """Infomoments, coffee moments, parent activities: all groups but the class and leisure."""
    return kind not in (HOMEWORK_CLASS, LEISURE)
