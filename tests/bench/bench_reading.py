"""How fast set L is read, beside the same statements without SQLAlchemy and without records."""

from collections.abc import Callable, Iterator
from datetime import date
from itertools import cycle
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from ouderapp.contacts.queries.lists import contacts, contacts_of, contacts_with
from ouderapp.contacts.records import ContactFilter
from ouderapp.families.overview import FamilyFilter
from ouderapp.families.queries.dossier import dossier_of
from ouderapp.families.queries.listing import families_listed
from ouderapp.search.queries import find
from ouderapp.store import tables
from ouderapp.store.database import Database
from tests.bench.bare_sql import bare_of
from tests.bench.bench_search import bare
from tests.bench.stopwatch import Measured, measure
from tests.bench.stores import opened

DAY = date(2025, 6, 20)
TYPED = ("haddad", "van den berghe", "öztürk", "huiswerk", "voorbeeldschool 3", "brief school")
FIRST = 100
"""What the page of families asks before it shows anything; the others follow in blocks."""
SORTED_BY = ("name", "last_contact_on", "children", "promises")
PAGE, KEY = 0.15, 0.05


def measurements() -> Iterator[Measured]:
    """One file, lists and filters of 100,000 contacts, and a search at every key."""
    with opened("L") as database:
        longest = database.run(longest_file)
        school = database.run(lambda session: session.scalar(sa.select(tables.School.id)))
        person = database.run(contacts_of, longest, 1)[0].persons[0]
        for name, most, work in (
            ("contacts of a family with 300", 3.0, lambda s: contacts_of(s, longest)),
            ("overview of that family", None, lambda s: dossier_of(s, longest, DAY)),
            ("the file of that family", 3.0, lambda s: _file(s, longest)),
            ("first page of all contacts", None, lambda s: contacts(s, ContactFilter())),
            ("contacts of a school", None, lambda s: contacts(s, ContactFilter(school=school))),
            ("contacts of a person", None, lambda s: contacts_with(s, person)),
            ("contacts that say a word", None, lambda s: contacts(s, ContactFilter(words="huisw"))),
            ("500 families by name", None, _families_by("name", 500)),
            *((f"first 100 families by {one}", None, _families_by(one)) for one in SORTED_BY),
        ):
            yield _reading(database, name, work, most)
        yield _every_key(database)


def _families_by(order: str, limit: int = FIRST) -> Callable[[Session], object]:
    return lambda session: families_listed(
        session, FamilyFilter(), DAY, order=order, is_descending=True, limit=limit
    )


def _file(session: Session, family: Any) -> object:
    """What opening a file asks: its overview and its timeline."""
    return dossier_of(session, family, DAY), contacts_of(session, family)


def longest_file(session: Session) -> Any:
    """The id of the family with most contacts."""
    family, number = tables.Contact.family, sa.func.count()
    grouped = sa.select(family).where(family.is_not(None)).group_by(family)
    return session.scalar(grouped.order_by(number.desc()).limit(1))


def _reading(
    database: Database, name: str, work: Callable[[Session], object], most: float | None
) -> Measured:
    return measure(
        f"{name}, set L", lambda: database.run(work), goal="G7", bare=bare_of(database, work),
        limit=PAGE, most=most,
    )  # fmt: skip


def _every_key(database: Database) -> Measured:
    keys = [text[: at + 1] for text in TYPED for at in range(len(text))]
    for text in keys:
        # Whoever asks first reads the pages for the other, so both begin with all of them read.
        database.run(find, text)
    ours, beside = cycle(keys), cycle(keys)
    return measure(
        "search at every key, set L", lambda: database.run(find, next(ours)), goal="Y13",
        bare=lambda: database.run(bare, next(beside)), limit=KEY, most=1.5,
        rounds=2 * len(keys) - 1,
    )  # fmt: skip
