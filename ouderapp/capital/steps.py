"""The five steps of each capital: a plain sentence, never a mark (goal D12, decision 13)."""

from collections.abc import Mapping
from types import MappingProxyType

from ouderapp.base.capitals import Capital
from ouderapp.base.i18n import mark

STEPS: Mapping[str, tuple[str, str, str, str, str]] = MappingProxyType(
    {
        Capital.FINANCIAL: (
            mark("There is not enough for what is needed every month."),
            mark("Bills are often a worry."),
            mark("It works out, as long as nothing unexpected comes."),
            mark("Bills are paid, and the family knows which help exists."),
            mark("There is room for school, leisure and something extra."),
        ),
        Capital.SOCIAL: (
            mark("The family stands alone in most things."),
            mark("There is one person whom the family can ask."),
            mark("The family knows some people nearby."),
            mark("The family meets others regularly, and so do the children."),
            mark("The family can count on others, and others count on them."),
        ),
        Capital.CULTURAL: (
            mark("School and its letters are unknown ground."),
            mark("With somebody alongside, a letter from school can be understood."),
            mark("The family knows how the school works and whom to ask."),
            mark("The family follows school itself and asks its own questions."),
            mark("The family chooses together with the school and helps others."),
        ),
        Capital.HEALTH: (
            mark("Finding or paying for care does not work."),
            mark("Care is put off until it cannot wait."),
            mark("The family has a doctor and goes there when needed."),
            mark("The family finds its way in care and gets what it has a right to."),
            mark("There is time and room for rest, sleep and movement."),
        ),
        Capital.PSYCHOLOGICAL: (
            mark("Everything is too much at the moment."),
            mark("There is little courage to try something new."),
            mark("With support the family dares to take a step."),
            mark("The family takes steps on its own."),
            mark("The family trusts in itself and looks ahead."),
        ),
    }
)


def sentence(capital: str, step: int) -> str:
    """The marked sentence of a step, 0 to 4, of this capital."""
    return STEPS[capital][step]
