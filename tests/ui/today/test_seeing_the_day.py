"""Vandaag (UX 2.4): what a person sees there and may count on."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QTableView

from ouderapp.base.ids import Id
from ouderapp.contacts.queries.lists import contacts_of, contacts_without_family
from ouderapp.follow_up.commands import make_promise
from ouderapp.follow_up.queries import open_promises
from ouderapp.follow_up.records import PromiseDraft
from ouderapp.referrals.queries import referrals_of
from ouderapp.store.drafts import drafts
from ouderapp.ui.today.page import TodayPage
from tests.ui.screen import Screen
from tests.ui.today.days import first_row

ALOUD = Qt.ItemDataRole.AccessibleTextRole


def test_the_day_shows_what_is_planned_by_the_hour(screen: Screen, family: Id) -> None:
    screen.open("today")

    rows = screen.table("Afspraken van vandaag").rows()

    assert family
    assert [row[:3] for row in rows] == [
        ["kies een gezin", "09:30", "Telefoon, nieuwe mama"],
        ["Haddad", "14:00", "Huisbezoek, thuis, tolk Arabisch"],
    ]


def test_promises_say_when_they_are_late_and_who_made_them(screen: Screen, family: Id) -> None:
    screen.open("today")

    table = screen.table("Beloften")

    assert family
    assert [row[:3] for row in table.rows()] == [
        ["attest opvragen", "vr 21/03", "Haddad"],
        ["Het gezin: rapport tonen", "", "Haddad"],
    ]
    spoken = table.view.model().index(0, 0).data(ALOUD)
    assert spoken == "attest opvragen, vr 21/03, te laat, Haddad"


def test_everything_that_waits_has_its_list(screen: Screen, family: Id) -> None:
    screen.open("today")

    assert family
    assert screen.table("Contacten zonder gezin").column("Notitie") == ["“jongen 2B, fietssleutel”"]
    assert screen.table("Afspraken die nog te noteren zijn").column("Dag") == ["ma 24/03"]
    assert screen.table("Doorverwijzingen zonder nieuws").column("Stilte") == [
        "20 dagen zonder nieuws"
    ]


def test_an_empty_day_says_so_and_offers_a_start(screen: Screen) -> None:
    screen.open("today")

    said = screen.words()
    assert "Niets gepland. Rustige dag, of nog niets ingepland." in said
    assert "Geen open beloften." in said
    assert "Zonder gezin" not in said
    assert {"Afspraak toevoegen", "Agenda invoeren (.ics)"} <= set(screen.buttons())


def test_the_cursor_starts_in_the_search(screen: Screen, family: Id) -> None:
    page = screen.open("today")

    assert isinstance(page, TodayPage)
    assert family
    assert QApplication.focusWidget() is page.search


def test_space_keeps_a_promise_and_undo_opens_it_again(screen: Screen, family: Id) -> None:
    screen.open("today")
    first_row(screen, "Beloften")

    screen.press("Space")

    assert family
    assert [one.words for one in screen.run(open_promises)] == ["rapport tonen"]
    assert len(screen.table("Beloften")) == 1
    screen.do("undo")
    assert len(screen.run(open_promises)) == 2


def test_the_button_of_a_row_carries_the_row_in_its_name(screen: Screen, family: Id) -> None:
    screen.open("today")

    names = [one.accessibleName() for one in screen.window.findChildren(QPushButton)]
    screen.click(next(name for name in names if name.startswith("Klaar, attest opvragen, ")))

    assert family
    assert [one.words for one in screen.run(open_promises)] == ["rapport tonen"]


def test_promises_can_be_narrowed_to_ones_own(screen: Screen, family: Id) -> None:
    screen.open("today")

    screen.click("Alleen van mij")

    assert family
    assert screen.table("Beloften").column("Belofte") == ["attest opvragen"]


def test_a_loose_note_is_linked_with_two_keys(screen: Screen, family: Id) -> None:
    screen.open("today")
    first_row(screen, "Contacten zonder gezin")

    screen.press("Return")
    held = QApplication.focusWidget()
    assert isinstance(held, QLineEdit)
    screen.type_in("Gezin", "had")
    screen.press("Return", held)

    assert screen.run(contacts_without_family) == []
    assert len(screen.run(contacts_of, family)) == 1


def test_linking_to_a_name_that_does_not_exist_says_what_to_do(screen: Screen, family: Id) -> None:
    screen.open("today")
    screen.click("Koppelen, “jongen 2B, fietssleutel”")

    screen.type_in("Gezin", "zzz")
    screen.click("Koppelen")

    assert family
    assert any("Dit staat niet in de lijst." in words for words in screen.wrong())
    assert len(screen.run(contacts_without_family)) == 1


def test_del_moves_to_the_bin_and_undo_brings_back(screen: Screen, family: Id) -> None:
    screen.open("today")
    first_row(screen, "Contacten zonder gezin")

    screen.press("Del")

    assert family
    assert screen.run(contacts_without_family) == []
    screen.do("undo")
    assert len(screen.run(contacts_without_family)) == 1


def test_arrows_walk_through_all_lists_and_back_to_the_search(screen: Screen, family: Id) -> None:
    page = screen.open("today")
    assert isinstance(page, TodayPage)
    first_row(screen, "Afspraken van vandaag")
    names = []

    for _step in range(6):
        screen.press("Down")
        held = QApplication.focusWidget()
        assert isinstance(held, QTableView)
        names.append(held.accessibleName())
    for _step in range(7):
        screen.press("Up")

    assert family
    assert names == [
        "Afspraken van vandaag",
        "Afspraken die nog te noteren zijn",
        "Beloften",
        "Beloften",
        "Contacten zonder gezin",
        "Doorverwijzingen zonder nieuws",
    ]
    assert QApplication.focusWidget() is page.search


def test_a_draft_is_taken_up_where_it_was_left(screen: Screen, family: Id) -> None:
    screen.open("today")
    screen.do("new_contact")
    screen.type_in("Notitie", "halve zin")
    screen.press("Esc", screen.field("Notitie"))
    screen.open("today")

    screen.click("Verder werken, “halve zin”")

    assert family
    assert screen.text_of("Notitie") == "halve zin"
    screen.click("Bewaren")
    assert screen.run(drafts) == []


def test_the_outcome_of_a_silent_referral_is_noted(screen: Screen, family: Id) -> None:
    screen.open("today")
    screen.click("Resultaat noteren, Huis van het Kind")

    screen.click("Bewaren")
    assert screen.wrong()
    screen.click("Doet mee")
    screen.click("Bewaren")

    [row] = screen.run(referrals_of, family)
    assert (row.outcome, row.status) == ("deelname_gestart", "afgerond")


def test_a_long_list_shows_twenty_first(screen: Screen) -> None:
    for number in range(23):
        screen.run(make_promise, PromiseDraft(f"belofte {number:02d}"))
    screen.open("today")
    shown = len(screen.table("Beloften"))

    screen.click("Toon er nog 3")

    assert (shown, len(screen.table("Beloften"))) == (20, 23)


def test_the_lists_follow_the_contract_of_qt(screen: Screen, family: Id) -> None:
    page = screen.open("today")
    assert isinstance(page, TodayPage)

    testers = [QAbstractItemModelTester(section.list.rows) for section in page.sections]
    page.reload()
    screen.wait()

    assert family
    assert len(testers) == len(page.sections)
