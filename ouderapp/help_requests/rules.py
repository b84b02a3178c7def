"""What is refused in a help request."""

from datetime import date

from ouderapp.base.errors import FieldMissing, Problem
from ouderapp.base.forbidden import check_free_text
from ouderapp.base.i18n import mark
from ouderapp.base.themes import Theme
from ouderapp.help_requests.records import HelpRequestDraft, Outcome

WORDS_LIMIT = 500


class ThemeMissing(Problem):
    """A help request without a theme cannot be counted."""

    message = mark("Choose at least one theme.")
    hint = mark("If none fits, choose Other.")
    field = "themes"


class QuestionTooLong(Problem):
    """More words than a help request holds; `places` has `too_many`."""

    message = mark("The question is {too_many} characters too long.")
    hint = mark("Write the question as the family puts it, in a few words.")
    field = "words"


class ClosedBeforeRaised(Problem):
    """The end lies before the beginning."""

    message = mark("A question cannot be closed before it was asked.")
    hint = mark("Check both dates.")
    field = "closed_on"


def check_help_request(draft: HelpRequestDraft) -> None:
    """Refuse a help request without a known theme, or with words that do not belong there.

    Raises ThemeMissing, QuestionTooLong or those of `check_free_text` (D15, decision 14).
    """
    if not draft.themes or not set(draft.themes) <= set(Theme):
        raise ThemeMissing
    too_many = len((draft.words or "").strip()) - WORDS_LIMIT
    if too_many > 0:
        raise QuestionTooLong(too_many=too_many)
    check_free_text(words=draft.words)


def check_closing(raised_on: date, closed_on: date, outcome: str) -> None:
    """Refuse an end before the beginning, or without a known outcome."""
    if outcome not in list(Outcome):
        raise FieldMissing(field="outcome")
    if closed_on < raised_on:
        raise ClosedBeforeRaised
