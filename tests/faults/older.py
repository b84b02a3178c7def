"""A schema from before the first step, so that a month has a migration in it."""

import shutil
from functools import partial
from pathlib import Path

import sqlalchemy as sa

from ouderapp.store import database, migrate
from ouderapp.store.database import Database
from ouderapp.store.surroundings import surroundings

NUMBER = "0000"
BASE = f'revision, down_revision, branch_labels, depends_on = "{NUMBER}", None, None, None\n'
STEP = '''"""The newest step, taken again: a table is made anew and its triggers are put back."""

from alembic import op

revision, down_revision, branch_labels, depends_on = "{}", "{}", None, None


def upgrade() -> None:
    with op.batch_alter_table("family", recreate="always"):
        pass
'''


def grow_old(store: Database) -> None:
    """Let the store say that it took no step yet."""
    with store.transaction("older") as session:
        session.connection().exec_driver_sql(f"UPDATE alembic_version SET version_num = '{NUMBER}'")


def steps_in(folder: Path) -> Path:
    """The one step from the older schema to the newest."""
    shutil.rmtree(folder, ignore_errors=True)
    (folder / "versions").mkdir(parents=True)
    shutil.copy(migrate.STEPS / "env.py", folder)
    (folder / "versions" / "v0000_older.py").write_text(BASE)
    (folder / "versions" / "v0001_newest.py").write_text(STEP.format(migrate.HEAD, NUMBER))
    return folder


def take_step(store: Database, folder: Path) -> None:
    """Bring the store up to the newest version, as the program does when it opens one."""
    with surroundings():
        migrate.bring_up_to_date(store._engine, store.paths.store, steps=steps_in(folder))


def know_the_step(folder: Path) -> None:
    """Let this process open stores of the older schema too."""
    known = partial(migrate.bring_up_to_date, steps=steps_in(folder))
    database.__dict__["bring_up_to_date"] = partial(_either, known)


def _either(known: partial[None], engine: sa.Engine, store: Path) -> None:
    if migrate.schema_of(engine) == NUMBER:
        known(engine, store)
    else:
        migrate.bring_up_to_date(engine, store)
