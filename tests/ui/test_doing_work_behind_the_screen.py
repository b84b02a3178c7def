"""One thread owns the store: order, answers, refusals, and what happens when a page is gone."""

import threading
from typing import Any

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from ouderapp.base.errors import NotFound
from ouderapp.base.i18n import mark
from ouderapp.store.journal import action
from ouderapp.store.settings import set_setting, setting
from ouderapp.ui.background import Background
from ouderapp.ui.problems import Bug
from tests.ui.screen import Screen


@action(mark("Setting changed"))
def change(session: Any, value: str) -> str:
    set_setting(session, "colour", value)
    return value


def refuse(_session: Any) -> None:
    raise NotFound


def stumble(_session: Any) -> None:
    raise ZeroDivisionError


def which_thread(_session: Any) -> str:
    return threading.current_thread().name


def test_work_is_done_in_the_order_it_was_asked(screen: Screen) -> None:
    answers: list[str] = []

    for value in ("blauw", "groen", "rood"):
        screen.background.run(change, value, then=answers.append)
    screen.wait()

    assert answers == ["blauw", "groen", "rood"]
    assert screen.run(setting, "colour") == "rood"


def test_work_never_runs_on_the_drawing_thread(screen: Screen) -> None:
    assert screen.run(which_thread) == "store"


def change_twice(database: Any, *, stumbles: bool) -> str:
    database.run(change, "geel")
    answer = database.run(which_thread)
    if stumbles:
        raise NotFound
    return str(answer)


@pytest.mark.parametrize("stumbles", [False, True])
def test_work_of_several_transactions_tells_all_that_was_written(
    screen: Screen, stumbles: bool
) -> None:
    told: list[frozenset[str]] = []
    answers: list[object] = []
    screen.background.changed.connect(told.append)

    screen.background.run_whole(
        change_twice, stumbles=stumbles, then=answers.append, failed=answers.append
    )
    screen.wait()

    assert told == [frozenset({"setting"})]
    assert isinstance(answers[0], NotFound) if stumbles else answers == ["store"]


def test_the_tables_that_were_written_are_told(screen: Screen) -> None:
    told: list[frozenset[str]] = []
    screen.background.changed.connect(told.append)

    screen.run(change, "groen")

    assert told == [frozenset({"setting"})]


def test_an_act_of_a_person_is_told_by_its_name(screen: Screen) -> None:
    told: list[str] = []
    screen.background.acted.connect(told.append)

    screen.run(change, "groen")

    assert told == ["Setting changed"]


def test_an_answer_is_dropped_when_its_owner_is_gone(screen: Screen) -> None:
    answers: list[str] = []
    owner = QObject()

    screen.background.run(change, "groen", then=answers.append, owner=owner)
    owner.deleteLater()
    screen.wait()

    assert answers == []
    assert screen.run(setting, "colour") == "groen"


def test_a_refusal_goes_to_the_one_who_asked(screen: Screen) -> None:
    refusals: list[object] = []

    screen.background.run(refuse, failed=refusals.append, owner=screen.window)
    screen.wait()

    assert [type(one) for one in refusals] == [NotFound]


def test_a_refusal_that_nobody_takes_is_shown_with_what_to_do(screen: Screen) -> None:
    inside = QWidget(screen.window)

    screen.background.run(refuse, owner=inside)
    screen.wait()

    assert screen.message() == (
        "Dit is er niet meer. Het staat misschien in de prullenmand. "
        "Maak het ongedaan met Ctrl+Z, of kijk in de prullenmand."
    )


def test_a_mistake_of_the_program_is_told_as_an_apology(screen: Screen) -> None:
    screen.background.run(stumble, owner=screen.window)
    with pytest.raises(ZeroDivisionError):
        screen.wait()

    assert screen.message().startswith("Dit lukte niet, en dat ligt aan ouderapp. Sorry daarvoor.")
    assert "ZeroDivision" not in screen.message()
    assert "Gegevens voor hulp kopiëren" in screen.buttons()
    assert Bug.button


def test_work_without_the_store_tells_its_progress_on_the_drawing_thread(screen: Screen) -> None:
    told: list[tuple[int, str]] = []

    def slow(report: Any) -> None:
        for step in (1, 2):
            report(step)

    def listen(step: int) -> None:
        told.append((step, threading.current_thread().name))

    screen.background.compute(slow, progress=listen, owner=screen.window)
    screen.wait()

    assert told == [(1, "MainThread"), (2, "MainThread")]


def test_finishing_does_first_what_was_still_asked(background: Background) -> None:
    done: list[int] = []
    for step in range(3):
        background.compute(done.append, step)

    assert background.finish(10)
    assert done == [0, 1, 2]
