"""How persons stand to each other from both sides, and who has which co-account (D01)."""

from datetime import date

import pytest
from sqlalchemy.orm import Session

from ouderapp.base.roles import Role
from ouderapp.families.commands.person import (
    drop_co_account,
    note_co_account,
    relate,
    unrelate,
)
from ouderapp.families.problems import (
    NotWithOneself,
    SlotImpossible,
    SlotTaken,
)
from ouderapp.families.queries.relations import co_accounts_of, relations_of
from ouderapp.families.records import (
    CoAccountDraft,
)
from ouderapp.families.relations import Kind, implied, inverse
from tests.families.people import Four, count, the_four

DAY = date(2025, 3, 25)


@pytest.fixture
def four(session: Session) -> Four:
    return the_four(session)


def said(session: Session, four: Four) -> set[tuple[str, str, str]]:
    return {(r.name, r.kind, r.to_name) for r in relations_of(session, four.family, DAY)}


def test_roles_say_how_everybody_stands_to_everybody_both_ways(
    session: Session, four: Four
) -> None:
    """D01: relations shown both ways."""
    found = said(session, four)

    assert ("Rania Haddad", Kind.PARENT, "Sara Haddad") in found
    assert ("Sara Haddad", Kind.CHILD, "Rania Haddad") in found
    assert ("Sara Haddad", Kind.SIBLING, "Bilal Haddad") in found
    assert ("Bilal Haddad", Kind.SIBLING, "Sara Haddad") in found
    assert len(found) == 10


def test_what_is_written_down_goes_before_what_roles_say(session: Session, four: Four) -> None:
    relate(session, four.father, Kind.PLUS_PARENT, four.son)

    found = said(session, four)

    assert ("Samir Haddad", Kind.PLUS_PARENT, "Bilal Haddad") in found
    assert ("Bilal Haddad", Kind.PLUS_CHILD, "Samir Haddad") in found
    assert ("Samir Haddad", Kind.PARENT, "Bilal Haddad") not in found


def test_a_relation_is_written_down_once_for_two_persons(session: Session, four: Four) -> None:
    relate(session, four.mother, Kind.PARTNER, four.father)
    relate(session, four.father, Kind.EX_PARTNER, four.mother)

    assert count(session, "relation") == 1
    assert ("Rania Haddad", Kind.EX_PARTNER, "Samir Haddad") in said(session, four)


def test_a_relation_to_somebody_outside_is_shown_from_inside(session: Session, four: Four) -> None:
    other = the_four(session, "Osmani")

    relate(session, other.mother, Kind.GRANDPARENT, four.son)

    assert ("Bilal Haddad", Kind.GRANDCHILD, "Rania Haddad") in said(session, four)


def test_a_relation_that_is_taken_away_lets_the_roles_speak(session: Session, four: Four) -> None:
    relation = relate(session, four.father, Kind.PLUS_PARENT, four.son)

    unrelate(session, relation)

    assert ("Samir Haddad", Kind.PARENT, "Bilal Haddad") in said(session, four)


def test_nobody_is_related_to_oneself(session: Session, four: Four) -> None:
    with pytest.raises(NotWithOneself):
        relate(session, four.son, Kind.SIBLING, four.son)


@pytest.mark.parametrize("kind", list(Kind))
def test_every_relation_seen_twice_from_the_other_side_is_itself(kind: Kind) -> None:
    assert inverse(inverse(kind)) == kind


def test_what_roles_say_is_the_same_from_both_sides() -> None:
    for role in Role:
        for other in Role:
            kind, back = implied(role, other), implied(other, role)
            assert (kind and inverse(kind)) == back


def test_a_co_account_has_its_own_number_per_pupil(session: Session, four: Four) -> None:
    note_co_account(session, four.daughter, CoAccountDraft(four.mother, 1, "Moeder"))
    note_co_account(session, four.son, CoAccountDraft(four.father, 1, "Vader"))

    found = co_accounts_of(session, four.family)

    assert {(row.pupil_name, row.slot, row.name) for row in found} == {
        ("Sara Haddad", 1, "Rania Haddad"),
        ("Bilal Haddad", 1, "Samir Haddad"),
    }


def test_a_number_of_another_parent_is_refused(session: Session, four: Four) -> None:
    note_co_account(session, four.daughter, CoAccountDraft(four.mother, 1, "Moeder"))

    with pytest.raises(SlotTaken):
        note_co_account(session, four.daughter, CoAccountDraft(four.father, 1, "Vader"))


def test_a_parent_can_change_to_another_number(session: Session, four: Four) -> None:
    note_co_account(session, four.daughter, CoAccountDraft(four.mother, 1, "Moeder"))
    account = note_co_account(session, four.daughter, CoAccountDraft(four.mother, 2, "Moeder"))

    assert [row.slot for row in co_accounts_of(session, four.family)] == [2]
    drop_co_account(session, account)
    assert co_accounts_of(session, four.family) == []


@pytest.mark.parametrize("slot", [0, 7])
def test_a_pupil_has_six_co_accounts_at_most(session: Session, four: Four, slot: int) -> None:
    with pytest.raises(SlotImpossible):
        note_co_account(session, four.son, CoAccountDraft(four.mother, slot, "Moeder"))
