"""What is told of one place in words, on its card and on paper."""

from collections.abc import Iterator

from ouderapp.base.i18n import _, mark, short_date
from ouderapp.base.languages import LANGUAGE_WORDS
from ouderapp.directory.records import DirectoryCard
from ouderapp.letters.sheets import PlaceOnPaper
from ouderapp.ui.directory.columns import kind_words
from ouderapp.ui.words import word

OPEN, COST = mark("Open: {words}"), mark("Cost: {words}")
REGISTER = mark("How to register: {words}")


def facts_of(card: DirectoryCard) -> list[str]:
    """Everything that is known, with the worker's own tips at the end."""
    tips = [_("Tip: {words}").format(words=card.tips)] if card.tips else []
    return [*_lines(card), *tips]


def on_paper(card: DirectoryCard) -> PlaceOnPaper:
    """The same for paper, with who works there, and without the own tips: paper is handed on."""
    people = (
        ", ".join(filter(None, (one.name, one.function, one.phone, one.email)))
        for one in card.people
    )
    lines = (" ".join(line.split()) for line in (*_lines(card), *people))
    return PlaceOnPaper(card.name or "", tuple(lines), told_check(card), card.is_stale)


def _lines(card: DirectoryCard) -> Iterator[str]:
    yield kind_words(card.place, card.kind)
    if card.community:
        yield word("community", card.community)
    street = " ".join(filter(None, (card.street, card.number)))
    town = " ".join(filter(None, (card.postcode, card.municipality)))
    yield from filter(None, (", ".join(filter(None, (street, town))), card.phone, card.email))
    yield from filter(None, (card.platform, card.offer))
    for words, text in (
        (OPEN, card.opening_hours),
        (COST, card.cost),
        (REGISTER, card.registration),
    ):
        if text:
            yield _(words).format(words=text)
    if card.languages:
        yield ", ".join(_(LANGUAGE_WORDS.get(tag, tag)) for tag in card.languages)
    if card.second_semester_on:
        day = short_date(card.second_semester_on)
        yield _("Second semester from {date}").format(date=day)


def told_check(card: DirectoryCard) -> str:
    """When it was checked, and whether that is long ago."""
    if card.checked_on is None:
        return _("Nobody checked this yet.")
    day = short_date(card.checked_on)
    if card.is_stale:
        return _("Last checked on {date}: more than a year ago.").format(date=day)
    return _("Last checked on {date}.").format(date=day)
