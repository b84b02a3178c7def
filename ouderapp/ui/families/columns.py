"""The columns of the list of families."""

from datetime import date, timedelta

from ouderapp.base.clock import today
from ouderapp.base.i18n import _, day_date, mark, ngettext, short_date
from ouderapp.families.overview import FamilyRow
from ouderapp.families.queries.head import SILENT_DAYS
from ouderapp.ui.rows_model import Column
from ouderapp.ui.words import word

MONTHS_WITHOUT_YEAR = timedelta(days=300)


def near_date(day: date | None) -> str:
    """`vr 21/03` for a day of the last months, `21/03/2023` for one of long ago."""
    if day is None:
        return ""
    return day_date(day) if today() - day < MONTHS_WITHOUT_YEAR else short_date(day)


def is_silent(row: FamilyRow) -> bool:
    """Whether nothing was heard for six weeks."""
    last = row.last_contact_on or row.opened_on
    return (today() - last).days > SILENT_DAYS


def _promises(row: FamilyRow) -> str:
    if not row.promises:
        return ""
    text = ngettext("{n} promise", "{n} promises", row.promises)
    return text.format(n=row.promises)


COLUMNS = (
    Column(mark("Family"), lambda r: r.name or _("without a name"), width=0, is_bold=True),
    Column(
        mark("Children"),
        lambda r: ", ".join(r.child_names) or str(r.children or ""),
        lambda r: r.children,
        14,
    ),
    Column(mark("School"), lambda r: ", ".join(r.schools), width=14),
    Column(mark("Language"), lambda r: word("language", r.contact_language), width=10),
    Column(
        mark("Last"),
        lambda r: near_date(r.last_contact_on),
        lambda r: r.last_contact_on or date.min,
        13,
        icon=lambda r: "warning" if is_silent(r) else "",
        icon_role="warn",
        spoken=lambda r: _("Last contact long ago") if is_silent(r) else "",
    ),
    Column(
        mark("Still open"),
        _promises,
        lambda r: (r.late_promises, r.promises),
        12,
        icon=lambda r: "warning" if r.late_promises else "",
        icon_role="warn",
        spoken=lambda r: _("a promise is late") if r.late_promises else "",
    ),
    Column(mark("Found by"), lambda r: r.found_by, width=1),
)
HIDDEN = len(COLUMNS) - 1
"""The column that only the filter reads: names, phones and streets."""

ORDERS = ("name", "children", "schools", "contact_language", "last_contact_on", "promises")
"""The name of each column's order, as it is kept."""
