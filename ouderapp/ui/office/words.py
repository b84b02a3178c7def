"""The words of the office: states of laptops, months and files, and what became of a file."""

from datetime import date

from ouderapp.base.i18n import _, filled, mark, ngettext, number, short_month
from ouderapp.exchange.receive import Reception
from ouderapp.exchange.refusals.catalogue import problem_for
from ouderapp.office.records import Delivery, InboxRow

POLICIES = {
    "counts": mark("Counts only"),
    "coded": mark("Coded facts, without names and free text"),
    "dossier": mark("Full file, with consent"),
}
LAPTOPS = {
    "waiting": mark("waits for the six words"),
    "confirmed": mark("linked"),
    "former": mark("former laptop"),
    "revoked": mark("withdrawn"),
}
DELIVERIES = {
    Delivery.IN: mark("delivered"),
    Delivery.MISSING: mark("missing"),
    Delivery.OPEN: mark("running"),
}
DELIVERY_TONES = {Delivery.IN: "ok", Delivery.MISSING: "danger", Delivery.OPEN: "muted"}
FILES = {
    "accepted": mark("taken in"),
    "duplicate": mark("was in already"),
    "late": mark("came late"),
    "refused": mark("refused"),
    "parked": mark("waits for an earlier one"),
    "waiting": mark("waits for you"),
    "busy": mark("to be tried again"),
}


def month_short(month: str) -> str:
    """`mrt 2025`; nothing for no month."""
    return short_month(date.fromisoformat(f"{month}-01")) if month else ""


def result_words(reception: Reception) -> str:
    """What became of one file, in a sentence."""
    if reception.problem is not None:
        return filled(reception.problem.message, reception.problem.places)
    lines = sum(count for name, count in reception.counts.items() if name != "held")
    words = ngettext("Taken in: {n} line.", "Taken in: {n} lines.", lines)
    said = words.format(n=number(lines))
    odd = reception.counts.get("held", 0)
    if odd:
        held = ngettext("{n} set aside.", "{n} set aside.", odd)
        said = f"{said} {held.format(n=number(odd))}"
    return said


def reason_words(row: InboxRow) -> str:
    """Why a file is not in, in a sentence, and what to do."""
    problem = problem_for(row.reason, row.places)
    return " ".join(
        part for part in (filled(problem.message, problem.places), _(problem.hint)) if part
    )
