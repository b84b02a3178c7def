"""The sentences of a register: how many came, what was asked, why a session did not take place."""

from ouderapp.base.i18n import _, ngettext, number
from ouderapp.base.school_year import DAYS_OFF
from ouderapp.groups.codes import CANCEL_WORDS
from ouderapp.groups.pictures import Totals


def running_total(totals: Totals) -> str:
    """14 aanwezig · 2 nieuw · 1 ouder mee · 1 verwittigd; zeros are left out but the first."""
    present = ngettext("{n} present", "{n} present", totals.came).format(n=number(totals.came))
    let_know = ngettext("{n} let us know", "{n} let us know", totals.let_know)
    parts = [present, *_new_and_parents(totals)]
    return " · ".join(parts + [let_know.format(n=number(totals.let_know))] * bool(totals.let_know))


def closing_sentence(totals: Totals) -> str:
    """14 leerlingen, 2 nieuw, 1 ouder mee, 5 vragen (3 met het handboek): it goes in the report."""
    pupils = ngettext("{n} pupil", "{n} pupils", totals.came).format(n=number(totals.came))
    questions = ngettext(
        "{n} question ({book} with the textbook)",
        "{n} questions ({book} with the textbook)",
        totals.questions,
    ).format(n=number(totals.questions), book=number(totals.with_textbook))
    return ", ".join([pupils, *_new_and_parents(totals)] + [questions] * bool(totals.questions))


def reason_words(reason: str | None) -> str:
    """Why a session did not take place, in the person's language; empty without a reason."""
    if not reason:
        return ""
    return _(CANCEL_WORDS.get(reason) or DAYS_OFF.get(reason, DAYS_OFF["schorsing"]))


def _new_and_parents(totals: Totals) -> list[str]:
    new = ngettext("{n} new", "{n} new", totals.new).format(n=number(totals.new))
    parents = ngettext("{n} parent along", "{n} parents along", totals.parents)
    return [new] * bool(totals.new) + [parents.format(n=number(totals.parents))] * bool(
        totals.parents
    )
