"""J9 · A question in the homework class: where did the answer come from (Y08)."""

from PySide6.QtGui import QGuiApplication

from tests.ui.journeys.classroom import at_the_tiles
from tests.ui.journeys.hand import Hand

MAIL = {
    "Leerkracht": "mevrouw Voorbeeld",
    "Voornaam en naam": "Amina Voorbeeld",
    "Klas": "1A",
    "Vak": "wiskunde",
    "Wat ik niet begrijp": "delen door nul",
    "Opgezocht in het handboek": "bladzijde 12",
    "Elders gevraagd of gezocht": "een klasgenoot",
    "Mijn ene vraag": "Waarom mag ik hier niet delen?",
}


def noted(hand: Hand) -> str:
    """What the closing sentence says of the questions."""
    hand.screen.click("Klaar")
    return hand.screen.message().rpartition(", ")[2]


def test_j9_a_question_takes_at_most_three_keys(hand: Hand) -> None:
    """Y08, A15: V and the letter of the step; the panel goes by itself."""
    at_the_tiles(hand, ("Amina", "Bilal"))

    hand.press("V")
    hand.press("H")

    assert noted(hand) == "1 vraag (1 met het handboek)"
    assert "Vraag van Amina" not in hand.screen.words()
    assert hand.meter.struct <= 3
    assert (hand.meter.content, hand.meter.clicks) == (0, 0)


def test_j9_the_subject_is_remembered(hand: Hand) -> None:
    """Acceptance 12: the next question of the same pupil suggests the subject."""
    at_the_tiles(hand, ("Amina", "Bilal"))
    hand.press("V")
    hand.press("Shift+Tab")
    hand.type("wiskunde")
    hand.press("Tab")
    hand.press("K")

    hand.press("V")
    proposed = hand.screen.text_of("Vak")
    hand.press("H")

    assert proposed == "wiskunde"
    assert noted(hand) == "2 vragen (1 met het handboek)"


def test_j9_the_third_step_opens_a_mail_to_write_together(hand: Hand) -> None:
    """Acceptance 13: greeting and one question on the clipboard; nothing is sent."""
    at_the_tiles(hand, ("Amina", "Bilal"))

    hand.press("V")
    hand.press("M")
    keys = hand.meter.struct
    names = [hand.screen.text_of(label) for label in ("Voornaam en naam", "Klas")]
    for label, words in MAIL.items():
        hand.screen.type_in(label, words)
    hand.screen.click("Kopiëren voor Smartschool")

    text = QGuiApplication.clipboard().text()
    assert text.index("Dag mevrouw Voorbeeld") < text.index("Waarom mag ik hier niet delen?")
    assert noted(hand).startswith("1 vraag")
    assert keys == 2
    assert names == ["Amina", "1A"]
