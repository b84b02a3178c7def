"""Words in the note set fields and show as chips; nothing is hidden (UX 2.6)."""

from datetime import date

from ouderapp.base.ids import Id
from ouderapp.contacts.kinds import Kind
from ouderapp.follow_up.queries import open_promises
from tests.ui.contacts.driving import newest, sheet
from tests.ui.screen import Screen


def test_words_in_the_note_set_fields_and_show_as_chips(screen: Screen, family: Id) -> None:
    dialog = sheet(screen, family)

    screen.type_in("Notitie", "gisteren gebeld over de fiets 10m :tel !fiets regelen wo")

    assert dialog.form.word_chips.words() == [
        "ma 24/03",
        "10 min",
        "Telefoon",
        "fiets regelen (wo 26/03)",
    ]
    assert screen.text_of("Wanneer") == "24/03/2025"
    assert screen.is_on("Telefoon")
    screen.click("Bewaren")
    row = newest(screen, family)
    assert (row.summary, row.held_on, row.minutes) == (
        "gebeld over de fiets",
        date(2025, 3, 24),
        10,
    )
    assert row.kind == Kind.PHONE
    assert [one.words for one in screen.run(open_promises)] == ["fiets regelen"]


def test_a_chip_that_is_taken_away_gives_its_field_back_and_the_word_stays(
    screen: Screen, family: Id
) -> None:
    sheet(screen, family)
    screen.type_in("Notitie", "gisteren gebeld :tel")

    screen.click("ma 24/03, weghalen")

    assert screen.text_of("Wanneer") == "25/03/2025"
    screen.click("Bewaren")
    assert newest(screen, family).summary == "gisteren gebeld"


def test_words_that_are_taken_out_of_the_note_give_their_field_back(
    screen: Screen, family: Id
) -> None:
    sheet(screen, family)
    screen.type_in("Notitie", "gisteren gebeld :tel")

    screen.type_in("Notitie", "gebeld")

    assert screen.text_of("Wanneer") == "25/03/2025"
    assert screen.is_on("Huisbezoek")


def test_a_field_set_by_hand_wins_over_the_word(screen: Screen, family: Id) -> None:
    dialog = sheet(screen, family)
    screen.type_in("Notitie", "gisteren gebeld")

    screen.type_in("Wanneer", "23/3")
    screen.type_in("Notitie", "gisteren gebeld over de fiets")

    assert dialog.form.held_on.value() == date(2025, 3, 23)
    assert dialog.form.word_chips.words() == []


def test_several_promises_are_added_with_enter_and_can_be_taken_away(
    screen: Screen, family: Id
) -> None:
    sheet(screen, family)
    for words in ("fiets regelen wo", "zij: rapport tonen"):
        screen.type_in("Belofte", words)
        screen.press("Return", screen.field("Belofte"))

    screen.click("fiets regelen (wo 26/03), weghalen")
    screen.click("Bewaren")

    assert [(one.words, one.by) for one in screen.run(open_promises)] == [
        ("rapport tonen", "gezin")
    ]
