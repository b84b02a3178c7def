"""A store of every step that was ever taken opens, and nothing in it is lost (Q08)."""

import shutil
from pathlib import Path

import pytest

from ouderapp.base.paths import Paths
from ouderapp.store import migrate
from ouderapp.store.database import Database, make_engine
from tests.store.full_tables import everything, schema
from tests.store.keep_schema import FOLDER, KEYS, kept
from tests.store.test_taking_steps import RECREATE_FAMILY, add_step

WHAT_TO_DO = (
    "The tables are no longer those of step {step}. Did that step go out with a release? Then"
    " write a new step in store/migrations/versions, and keep a store of it too. If it did not:"
    " python -m tests.store.keep_schema"
)
REVISIONS = sorted(file.name[1:5] for file in (migrate.STEPS / "versions").glob("v*.py"))


def put_down(revision: str, folder: Path) -> Paths:
    """A copy of a kept store in a folder of its own."""
    paths = Paths(folder / revision)
    paths.vault.mkdir()
    shutil.copyfile(kept(revision), paths.store)
    return paths


def as_it_lies(paths: Paths) -> Database:
    """The store, open without taking a step."""
    return Database(make_engine(paths.store, KEYS.db), paths, KEYS)


def differences(one: Database, other: Database) -> list[str]:
    """The names of what is not made in the same way in both stores."""
    return sorted({name for _kind, name, _made_by in schema(one) ^ schema(other)})


def test_a_store_was_kept_of_every_step() -> None:
    assert [file.stem for file in sorted(FOLDER.glob("*.db"))] == REVISIONS


@pytest.mark.parametrize("revision", REVISIONS)
def test_a_kept_store_has_something_in_every_table(revision: str, tmp_path: Path) -> None:
    database = as_it_lies(put_down(revision, tmp_path))

    empty = {table for table, rows in everything(database).items() if not rows}

    database.close()
    assert empty == set()


@pytest.mark.parametrize("revision", REVISIONS)
def test_nothing_of_a_kept_store_is_lost_when_it_opens(
    revision: str, tmp_path: Path, database: Database
) -> None:
    paths = put_down(revision, tmp_path)
    before_steps = as_it_lies(paths)
    before = everything(before_steps)
    before_steps.close()

    opened = Database.open(paths, KEYS)

    after = everything(opened)
    made_as_new = differences(opened, database)
    opened.close()
    assert REVISIONS[-1] == migrate.HEAD
    assert made_as_new == []
    for table, rows in before.items():
        assert len(after[table]) == len(rows)
        assert all(set(old) <= set(new) for old, new in zip(rows, after[table], strict=True))


def test_the_tables_are_those_of_the_kept_store(tmp_path: Path, database: Database) -> None:
    newest = as_it_lies(put_down(migrate.HEAD, tmp_path))

    found = differences(newest, database)

    newest.close()
    assert found == [], WHAT_TO_DO.format(step=migrate.HEAD)


def test_a_table_that_changed_without_a_step_is_noticed(tmp_path: Path, database: Database) -> None:
    newest = as_it_lies(put_down(migrate.HEAD, tmp_path))
    with newest._engine.connect() as conn:
        conn.exec_driver_sql("ALTER TABLE family ADD COLUMN pets INTEGER")
        conn.commit()

    found = differences(newest, database)

    newest.close()
    assert found == ["family"]


def test_a_step_that_makes_a_full_table_again_leaves_everything_as_it_was(tmp_path: Path) -> None:
    steps = tmp_path / "steps"
    shutil.copytree(migrate.STEPS, steps, ignore=shutil.ignore_patterns("__pycache__"))
    add_step(steps, RECREATE_FAMILY)
    newest = as_it_lies(put_down(migrate.HEAD, tmp_path))
    before, made_before = everything(newest), schema(newest)

    migrate.bring_up_to_date(newest._engine, newest.paths.store, head="9999", steps=steps)

    after, made_after = everything(newest), schema(newest)
    newest.close()
    of_family = {one for one in made_before if one[1] == "family"}
    assert made_before - of_family <= made_after
    assert after.pop("family") == [(*row, ("pets", 0)) for row in before.pop("family")]
    assert after == before
