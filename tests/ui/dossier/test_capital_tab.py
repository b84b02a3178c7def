"""Kapitaal in the dossier (D12, D13, UX 2.11)."""

from datetime import date
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest

from ouderapp.base.ids import Id
from ouderapp.capital.commands import make_picture, observe
from ouderapp.capital.queries import observations_of, pictures_of
from ouderapp.capital.records import ObservationDraft
from ouderapp.contacts.commands import record_contact
from ouderapp.ui.capital.tab import CapitalTab
from tests.ui.screen import Screen
from tests.work_builders import a_contact_draft

LIST = "Kapitaal"
OCTOBER, MARCH = date(2024, 10, 8), date(2025, 3, 20)


def picture(screen: Screen, family: Id, day: date, step: int) -> None:
    draft = ObservationDraft(family, day, "sociaal", "groei", step=step, own_words="gaat mee")
    screen.run(make_picture, [draft])


def test_a_tendency_without_a_contact_is_marked(screen: Screen, family: Id, shown: Any) -> None:
    contact = screen.run(record_contact, a_contact_draft(family)).id
    draft = ObservationDraft(family, MARCH, "financieel", "aandacht", note="rekening te hoog")
    screen.run(observe, draft)
    shown_in = ObservationDraft(family, MARCH, "sociaal", "groei", evidence=contact)
    screen.run(observe, shown_in)

    shown(CapitalTab)

    table = screen.table(LIST)
    assert table.column("Tendens") == ["Aandacht", "Groei"]
    assert table.column("Bewijs") == ["zonder bewijs", ""]


def test_a_tendency_is_noted_with_the_contact_that_shows_it(
    screen: Screen, family: Id, shown: Any
) -> None:
    contact = screen.run(record_contact, a_contact_draft(family)).id
    shown(CapitalTab)
    screen.click("Tendens noteren")

    screen.click("Cultureel")
    screen.click("Groei")
    screen.type_in("Waaraan je het ziet", "leest de brieven zelf")
    screen.choose("Gezien in", "ma 24/03 14:05 Huisbezoek Samen de brief van school gelezen.")
    screen.click("Bewaren")

    [row] = screen.run(observations_of, family)
    assert (row.capital, row.tendency, row.step) == ("cultureel", "groei", None)
    assert (row.note, row.evidence) == ("leest de brieven zelf", contact)


def test_a_tendency_without_a_capital_says_what_is_missing(
    screen: Screen, family: Id, shown: Any
) -> None:
    shown(CapitalTab)
    screen.click("Tendens noteren")

    screen.click("Bewaren")

    assert screen.wrong()
    assert screen.run(observations_of, family) == []


def test_a_picture_is_made_of_plain_sentences_and_own_words(
    screen: Screen, family: Id, shown: Any
) -> None:
    shown(CapitalTab)
    screen.click("Beeld maken")

    screen.choose("Sociaal", "Het gezin kent enkele mensen in de buurt.")
    screen.type_in("Sociaal: eigen woorden", "de buurvrouw helpt")
    screen.click("Bewaren")

    [made] = screen.run(pictures_of, family)
    assert set(made.steps) == {"sociaal"}
    assert (made.steps["sociaal"].step, made.steps["sociaal"].own_words) == (
        2,
        "de buurvrouw helpt",
    )


def test_the_second_picture_shows_where_it_went(screen: Screen, family: Id, shown: Any) -> None:
    picture(screen, family, OCTOBER, 3)
    shown(CapitalTab)
    screen.click("Beeld maken")

    screen.choose("Sociaal", "Er is één iemand aan wie het gezin iets kan vragen.")
    screen.click("Bewaren")

    assert screen.run(observations_of, family)[0].tendency == "aandacht"


def test_a_picture_without_any_sentence_is_refused(screen: Screen, family: Id, shown: Any) -> None:
    shown(CapitalTab)
    screen.click("Beeld maken")

    screen.click("Bewaren")

    assert "Kies een zin voor minstens één kapitaal." in screen.wrong()
    assert screen.run(pictures_of, family) == []


def test_the_star_can_be_read_aloud_and_says_which_line_is_when(
    screen: Screen, family: Id, shown: Any
) -> None:
    picture(screen, family, OCTOBER, 1)
    picture(screen, family, MARCH, 3)

    tab = shown(CapitalTab)

    assert tab.radar.accessibleDescription() == "Sociaal: in oktober 2024 1, in maart 2025 3"
    assert "gestreept: oktober 2024 · vol: maart 2025" in screen.words()


def test_t_goes_from_the_star_to_the_table(screen: Screen, family: Id, shown: Any) -> None:
    picture(screen, family, MARCH, 3)
    tab = shown(CapitalTab)
    tab.activateWindow()
    screen.wait()
    tab.radar.setFocus()

    QTest.keyClick(tab.radar, Qt.Key.Key_T)
    screen.wait()

    assert tab.focusWidget() is tab.view


def test_without_a_picture_it_says_how_the_first_is_made(
    screen: Screen, family: Id, shown: Any
) -> None:
    tab = shown(CapitalTab)

    assert family
    assert "Nog geen beeld. Het eerste maak je samen met het gezin." in screen.words()
    assert not tab.radar.isVisible()


def test_nothing_on_the_tab_is_a_sum_or_an_average(screen: Screen, family: Id, shown: Any) -> None:
    picture(screen, family, OCTOBER, 1)
    picture(screen, family, MARCH, 3)

    shown(CapitalTab)

    cells = {cell for row in screen.table(LIST).rows() for cell in row}
    assert cells.isdisjoint({"2", "4", "2,0", "50 %"})


def test_the_table_follows_the_contract_of_qt(screen: Screen, family: Id, shown: Any) -> None:
    picture(screen, family, MARCH, 3)
    tab = shown(CapitalTab)

    tester = QAbstractItemModelTester(tab.view.rows)
    tab.reload()
    screen.wait()

    assert tester.model() is tab.view.rows
