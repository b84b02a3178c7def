"""A store is brought up to this version by steps that lose no row, no trigger and no reference."""

import shutil
from pathlib import Path

import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy.orm import Session

from ouderapp.base.paths import Paths
from ouderapp.sealing.derive import Keys
from ouderapp.store import migrate, tables
from ouderapp.store.database import Database, make_engine
from ouderapp.store.problems import StoreDamaged, StoreNewer
from ouderapp.store.tables.base import RECORDS, Base, Searchable
from tests.work_builders import a_family, a_person

HEADER = '''"""A step of tomorrow."""

import sqlalchemy as sa
from alembic import op

revision = "9999"
down_revision = "{before}"
branch_labels = None
depends_on = None


def upgrade() -> None:
'''
RECREATE_FAMILY = """\
    with op.batch_alter_table("family", recreate="always") as batch:
        batch.add_column(sa.Column("pets", sa.Integer(), nullable=False, server_default="0"))
"""
LOSE_A_FAMILY = '    op.execute("DELETE FROM family")\n'


@pytest.fixture
def steps(tmp_path: Path) -> Path:
    """The steps of the program, to which a test may add one."""
    folder = tmp_path / "map % met stappen"
    shutil.copytree(migrate.STEPS, folder, ignore=shutil.ignore_patterns("__pycache__"))
    return folder


@pytest.fixture
def filled(database: Database) -> Database:
    """A store with one family and one person in it."""
    with database.transaction("Family opened") as session:
        a_person(session, a_family(session, "Haddad"))
    return database


def add_step(folder: Path, body: str) -> None:
    text = HEADER.format(before=migrate.HEAD) + body
    (folder / "versions" / "v9999_tomorrow.py").write_text(text, encoding="utf-8")


def take(database: Database, steps: Path) -> None:
    migrate.bring_up_to_date(database._engine, database.paths.store, head="9999", steps=steps)


def triggers(database: Database) -> dict[str, tuple[str, str]]:
    with database._engine.connect() as conn:
        return migrate.triggers_of(conn)


def found_by(session: Session, word: str) -> int:
    asked = sa.text("SELECT count(*) FROM search_index WHERE search_index MATCH :word")
    return int(session.scalar(asked, {"word": word}) or 0)


def test_the_steps_make_the_tables_that_the_program_knows(database: Database) -> None:
    def compared(name: str | None, type_: str, _parents: object) -> bool:
        return type_ != "table" or not (name or "").startswith(("search_index", "alembic"))

    with database._engine.connect() as conn:
        options = {"include_name": compared, "compare_type": True}
        context = MigrationContext.configure(conn, opts=options)
        assert compare_metadata(context, Base.metadata) == []


def test_the_partial_index_of_the_bin_is_there(database: Database) -> None:
    with database._engine.connect() as conn:
        made_by = conn.exec_driver_sql(
            "SELECT sql FROM sqlite_master WHERE name = 'ix_journal_deleted'"
        ).scalar_one()

    assert "WHERE op = 'delete'" in made_by


def test_every_searched_table_has_its_three_triggers(database: Database) -> None:
    searched = [name for name, cls in RECORDS.all().items() if issubclass(cls, Searchable)]
    expected = {f"search_{name}_{op}" for name in searched for op in ("insert", "update", "delete")}

    assert set(triggers(database)) == expected


def test_every_searched_table_has_a_number_of_its_own() -> None:
    numbers = [cls.FOUND_AS for cls in RECORDS.all().values() if issubclass(cls, Searchable)]

    assert len(set(numbers)) == len(numbers)
    assert all(0 < number < 16 for number in numbers)


def test_every_table_is_strict(database: Database) -> None:
    with database._engine.connect() as conn:
        loose = conn.exec_driver_sql(
            "SELECT name FROM pragma_table_list WHERE schema = 'main' AND strict = 0"
            " AND type = 'table' AND name NOT LIKE 'sqlite_%'"
        ).scalars()
        assert set(loose) == {"alembic_version"}


def test_a_step_that_recreates_a_table_loses_no_row_and_no_trigger(
    filled: Database, steps: Path
) -> None:
    before = triggers(filled)
    add_step(steps, RECREATE_FAMILY)

    take(filled, steps)

    assert migrate.schema_of(filled._engine) == "9999"
    assert triggers(filled).keys() == before.keys()
    with filled.transaction("Family renamed") as session:
        assert session.scalars(sa.select(tables.Member.role)).all() == ["moeder"]
        session.scalars(sa.select(tables.Family)).one().name = "Osmani"
        session.flush()
        assert (found_by(session, "haddad"), found_by(session, "osmani")) == (0, 1)


def test_a_copy_is_put_aside_before_a_step(filled: Database, steps: Path, keys: Keys) -> None:
    add_step(steps, RECREATE_FAMILY)

    take(filled, steps)

    aside = filled.paths.store.with_name(f"before-{migrate.HEAD}.db")
    engine = make_engine(aside, keys.db)
    with engine.connect() as conn:
        assert conn.exec_driver_sql("SELECT name FROM family").scalars().all() == ["Haddad"]
    engine.dispose()


def test_a_new_store_needs_no_copy(tmp_path: Path, keys: Keys) -> None:
    Database.open(Paths(tmp_path), keys).close()

    assert [file.name for file in tmp_path.iterdir()] == ["store.db"]


def test_a_step_that_leaves_a_dangling_reference_is_taken_back(
    filled: Database, steps: Path
) -> None:
    add_step(steps, LOSE_A_FAMILY)

    with pytest.raises(StoreDamaged):
        take(filled, steps)

    assert migrate.schema_of(filled._engine) == migrate.HEAD
    with filled.transaction() as session:
        assert session.scalars(sa.select(tables.Family.name)).all() == ["Haddad"]


def test_a_step_that_fails_is_taken_back(filled: Database, steps: Path) -> None:
    add_step(steps, RECREATE_FAMILY + '    raise RuntimeError("halfway")\n')

    with pytest.raises(RuntimeError):
        take(filled, steps)

    assert migrate.schema_of(filled._engine) == migrate.HEAD
    with filled._engine.connect() as conn:
        columns = conn.exec_driver_sql("SELECT name FROM pragma_table_info('family')").scalars()
        assert "pets" not in columns.all()


def test_references_are_watched_again_after_a_step(filled: Database, steps: Path) -> None:
    add_step(steps, RECREATE_FAMILY)
    take(filled, steps)

    with filled._engine.connect() as conn:
        assert conn.exec_driver_sql("PRAGMA foreign_keys").scalar() == 1


def test_a_store_of_this_version_takes_no_step(database: Database, steps: Path) -> None:
    migrate.bring_up_to_date(database._engine, database.paths.store)

    assert not database.paths.store.with_name(f"before-{migrate.HEAD}.db").exists()


def test_a_store_of_a_newer_version_is_refused(
    database: Database, paths: Paths, keys: Keys
) -> None:
    with database._engine.connect() as conn:
        conn.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
        conn.commit()
    database.close()

    with pytest.raises(StoreNewer):
        Database.open(paths, keys)


def test_a_copy_that_is_not_whole_is_thrown_away(
    filled: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(migrate, "WHOLE", [("something else",)])
    target = filled.paths.vault / "copy.db"

    with pytest.raises(StoreDamaged):
        migrate.copy_aside(filled._engine, target)

    assert not target.exists()


def test_the_head_is_the_last_step_in_the_folder() -> None:
    names = sorted(path.name for path in (migrate.STEPS / "versions").glob("v*.py"))

    assert names[-1].startswith(f"v{migrate.HEAD}_")


def test_a_join_on_the_worker_too_uses_the_reference(database: Database) -> None:
    joined = (
        "EXPLAIN QUERY PLAN SELECT count(*) FROM member JOIN schooling"
        " ON schooling.worker = member.worker AND schooling.person = member.person"
        " WHERE member.worker = '' AND member.family = 'x' AND schooling.school_year = 2024"
    )
    with database._engine.connect() as conn:
        plan = " ".join(str(row[3]) for row in conn.exec_driver_sql(joined))

    assert "INDEX ix_schooling_person_" in plan
    assert "member USING INDEX ix_member_family" in plan


def test_who_took_part_is_looked_up_in_an_index_of_its_own(database: Database) -> None:
    took_part = "EXPLAIN QUERY PLAN SELECT nr FROM contact WHERE persons LIKE '%x%'"
    with database._engine.connect() as conn:
        plan = " ".join(str(row[3]) for row in conn.exec_driver_sql(took_part))

    assert "COVERING INDEX ix_contact_persons" in plan
