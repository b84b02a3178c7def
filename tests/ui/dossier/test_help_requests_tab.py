"""Hulpvragen in the dossier (D15)."""

from datetime import date
from typing import Any

from PySide6.QtTest import QAbstractItemModelTester

from ouderapp.base.ids import Id
from ouderapp.help_requests.commands import raise_help_request
from ouderapp.help_requests.queries import help_requests_of
from ouderapp.help_requests.records import HelpRequestDraft
from ouderapp.ui.help_requests.tab import HelpRequestsTab
from tests.ui.screen import Screen

LIST = "Hulpvragen"


def request(screen: Screen, family: Id, words: str | None = "Ik kan niet aanmelden.") -> Id:
    draft = HelpRequestDraft(family, date(2025, 3, 10), ("smartschool",), words)
    made: Id = screen.run(raise_help_request, draft)
    return made


def test_each_question_stands_in_the_familys_words_with_its_state(
    screen: Screen, family: Id, shown: Any
) -> None:
    request(screen, family)
    request(screen, family, None)

    shown(HelpRequestsTab)

    assert [row[:4] for row in screen.table(LIST).rows()] == [
        ["Smartschool", "Smartschool", "10/03/2025", "Lopend"],
        ["Ik kan niet aanmelden.", "Smartschool", "10/03/2025", "Lopend"],
    ]


def test_a_new_question_is_saved_with_who_asked_it(screen: Screen, family: Id, shown: Any) -> None:
    shown(HelpRequestsTab)
    screen.click("Nieuwe hulpvraag")

    screen.type_in("De vraag, zoals het gezin ze stelt", "Wie helpt met de brief?")
    screen.click("Een brief")
    screen.click("Schoolkosten")
    screen.choose("Gevraagd door", "Rania")
    screen.click("Bewaren")

    [row] = screen.run(help_requests_of, family)
    assert (row.words, row.themes) == ("Wie helpt met de brief?", ("brief", "schoolkosten"))
    assert (row.raised_on, row.person is not None) == (date(2025, 3, 25), True)


def test_a_question_without_theme_says_what_is_missing(
    screen: Screen, family: Id, shown: Any
) -> None:
    shown(HelpRequestsTab)
    screen.click("Nieuwe hulpvraag")

    screen.click("Bewaren")

    assert screen.wrong()
    assert screen.run(help_requests_of, family) == []


def test_space_closes_a_question_and_says_who_did_it(
    screen: Screen, family: Id, shown: Any
) -> None:
    request(screen, family)
    tab = shown(HelpRequestsTab)

    screen.press("Space", tab.view)
    screen.click("Het gezin deed het zelf")
    screen.click("Afronden")

    assert screen.table(LIST).column("Hoe het afliep") == ["Het gezin deed het zelf"]
    screen.press("Space", tab.view)
    assert screen.run(help_requests_of, family)[0].status == "lopend"


def test_a_question_cannot_be_closed_before_it_was_asked(
    screen: Screen, family: Id, shown: Any
) -> None:
    request(screen, family)
    shown(HelpRequestsTab)
    screen.click("Afronden of heropenen")

    screen.click("Niet meer nodig")
    screen.type_in("Afgerond op", "9/3")
    screen.click("Afronden")

    assert any("voor ze gesteld is" in words for words in screen.wrong())
    assert screen.run(help_requests_of, family)[0].status == "lopend"


def test_f2_changes_and_del_bins(screen: Screen, family: Id, shown: Any) -> None:
    request(screen, family)
    tab = shown(HelpRequestsTab)

    screen.press("F2", tab.view)
    screen.type_in("De vraag, zoals het gezin ze stelt", "Aanmelden lukt niet.")
    screen.click("Bewaren")
    changed = screen.table(LIST).column("Vraag")
    screen.press("Del", tab.view)

    assert changed == ["Aanmelden lukt niet."]
    assert screen.run(help_requests_of, family) == []


def test_without_questions_it_says_how_to_begin(screen: Screen, family: Id, shown: Any) -> None:
    shown(HelpRequestsTab)

    assert family
    assert "Nog geen hulpvragen." in screen.words()


def test_the_table_follows_the_contract_of_qt(screen: Screen, family: Id, shown: Any) -> None:
    request(screen, family)
    tab = shown(HelpRequestsTab)

    tester = QAbstractItemModelTester(tab.view.rows)
    tab.reload()
    screen.wait()

    assert tester.model() is tab.view.rows
