"""Counts laid out as the figures of a month and of a work year, and as what may be published."""

from collections import Counter
from collections.abc import Iterable
from typing import Any

from ouderapp.reports.published import publish
from ouderapp.reports.records import CountRow
from ouderapp.reports.rules import average, work_year, year_row

Figures = dict[str, Any]

# The rule and its examples travel with the published figures (DOMAIN 9.4).
RULE = (
    "k=5, only for counts of persons/families: merge cells < 5 into 'overige'; while 0 < overige"
    " < 5 also merge the smallest visible cell; if one category is left publish only the total; a"
    " total of 1-4 is shown as '<5'"
)
EXAMPLES: tuple[dict[str, int], ...] = (
    {"a": 7, "b": 1, "c": 1, "d": 1},
    {"a": 12, "b": 9, "c": 3, "d": 1},
    {"a": 12, "b": 9, "c": 3, "d": 2},
    {"a": 2, "b": 1},
)


class Counts:
    """The numbers of one or more stores, added up."""

    def __init__(self, rows: Iterable[CountRow]) -> None:
        self._numbers: Counter[tuple[str, str, str, str]] = Counter()
        for row in rows:
            self._numbers[(row.month, row.indicator, row.dimension, row.key)] += row.value

    def one(self, month: str, indicator: str, dimension: str = "total", key: str = "") -> int:
        """One number; 0 when nothing was counted."""
        return self._numbers[(month, indicator, dimension, key)]

    def each(self, month: str, indicator: str, dimension: str) -> dict[str, int]:
        """The numbers of one dimension by key, sorted; zeros are left out."""
        found = {
            key: value
            for (at, name, by, key), value in self._numbers.items()
            if (at, name, by) == (month, indicator, dimension) and value
        }
        return dict(sorted(found.items()))

    def months(self) -> list[str]:
        """Every month with a number of its own."""
        own = {at for at, name, _, _ in self._numbers if not name.startswith("year_")}
        return sorted(own)

    def years(self) -> list[int]:
        """The years in which the work years with numbers began."""
        ends = {at for at, name, _, _ in self._numbers if name.startswith("year_")}
        return sorted(int(end[:4]) - 1 for end in ends)


def month_figures(counts: Counts, month: str) -> Figures:
    """The figures of one month, by the month in which things took place (DOMAIN 8.5)."""
    return {
        "contacts_total": counts.one(month, "contacts"),
        "contacts_by_type": counts.each(month, "contacts", "kind"),
        "families_with_contact": counts.one(month, "families_with_contact"),
        "new_dossiers": counts.one(month, "dossiers", "opened"),
        "closed_dossiers": counts.one(month, "dossiers", "closed"),
        "referrals_out": counts.one(month, "referrals", "direction", "uit"),
        "referrals_in": counts.one(month, "referrals", "direction", "in"),
        "homework_sessions_planned": counts.one(month, "homework_sessions", "planned"),
        "homework_sessions_held": counts.one(month, "homework_sessions", "held"),
        "homework_attendances": counts.one(month, "homework_attendances"),
        "homework_unique_pupils": counts.one(month, "homework_pupils"),
        "parent_attendances": counts.one(month, "homework_parents"),
        "group_events": counts.one(month, "group_events"),
        "group_event_attendance": counts.one(month, "group_events", "heads"),
    }


def year_figures(counts: Counts, start: int) -> Figures:
    """The figures of the work year that began in September of `start`."""
    at = year_row(start)
    status = counts.each(at, "year_families", "status")
    return {
        "period": [day.isoformat() for day in work_year(start)],
        "families_total": sum(status.values()),
        "families_status": status,
        "persons_in_dossiers": counts.one(at, "year_persons"),
        "parents_reached": counts.one(at, "year_parents_reached"),
        "children_in_dossiers": counts.one(at, "year_persons", "children"),
        "contacts_total": counts.one(at, "year_contacts"),
        "contacts_by_type": counts.each(at, "year_contacts", "kind"),
        "contact_minutes": counts.one(at, "year_contacts", "minutes"),
        "contacts_initiative": counts.each(at, "year_contacts", "initiative"),
        "homework": homework_figures(counts, at),
        "peers_brought": counts.one(at, "year_peers_brought"),
        "referrals": {
            "out": counts.one(at, "year_referrals", "direction", "uit"),
            "in": counts.one(at, "year_referrals", "direction", "in"),
            "with_outcome": counts.one(at, "year_referrals", "outcome", "known"),
        },
        "questions_by_theme": counts.each(at, "year_help_requests", "theme"),
    }


def homework_figures(counts: Counts, at: str) -> Figures:
    """The homework class in one work year, with an average for each phase."""
    sessions = {
        name: counts.one(at, "year_homework_sessions", name)
        for name in ("planned", "held", "cancelled")
    }
    attendances = counts.one(at, "year_homework_attendances")
    held = counts.each(at, "year_homework_phase_sessions", "phase")
    in_phase = counts.each(at, "year_homework_phase_attendances", "phase")
    averages = {
        f"average_phase{phase}": average(in_phase.get(phase, 0), held.get(phase, 0))
        for phase in counts.each(at, "year_homework_phase_planned", "phase")
        if phase
    }
    return {
        **sessions,
        "attendances": attendances,
        "unique_pupils": counts.one(at, "year_homework_pupils"),
        "average_per_session": average(attendances, sessions["held"]),
        **averages,
        "recommended": counts.one(at, "year_homework_recommended"),
        "recommended_reached": counts.one(at, "year_homework_recommended", "reached"),
        "unique_by_year_stream": counts.each(at, "year_homework_pupils", "year_stream"),
        "parent_attendances": counts.one(at, "year_homework_parents"),
        "mails_to_teachers": counts.one(at, "year_teacher_mails"),
    }


def published_figures(counts: Counts, start: int) -> Figures:
    """What may go outside: counts of persons and families by the rule for small numbers."""
    at = year_row(start)
    return {
        "rule": RULE,
        "examples": [{"in": given, "out": publish(given)} for given in EXAMPLES],
        "families_by_contact_language": publish(counts.each(at, "year_families", "language")),
        "homework_unique_by_year_stream": publish(
            counts.each(at, "year_homework_pupils", "year_stream")
        ),
    }


def nine_numbers(counts: Counts, start: int) -> dict[str, int | float]:
    """The nine yearly numbers of Oostende (DOMAIN 8.2); languages stand for nationalities."""
    at = year_row(start)
    languages = counts.each(at, "year_families", "language")
    families = sum(languages.values())
    other = families - languages.get("nl", 0)
    return {
        "families": families,
        "percent_other_language": average(100 * other, families),
        "contact_languages": len([name for name in languages if name != "onbekend"]),
        "help_requests": counts.one(at, "year_help_requests"),
        "conversations": counts.one(at, "year_contacts", "group", "conversation"),
        "home_visits": counts.one(at, "year_contacts", "group", "home_visit"),
        "info_moments": counts.one(at, "year_group_events", "kind", "infomoment"),
        "coffee_moments": counts.one(at, "year_group_events", "kind", "koffiemoment"),
        "parent_activities": counts.one(at, "year_group_events", "kind", "ouderactiviteit"),
    }
