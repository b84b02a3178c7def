"""A report as data: titled tables that the screen, the PDF and the workbook all show alike."""

from dataclasses import dataclass
from datetime import date

from ouderapp.base.i18n import _, mark, short_month
from ouderapp.reports.records import CountRow
from ouderapp.reports.rules import work_year
from ouderapp.reports.statistics import (
    Counts,
    Figures,
    month_figures,
    nine_numbers,
    published_figures,
    year_figures,
)

Cell = str | int | float

FIGURE_WORDS = {
    "contacts_total": mark("Contacts"),
    "contacts_by_type": mark("Contacts by kind"),
    "families_with_contact": mark("Families with a contact"),
    "new_dossiers": mark("New files"),
    "closed_dossiers": mark("Closed files"),
    "referrals_out": mark("Referrals out"),
    "referrals_in": mark("Referrals in"),
    "homework_sessions_planned": mark("Homework class: sessions planned"),
    "homework_sessions_held": mark("Homework class: sessions held"),
    "homework_attendances": mark("Homework class: attendances"),
    "homework_unique_pupils": mark("Homework class: different pupils"),
    "parent_attendances": mark("Homework class: parents along"),
    "group_events": mark("Group moments"),
    "group_event_attendance": mark("Group moments: people"),
    "families_total": mark("Families reached"),
    "families_status": mark("Families reached, by state of the file"),
    "persons_in_dossiers": mark("Persons in files"),
    "parents_reached": mark("Parents reached"),
    "children_in_dossiers": mark("Children in files"),
    "contact_minutes": mark("Minutes of contact"),
    "contacts_initiative": mark("Contacts, by who took the initiative"),
    "peers_brought": mark("Young people brought along by another"),
    "questions_by_theme": mark("Help requests by theme"),
    "planned": mark("Homework class: sessions planned"),
    "held": mark("Homework class: sessions held"),
    "cancelled": mark("Homework class: did not take place"),
    "attendances": mark("Homework class: attendances"),
    "unique_pupils": mark("Homework class: different pupils"),
    "average_per_session": mark("Homework class: average per session"),
    "recommended": mark("Homework class: recommended pupils"),
    "recommended_reached": mark("Homework class: recommended pupils who came"),
    "unique_by_year_stream": mark("Homework class: pupils by year and stream"),
    "mails_to_teachers": mark("Mails to teachers, written together"),
    "out": mark("Referrals out"),
    "in": mark("Referrals in"),
    "with_outcome": mark("Referrals out with a known outcome"),
    "families": mark("Families reached"),
    "percent_other_language": mark("Families with another language than Dutch, in percent"),
    "contact_languages": mark("Different contact languages"),
    "help_requests": mark("Help requests"),
    "conversations": mark("Conversations"),
    "home_visits": mark("Home visits"),
    "info_moments": mark("Information moments"),
    "coffee_moments": mark("Coffee moments"),
    "parent_activities": mark("Parent activities"),
    "families_by_contact_language": mark("Families by contact language"),
    "homework_unique_by_year_stream": mark("Pupils of the homework class by year and stream"),
    "totaal": mark("Total"),
    "overige": mark("Other"),
}


@dataclass(frozen=True)
class ReportTable:
    """One table: the first cell of a row is its label, the others stand under `columns`."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    note: str = ""
    is_for_outside: bool = False


@dataclass(frozen=True)
class Report:
    """The figures of one work year: as plain values, and as tables to show."""

    start: int
    figures: Figures
    tables: tuple[ReportTable, ...]


def report_of(rows: list[CountRow], start: int, months: list[str] | None = None) -> Report:
    """The report on the work year that began in September of `start`.

    `months` (YYYY-MM) are the months to lay out; without it every month of the work year that has
    a number.
    """
    counts = Counts(rows)
    first, last = work_year(start)
    inside = [m for m in counts.months() if str(first)[:7] <= m <= str(last)[:7]]
    shown = inside if months is None else months
    figures = {
        "months": {month: month_figures(counts, month) for month in shown},
        "year": year_figures(counts, start),
        "published": published_figures(counts, start),
    }
    nine = nine_numbers(counts, start)
    tables = (
        _months(figures["months"]),
        _flat(_("The work year"), figures["year"]),
        _flat(_("The nine yearly numbers"), dict(nine)),
        *_published(figures["published"]),
    )
    return Report(start, figures, tables)


def words(name: str) -> str:
    """The words for a figure or a code; an average names its phase."""
    if name.startswith("average_phase"):
        phase = name.removeprefix("average_phase")
        return _("Homework class: average in phase {phase}").format(phase=phase)
    return _(FIGURE_WORDS[name]) if name in FIGURE_WORDS else name.replace("_", " ")


def _months(figures: Figures) -> ReportTable:
    months = tuple(figures)
    columns = tuple(short_month(date.fromisoformat(f"{month}-01")) for month in months)
    names = [name for name, value in _first(figures).items() if not isinstance(value, dict)]
    rows = [(words(name), *(figures[month][name] for month in months)) for name in names]
    rows.append((words("contacts_by_type"), *("" for _month in months)))
    kinds = sorted({kind for month in months for kind in figures[month]["contacts_by_type"]})
    rows += [
        (f"– {words(kind)}", *(figures[m]["contacts_by_type"].get(kind, 0) for m in months))
        for kind in kinds
    ]
    return ReportTable(_("Month by month"), columns, tuple(rows))


def _first(figures: Figures) -> Figures:
    return next(iter(figures.values()), {})


def _flat(title: str, figures: Figures) -> ReportTable:
    rows: list[tuple[Cell, ...]] = []
    for name, value in figures.items():
        if isinstance(value, list):
            continue
        if not isinstance(value, dict):
            rows.append((words(name), value))
        elif name in ("homework", "referrals"):
            rows += _flat("", value).rows
        else:
            rows += [(words(name), ""), *((f"– {words(k)}", v) for k, v in value.items())]
    return ReportTable(title, (_("Number"),), tuple(rows))


def _published(figures: Figures) -> list[ReportTable]:
    note = _(
        "Numbers of persons and families under 5 are merged, so that nobody can be found back."
    )
    return [
        ReportTable(
            words(name),
            (_("Number"),),
            tuple((words(key), value) for key, value in figures[name].items()),
            note,
            is_for_outside=True,
        )
        for name in ("families_by_contact_language", "homework_unique_by_year_stream")
    ]
