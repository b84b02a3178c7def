"""Who came is noted, everybody else is left blank, and no more is said (A06 to A12)."""

from datetime import date, time
from pathlib import Path

import pytest
from sqlalchemy.orm import Session

from ouderapp.base.errors import Problem
from ouderapp.base.ids import Id
from ouderapp.groups import problems
from ouderapp.groups.codes import Mark
from ouderapp.groups.commands.register import (
    change_remarks,
    mark_came,
    mark_everyone,
    mark_let_know,
    unmark,
)
from ouderapp.groups.commands.sessions import call_off
from ouderapp.groups.queries.register import register
from ouderapp.groups.queries.sessions import session_row
from ouderapp.groups.records import Remarks, Who
from ouderapp.groups.rules import minutes_there
from ouderapp.groups.words import running_total
from ouderapp.store import tables
from ouderapp.store.database import Database
from ouderapp.store.undo import undo
from tests.group_builders import MONDAY, NEXT_MONDAY, a_class, a_pupil, a_session, everything
from tests.work_builders import a_family, a_person

LATER = date(2025, 4, 28)


def marks(session: Session, held: Id) -> dict[str, str]:
    return {pupil.name: pupil.mark for pupil in register(session, held).pupils}


def test_a07_a_mark_is_blank_came_or_let_know_and_nothing_else() -> None:
    assert [mark.value for mark in Mark] == ["aanwezig", "verwittigd"]


def test_a07_no_word_for_staying_away_stands_in_the_code_of_groups() -> None:
    folder = Path(__file__).parent.parent.parent / "ouderapp" / "groups"

    words = " ".join(path.read_text(encoding="utf-8") for path in folder.rglob("*.py"))

    assert "afwezig" not in words
    assert "absent" not in words


def test_a06_a_pupil_who_came_is_noted_and_the_session_took_place(session: Session) -> None:
    held = a_session(session, a_class(session))
    lina = a_pupil(session)

    mark_came(session, held, lina)

    assert marks(session, held) == {"Lina": "aanwezig"}
    assert session_row(session, held).state == "gehouden"


def test_marking_twice_is_marking_once(session: Session) -> None:
    held = a_session(session, a_class(session))
    lina = a_pupil(session)

    first = mark_came(session, held, lina)
    second = mark_came(session, held, lina)

    assert first == second
    assert session_row(session, held).came == 1


def test_a07_a_mark_that_is_taken_back_leaves_a_blank_tile(session: Session) -> None:
    series = a_class(session)
    held, next_time = a_session(session, series), a_session(session, series, NEXT_MONDAY)
    lina = a_pupil(session)
    mark_came(session, held, lina)
    mark_came(session, next_time, lina)

    unmark(session, next_time, lina)
    unmark(session, next_time, lina)

    assert marks(session, next_time) == {"Lina": ""}


def test_a07_with_parent_late_and_left_early_are_remarks_on_having_come(session: Session) -> None:
    held = a_session(session, a_class(session))
    mark = mark_came(session, held, a_pupil(session))

    change_remarks(
        session, mark, Remarks(is_with_parent=True, is_late=True, note="Bracht een boek")
    )

    tile = register(session, held).pupils[0]
    assert (tile.mark, tile.is_with_parent, tile.is_late, tile.has_left_early, tile.note) == (
        "aanwezig",
        True,
        True,
        False,
        "Bracht een boek",
    )


def test_a07_somebody_who_let_know_has_no_remarks_of_having_come(session: Session) -> None:
    held = a_session(session, a_class(session))
    lina = a_pupil(session)
    mark = mark_came(session, held, lina, Remarks(is_late=True))

    mark_let_know(session, held, lina, "Naar de tandarts")

    tile = register(session, held).pupils[0]
    assert (tile.mark, tile.is_late, tile.note) == ("verwittigd", False, "Naar de tandarts")
    with pytest.raises(problems.NotInTheRegister):
        change_remarks(session, mark, Remarks())


def test_a10_minutes_follow_the_hours_of_the_session_and_of_each_pupil(session: Session) -> None:
    held = a_session(session, a_class(session))
    mark_came(session, held, a_pupil(session, "Lina"))
    mark_came(session, held, a_pupil(session, "Sami"), Remarks(arrived=time(15, 50)))
    mark_came(session, held, a_pupil(session, "Noé"), Remarks(left=time(16, 0)))

    assert register(session, held).totals.minutes == 50 + 30 + 30


def test_a10_leaving_before_arriving_is_refused(session: Session) -> None:
    held = a_session(session, a_class(session))

    with pytest.raises(problems.EndsBeforeStart):
        mark_came(session, held, a_pupil(session), Remarks(arrived=time(16), left=time(15, 50)))


def test_a06_the_most_frequent_visitors_stand_first(session: Session) -> None:
    series = a_class(session)
    lina, sami = a_pupil(session, "Lina"), a_pupil(session, "Sami", "1B1")
    mark_came(session, a_session(session, series), lina)
    for day in (MONDAY, NEXT_MONDAY):
        mark_came(session, a_session(session, series, day), sami)

    tiles = register(session, a_session(session, series, LATER)).pupils

    assert [(tile.name, tile.times) for tile in tiles] == [("Sami", 2), ("Lina", 1)]


def test_a06_the_running_total_counts_new_faces_once(session: Session) -> None:
    series = a_class(session)
    lina, sami = a_pupil(session, "Lina"), a_pupil(session, "Sami")
    mark_came(session, a_session(session, series), lina)
    held = a_session(session, series, NEXT_MONDAY)
    mark_came(session, held, lina)
    mark_came(session, held, sami)
    mark_let_know(session, held, a_pupil(session, "Noé"))

    totals = register(session, held).totals

    assert (totals.came, totals.new, totals.let_know) == (2, 1, 1)
    assert running_total(totals) == "2 present · 1 new · 1 let us know"


def test_everyone_here_fills_only_the_blank_tiles(session: Session) -> None:
    series = a_class(session)
    pupils = [a_pupil(session, name) for name in ("Lina", "Sami", "Noé")]
    for pupil in pupils:
        mark_came(session, a_session(session, series), pupil)
    held = a_session(session, series, NEXT_MONDAY)
    mark_let_know(session, held, pupils[1])
    mark_came(session, held, pupils[2], Remarks(is_late=True))

    filled = mark_everyone(session, held)

    assert len(filled) == 1
    assert marks(session, held) == {"Lina": "aanwezig", "Sami": "verwittigd", "Noé": "aanwezig"}
    late = [tile.name for tile in register(session, held).pupils if tile.is_late]
    assert late == ["Noé"]


def test_everyone_here_is_taken_back_with_one_undo(database: Database) -> None:
    with database.transaction("given") as session:
        series = a_class(session)
        for name in ("Lina", "Sami"):
            mark_came(session, a_session(session, series), a_pupil(session, name))
        held = a_session(session, series, NEXT_MONDAY)
    database.run(mark_everyone, held)

    database.run(undo)

    with database.transaction("look") as session:
        assert marks(session, held) == {"Lina": "", "Sami": ""}
        assert session_row(session, held).state == "gepland"


def test_a_session_that_did_not_take_place_takes_no_marks(session: Session) -> None:
    held = a_session(session, a_class(session))
    call_off(session, held, "staking")

    with pytest.raises(problems.DidNotTakePlace):
        mark_came(session, held, a_pupil(session))


def test_a_session_with_somebody_present_cannot_be_called_off(session: Session) -> None:
    held = a_session(session, a_class(session))
    mark_came(session, held, a_pupil(session))

    with pytest.raises(problems.DidTakePlace):
        call_off(session, held, "staking")


def test_a_person_of_a_file_is_shown_with_an_initial_and_the_class_of_that_year(
    session: Session,
) -> None:
    family = a_family(session)
    child = a_person(session, family, "Amina", "dochter", family_name="Haddad")
    for year, class_name in ((2023, "6"), (2024, "1A3")):
        session.add(
            tables.Schooling(
                id=f"{year:032x}", person=child, school_year=year, class_name=class_name
            )
        )
        session.flush()
    held = a_session(session, a_class(session))

    mark_came(session, held, Who(person=child))

    tile = register(session, held).pupils[0]
    assert (tile.name, tile.class_name) == ("Amina H.", "1A3")


def test_a_mark_of_nobody_or_of_two_is_a_mistake() -> None:
    with pytest.raises(ValueError, match="a person or a participant"):
        Who()


def test_p07_a_forbidden_number_in_a_remark_is_refused(session: Session) -> None:
    held = a_session(session, a_class(session))

    with pytest.raises(Problem) as refused:
        mark_came(session, held, a_pupil(session), Remarks(note="85.07.30-033.28"))

    assert refused.value.field == "note"
    assert everything(session, tables.Participation) == []


def test_without_hours_there_are_no_minutes() -> None:
    assert minutes_there(None, time(16), None, None) == 0
