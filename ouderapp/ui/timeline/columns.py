"""The columns of the list of all contacts, and by what each is sorted in the store."""

from ouderapp.base.i18n import _, mark
from ouderapp.contacts.records import ContactRow, Order
from ouderapp.ui.contacts.words import NO_FAMILY, first_line, lasted, spoken, when
from ouderapp.ui.rows_model import Column
from ouderapp.ui.words import word


def _family(row: ContactRow) -> str:
    return row.family_name or _(NO_FAMILY)


def _said(row: ContactRow) -> str:
    return f"{_family(row)}, {spoken(row)}"


COLUMNS = (
    Column(mark("When"), when, lambda row: row.held_on, 15, spoken=_said),
    Column(
        mark("Family"),
        _family,
        width=18,
        is_bold=True,
        tone=lambda row: "" if row.family else "warn",
    ),
    Column(mark("Kind of contact"), lambda row: word("contact_kind", row.kind), width=18),
    Column(
        mark("Duration"),
        lambda row: lasted(row.minutes),
        lambda row: row.minutes,
        8,
        is_number=True,
    ),
    Column(mark("With whom"), lambda row: ", ".join(row.who), width=14),
    Column(mark("Place"), lambda row: row.place or "", width=12),
    Column(mark("Note"), lambda row: first_line(row.summary), width=0),
)
ORDERS = {0: Order.DAY, 1: Order.FAMILY, 2: Order.KIND, 3: Order.MINUTES}
"""Column to order; the other columns cannot be sorted."""
