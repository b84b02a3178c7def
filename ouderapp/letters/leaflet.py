"""The leaflet for a parent beside every letter: what is in it, and that no is always allowed."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from ouderapp.letters import sentences as say
from ouderapp.letters.letter import Bullets, Heading, Letter, Paragraph, Reader
from ouderapp.letters.texts import Translator


@dataclass(frozen=True, slots=True)
class LeafletFacts:
    """What the leaflet needs to know; `contents` are sentences such as YOUR_NAME."""

    service: str
    contents: tuple[str, ...]
    agreed_on: date
    worker: str
    organisation: str
    phone: str
    place: str
    dated_on: date


def leaflet(facts: LeafletFacts, words: Translator) -> Letter:
    """The leaflet at level A2 in the parent's language (DOMAIN 7.5 F and 7.6)."""
    return Letter(
        subject=words.text(say.LEAFLET),
        dated_on=facts.dated_on,
        place_and_date=words.text(
            say.PLACE_AND_DATE, place=facts.place, date=words.day(facts.dated_on)
        ),
        sender=(facts.organisation, facts.worker, facts.phone),
        blocks=(*_letter(facts, words), *_agreement(facts, words)),
        language=words.language,
        reader=Reader.PARENT,
        is_right_to_left=words.is_right_to_left,
        page_of=words.text(say.PAGE_OF, page="{page}", pages="{pages}"),
        draft_lines=words.draft_lines(),
    )


def _letter(facts: LeafletFacts, words: Translator) -> tuple[Heading | Paragraph | Bullets, ...]:
    return (
        Heading(words.text(say.TO_WHOM)),
        Paragraph(words.text(say.GOES_TO, service=facts.service)),
        Heading(words.text(say.WHAT_IS_IN)),
        Bullets(translated(facts.contents, words)),
    )


def _agreement(facts: LeafletFacts, words: Translator) -> tuple[Heading | Paragraph, ...]:
    refuse = (say.ALWAYS_NO, say.HELP_STAYS)
    return (
        Heading(words.text(say.DID_YOU_AGREE)),
        Paragraph(words.text(say.SAID_YES, date=words.day(facts.agreed_on))),
        Heading(words.text(say.MAY_I_REFUSE)),
        Paragraph(" ".join(translated(refuse, words))),
        Paragraph(words.text(say.CALL, phone=unbroken(facts.phone))),
    )


def translated(sentences: Sequence[str], words: Translator) -> tuple[str, ...]:
    """Sentences without places, in the reader's language."""
    return tuple(words.text(sentence) for sentence in sentences)


def unbroken(number: str) -> str:
    """A phone number or an hour that stays on one line."""
    return number.strip().replace(" ", "\u00a0")
