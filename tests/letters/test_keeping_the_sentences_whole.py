"""Every sentence of a letter is there in every language, and says who has checked it (R08)."""

import letter_texts
import pytest

from ouderapp.letters import fonts, texts
from ouderapp.letters import sentences as say
from ouderapp.letters.texts import NoLettersInLanguage, letter_languages, translator
from tests.letters.example import DAY

WHOLE = {"nl", "fr", "en", "tr", "ar"}
# R08 names these; Pashto, Dari and Persian are written with the same letters.
ASKED = WHOLE | {"ro", "bg", "pl", "uk", "ru", "es", "pt", "sq", "fa", "ps", "so"}


def test_the_catalogues_hold_every_sentence_with_the_same_places() -> None:
    assert letter_texts.complaints() == []


def test_the_leaflet_is_there_in_fifteen_languages_and_more() -> None:
    assert set(letter_languages()) >= ASKED
    assert letter_languages()[0] == "nl"


@pytest.mark.parametrize("language", letter_languages())
def test_whole_letters_are_written_in_the_languages_that_have_every_sentence(language: str) -> None:
    assert translator(language).is_whole is (language in WHOLE)


def test_a_sentence_without_translation_stands_in_dutch_with_a_note() -> None:
    """UX 3.6: it will print in Dutch with a note."""
    assert translator("pl").text(say.WHY_NOW) == "Waarom nu: (nieprzetłumaczone)"


@pytest.mark.parametrize("language", letter_languages())
def test_every_sign_of_every_sentence_has_a_font(language: str) -> None:
    """UX Y24: missing signs are found when the sentences are written, not when they are printed."""
    for sentence in translator(language).sentences.values():
        assert fonts.printable(sentence) == sentence


@pytest.mark.parametrize("language", [one for one in letter_languages() if one != "nl"])
def test_a_translation_that_nobody_checked_is_a_draft(language: str) -> None:
    words = translator(language)

    assert words.is_draft
    assert words.draft_lines()[0].startswith("Ontwerpvertaling")


def test_a_translation_that_was_checked_is_no_draft() -> None:
    checked = texts.Translator("tr", {}, "Gülşen Aydın, 2026-11-20")

    assert not checked.is_draft
    assert checked.draft_lines() == ()


def test_a_language_without_letters_is_refused_by_its_name() -> None:
    with pytest.raises(NoLettersInLanguage) as refusal:
        translator("cy")

    assert refusal.value.places == {"language": "Welsh"}


@pytest.mark.parametrize("tag", ["nl-BE", "nl_A2", "NL", "nl"])
def test_a_tag_or_a_level_finds_its_language(tag: str) -> None:
    assert translator(tag).language == "nl"


@pytest.mark.parametrize(
    ("language", "shown"),
    [
        ("nl", "vrijdag 21 maart 2025"),
        ("fr", "vendredi 21 mars 2025"),
        ("en", "Friday, 21 March 2025"),
        ("tr", "21 Mart 2025 Cuma"),
        ("ar", "الجمعة، 21 مارس 2025"),
    ],
)
def test_a_day_is_written_in_full_in_the_language_of_the_reader(language: str, shown: str) -> None:
    assert translator(language).day(DAY) == shown


def test_a_filled_place_in_arabic_is_one_whole() -> None:
    sentence = translator("ar").text(say.GOES_TO, service="Huis van het Kind")

    assert "\u2068Huis van het Kind\u2069" in sentence


def test_a_filled_place_in_dutch_is_left_as_it_is() -> None:
    sentence = translator("nl").text(say.GOES_TO, service="Huis van het Kind")

    assert sentence == "De brief gaat naar Huis van het Kind."


def test_an_arabic_name_in_a_dutch_sentence_is_one_whole_too() -> None:
    assert translator("nl").text(say.DEAR_NAME, name="محمد") == "Beste \u2068محمد\u2069,"


def test_braces_in_a_name_are_only_signs() -> None:
    assert translator("nl").text(say.DEAR_NAME, name="{place}") == "Beste {place},"


def test_languages_are_named_in_the_language_of_the_reader() -> None:
    assert translator("nl").language_name("uk") == "Oekraïens"
    assert translator("fr").language_name("nl-BE") == "néerlandais"


@pytest.mark.parametrize("language", ["nl"])
def test_the_leaflet_keeps_its_sentences_to_ten_words(language: str) -> None:
    """DOMAIN 7.6, level A2."""
    words = translator(language)

    for source in (say.GOES_TO, say.SAID_YES, say.ALWAYS_NO, say.HELP_STAYS, say.CALL):
        for sentence in words.text(source, service="x", date="x", phone="x").split(". "):
            assert len(sentence.split()) <= 10
