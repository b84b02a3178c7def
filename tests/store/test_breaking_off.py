"""After a crash what was half typed is told; after a clean end, or without typing, nothing is."""

from collections.abc import Callable
from datetime import date, timedelta

from ouderapp.base import clock
from ouderapp.store.database import Database
from ouderapp.store.drafts import drop_draft, keep_draft
from ouderapp.store.sittings import begin_sitting, end_sitting

DAY = date(2025, 3, 24)


def test_what_was_half_typed_when_it_broke_off_is_told_with_its_moment(database: Database) -> None:
    """J13, Y16."""
    with clock.standing_at(DAY):
        database.run(begin_sitting)
        database.run(keep_draft, "contact/1", {"summary": "halve zin"})

    with clock.standing_at(DAY + timedelta(days=1)):
        found = database.run(begin_sitting)

    assert found is not None
    assert found.at.date() == DAY
    assert found.drafts == (("contact/1", {"summary": "halve zin"}),)


def test_nothing_is_said_after_clean_ends(
    database: Database, rounds: Callable[[int, int], int]
) -> None:
    """Y17: with drafts lying there, and none; control: one that broke off is told."""
    told = []
    for number in range(rounds(20, 200)):
        told.append(database.run(begin_sitting))
        database.run(keep_draft, f"contact/{number}", {"summary": "bewust blijven liggen"})
        database.run(end_sitting)
    told.append(database.run(begin_sitting))
    database.run(keep_draft, "contact/last", {"summary": "nog bezig"})

    assert set(told) == {None}
    assert database.run(begin_sitting) is not None


def test_nothing_is_said_when_nothing_was_half_typed(database: Database) -> None:
    """J13: no question when nothing was lost."""
    with clock.standing_at(DAY):
        database.run(keep_draft, "contact/old", {"summary": "van vorige week"})
    with clock.standing_at(DAY + timedelta(days=7)):
        database.run(begin_sitting)
        database.run(keep_draft, "contact/2", {"summary": "wordt bewaard"})
        database.run(drop_draft, "contact/2")

        assert database.run(begin_sitting) is None


def test_it_is_told_once(database: Database) -> None:
    with clock.standing_at(DAY):
        database.run(begin_sitting)
        database.run(keep_draft, "contact/1", {"summary": "halve zin"})
    with clock.standing_at(DAY + timedelta(days=1)):
        database.run(begin_sitting)
        database.run(end_sitting)

        assert database.run(begin_sitting) is None
