"""A private note lapses by itself, and nothing that leaves or prints can read it (decision 12)."""

from datetime import date, timedelta
from pathlib import Path

import grimp
import pytest
import sqlalchemy as sa
from sqlalchemy.orm import Session

from ouderapp.base import clock
from ouderapp.base.errors import FieldMissing
from ouderapp.base.forbidden import NationalNumberInText
from ouderapp.base.ids import Id
from ouderapp.private_notes.commands import (
    delete_private_note,
    edit_private_note,
    forget_lapsed_notes,
    write_private_note,
)
from ouderapp.private_notes.queries import private_notes_of
from ouderapp.private_notes.records import PrivateNoteDraft
from ouderapp.private_notes.rules import days_left, has_lapsed, lapses_on
from ouderapp.store import tables
from ouderapp.store.bin import in_the_bin
from ouderapp.store.database import Database
from ouderapp.store.undo import stacks, undo
from tests.work_builders import a_family

WRITTEN = date(2025, 1, 2)


def written(database: Database, words: str = "zelf nog eens nadenken") -> Id:
    with database.transaction("test") as session:
        family = a_family(session)
    with clock.standing_at(WRITTEN):
        database.run(write_private_note, PrivateNoteDraft(words, family))
    return family


def words_of(session: Session, family: Id) -> list[str]:
    return [row.words for row in private_notes_of(session, family)]


def test_a_note_is_kept_ninety_days_and_its_last_day_is_included() -> None:
    last = lapses_on(WRITTEN)

    assert last == WRITTEN + timedelta(days=90)
    assert (has_lapsed(last, last), has_lapsed(last, last + timedelta(days=1))) == (False, True)
    assert (days_left(last, WRITTEN), days_left(last, last)) == (90, 0)


def test_a_note_is_shown_until_its_last_day_and_not_after(database: Database) -> None:
    family = written(database)

    with database.transaction() as session:
        with clock.standing_at(lapses_on(WRITTEN)):
            on_the_last_day = words_of(session, family)
        with clock.standing_at(lapses_on(WRITTEN) + timedelta(days=1)):
            after = words_of(session, family)

    assert (on_the_last_day, after) == (["zelf nog eens nadenken"], [])


def test_a_lapsed_note_leaves_no_word_behind(database: Database) -> None:
    family = written(database, "alleen voor mijzelf")

    with clock.standing_at(lapses_on(WRITTEN) + timedelta(days=1)):
        gone = database.run(forget_lapsed_notes)

        assert gone == 1
        with database.transaction() as session:
            assert words_of(session, family) == []
            assert [row.tbl for row in in_the_bin(session)] == []
            lines = session.scalars(
                sa.select(tables.Journal).where(tables.Journal.tbl == "private_note")
            ).all()
            assert [(line.before, line.after) for line in lines] == [(None, None)] * 2
            assert "Private note written" not in [act.name for act in stacks(session)[0]]


def test_a_note_that_has_not_lapsed_stays(database: Database) -> None:
    family = written(database)

    with clock.standing_at(lapses_on(WRITTEN)):
        assert database.run(forget_lapsed_notes) == 0
        with database.transaction() as session:
            assert words_of(session, family) == ["zelf nog eens nadenken"]


def test_changing_a_note_does_not_give_it_more_days(session: Session, today: date) -> None:
    family = a_family(session)
    made = write_private_note(session, PrivateNoteDraft("eerst", family))
    last = private_notes_of(session, family)[0].lapses_on

    with clock.standing_at(today + timedelta(days=30)):
        edit_private_note(session, made, PrivateNoteDraft("later", family))
        [row] = private_notes_of(session, family)

    assert (row.words, row.lapses_on) == ("later", last)


def test_a_deleted_note_comes_back_with_undo(database: Database, today: date) -> None:
    with database.transaction("test") as session:
        family = a_family(session)
    made = database.run(write_private_note, PrivateNoteDraft("nota", family))

    database.run(delete_private_note, made)
    database.run(undo)

    with database.transaction() as session:
        assert words_of(session, family) == ["nota"]


def test_an_empty_note_and_a_forbidden_number_are_refused(session: Session) -> None:
    with pytest.raises(FieldMissing):
        write_private_note(session, PrivateNoteDraft(" "))
    with pytest.raises(NationalNumberInText):
        write_private_note(session, PrivateNoteDraft("85.07.30-033.28"))


def test_nothing_that_sends_or_prints_reads_private_notes() -> None:
    """No import leads there, and the table is named only where it is kept back (NEG-11)."""
    graph = grimp.build_graph("ouderapp")
    leaving = [f"ouderapp.{name}" for name in ("exchange", "letters", "reports", "office")]
    package = Path(tables.__file__).parents[2]
    naming = {
        str(path.relative_to(package))
        for folder in ("exchange", "letters", "reports", "office")
        for path in (package / folder).rglob("*.py")
        if "private_note"
        in path.read_text(encoding="utf-8").lower().replace("privatenote", "private_note")
    }

    chains = [
        name
        for name in leaving
        if graph.chain_exists(importer=name, imported="ouderapp.private_notes", as_packages=True)
    ]

    assert chains == []
    assert naming <= {"exchange/kept.py"}
