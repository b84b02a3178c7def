"""Three letters of its name bring a family that is being visited among the first three (Y13)."""

from datetime import date, timedelta
from random import Random

from sqlalchemy.orm import Session

from ouderapp.base.folding import fold
from ouderapp.base.ids import Id
from ouderapp.contacts.commands import record_contact
from ouderapp.sample.names import NAMES
from ouderapp.search.queries import find
from ouderapp.store import tables
from tests.work_builders import a_contact_draft, a_family, a_person

FAMILIES = 500
VISITED = 60
"""How many families one worker follows at a time (UX 1)."""
CALLED = [(name, names.girls) for names in NAMES for name in names.families]
TOP, LETTERS, WANTED = 3, 3, 0.95


def a_full_drawer(session: Session, today: date) -> list[Id]:
    """Five hundred families of eighty names; gives those that were visited in six weeks."""
    draw = Random(20031)
    families = []
    for nr in range(FAMILIES):
        name, mother = draw.choice(CALLED)
        family = a_family(session, name)
        a_person(session, family, draw.choice(mother))
        day = today - timedelta(days=draw.randint(60, 700))
        record_contact(session, a_contact_draft(family, held_on=day, summary=f"nota {nr}"))
        families.append(family)
    visited = draw.sample(families, VISITED)
    for family in visited:
        day = today - timedelta(days=draw.randint(1, 42))
        record_contact(session, a_contact_draft(family, held_on=day))
    return visited


def typed(session: Session, family: Id) -> list[str]:
    """Three letters that bring it to mind: of the name of the family, or of the mother."""
    member, person = tables.Member, tables.Person
    name = session.query(tables.Family.name).filter_by(id=family).scalar()
    mother = (
        session.query(person.given_name)
        .join(member, member.person == person.id)
        .filter(member.family == family)
        .scalar()
    )
    return [fold(str(words))[:LETTERS] for words in (name, mother)]


def is_on_top(session: Session, family: Id, letters: str) -> bool:
    """Whether one of the first lines leads to this family."""
    return family in {row.family or row.id for row in find(session, letters)[:TOP]}


def test_y13_whoever_was_visited_lately_stands_among_the_first_three(
    session: Session, today: date
) -> None:
    visited = a_full_drawer(session, today)

    found = [
        any(is_on_top(session, family, letters) for letters in typed(session, family))
        for family in visited
    ]

    assert sum(found) / len(found) >= WANTED
