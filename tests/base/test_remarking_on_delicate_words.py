"""A note about health, belief, residence or guilt gets a remark; an ordinary one does not (P07)."""

import pytest

from ouderapp.base.delicate import REMARKS, Delicate, delicate_words

# Sentences as workers write them, all invented: the kind that they touch, None for none.
LABELLED = (
    ("Moeder zegt dat hij ADHD heeft.", Delicate.HEALTH),
    ("Zoon heeft een diagnose autisme.", Delicate.HEALTH),
    ("Vader is depressief sinds de zomer.", Delicate.HEALTH),
    ("Ze nam haar medicatie niet.", Delicate.HEALTH),
    ("Dochter is dyslectisch volgens de juf.", Delicate.HEALTH),
    ("Dochter heeft dyslexie volgens de juf.", Delicate.HEALTH),
    ("Mama is zwanger van een tweede.", Delicate.HEALTH),
    ("Hij is verslaafd aan gamen.", Delicate.HEALTH),
    ("Het gezin is moslim.", Delicate.BELIEF),
    ("Ouders zijn Jehova's getuigen.", Delicate.BELIEF),
    ("Een allochtoon gezin in de straat.", Delicate.BELIEF),
    ("Van Marokkaanse afkomst.", Delicate.BELIEF),
    ("Ze zijn hier illegaal.", Delicate.RESIDENCE),
    ("Wachten nog op hun verblijfsvergunning.", Delicate.RESIDENCE),
    ("De asielaanvraag loopt.", Delicate.RESIDENCE),
    ("Vader slaat de kinderen.", Delicate.ACCUSATION),
    ("De buurman zit in de gevangenis.", Delicate.ACCUSATION),
    ("Hij steelt fietsen.", Delicate.ACCUSATION),
    ("Oom liegt altijd.", Delicate.ACCUSATION),
    ("Samen de brief van school gelezen.", None),
    ("Moeder vraagt uitleg over de schooltoeslag.", None),
    ("Gesprek in het Arabisch, met tolk.", None),
    ("Turkse les op woensdag, daarna voetbal.", None),
    ("Zoon was ziek en kwam niet naar de klas.", None),
    ("Ze is moe en een beetje bang voor de toets.", None),
    ("Fiets gestolen, samen aangifte besproken.", None),
    ("Kerstmarkt op school, ouders bakten mee.", None),
    ("Doktersbriefje afgegeven op het secretariaat.", None),
    ("Addy kwam mee als vriendin.", None),
    ("Assistent van de directie gebeld.", None),
    ("Raster voor het rooster gemaakt.", None),
    ("Rassem wil graag naar de Hangout.", None),
    ("Afspraak bij het ziekenfonds gemaakt.", None),
    ("De verhuis naar de Kerkstraat is achter de rug.", None),
)


@pytest.mark.parametrize(("sentence", "kind"), LABELLED)
def test_a_sentence_gets_the_remark_that_it_deserves(sentence: str, kind: Delicate | None) -> None:
    found = {remark.kind for remark in delicate_words(sentence)}

    assert found == ({kind} if kind else set())


def test_most_delicate_sentences_are_seen_and_no_ordinary_one_is() -> None:
    """Measured on the sentences above: recall and precision."""
    seen = [(bool(delicate_words(sentence)), kind) for sentence, kind in LABELLED]
    hits = sum(found and kind is not None for found, kind in seen)

    assert hits / sum(kind is not None for _found, kind in seen) >= 0.95
    assert hits / sum(found for found, _kind in seen) >= 0.95


def test_a_word_is_remarked_once_as_it_was_typed() -> None:
    found = delicate_words("ADHD? Ja, adhd.")

    assert [remark.word for remark in found] == ["ADHD"]


def test_no_text_has_no_remark() -> None:
    assert delicate_words(None) == delicate_words("") == []


def test_every_kind_has_its_words() -> None:
    assert set(REMARKS) == set(Delicate)
