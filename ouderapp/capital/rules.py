"""What is refused in an observation of a capital."""

from ouderapp.base.capitals import Capital
from ouderapp.base.errors import FieldMissing, Problem
from ouderapp.base.forbidden import check_free_text
from ouderapp.base.i18n import mark
from ouderapp.capital.records import By, ObservationDraft, Tendency
from ouderapp.capital.steps import STEPS

TEXT_LIMIT = 500


class StepNotTogether(Problem):
    """A step that nobody made together with the family (decision 20)."""

    message = mark("A step is only put together with the family.")
    hint = mark("Choose Made together, or leave the step empty and keep the tendency.")
    field = "step"


class StepUnknown(Problem):
    """A step that is not 0 to 4."""

    message = mark("Choose one of the five sentences.")
    field = "step"


class TextTooLong(Problem):
    """More words than fit; `places` has `too_many`."""

    message = mark("This text is {too_many} characters too long.")
    hint = mark("Make it shorter.")


def check_observation(draft: ObservationDraft) -> None:
    """Refuse an unknown capital or tendency, a step that was not made together, long texts.

    Raises FieldMissing, StepUnknown, StepNotTogether, TextTooLong or those of `check_free_text`.
    """
    for field, value, known in (
        ("capital", draft.capital, list(Capital)),
        ("tendency", draft.tendency, list(Tendency)),
        ("by", draft.by, list(By)),
    ):
        if value not in known:
            raise FieldMissing(field=field)
    if draft.step is not None and draft.step not in range(len(STEPS[draft.capital])):
        raise StepUnknown
    if draft.step is not None and draft.by != By.TOGETHER:
        raise StepNotTogether
    for field, text in (("own_words", draft.own_words), ("note", draft.note)):
        too_many = len((text or "").strip()) - TEXT_LIMIT
        if too_many > 0:
            raise TextTooLong(field=field, too_many=too_many)
    check_free_text(own_words=draft.own_words, note=draft.note)


def tendency_between(earlier: int, later: int) -> Tendency:
    """The tendency that two steps show: up is growth, down asks attention."""
    if later > earlier:
        return Tendency.GROWTH
    return Tendency.SAME if later == earlier else Tendency.ATTENTION
