"""Beloften in the dossier."""

from datetime import date
from typing import Any

from PySide6.QtTest import QAbstractItemModelTester

from ouderapp.base.ids import Id
from ouderapp.follow_up.commands import make_promise
from ouderapp.follow_up.queries import promises_of
from ouderapp.follow_up.records import PromiseDraft
from ouderapp.ui.follow_up.tab import PromisesTab
from tests.ui.screen import Screen

LIST = "Beloften"


def promise(screen: Screen, family: Id, words: str = "attest opvragen", **more: Any) -> Id:
    made: Id = screen.run(make_promise, PromiseDraft(words, family, **more))
    return made


def test_the_promises_say_who_by_when_and_whether_late(
    screen: Screen, family: Id, shown: Any
) -> None:
    promise(screen, family, due_on=date(2025, 3, 21))
    promise(screen, family, "rapport tonen", by="gezin")

    tab = shown(PromisesTab)

    assert [row[:3] for row in screen.table(LIST).rows()] == [
        ["attest opvragen", "Ik", "vr 21/03"],
        ["rapport tonen", "Het gezin", ""],
    ]
    assert tab.view.rows.columns[0].icon(tab.view.rows.rows[0]) == "warning"


def test_a_new_promise_is_saved(screen: Screen, family: Id, shown: Any) -> None:
    shown(PromisesTab)
    screen.click("Nieuwe belofte")

    screen.type_in("Belofte", "fiets regelen")
    screen.click("De school")
    screen.type_in("Tegen wanneer", "vrijdag")
    screen.click("Bewaren")

    [row] = screen.run(promises_of, family)
    assert (row.words, row.by, row.due_on) == ("fiets regelen", "school", date(2025, 3, 28))
    assert len(screen.table(LIST)) == 1


def test_an_empty_promise_says_what_is_missing(screen: Screen, family: Id, shown: Any) -> None:
    shown(PromisesTab)
    screen.click("Nieuwe belofte")

    screen.click("Bewaren")

    assert screen.wrong()
    assert screen.run(promises_of, family) == []


def test_space_keeps_a_promise_and_opens_it_again(screen: Screen, family: Id, shown: Any) -> None:
    promise(screen, family)
    tab = shown(PromisesTab)

    screen.press("Space", tab.view)
    kept = screen.run(promises_of, family)[0].done_on
    screen.press("Space", tab.view)

    assert kept == date(2025, 3, 25)
    assert screen.run(promises_of, family)[0].done_on is None


def test_f2_changes_and_del_bins(screen: Screen, family: Id, shown: Any) -> None:
    promise(screen, family)
    tab = shown(PromisesTab)

    screen.press("F2", tab.view)
    screen.type_in("Belofte", "attest brengen")
    screen.click("Bewaren")
    changed = screen.table(LIST).column("Belofte")
    screen.press("Del", tab.view)

    assert changed == ["attest brengen"]
    assert screen.run(promises_of, family) == []


def test_without_promises_it_says_so(screen: Screen, family: Id, shown: Any) -> None:
    shown(PromisesTab)

    assert family
    assert "Geen open beloften." in screen.words()


def test_the_table_follows_the_contract_of_qt(screen: Screen, family: Id, shown: Any) -> None:
    promise(screen, family)
    tab = shown(PromisesTab)

    tester = QAbstractItemModelTester(tab.view.rows)
    tab.reload()
    screen.wait()

    assert tester.model() is tab.view.rows
