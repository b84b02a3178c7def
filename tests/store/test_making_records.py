"""A row becomes a record by the names that they share, and fails loudly when they differ."""

from dataclasses import dataclass, field

import pytest
import sqlalchemy as sa
from sqlalchemy.orm import Session

from ouderapp.base.errors import NotFound
from ouderapp.store import tables
from ouderapp.store.as_record import as_record, builder_of
from ouderapp.store.own import own
from ouderapp.store.tables.base import RECORDS
from tests.work_builders import a_family


@dataclass(frozen=True)
class Card:
    name: str
    status: str
    children: int = 0
    languages: tuple[str, ...] = field(default_factory=tuple)


def test_a_mapped_row_gives_its_columns(session: Session) -> None:
    family = own(session, tables.Family, a_family(session, "Haddad"))

    assert as_record(Card, family) == Card("Haddad", "lopend")


def test_a_result_row_gives_its_columns(session: Session) -> None:
    a_family(session, "Haddad")
    row = session.execute(sa.select(tables.Family.name, tables.Family.status)).one()

    assert as_record(Card, row, children=2) == Card("Haddad", "lopend", 2)


def test_a_mapping_gives_its_keys() -> None:
    row = {"name": "Haddad", "status": "lopend", "languages": ("ar",), "more": 1}

    assert as_record(Card, row) == Card("Haddad", "lopend", 0, ("ar",))


@pytest.mark.parametrize("row", [{"name": "Haddad"}, object()])
def test_a_name_that_is_missing_is_named(row: object) -> None:
    with pytest.raises(AttributeError, match="status"):
        as_record(Card, row, **({} if isinstance(row, dict) else {"name": "Haddad"}))


def test_a_name_that_the_record_does_not_know_is_named() -> None:
    with pytest.raises(AttributeError, match="nickname"):
        as_record(Card, {"name": "Haddad", "status": "lopend"}, nickname="H")


def test_a_record_that_is_gone_has_words(session: Session) -> None:
    with pytest.raises(NotFound):
        own(session, tables.Family, "00" * 16)


def test_the_record_of_a_colleague_is_not_ones_own(session: Session) -> None:
    family = a_family(session, "Haddad", worker="ab" * 16)

    with pytest.raises(NotFound):
        own(session, tables.Family, family)


def test_every_table_of_records_is_known_by_its_name() -> None:
    known = type(RECORDS)()

    assert known["family"] is tables.Family
    with pytest.raises(KeyError):
        known["nowhere"]


def test_a_long_list_is_made_of_values_in_the_order_of_the_names() -> None:
    made = builder_of(Card, ("status", "name", "languages", "children"))

    row = made(("lopend", "Haddad", ("ar",), 2))

    assert row == Card("Haddad", "lopend", 2, ("ar",))


@pytest.mark.parametrize(
    "names", [("name", "status"), ("name", "status", "children", "languages", "more")]
)
def test_a_long_list_is_refused_when_a_name_lacks_or_is_unknown(names: tuple[str, ...]) -> None:
    with pytest.raises(AttributeError):
        builder_of(Card, names)
