"""From a code in the store to its words on screen; the lists stand in `code_words`, one an area."""

from collections.abc import Iterable, Mapping

from ouderapp.base.i18n import _
from ouderapp.ui.code_words import capital, contacts, directory, families, referrals

LISTS: Mapping[str, Mapping[str, str]] = {
    **capital.LISTS,
    **contacts.LISTS,
    **directory.LISTS,
    **families.LISTS,
    **referrals.LISTS,
}


def word(codes: str, code: str | None) -> str:
    """The words of this code of this list; nothing for None, the code itself when it is unknown."""
    if not code:
        return ""
    return _(LISTS[codes].get(code, code))


def words_of(codes: str, many: Iterable[str]) -> str:
    """The words of several codes, with commas."""
    return ", ".join(word(codes, code) for code in many)


def choices(codes: str) -> tuple[tuple[str, str], ...]:
    """All codes of a list with their words, in its order: for a ChoiceField or for chips."""
    return tuple((code, _(words)) for code, words in LISTS[codes].items())
