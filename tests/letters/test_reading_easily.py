"""Letters are easy to read, and hard places are pointed out (R10)."""

import pytest

from ouderapp.letters.reading import EASIER, Hard, Level, remarks
from ouderapp.letters.texts import DRAFT, translator

# Fifteen words and one letter longer than fourteen: what the rules allow, and what they do not.
FIFTEEN = " ".join(["woord"] * 15) + "."
TEN = " ".join(["woord"] * 10) + "."


@pytest.mark.parametrize(
    ("text", "what", "place"),
    [
        (f"{FIFTEEN[:-1]} te veel.", Hard.LONG_SENTENCE, f"{FIFTEEN[:-1]} te veel."),
        ("Dat is een kinderopvangtoeslag.", Hard.LONG_WORD, "kinderopvangtoeslag"),
        (
            "De brief wordt morgen door ons gestuurd.",
            Hard.PASSIVE,
            "wordt morgen door ons gestuurd",
        ),
        ("Ga naar het OCMW.", Hard.ABBREVIATION, "OCMW"),
        ("Kom op 3 februari langs.", Hard.DATE_WITHOUT_DAY, "3 februari"),
        ("Bel mij. Breng ook uw kaart mee.", Hard.SEVERAL_REQUESTS, "Breng"),
        ("Gelieve te komen.", Hard.JARGON, "Gelieve"),
    ],
)
def test_a_hard_place_is_pointed_out(text: str, what: Hard, place: str) -> None:
    found = remarks(text)

    assert [(one.what, text[one.start : one.end]) for one in found] == [(what, place)]


@pytest.mark.parametrize(
    "text",
    [
        FIFTEEN,
        "Kom op maandag 3 februari 2025 om 15.30 uur.",
        "Ga naar het OCMW (de dienst voor hulp van uw gemeente).",
        "Ik ben onderwijsopbouwwerker.",
        "Bel mij: 0470 00 00 00.",
        "",
    ],
)
def test_an_easy_text_gets_no_remark(text: str) -> None:
    assert remarks(text) == []


def test_a_weak_reader_gets_shorter_sentences() -> None:
    assert remarks(TEN, Level.A2) == []
    assert [one.what for one in remarks(FIFTEEN, Level.A2)] == [Hard.LONG_SENTENCE]


@pytest.mark.parametrize("word", sorted(EASIER))
def test_every_hard_word_has_an_easier_one(word: str) -> None:
    (found,) = (one for one in remarks(f"Dit is {word} nu.") if one.what is Hard.JARGON)

    assert found.easier == EASIER[word]
    assert remarks(found.easier) == []


def test_our_own_dutch_sentences_are_easy() -> None:
    """R10: every sentence of every letter, without names filled in."""
    sentences = translator("nl").sentences

    hard = [
        (sentence, one.what.value)
        for source, sentence in sentences.items()
        for one in remarks(sentence)
        # The word ontwerpvertaling is meant for us, and CLB stands in the greeting of a CLB.
        if source != DRAFT and one.what is not Hard.ABBREVIATION
    ]

    assert hard == []
