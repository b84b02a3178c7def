"""Nieuw contact (UX 2.6): what a person sees and may count on."""

from collections.abc import Iterator
from datetime import date, time, timedelta

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit
from sqlalchemy.orm import Session

from ouderapp.agenda.queries import appointments_on
from ouderapp.base import clock
from ouderapp.base.ids import Id
from ouderapp.contacts.commands import record_contact
from ouderapp.contacts.kinds import Kind
from ouderapp.contacts.queries.lists import contacts_of, contacts_without_family
from ouderapp.contacts.records import ContactRow
from ouderapp.follow_up.queries import open_promises
from ouderapp.store.drafts import drafts
from ouderapp.store.journal import action
from ouderapp.ui.contacts.quick import QuickContact
from tests.ui.screen import Screen
from tests.work_builders import a_contact_draft, a_family, a_person

TODAY = date(2025, 3, 25)


@action("test")
def haddad(session: Session) -> Id:
    """A family with a mother and a daughter; the mother was there last time."""
    family = a_family(session, "Haddad", contact_language="ar")
    mother = a_person(session, family)
    a_person(session, family, "Sara", "dochter")
    facts = {"held_on": date(2025, 3, 10), "persons": (mother,), "initiative": "gezin"}
    record_contact(session, a_contact_draft(family, **facts))
    return family


@pytest.fixture(autouse=True)
def afternoon() -> Iterator[None]:
    with clock.standing_at(TODAY, hour=14):
        yield


@pytest.fixture
def family(screen: Screen) -> Id:
    return Id(screen.run(haddad))


def sheet(screen: Screen, about: object = None) -> QuickContact:
    """The dialog, in front and filled."""
    made = screen.window.open_sheet("new_contact", about)
    assert isinstance(made, QuickContact)
    screen.wait()
    return made


def newest(screen: Screen, family: Id) -> ContactRow:
    row = screen.run(contacts_of, family)[0]
    assert isinstance(row, ContactRow)
    return row


def kept(screen: Screen) -> list[str]:
    """The notes of the drafts that the store keeps."""
    return [body["summary"] for _name, body in screen.run(drafts)]


def rest(screen: Screen) -> None:
    """As long as it takes for a draft to be kept."""
    QTest.qWait(450)
    screen.wait()


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


def test_esc_keeps_the_draft_and_the_next_time_it_is_back(screen: Screen, family: Id) -> None:
    sheet(screen, family)
    screen.type_in("Notitie", "halve zin over :tel")
    screen.click("Sara")
    screen.press("Esc", screen.field("Notitie"))
    assert kept(screen) == ["halve zin over :tel"]

    sheet(screen)

    assert screen.text_of("Notitie") == "halve zin over :tel"
    assert (screen.text_of("Gezin"), screen.is_on("Telefoon")) == ("Haddad", True)
    assert (screen.is_on("Rania (moeder)"), screen.is_on("Sara")) == (True, True)


def test_typing_is_kept_without_any_key_and_saving_forgets_the_draft(
    screen: Screen, family: Id
) -> None:
    """C08: at most a second is ever lost."""
    sheet(screen, family)
    screen.type_in("Notitie", "nog niet bewaard")
    rest(screen)
    assert kept(screen) == ["nog niet bewaard"]
    assert "Bewaard als ontwerp om 14:00" in screen.words()

    screen.click("Bewaren")

    assert screen.run(drafts) == []


def test_a_draft_about_another_family_does_not_come_in_the_way(screen: Screen, family: Id) -> None:
    sheet(screen)
    screen.type_in("Notitie", "iets anders")
    screen.press("Esc", screen.field("Notitie"))

    sheet(screen, family)

    assert (screen.text_of("Notitie"), kept(screen)) == ("", ["iets anders"])


def test_starting_anew_leaves_the_draft_where_it_was(screen: Screen, family: Id) -> None:
    sheet(screen)
    screen.type_in("Notitie", "blijft liggen")
    screen.press("Esc", screen.field("Notitie"))
    sheet(screen)

    screen.click("Opnieuw beginnen")
    screen.type_in("Notitie", "nieuwe nota")
    screen.click("Bewaren")

    assert [row.summary for row in screen.run(contacts_without_family)] == ["nieuwe nota"]
    assert kept(screen) == ["blijft liggen"]


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
