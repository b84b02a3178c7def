"""New faces, parents in the room, and friends who bring friends (A08, A09, A21)."""

import pytest
from sqlalchemy.orm import Session

from ouderapp.base.errors import Problem
from ouderapp.groups import problems
from ouderapp.groups.codes import Into
from ouderapp.groups.commands.along import (
    forget_brought,
    note_brought,
    parent_came,
    parent_did_not_come,
)
from ouderapp.groups.commands.participants import (
    change_participant,
    drop_in,
    take_back_drop_in,
)
from ouderapp.groups.commands.register import mark_came, unmark
from ouderapp.groups.queries.around import ambassadors
from ouderapp.groups.queries.figures import phase_figures
from ouderapp.groups.queries.register import register
from ouderapp.groups.records import (
    BroughtDraft,
    ParentDraft,
    ParticipantDraft,
    Who,
)
from ouderapp.groups.rules import year_stream_of
from ouderapp.store import tables
from tests.group_builders import MONDAY, NEXT_MONDAY, a_class, a_pupil, a_session, everything
from tests.work_builders import a_family, a_person

YASSIN = ParticipantDraft("Yassin", "2A1")


def test_a08_a_new_face_needs_only_a_first_name(session: Session) -> None:
    held = a_session(session, a_class(session))

    drop_in(session, held, ParticipantDraft(" Yassin "))

    tile = register(session, held).pupils[0]
    assert (tile.name, tile.class_name, tile.mark, tile.is_new) == (
        "Yassin",
        None,
        "aanwezig",
        True,
    )


@pytest.mark.parametrize("name", ["", "  ", "Yassin 0470123456", "yassin@example.org"])
def test_a08_a_pupil_without_file_has_no_more_than_a_first_name(
    session: Session, name: str
) -> None:
    held = a_session(session, a_class(session))

    with pytest.raises(Problem) as refused:
        drop_in(session, held, ParticipantDraft(name))

    assert refused.value.field == "given_name"


def test_a08_who_brought_a_new_face_is_noted_with_it(session: Session) -> None:
    held = a_session(session, a_class(session))
    bilal = a_pupil(session, "Bilal", "2B1")
    mark_came(session, held, bilal)

    drop_in(session, held, YASSIN, brought_by=bilal)

    tiles = {tile.name: tile for tile in register(session, held).pupils}
    assert tiles["Bilal"].brought == 1
    assert tiles["Yassin"].brought_by == "Bilal"
    link = everything(session, tables.PeerLink)[0]
    assert (link.into, link.since_on, link.session) == ("huiswerkklas", MONDAY, held)


def test_a08_a_new_face_noted_by_mistake_goes_completely(session: Session) -> None:
    held = a_session(session, a_class(session))
    bilal = a_pupil(session, "Bilal")
    mark_came(session, held, bilal)
    yassin = drop_in(session, held, YASSIN, brought_by=bilal)

    take_back_drop_in(session, held, yassin)

    assert [tile.name for tile in register(session, held).pupils] == ["Bilal"]
    assert everything(session, tables.PeerLink) == []
    assert len(everything(session, tables.Participant)) == 1


def test_a08_a_new_face_known_elsewhere_is_not_thrown_away(session: Session) -> None:
    series = a_class(session)
    yassin = drop_in(session, a_session(session, series), YASSIN)
    held = a_session(session, series, NEXT_MONDAY)
    mark_came(session, held, Who(participant=yassin))

    with pytest.raises(problems.DidTakePlace):
        take_back_drop_in(session, held, yassin)


def test_the_same_friend_brought_to_the_same_thing_is_noted_once(session: Session) -> None:
    bilal, yassin = a_pupil(session, "Bilal"), a_pupil(session, "Yassin")

    first = note_brought(session, BroughtDraft(bilal, yassin, MONDAY))
    again = note_brought(session, BroughtDraft(bilal, yassin, NEXT_MONDAY))
    other = note_brought(session, BroughtDraft(bilal, yassin, MONDAY, Into.FOOTBALL))

    assert first == again != other
    assert [(row.name, row.first, row.into) for row in ambassadors(session)] == [
        ("Bilal", 1, ("huiswerkklas", "voetbal"))
    ]


def test_nobody_brings_himself_along(session: Session) -> None:
    bilal = a_pupil(session, "Bilal")

    with pytest.raises(problems.SamePerson):
        note_brought(session, BroughtDraft(bilal, bilal, MONDAY))


def test_a_link_noted_by_mistake_can_be_forgotten(session: Session) -> None:
    link = note_brought(
        session, BroughtDraft(a_pupil(session, "Bilal"), a_pupil(session, "Yassin"), MONDAY)
    )

    forget_brought(session, link)

    assert ambassadors(session) == []


def test_a21_friends_of_friends_are_the_second_circle(session: Session) -> None:
    bilal, yassin, mona = (a_pupil(session, name) for name in ("Bilal", "Yassin", "Mona"))
    note_brought(session, BroughtDraft(bilal, yassin, MONDAY))
    note_brought(session, BroughtDraft(yassin, mona, MONDAY))

    found = {row.name: (row.brought, row.first, row.second) for row in ambassadors(session)}

    assert found == {"Bilal": (("Yassin",), 1, 1), "Yassin": (("Mona",), 1, 0)}


def test_taking_back_a_mark_takes_back_who_brought_this_pupil(session: Session) -> None:
    held = a_session(session, a_class(session))
    bilal = a_pupil(session, "Bilal")
    yassin = Who(participant=drop_in(session, held, YASSIN, brought_by=bilal))

    unmark(session, held, yassin)

    assert everything(session, tables.PeerLink) == []


def test_a09_two_parents_with_one_pupil_are_two(session: Session) -> None:
    series = a_class(session)
    held = a_session(session, series)
    mark = mark_came(session, held, a_pupil(session))

    for role in ("moeder", "vader"):
        parent_came(session, held, ParentDraft(role, participation=mark))

    assert register(session, held).totals.parents == 2
    assert register(session, held).pupils[0].is_with_parent
    assert phase_figures(session, series)[0].parents == 2


def test_a09_a_parent_of_a_file_is_shown_by_name(session: Session) -> None:
    held = a_session(session, a_class(session))
    mother = a_person(session, a_family(session), "Rania", family_name="Haddad")

    parent_came(session, held, ParentDraft("moeder", person=mother))

    assert [(row.name, row.role) for row in register(session, held).parents] == [
        ("Rania H.", "moeder")
    ]


def test_a09_a_parent_taken_back_leaves_the_pupil_alone_in_the_room(session: Session) -> None:
    held = a_session(session, a_class(session))
    mark = mark_came(session, held, a_pupil(session))
    parent = parent_came(session, held, ParentDraft("moeder", participation=mark))

    parent_did_not_come(session, parent)

    assert not register(session, held).pupils[0].is_with_parent
    assert register(session, held).parents == ()


@pytest.mark.parametrize("role", ["buur", "zoon"])
def test_who_is_no_adult_of_a_family_is_no_parent_in_the_room(session: Session, role: str) -> None:
    held = a_session(session, a_class(session))

    with pytest.raises(problems.ChoiceUnknown):
        parent_came(session, held, ParentDraft(role))


def test_a_grandmother_may_be_the_parent_in_the_room(session: Session) -> None:
    held = a_session(session, a_class(session))

    parent_came(session, held, ParentDraft("grootmoeder"))

    assert register(session, held).totals.parents == 1


def test_a_parent_stays_in_the_room_when_the_mark_of_the_pupil_goes(session: Session) -> None:
    held = a_session(session, a_class(session))
    lina = a_pupil(session)
    mark = mark_came(session, held, lina)
    parent_came(session, held, ParentDraft("moeder", participation=mark))

    unmark(session, held, lina)

    assert register(session, held).totals.parents == 1


def test_another_spelling_changes_the_year_and_stream_too(session: Session) -> None:
    lina = a_pupil(session, "Lina", "1A1")
    assert lina.participant is not None

    change_participant(session, lina.participant, ParticipantDraft("Lina", "2 b 3"))

    row = everything(session, tables.Participant)[0]
    assert (row.class_name, row.year_stream) == ("2 b 3", "2B")


@pytest.mark.parametrize(
    ("class_name", "year_stream"),
    [
        ("1A2", "1A"),
        ("1 a 2", "1A"),
        ("2B", "2B"),
        ("5LAT", "5L"),
        ("6", "6"),
        ("okan 1", "OKAN"),
        ("de klas van Jan", None),
        (None, None),
    ],
)
def test_the_year_and_stream_come_from_the_name_of_the_class(
    class_name: str | None, year_stream: str | None
) -> None:
    """DOMAIN 8.5: the first two characters of the class name."""
    assert year_stream_of(class_name) == year_stream
