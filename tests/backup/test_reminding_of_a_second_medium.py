"""A reminder after a week without a copy elsewhere, when there is something to lose (X09)."""

from datetime import date
from pathlib import Path

from ouderapp.backup.daily import keeping
from ouderapp.backup.medium import choose_medium
from ouderapp.backup.queries import days_at_risk, is_reminder_due
from ouderapp.base import clock
from ouderapp.store.database import Database
from ouderapp.store.settings import set_setting
from tests.backup.drills import new_family

FIRST, WEEK, AFTER = date(2025, 3, 3), date(2025, 3, 10), date(2025, 3, 11)


def due(database: Database, day: date) -> bool:
    """Whether the reminder is there on this day."""
    with clock.standing_at(day):
        found: bool = database.run(is_reminder_due)
        return found


def test_it_comes_after_seven_days_and_not_before(work: Database) -> None:
    with clock.standing_at(FIRST):
        work.run(new_family, "Haddad")

    assert (due(work, WEEK), due(work, AFTER)) == (False, True)


def test_an_empty_store_and_the_practice_files_have_nothing_to_lose(work: Database) -> None:
    empty = due(work, AFTER)
    with clock.standing_at(FIRST):
        work.run(new_family, "Haddad")
    work.run(set_setting, "is_practice", True)

    assert (empty, due(work, AFTER)) == (False, False)


def test_a_copy_elsewhere_ends_it_until_something_new_is_a_week_old(
    work: Database, tmp_path: Path
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    with clock.standing_at(FIRST):
        work.run(new_family, "Haddad")
    with clock.standing_at(AFTER):
        work.run(choose_medium, stick)
        *_steps, done = keeping(work)
    nothing_new = due(work, date(2025, 6, 1))
    with clock.standing_at(date(2025, 6, 1)):
        work.run(new_family, "Peeters")

    assert done is not None
    assert done.is_on_medium
    assert not nothing_new
    assert (due(work, date(2025, 6, 8)), due(work, date(2025, 6, 9))) == (False, True)


def test_another_medium_begins_empty(work: Database, tmp_path: Path) -> None:
    with clock.standing_at(FIRST):
        work.run(new_family, "Haddad")
        work.run(choose_medium, tmp_path)
        list(keeping(work))
        work.run(choose_medium, tmp_path / "other")

    with clock.standing_at(AFTER):
        assert work.run(days_at_risk) == 8
