"""What a file shows of growing trust: the first times that matter (goal C05)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from ouderapp.base.i18n import mark
from ouderapp.base.ids import Id
from ouderapp.base.themes import OF_SCHOOL, Theme
from ouderapp.contacts.kinds import NOT_REACHED, Initiative
from ouderapp.contacts.records import ContactRow


class First(StrEnum):
    """A first time that says that trust grew."""

    CONTACT = "first_contact"
    BY_FAMILY = "first_by_family"
    BY_YOUTH = "first_by_youth"
    NOT_ABOUT_SCHOOL = "first_not_about_school"
    PERMISSION = "first_permission"
    LEISURE = "first_leisure"


FIRST_WORDS = {
    First.CONTACT: mark("First contact"),
    First.BY_FAMILY: mark("The family takes the first step itself"),
    First.BY_YOUTH: mark("The young person takes the first step"),
    First.NOT_ABOUT_SCHOOL: mark("First question that is not about school"),
    First.PERMISSION: mark("First permission"),
    First.LEISURE: mark("First time at a leisure activity"),
}


@dataclass(frozen=True)
class Milestone:
    """A first time: on which day, and the contact in which it happened, when there was one."""

    first: First
    day: date
    contact: Id | None = None


def milestones(
    contacts: Iterable[ContactRow],
    permissions: Sequence[date] = (),
    leisure: Sequence[date] = (),
) -> list[Milestone]:
    """Every first time in the order of its day; contacts in which nobody was reached do not count.

    `permissions` are the days of consents, `leisure` those of participations in a leisure
    activity. Source: goal C05, and the story of the two pilots (DOMAIN 11.2).
    """
    real = sorted(
        (row for row in contacts if row.kind not in NOT_REACHED),
        key=lambda row: (row.held_on, row.starts is not None, row.starts),
    )
    found = [
        _first(First.CONTACT, real),
        _first(First.BY_FAMILY, [row for row in real if row.initiative == Initiative.FAMILY]),
        _first(First.BY_YOUTH, [row for row in real if row.initiative == Initiative.YOUTH]),
        _first(First.NOT_ABOUT_SCHOOL, [row for row in real if _goes_beyond_school(row.themes)]),
        _earliest(First.PERMISSION, permissions),
        _earliest(First.LEISURE, leisure),
    ]
    return sorted((one for one in found if one), key=lambda one: one.day)


def _goes_beyond_school(themes: tuple[str, ...]) -> bool:
    return any(theme not in OF_SCHOOL and theme != Theme.OTHER for theme in themes)


def _first(first: First, rows: Sequence[ContactRow]) -> Milestone | None:
    return Milestone(first, rows[0].held_on, rows[0].id) if rows else None


def _earliest(first: First, days: Sequence[date]) -> Milestone | None:
    return Milestone(first, min(days)) if days else None
