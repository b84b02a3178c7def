"""From the dossier to the papers of a letter: the letter, its second language, the leaflet."""

from datetime import date, timedelta

from ouderapp.letters import sentences as say
from ouderapp.letters.bodies import BODIES
from ouderapp.letters.kinds import KINDS, Template
from ouderapp.letters.leaflet import LeafletFacts, leaflet
from ouderapp.letters.letter import Letter, Paragraph, Signature
from ouderapp.letters.records import LetterDraft, LetterFacts, Written
from ouderapp.letters.rules import check_may_print, printable_fields
from ouderapp.letters.texts import SOURCE, Translator, translator
from ouderapp.letters.told import Told

# DOMAIN 7.2: the first reminder of an answer comes after two weeks.
DAYS_TO_ANSWER = 14


def written(
    facts: LetterFacts, draft: LetterDraft, *, code: str = "", leaflet_language: str | None = None
) -> Written:
    """The papers of one letter; no word of a field without consent is in any of them.

    Raises ConsentMissing when the letter cannot do without such a field, and
    NoLettersInLanguage. Without `leaflet_language` there is no leaflet.
    """
    check_may_print(facts.states, facts.family)
    fields = printable_fields(facts.states) - draft.left_out
    told = Told(facts, draft, translator(SOURCE), fields)
    letter = composed(told, code)
    second = (
        composed(Told(facts, draft, translator(draft.second), fields)) if draft.second else None
    )
    paper = None
    if leaflet_language is not None:
        paper = leaflet_of(Told(facts, draft, translator(leaflet_language), fields))
    return Written(letter, second, paper, facts.states, _missing(told))


def composed(told: Told, code: str = "") -> Letter:
    """One letter in one language."""
    body = BODIES[told.draft.template](told)
    facts, draft, words = told.facts, told.draft, told.words
    sender = facts.sender
    greeting = body.greeting
    if draft.attention:
        form = say.HELLO_NAME if draft.template == Template.LEISURE else say.DEAR_NAME
        greeting = told.say(form, name=draft.attention)
    answer_before = draft.answer_before or draft.dated_on + timedelta(days=DAYS_TO_ANSWER)
    is_club = draft.template == Template.LEISURE
    return Letter(
        subject=told.say(say.SUBJECT, subject=body.subject),
        dated_on=draft.dated_on,
        place_and_date=place_and_date(sender.municipality, draft.dated_on, words),
        blocks=(Paragraph(greeting), *body.blocks),
        language=words.language,
        is_right_to_left=words.is_right_to_left,
        sender=tuple(
            filter(None, (sender.organisation, sender.name, *sender.address, sender.phone))
        ),
        addressee=tuple(filter(None, (facts.partner, draft.attention, *facts.partner_address))),
        consent=_consent(told),
        answer="" if is_club else _answer(told, answer_before),
        answer_before=None if is_club else answer_before,
        closing=told.say(say.REGARDS),
        signatures=_signatures(told),
        code=told.say(say.CODE, code=code) if code else "",
        page_of=told.say(say.PAGE_OF, page="{page}", pages="{pages}"),
        draft_lines=words.draft_lines(),
    )


def leaflet_of(told: Told) -> Letter:
    """The leaflet for the parent: only what this letter really tells (DOMAIN 7.5 F)."""
    facts, draft = told.facts, told.draft
    fields = [one for one in KINDS[draft.template].fields if one.told and told.tells(one.name)]
    return leaflet(
        LeafletFacts(
            service=facts.partner,
            contents=tuple(dict.fromkeys(one.told for one in fields)),
            agreed_on=facts.consent.given_on if facts.consent else draft.dated_on,
            worker=facts.sender.name,
            organisation=facts.sender.organisation,
            phone=facts.sender.phone,
            place=facts.sender.municipality,
            dated_on=draft.dated_on,
        ),
        told.words,
    )


def place_and_date(place: str, day: date, words: Translator) -> str:
    """Denderdorp, vrijdag 21 maart 2025; the day alone when no place is known."""
    if not place:
        return words.day(day)
    return words.text(say.PLACE_AND_DATE, place=place, date=words.day(day))


def agreeing(told: Told) -> tuple[str, ...]:
    """Who agrees with this letter: the parent, and the pupil whose name is told."""
    names = [told.facts.parent_name] if "parent_name" in told.fields else []
    if told.tells("child_name"):
        names.insert(0, told.facts.child_name)
    return tuple(names)


def _consent(told: Told) -> str:
    names, consent = agreeing(told), told.facts.consent
    if not names or consent is None:
        return ""
    if len(names) == 1:
        agreed = told.say(say.READ_AND_AGREES, parent=names[0])
    else:
        both = told.say(say.AND, first=names[0], last=names[1])
        agreed = told.say(say.READ_AND_AGREE, parents=both)
    given = told.words.day(consent.given_on)
    if consent.lapses_on is None:
        return f"{agreed} {told.say(say.CONSENT_OF, given=given)}"
    until = told.words.day(consent.lapses_on)
    return f"{agreed} {told.say(say.CONSENT_UNTIL, given=given, until=until)}"


def _answer(told: Told, before: date) -> str:
    asked = told.say(say.ANSWER, date=told.words.day(before))
    return f"{asked} {told.say(say.NOT_WHAT_WAS_SAID)}"


def _signatures(told: Told) -> tuple[Signature, ...]:
    sender = told.facts.sender
    who = ", ".join(filter(None, (sender.name, told.say(say.ROLE))))
    worker = Signature("", tuple(filter(None, (who, sender.phone, sender.email))))
    others = tuple(Signature(told.say(say.FOR_AGREEMENT), (name,)) for name in agreeing(told)[::-1])
    return (worker, *others)


def _missing(told: Told) -> tuple[str, ...]:
    """What the person may want to fill in before printing; nothing of it stops the letter."""
    facts = told.facts
    found = {
        "partner_address": bool(facts.partner_address),
        "sender_name": bool(facts.sender.name),
        "sender_phone": bool(facts.sender.phone),
    }
    for field in KINDS[told.draft.template].fields:
        if field.is_required:
            found[field.name] = told.tells(field.name)
    return tuple(name for name, is_there in found.items() if not is_there)
