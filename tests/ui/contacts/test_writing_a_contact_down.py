"""Nieuw contact (UX 2.6): what a person sees and may count on."""

from datetime import date, time, timedelta

from PySide6.QtWidgets import QApplication, QPlainTextEdit

from ouderapp.agenda.queries import appointments_on
from ouderapp.base.ids import Id
from ouderapp.contacts.commands import record_contact
from ouderapp.contacts.kinds import Kind
from ouderapp.contacts.queries.lists import contacts_of, contacts_without_family
from ouderapp.follow_up.queries import open_promises
from ouderapp.store.drafts import drafts
from tests.ui.contacts.driving import TODAY, newest, rest, sheet
from tests.ui.screen import Screen
from tests.work_builders import a_contact_draft


def test_the_dialog_shows_what_is_likely_for_the_family_in_front(
    screen: Screen, family: Id
) -> None:
    sheet(screen, family)

    assert screen.text_of("Gezin") == "Haddad"
    assert screen.is_on("Huisbezoek")
    assert (screen.is_on("Rania (moeder)"), screen.is_on("Sara")) == (True, False)
    assert screen.text_of("Wanneer") == "25/03/2025"
    assert screen.text_of("Duur in minuten") == "60 min"
    assert isinstance(QApplication.focusWidget(), QPlainTextEdit)


def test_what_was_typed_is_saved_with_promise_and_capital(screen: Screen, family: Id) -> None:
    sheet(screen, family)

    screen.type_in("Notitie", "samen de brief gelezen")
    screen.type_in("Belofte", "attest opvragen, vrijdag")
    screen.click("Financieel")
    screen.click("Sara")
    screen.click("Bewaren")

    row = newest(screen, family)
    assert (row.summary, row.capitals) == ("samen de brief gelezen", ("financieel",))
    assert sorted(row.who) == ["Rania", "Sara"]
    assert (row.initiative, row.language) == ("gezin", "ar")
    assert [(one.words, one.due_on) for one in screen.run(open_promises)] == [
        ("attest opvragen", date(2025, 3, 28))
    ]


def test_without_note_and_family_the_button_is_off_and_says_why(screen: Screen) -> None:
    dialog = sheet(screen)

    assert (dialog.save.isEnabled(), dialog.save.text()) == (
        False,
        "Typ een notitie of kies een gezin.",
    )
    screen.type_in("Notitie", "jongen 2B")
    assert (dialog.save.isEnabled(), dialog.save.text()) == (True, "Bewaren")


def test_a_national_number_is_refused_beside_the_note_and_is_in_no_draft(
    screen: Screen, family: Id
) -> None:
    sheet(screen, family)

    screen.type_in("Notitie", "nummer 85.07.30-033.28")
    rest(screen)

    assert set(screen.wrong()) == {
        "Dit lijkt op een rijksregisternummer. Dat hoort niet in een dossier."
    }
    assert screen.run(drafts) == []
    screen.click("Bewaren")
    assert len(screen.run(contacts_of, family)) == 1


def test_a_note_that_is_too_long_says_by_how_much(screen: Screen, family: Id) -> None:
    dialog = sheet(screen, family)
    dialog.form.summary.text.setPlainText("a" * 512)

    screen.click("Bewaren")

    assert any("De notitie is 12 tekens te lang." in words for words in screen.wrong())
    assert dialog.save.isEnabled()


def test_a_delicate_word_gets_a_remark_and_can_be_saved(screen: Screen, family: Id) -> None:
    """P07: the guard warns, it does not refuse."""
    sheet(screen, family)

    screen.type_in("Notitie", "zegt dat hij ADHD heeft")

    assert "“ADHD” gaat over gezondheid." in screen.words()
    screen.click("Bewaren")
    assert newest(screen, family).summary == "zegt dat hij ADHD heeft"


def test_an_unknown_name_is_never_lost(screen: Screen, family: Id) -> None:
    """J4: the name that nobody knows stands before the note."""
    dialog = sheet(screen)
    screen.type_in("Gezin", "Janssens")
    screen.press("Return", dialog.form.family.line)

    screen.type_in("Notitie", "vraagt naar de voetbal")
    screen.click("Bewaren")

    [loose] = screen.run(contacts_without_family)
    assert loose.summary == "Janssens: vraagt naar de voetbal"
    assert len(screen.run(contacts_of, family)) == 1


def test_a_day_to_come_becomes_an_appointment_and_says_so(screen: Screen, family: Id) -> None:
    sheet(screen, family)

    screen.type_in("Notitie", "morgen samen naar het CLB")
    screen.click("Bewaren")

    [planned] = screen.run(appointments_on, TODAY + timedelta(days=1))
    assert (planned.words, planned.starts) == ("samen naar het CLB", time(14))
    assert "Dit is een afspraak geworden" in screen.message()


def test_a_moment_that_is_taken_is_remarked_and_not_refused(screen: Screen, family: Id) -> None:
    screen.run(record_contact, a_contact_draft(family, held_on=TODAY, starts=time(14, 10)))

    sheet(screen, family)

    assert "Al om 14:10: Huisbezoek Haddad" in screen.words()


def test_the_dialog_opens_on_an_empty_store(screen: Screen) -> None:
    sheet(screen)

    assert "Kies eerst een gezin." in screen.words()
    assert screen.text_of("Gezin") == ""


def test_all_kinds_can_be_chosen(screen: Screen, family: Id) -> None:
    sheet(screen, family)

    screen.click("Meer soorten…")
    screen.click("Schoolpoort")
    screen.click("Bewaren")

    row = newest(screen, family)
    assert (row.kind, row.minutes) == (Kind.SCHOOL_GATE, 10)


def test_what_is_rarely_asked_stands_under_more(screen: Screen, family: Id) -> None:
    sheet(screen, family)

    screen.click("Meer…")
    screen.click("De jongere")
    screen.click("Spontaan")
    screen.click("Smartschool")
    screen.click("Met een tolk")
    screen.type_in("Plaats", "thuis")
    screen.click("Bewaren")

    row = newest(screen, family)
    assert (row.initiative, row.is_planned) == ("jongere", False)
    assert (row.themes, row.has_interpreter, row.place) == (("smartschool",), True, "thuis")


def test_tab_walks_family_note_promise_capitals_kind_who_when(screen: Screen, family: Id) -> None:
    dialog = sheet(screen, family)
    dialog.form.family.setFocus()
    names = []

    for _step in range(3):
        screen.press("Tab")
        held = QApplication.focusWidget()
        assert held is not None
        names.append(held.accessibleName())

    assert names[:2] == ["Notitie", "Belofte"]
    focused = QApplication.focusWidget()
    assert focused is dialog.form.capitals.chips["financieel"]


def test_every_field_has_its_name_for_a_screen_reader(screen: Screen, family: Id) -> None:
    """UX 2.6; a name begins with the words of its label (Y21)."""
    dialog = sheet(screen, family)
    fields = dialog.form.fields()

    assert {name: fields[name].editor.accessibleName() for name in list(fields)[:9]} == {
        "family": "Gezin",
        "kind": "Soort contact",
        "persons": "Wie was erbij",
        "held_on": "Wanneer: dag",
        "starts": "Wanneer: uur",
        "minutes": "Duur in minuten",
        "summary": "Notitie",
        "promise": "Belofte",
        "capitals": "Raakt aan kapitaal",
    }
