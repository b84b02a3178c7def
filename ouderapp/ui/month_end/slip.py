"""The slip that goes along with the stick, and the table of what leaves, as papers."""

from datetime import date

from ouderapp.base.clock import today
from ouderapp.base.i18n import _, mark, number
from ouderapp.exchange.export import MadeBundle
from ouderapp.exchange.preview import Preview
from ouderapp.letters.sheets import MonthSlip
from ouderapp.reports.table import Report, ReportTable
from ouderapp.ui.month_end.words import POLICIES, WHY, counts_words

OPS = {"put": mark("New or changed"), "del": mark("Deleted"), "erase": mark("Erased")}


def slip_of(made: MadeBundle, is_given: bool) -> MonthSlip:
    """What the slip says; no name of a family (FORMAT.md 13.6)."""
    counts = tuple((_(words), number(made.counts.get(op, 0))) for op, words in OPS.items())
    return MonthSlip(
        month=date.fromisoformat(f"{made.period}-01"),
        number=made.seq,
        counts=counts,
        first_on=_day(made.first_on),
        last_on=_day(made.last_on),
        size=made.size,
        checked=made.words,
        was_read_back=is_given,
        made_on=today(),
    )


def draw_slip(slip: MonthSlip) -> bytes:
    """The slip as a PDF; the library that draws is slow to import."""
    from ouderapp.letters.pdf_sheets import draw_sheet

    return draw_sheet(slip)


def draw_table(found: Preview, month: str) -> bytes:
    """What leaves and what stays, family by family, as a PDF."""
    from ouderapp.reports.pdf import pages

    rows = [
        (f"{one.name}: {leaves_words(one.level, one.why)}", len(one.rows)) for one in found.families
    ]
    rows.append((_("Without a family"), len(found.others)))
    table = ReportTable(_("What goes to the office"), (_("Lines"),), tuple(rows))
    title = _("What goes to the office, {month}").format(month=month)
    return pages(Report(0, {"year": {"contacts_by_type": {}}}, (table,)), title)


def leaves_words(level: str, why: str) -> str:
    """How a family leaves, or why it stays."""
    if level:
        return _(POLICIES[level])
    return _("stays here: {why}").format(why=_(WHY.get(why, why)))


def all_words(found: Preview, counts: dict[str, int]) -> str:
    """One sentence about everything that goes (UX 3.7)."""
    text = _("This is what goes to the office ({policy}): {counts}. Private notes never go along.")
    return text.format(policy=_(POLICIES[found.level]), counts=counts_words(counts))


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None
