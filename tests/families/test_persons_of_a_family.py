"""Persons, what they are in a family, and how they stand to each other from both sides (D01)."""

from datetime import date

import pytest
from sqlalchemy.orm import Session

from ouderapp.base.errors import NotFound
from ouderapp.base.ids import new_id
from ouderapp.families.commands.person import (
    add_person,
    edit_member,
    edit_person,
    join_family,
    keep_member,
    leave_family,
)
from ouderapp.families.problems import (
    BirthImpossible,
    PersonNameMissing,
)
from ouderapp.families.queries.persons import families_of, members_of, person_as_typed
from ouderapp.families.records import (
    MemberDraft,
    NewMember,
    PersonDraft,
    SchoolingDraft,
)
from ouderapp.store import tables
from ouderapp.store.database import Database
from ouderapp.store.own import own
from ouderapp.store.tables.journal import Action
from tests.families.people import Four, a_member, count, the_four
from tests.work_builders import a_school

DAY = date(2025, 3, 25)


@pytest.fixture
def four(session: Session) -> Four:
    return the_four(session)


def test_a_new_person_is_a_member_with_a_school(session: Session, four: Four) -> None:
    lesson = SchoolingDraft(a_school(session), 2024, class_name="5B")

    add_person(session, four.family, a_member("Yusuf", "zoon", birth_year=2013, schooling=lesson))

    youngest = {one.given_name: one for one in members_of(session, four.family, DAY)}["Yusuf"]
    assert (youngest.role, youngest.school_name, youngest.class_name) == (
        "zoon",
        "Voorbeeldcollege",
        "5B",
    )


def test_nobody_is_added_to_a_family_that_is_gone(session: Session) -> None:
    with pytest.raises(NotFound):
        add_person(session, new_id(), a_member("Yusuf", "zoon"))


def test_a_changed_person_says_what_the_form_said(session: Session, four: Four) -> None:
    """D11: spoken and read language, level, interpreter; D03: what an adult may get and hear."""
    draft = PersonDraft(
        given_name="Rania",
        family_name="Haddad",
        said_as="Ra-nie-ja",
        language="ar",
        home_languages=("ar", "fr"),
        letter_language="fr",
        letter_level="a2",
        interpreter="ar",
        interpreter_kind="sociaal_tolk",
        phone="0470 00 00 09",
        may_get_letters=False,
        may_be_told=False,
        has_no_contact=True,
    )

    edit_person(session, four.mother, draft)

    assert person_as_typed(session, four.mother) == draft


def test_a_full_birth_date_fills_the_year(session: Session, four: Four) -> None:
    edit_person(session, four.son, PersonDraft("Bilal", born_on=date(2015, 2, 1)))

    assert own(session, tables.Person, four.son).birth_year == 2015


def test_a_person_has_a_name_and_a_possible_birth(session: Session, four: Four) -> None:
    with pytest.raises(PersonNameMissing):
        edit_person(session, four.son, PersonDraft(" ", family_name=""))
    with pytest.raises(BirthImpossible):
        edit_person(session, four.son, PersonDraft("Bilal", birth_year=1850))


def test_adults_come_first_then_children_from_old_to_young(session: Session, four: Four) -> None:
    add_person(session, four.family, a_member("Nora", "dochter", birth_year=2008))

    names = [one.given_name for one in members_of(session, four.family, DAY)]

    assert names == ["Rania", "Samir", "Nora", "Sara", "Bilal"]


def test_an_age_says_whether_it_is_exact(session: Session, four: Four) -> None:
    members = {one.given_name: one for one in members_of(session, four.family, DAY)}

    assert (members["Sara"].age, members["Sara"].is_exact) == (12, True)
    assert (members["Bilal"].age, members["Bilal"].is_exact) == (10, False)
    assert members["Rania"].age is None


def test_a_child_can_be_in_two_families(session: Session, four: Four) -> None:
    other = the_four(session, "Osmani")

    join_family(session, other.family, four.son, MemberDraft("pluszoon", lives_here=False))

    assert [name for _, name in families_of(session, four.son)] == ["Haddad", "Osmani"]
    there = {one.id: one for one in members_of(session, other.family, DAY)}[four.son]
    assert (there.role, there.lives_here, there.other_families) == ("pluszoon", False, ("Haddad",))
    here = {one.id: one for one in members_of(session, four.family, DAY)}[four.son]
    assert (here.role, here.other_families) == ("zoon", ("Osmani",))


def test_who_joins_twice_is_a_member_once_with_the_last_role(session: Session, four: Four) -> None:
    first = join_family(session, four.family, four.son, MemberDraft("kind"))
    second = join_family(session, four.family, four.son, MemberDraft("pleegkind"))

    assert first == second
    assert count(session, "member") == 4
    assert own(session, tables.Member, first).role == "pleegkind"


def test_the_role_of_a_member_can_change(session: Session, four: Four) -> None:
    member = members_of(session, four.family, DAY)[1]

    edit_member(session, member.member, MemberDraft("plusvader", has_authority=False))

    changed = members_of(session, four.family, DAY)[1]
    assert (changed.role, changed.has_authority) == ("plusvader", False)


def test_out_of_one_of_two_families_a_child_stays(session: Session, four: Four) -> None:
    other = the_four(session, "Osmani")
    join_family(session, other.family, four.son, MemberDraft("pluszoon"))

    leave_family(session, four.family, four.son)

    assert [name for _, name in families_of(session, four.son)] == ["Osmani"]


def test_out_of_the_last_family_a_person_goes_to_the_bin(database: Database) -> None:
    with database.transaction("Made") as session:
        four = the_four(session)

    database.run(leave_family, four.family, four.son)

    with database.transaction() as session:
        with pytest.raises(NotFound):
            own(session, tables.Person, four.son)
        newest = session.query(Action).order_by(Action.number.desc()).first()
        assert newest is not None
        assert newest.name == "Person moved to the bin"


def test_a_member_who_is_new_can_be_written_without_a_school(session: Session, four: Four) -> None:
    new = NewMember(PersonDraft(given_name="Oma"), MemberDraft("grootmoeder"))

    person = add_person(session, four.family, new)

    assert person_as_typed(session, person).given_name == "Oma"


def test_person_role_and_school_are_kept_in_one_act(session: Session, four: Four) -> None:
    school = a_school(session)
    child = a_member("Bilal", "pleegkind", schooling=SchoolingDraft(school, 2024, "1B", " 1B2 "))

    keep_member(session, four.family, four.son, child)
    keep_member(session, four.family, four.son, child)

    found = {one.id: one for one in members_of(session, four.family, DAY)}[four.son]
    assert (found.role, found.school_name, found.class_name, found.stream) == (
        "pleegkind",
        "Voorbeeldcollege",
        "1B2",
        "1B",
    )
    assert count(session, "schooling") == 1
    assert count(session, "member") == 4


def test_without_a_school_nothing_changes_about_schools(session: Session, four: Four) -> None:
    keep_member(session, four.family, four.son, a_member("Bilal", "zoon"))

    assert count(session, "schooling") == 0
