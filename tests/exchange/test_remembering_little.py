"""What a bundle lacks, deletes or holds back is remembered in a few bytes a row (G7)."""

from datetime import date

from sqlalchemy.orm import Session

from ouderapp.base.ids import new_id
from ouderapp.exchange.gone import Farewell, Gone
from ouderapp.exchange.missing import Missing
from ouderapp.exchange.records import Row
from ouderapp.store import tables
from tests.exchange.office_rows import a_contact
from tests.exchange.sides import Link
from tests.exchange.test_making_a_bundle import a_month

WORKER = "d" * 32


def id_of(number: int) -> str:
    return f"{number:032x}"


def test_farewells_come_back_as_they_went_in() -> None:
    said = [
        Farewell(number, new_id(), 2**53 - number, "erase" if number % 2 else "del")
        for number in range(1, 8)
    ]
    gone = Gone()

    for one in said:
        gone.add([(one.number, Row(one.op, one.id, one.ver, 1, "coded", {}, b""))])

    assert [len(part) for part in gone.parts(3)] == [3, 3, 1]
    assert [one for part in gone.parts(3) for one in part] == said


def missing_of(session: Session, came: list[list[int]]) -> list[str]:
    for number in range(10):
        session.add(tables.Partner(id=id_of(number), worker=WORKER, name="", kind="ocmw"))
    session.add(tables.Partner(id=id_of(4), worker="e" * 32, name="", kind="ocmw"))
    session.flush()
    missing = Missing(session.connection(), "partner", WORKER)
    for numbers in came:
        missing.came({id_of(number) for number in numbers}, id_of(max(numbers)))
    missing.end()
    return [id_ for part in missing.parts(2) for id_ in part]


def test_what_stands_before_between_and_after_the_lines_is_missing(session: Session) -> None:
    found = missing_of(session, [[2, 3], [5, 11], [12]])

    assert found == [id_of(number) for number in (0, 1, 4, 6, 7, 8, 9)]


def test_of_a_whole_table_nothing_is_missing(session: Session) -> None:
    found = missing_of(session, [[0, 1, 2, 3, 4], [5, 6, 7], [8, 9]])

    assert found == []


def test_of_very_many_odd_rows_all_are_counted_and_the_first_thousand_named(link: Link) -> None:
    link.write(many_odd_contacts)

    taken = link.deliver(link.make())

    assert (taken.state, taken.counts["held"], len(taken.held)) == ("accepted", 1_003, 1_000)
    assert sorted(taken.held) == list(taken.held)


def test_an_odd_row_that_comes_again_unchanged_is_not_reported_again(link: Link) -> None:
    family = link.write(a_month)
    link.write(a_contact, family, kind="ruimtevaart")
    link.deliver(link.make())
    link.write(a_contact, family)

    again = link.deliver(link.make())

    assert (again.state, again.counts["held"], again.held) == ("accepted", 0, ())


def many_odd_contacts(session: Session) -> None:
    family = tables.Family(id=new_id(), opened_on=date(2025, 1, 6), status="lopend", inflow="zelf")
    session.add(family)
    session.flush()
    for _ in range(1_003):
        facts = {"held_on": date(1800, 4, 3), "kind": "huisbezoek", "initiative": "gezin"}
        session.add(tables.Contact(id=new_id(), family=family.id, **facts))
    session.flush()
