"""The reference sets have the sizes of the goals, and are the same every time."""

from collections.abc import Callable
from enum import StrEnum
from typing import Any

import sqlalchemy as sa

from ouderapp.contacts.kinds import Kind
from ouderapp.directory.codes import PartnerKind
from ouderapp.groups.codes import Mark, State
from ouderapp.sample.generate import Sample, generate
from ouderapp.sample.nasty import NASTY_NAMES, fill_nasty
from ouderapp.sample.sizes import SIZES
from ouderapp.store import tables
from ouderapp.store.database import Database
from ouderapp.store.journal import last_lsn

TABLES = {
    "families": tables.Family,
    "help_requests": tables.HelpRequest,
    "contacts": tables.Contact,
    "sessions": tables.GroupSession,
    "marks": tables.Participation,
    "letters": tables.Letter,
    "referrals": tables.Referral,
}


def _count(database: Database, table: type[tables.Base]) -> int:
    return int(database.run(lambda s: s.scalar(sa.select(sa.func.count()).select_from(table))) or 0)


def test_the_small_set_is_a_worker_s_year(database: Database) -> None:
    """DS-S: 110 families, 240 adults, 290 children, 330 help requests, 730 contacts."""
    database.run(generate, "S")

    size = SIZES["S"]
    found = {name: _count(database, table) for name, table in TABLES.items()}
    assert found == {name: getattr(size, name) for name in TABLES}
    assert _count(database, tables.Person) == size.adults + size.children


def test_the_longest_timeline_has_as_many_contacts_as_the_set_asks(database: Database) -> None:
    database.run(generate, "S")

    longest = database.run(
        lambda s: s.execute(
            sa.select(sa.func.count())
            .select_from(tables.Contact)
            .group_by(tables.Contact.family)
            .order_by(sa.desc(sa.text("1")))
        ).scalar()
    )
    assert longest == SIZES["S"].longest


def test_every_code_of_a_set_is_one_that_the_screens_can_name(database: Database) -> None:
    codes: dict[Any, type[StrEnum]] = {
        tables.Partner.kind: PartnerKind,
        tables.Contact.kind: Kind,
        tables.Participation.mark: Mark,
        tables.GroupSession.state: State,
    }
    database.run(generate, "S")

    for column, known in codes.items():
        with database.transaction() as session:
            used = set(session.scalars(sa.select(column).distinct()))
        assert used
        assert used - {None} <= {member.value for member in known}, str(column)


def test_a_set_is_the_same_every_time() -> None:
    one, two = Sample(SIZES["S"]), Sample(SIZES["S"])

    one.make_families()
    two.make_families()

    assert one.persons == two.persons
    assert list(one.contacts()) == list(two.contacts())


def test_every_row_of_a_set_stands_in_the_journal(database: Database) -> None:
    database.run(generate, "S")

    rows = sum(_count(database, table) for table in tables.RECORDS.all().values())
    assert database.run(last_lsn) == rows


def test_a_set_is_found_by_searching(database: Database) -> None:
    database.run(generate, "S")

    found = database.run(
        lambda s: s.execute(
            sa.text("SELECT count(*) FROM search_index WHERE search_index MATCH 'mutualiteit'")
        ).scalar()
    )
    assert found


def test_the_nasty_set_is_kept_to_the_letter(database: Database) -> None:
    """DS-N: emoji, right-to-left, formulas, markup and 120 letters come back as they went in."""
    database.run(fill_nasty)

    names = set(database.run(lambda s: list(s.scalars(sa.select(tables.Family.name)))))
    assert names == {*NASTY_NAMES, ""}


def test_the_large_set_has_the_size_of_the_goals(
    database: Database, rounds: Callable[[int, int], int]
) -> None:
    """DS-M in every run; with --full DS-L, which takes most of a minute."""
    name = "ML"[rounds(0, 1)]

    database.run(generate, name)

    found = {key: _count(database, table) for key, table in TABLES.items()}
    assert found == {key: getattr(SIZES[name], key) for key in TABLES}
