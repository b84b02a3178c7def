"""The four letters of a referral: what each says between greeting and consent (DOMAIN 7.5)."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from ouderapp.base.themes import Theme
from ouderapp.letters import sentences as say
from ouderapp.letters.kinds import Template
from ouderapp.letters.leaflet import unbroken
from ouderapp.letters.letter import Block, Bullets, Paragraph, Points
from ouderapp.letters.told import Told

THEMES: Mapping[str, str] = {
    Theme.STUDY_CHOICE: say.STUDY_CHOICE,
    Theme.PROGRESS_AT_SCHOOL: say.LEARNING,
    Theme.WELL_BEING: say.WELL_BEING,
    Theme.SCHOOL_CAREER: say.SCHOOL_CAREER,
    Theme.HOMEWORK_HELP: say.HOMEWORK,
}
UITPAS_ANSWERS: Mapping[str, str] = {
    "ja": say.YES,
    "nee": say.NO,
    "aangevraagd": say.REQUESTED,
}


@dataclass(frozen=True)
class Body:
    """What is particular to one kind of letter."""

    subject: str
    greeting: str
    blocks: list[Block]


def huis_van_het_kind(told: Told) -> Body:
    """A. The question of a family, for Huis van het Kind."""
    since = told.tells("family_name") and told.tells("since_on")
    support = told.say(
        say.SINCE,
        family=told.facts.family_name,
        month=told.words.month(told.facts.since_on),
    )
    intro = [who_i_am(told), support] if since else [who_i_am(told)]
    return Body(
        told.say(say.QUESTION_OF, parent=told.facts.parent_name),
        told.say(say.DEAR_ALL),
        [
            Paragraph(" ".join(intro)),
            *told.labelled("question", say.QUESTION, told.draft.question),
            *told.listed("done", say.DONE, told.draft.done),
            *told.labelled("asked", say.ASKED, told.draft.asked),
            *contact_points(told),
        ],
    )


def ocmw(told: Told) -> Body:
    """B. A question about rights and support; never an amount of money."""
    checked_on, parent = told.draft.checked_on, told.facts.parent_name
    intro = [who_i_am(told)]
    if checked_on and told.tells("checked_on"):
        day = told.words.day(checked_on)
        intro += [told.say(say.LOOKED_AT_RIGHTS, date=day, parent=parent), told.say(say.FIRST_LOOK)]
    return Body(
        told.say(say.RIGHTS_OF, parent=parent),
        told.say(say.DEAR_SOCIAL_WORKER),
        [
            Paragraph(" ".join(intro)),
            *told.listed("rights", say.PLEASE_CHECK, told.draft.rights),
            *told.labelled("why_now", say.WHY_NOW, told.draft.why_now),
            *_to_bring(told),
            *contact_points(told, _household(told)),
        ],
    )


def clb(told: Told) -> Body:
    """C. A question of pupil and parent; facts, no judgement and no diagnosis."""
    facts = told.facts
    theme = THEMES.get(facts.theme)
    asked = {"child": facts.child_name, "parent": facts.parent_name}
    question = (
        told.say(say.HAVE_A_QUESTION, **asked, theme=told.say(theme))
        if theme
        else told.say(say.HAVE_QUESTION, **asked)
    )
    return Body(
        _pupil(told),
        told.say(say.DEAR_CLB),
        [
            Paragraph(f"{who_i_am(told)} {question}"),
            *told.labelled("question", say.QUESTION, told.draft.question),
            *_school_knows(told),
            *told.labelled("observed", say.WE_SEE, told.draft.observed),
            *told.labelled("asked", say.ASKED, told.draft.asked),
            *contact_points(told),
        ],
    )


def leisure(told: Told) -> Body:
    """D. A new participant of a club: no reason, no poverty, no trouble at school."""
    facts, draft = told.facts, told.draft
    child, activity = facts.child_given_name, draft.activity
    wish = (
        told.say(say.WANTS_TO_JOIN, child=child, age=str(facts.age), activity=activity)
        if told.tells("age")
        else told.say(say.WANTS_TO_JOIN_TOO, child=child, activity=activity)
    )
    first = [wish]
    if draft.try_on and told.tells("try_on"):
        first.append(told.say(say.MAY_TRY, child=child, date=told.words.day(draft.try_on)))
    last = [
        told.say(say.COME_ALONG),
        told.say(say.CALL_ME, phone=unbroken(facts.sender.phone)),
    ]
    return Body(
        told.say(say.NEW_PARTICIPANT, child=child),
        told.say(say.HELLO),
        [
            Paragraph(" ".join(first)),
            *_points(_club_points(told)),
            Paragraph(told.say(say.PARENTS_ALLOW, child=child)),
            Paragraph(" ".join(last[: 2 if facts.sender.phone else 1])),
        ],
    )


BODIES: Mapping[str, Callable[[Told], Body]] = {
    Template.HUIS_VAN_HET_KIND: huis_van_het_kind,
    Template.OCMW: ocmw,
    Template.CLB: clb,
    Template.LEISURE: leisure,
}


def who_i_am(told: Told) -> str:
    """Name, role and organisation of the worker."""
    sender, role = told.facts.sender, told.say(say.ROLE)
    if not sender.organisation:
        return told.say(say.I_AM_SHORT, worker=sender.name, role=role)
    return told.say(say.I_AM, worker=sender.name, role=role, organisation=sender.organisation)


def contact_points(told: Told, first: tuple[tuple[str, str], ...] = ()) -> list[Block]:
    """How to reach the family, for as far as it agreed."""
    facts, draft = told.facts, told.draft
    language = told.words.language_name(facts.language) if facts.language else ""
    return _points(
        (
            *first,
            _point(told, "language", say.LANGUAGE, language),
            _point(told, "interpreter", say.INTERPRETER, told.yes_or_no(facts.interpreter)),
            _point(told, "phone", say.PHONE, told.words.whole(unbroken(facts.phone))),
            _point(told, "best_time", say.BEST_TIME, told.free(draft.best_time)),
        )
    )


def _points(rows: tuple[tuple[str, str], ...]) -> list[Block]:
    filled = tuple((name, value) for name, value in rows if value)
    return [Points(filled)] if filled else []


def _point(told: Told, field: str, name: str, value: str) -> tuple[str, str]:
    return (told.say(name), value if field in told.fields else "")


def _household(told: Told) -> tuple[tuple[str, str], ...]:
    adults, children = told.facts.adults, told.facts.children
    along = told.yes_or_no(told.draft.can_come_along)
    return (
        _point(told, "adults", say.ADULTS, str(adults or "")),
        _point(told, "children", say.CHILDREN, str(children or "")),
        (told.say(say.CAN_COME_ALONG), along),
    )


def _to_bring(told: Told) -> list[Block]:
    if "to_bring" not in told.fields:
        return []
    items = (told.say(say.IDENTITY_CARD), *(told.free(item) for item in told.draft.to_bring))
    return [Bullets(items, told.say(say.TO_BRING))]


def _pupil(told: Told) -> str:
    facts = told.facts
    if told.tells("school") and told.tells("class_name"):
        return told.say(
            say.PUPIL_AND_CLASS,
            child=facts.child_name,
            school=facts.school,
            class_name=facts.class_name,
        )
    return told.words.whole(facts.child_name)


def _school_knows(told: Told) -> list[Block]:
    if "school_knows" not in told.fields:
        return []
    known = told.draft.school_knows
    answer = told.free(known) if known else told.say(say.SCHOOL_NOT_YET)
    return [Paragraph(answer, told.say(say.SCHOOL_KNOWS))]


def _club_points(told: Told) -> tuple[tuple[str, str], ...]:
    facts, draft = told.facts, told.draft
    uitpas = UITPAS_ANSWERS.get(draft.uitpas)
    phone = told.words.whole(unbroken(facts.phone))
    if phone and facts.language and told.tells("language"):
        name = told.words.language_name(facts.language)
        phone = told.say(say.PHONE_AND_LANGUAGE, phone=unbroken(facts.phone), language=name)
    return (
        _point(told, "uitpas", say.UITPAS, told.say(uitpas) if uitpas else ""),
        _point(told, "transport", say.TRANSPORT, told.free(draft.transport)),
        _point(told, "phone", say.PARENT_PHONE, phone),
    )
