"""One act is kept whole or not at all, and what the disk does has words."""

import resource
from collections.abc import Iterator

import pytest
import sqlalchemy as sa
from sqlalchemy.orm import Session

from ouderapp.base.errors import Problem
from ouderapp.base.ids import new_id
from ouderapp.base.paths import Paths
from ouderapp.sealing.derive import Keys
from ouderapp.store import migrate, tables
from ouderapp.store.database import Database
from ouderapp.store.journal import action, last_lsn
from ouderapp.store.problems import (
    BY_CODE,
    DiskFull,
    StoreFailed,
    StoreForeign,
    StoreReadOnly,
    problem_of,
)
from ouderapp.store.settings import set_setting, setting
from ouderapp.store.surroundings import surroundings


class NotNow(Problem):
    """A refusal for these tests."""


@action("Partner noted")
def note_partner(session: Session, name: str) -> str:
    partner = tables.Partner(id=new_id(), name=name, kind="clb")
    session.add(partner)
    session.flush()
    return partner.id


@action("Partner noted")
def note_partner_and_stop(session: Session, name: str) -> None:
    note_partner(session, name)
    raise NotNow


def names(session: Session) -> list[str | None]:
    return list(session.scalars(sa.select(tables.Partner.name)))


@pytest.fixture
def small_file() -> Iterator[None]:
    """The operating system lets no file grow past one mebibyte."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1 << 20, hard))
    yield
    resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def test_the_answer_comes_back_and_the_tables_are_named(database: Database) -> None:
    database.run(note_partner, "CLB")

    assert database.written == {"partner"}
    assert database.run(names) == ["CLB"]


def test_reading_writes_nothing(database: Database) -> None:
    database.run(names)

    assert database.written == frozenset()


def test_after_a_refusal_nothing_is_kept(database: Database) -> None:
    with pytest.raises(NotNow):
        database.run(note_partner_and_stop, "CLB")

    assert database.written == frozenset()
    assert database.run(names) == []
    assert database.run(last_lsn) == 0


def test_after_a_refusal_the_next_act_is_kept(database: Database) -> None:
    with pytest.raises(NotNow):
        database.run(note_partner_and_stop, "CLB")

    database.run(note_partner, "JAC")

    assert database.run(names) == ["JAC"]


def test_work_knows_the_folders_and_the_keys(database: Database, paths: Paths, keys: Keys) -> None:
    def info(session: Session) -> tuple[object, object]:
        return session.info["paths"], session.info["keys"]

    assert database.run(info) == (paths, keys)


def test_a_full_disk_has_words_and_loses_nothing(database: Database) -> None:
    database.run(note_partner, "CLB")
    with database._engine.connect() as conn:
        pages = conn.exec_driver_sql("PRAGMA page_count").scalar()
        conn.exec_driver_sql(f"PRAGMA max_page_count = {pages}")

    with pytest.raises(DiskFull):
        database.run(note_partner, "JAC" * 100_000)

    assert database.run(names) == ["CLB"]


def test_after_a_full_disk_it_works_again_once_there_is_room(database: Database) -> None:
    with database._engine.connect() as conn:
        pages = conn.exec_driver_sql("PRAGMA page_count").scalar()
        conn.exec_driver_sql(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(DiskFull):
        database.run(note_partner, "JAC" * 100_000)
    with database._engine.connect() as conn:
        conn.exec_driver_sql("PRAGMA max_page_count = 1000000")

    database.run(note_partner, "JAC")

    assert database.run(names) == ["JAC"]


@pytest.mark.usefixtures("small_file")
def test_a_disk_that_refuses_to_write_has_words_and_loses_nothing(database: Database) -> None:
    database.run(note_partner, "CLB")

    with pytest.raises((StoreFailed, DiskFull)):
        database.run(note_partner, "JAC" * 1_000_000)

    assert database.run(names) == ["CLB"]


def test_a_copy_for_which_there_is_no_room_has_words(
    database: Database, paths: Paths, request: pytest.FixtureRequest
) -> None:
    database.run(note_partner, "JAC" * 1_000_000)
    request.getfixturevalue("small_file")

    with pytest.raises((StoreFailed, DiskFull)), surroundings():
        migrate.copy_aside(database._engine, paths.vault / "copy.db")


def test_a_store_that_may_not_be_written_has_words(database: Database) -> None:
    with database._engine.connect() as conn:
        conn.exec_driver_sql("PRAGMA query_only = ON")

    with pytest.raises(StoreReadOnly):
        database.run(note_partner, "CLB")


def test_every_known_failure_says_what_is_so_and_what_to_do() -> None:
    for problem in BY_CODE.values():
        assert problem.message != Problem.message
        assert problem.hint


@pytest.mark.parametrize(
    ("code", "problem"),
    [(13, DiskFull), (26, StoreForeign), (778, StoreFailed), (1, None), (None, None)],
)
def test_a_result_code_becomes_a_problem_or_stays_a_defect(
    code: int | None, problem: type[Problem] | None
) -> None:
    assert problem_of(code) is problem


def test_a_failure_that_is_our_own_stays_a_defect(database: Database) -> None:
    def work(session: Session) -> None:
        session.execute(sa.text("SELECT nothing FROM nowhere"))

    with pytest.raises(sa.exc.OperationalError):
        database.run(work)


def test_settings_hold_what_json_can_hold(session: Session) -> None:
    set_setting(session, "my_schools", ["a", "b"])
    set_setting(session, "my_schools", ["b"])

    assert setting(session, "my_schools") == ["b"]
    assert setting(session, "never set", 5) == 5
    assert setting(session, "never set") is None
