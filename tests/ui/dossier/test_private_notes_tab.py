"""Vertrouwelijke notities in the dossier: folded, and only for their writer."""

from typing import Any

from PySide6.QtTest import QAbstractItemModelTester

from ouderapp.base.ids import Id
from ouderapp.private_notes.commands import write_private_note
from ouderapp.private_notes.queries import private_notes_of
from ouderapp.private_notes.records import PrivateNoteDraft
from ouderapp.ui.private_notes.tab import PrivateNotesTab
from tests.ui.screen import Screen

LIST = "Vertrouwelijke notities"
WORDS = "zelf nog eens nadenken"


def note(screen: Screen, family: Id) -> None:
    screen.run(write_private_note, PrivateNoteDraft(WORDS, family))


def unfold(screen: Screen) -> None:
    screen.click("Vertrouwelijke notities tonen")


def test_the_notes_are_folded_until_they_are_asked_for(
    screen: Screen, family: Id, shown: Any
) -> None:
    note(screen, family)
    shown(PrivateNotesTab)
    before = screen.words()

    unfold(screen)

    assert WORDS not in before
    assert "Vertrouwelijke notities blijven hier." in before
    assert screen.table(LIST).column("Notitie") == [WORDS]
    assert screen.table(LIST).column("Blijft") == ["nog 90 dagen"]


def test_folding_takes_every_word_off_the_screen(screen: Screen, family: Id, shown: Any) -> None:
    note(screen, family)
    tab = shown(PrivateNotesTab)
    unfold(screen)

    screen.click("Vertrouwelijke notities dichtvouwen")

    assert tab.notes is None
    assert WORDS not in screen.words()


def test_a_note_is_written_and_changed(screen: Screen, family: Id, shown: Any) -> None:
    tab = shown(PrivateNotesTab)
    unfold(screen)
    screen.click("Nieuwe vertrouwelijke notitie")
    screen.type_in("Vertrouwelijke notitie", "eerst")
    screen.click("Bewaren")

    screen.press("F2", tab.notes.view)
    screen.type_in("Vertrouwelijke notitie", "later")
    screen.click("Bewaren")

    assert [row.words for row in screen.run(private_notes_of, family)] == ["later"]


def test_a_forbidden_number_is_refused_here_too(screen: Screen, family: Id, shown: Any) -> None:
    shown(PrivateNotesTab)
    unfold(screen)
    screen.click("Nieuwe vertrouwelijke notitie")

    screen.type_in("Vertrouwelijke notitie", "nummer 85.07.30-033.28")
    screen.click("Bewaren")

    assert any("rijksregisternummer" in words for words in screen.wrong())
    assert screen.run(private_notes_of, family) == []


def test_del_bins_a_note(screen: Screen, family: Id, shown: Any) -> None:
    note(screen, family)
    tab = shown(PrivateNotesTab)
    unfold(screen)

    screen.press("Del", tab.notes.view)

    assert screen.run(private_notes_of, family) == []


def test_without_notes_it_says_so(screen: Screen, family: Id, shown: Any) -> None:
    shown(PrivateNotesTab)

    unfold(screen)

    assert family
    assert "Geen vertrouwelijke notities." in screen.words()


def test_the_table_follows_the_contract_of_qt(screen: Screen, family: Id, shown: Any) -> None:
    note(screen, family)
    tab = shown(PrivateNotesTab)
    unfold(screen)

    tester = QAbstractItemModelTester(tab.notes.view.rows)
    tab.reload()
    screen.wait()

    assert tester.model() is tab.notes.view.rows
