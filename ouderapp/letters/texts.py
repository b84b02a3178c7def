"""The sentences of letters in the language of the reader, apart from the words of the screen."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from babel import Locale, UnknownLocaleError, dates
from babel.messages.pofile import read_po

from ouderapp.base.errors import Problem
from ouderapp.base.i18n import mark
from ouderapp.base.paths import translations_folder
from ouderapp.letters.bidi import has_right_to_left
from ouderapp.letters.right_to_left import isolated

SOURCE = "nl"
NATIVE_CHECK = re.compile(r"Checked by a native speaker:[ \t]*(.*)")
NOT_CHECKED = "no"
# Europe writes the day before the month.
DAY_FORMS = {"nl": "nl_BE", "fr": "fr_BE", "en": "en_GB"}


def letter_text(text: str) -> str:
    """The text itself: it says to the extractor that this is a sentence of a letter."""
    return text


NOT_TRANSLATED = letter_text("(not translated)")
DRAFT = letter_text("Draft translation: not yet checked by a native speaker.")


class NoLettersInLanguage(Problem):
    """There is no catalogue of sentences in this language."""

    message = mark("There are no letters in {language} yet.")
    hint = mark("Choose another language, or read the letter together in Dutch.")


@dataclass(frozen=True, slots=True)
class Translator:
    """The sentences of one language; `checked_by` is empty until a native speaker read them."""

    language: str
    sentences: Mapping[str, str]
    checked_by: str

    @property
    def is_right_to_left(self) -> bool:
        return bool(self.locale.text_direction == "rtl")

    @property
    def is_draft(self) -> bool:
        """Whether these sentences may not be printed without saying so (UX 2.12)."""
        return self.language != SOURCE and not self.checked_by

    @property
    def is_whole(self) -> bool:
        """Whether letters can be written in this language, and not only the leaflet."""
        return set(translator(SOURCE).sentences) <= set(self.sentences)

    @property
    def locale(self) -> Locale:
        return Locale.parse(self.language)

    def text(self, source: str, /, **places: str) -> str:
        """The sentence with its places filled, each filled place one whole (UAX #9, 2.4).

        A sentence that is not translated yet stands in Dutch with a note (UX 3.6).
        """
        filled = {name: self.whole(value) for name, value in places.items()}
        sentence = self.sentences.get(source)
        if sentence:
            return sentence.format(**filled)
        dutch = translator(SOURCE).sentences[source].format(**filled)
        return f"{self.whole(dutch)} {self.sentences[NOT_TRANSLATED]}"

    def whole(self, value: str) -> str:
        """A value that keeps its own order inside a sentence of this language."""
        needs = value and (self.is_right_to_left or has_right_to_left(value))
        return isolated(value) if needs else value

    def day(self, day: date) -> str:
        """maandag 24 maart 2025."""
        return dates.format_date(day, "full", locale=DAY_FORMS.get(self.language, self.language))

    def month(self, day: date) -> str:
        """maart 2025."""
        return dates.format_date(day, "MMMM y", locale=self.locale)

    def language_name(self, tag: str) -> str:
        """Oekraïens for uk; the tag itself when the reader's language has no word for it."""
        return str(self.locale.languages.get(tag.replace("-", "_").split("_")[0], tag))

    def draft_lines(self) -> tuple[str, ...]:
        """What every page of an unchecked translation says, in Dutch and in its own words."""
        return (translator(SOURCE).text(DRAFT), self.text(DRAFT)) if self.is_draft else ()


def letters_folder() -> Path:
    """One folder for each language of the reader."""
    return translations_folder() / "letters"


def letter_languages() -> tuple[str, ...]:
    """The languages that letters can be written in, Dutch first."""
    found = {path.name for path in letters_folder().iterdir() if _catalogue(path.name).is_file()}
    return (SOURCE, *sorted(found - {SOURCE}))


def language_of(tag: str) -> str:
    """The language of a tag or of a letter level: nl for nl-BE and nl_A2."""
    return tag.replace("-", "_").split("_")[0].lower()


@cache
def translator(tag: str) -> Translator:
    """The sentences of this language; raises NoLettersInLanguage."""
    language = language_of(tag)
    path = _catalogue(language)
    if not language.isalpha() or not path.is_file():
        raise NoLettersInLanguage(language=_name(language))
    with path.open("rb") as file:
        catalogue = read_po(file, locale=language)
    sentences = {str(row.id): str(row.string) for row in catalogue if row.id and row.string}
    said = NATIVE_CHECK.search(catalogue.header_comment)
    checked = said[1].strip() if said else NOT_CHECKED
    return Translator(language, sentences, "" if checked == NOT_CHECKED else checked)


def _catalogue(language: str) -> Path:
    return letters_folder() / language / "LC_MESSAGES" / "letters.po"


def _name(language: str) -> str:
    try:
        return str(Locale.parse(language).get_display_name(SOURCE) or language)
    except (UnknownLocaleError, ValueError):
        return language
