"""A file is opened in one act, and everything that is done to it can be taken back (D01)."""

from datetime import date

import pytest
import sqlalchemy as sa
from sqlalchemy.orm import Session

from ouderapp.base.errors import FieldMissing, NotFound
from ouderapp.base.forbidden import NationalNumberInText
from ouderapp.base.ids import new_id
from ouderapp.families.commands.family import (
    close_family,
    delete_family,
    edit_family,
    keep_back_family,
    note_opened,
    open_family,
    reopen_family,
)
from ouderapp.families.commands.person import join_family
from ouderapp.families.problems import BirthImpossible, ClosedTooEarly, NameMissing
from ouderapp.families.queries.dossier import family_as_typed, recent_families
from ouderapp.families.records import MemberDraft, NewFamily
from ouderapp.store import tables
from ouderapp.store.bin import in_the_bin, put_back
from ouderapp.store.database import Database
from ouderapp.store.own import own
from ouderapp.store.undo import undo
from tests.families.people import (
    OPENED,
    a_family_draft,
    a_member,
    a_new_family,
    count,
    everything,
    the_four,
)
from tests.work_builders import a_school


def test_a_family_of_six_is_opened_in_one_act(database: Database) -> None:
    """D01: two adults and four children."""
    new = a_new_family()
    children = tuple(a_member(name, "zoon") for name in ("Adam", "Yusuf"))

    database.run(open_family, NewFamily(new.family, (*new.members, *children), new.home))

    with database.transaction() as session:
        assert [count(session, tbl) for tbl in ("person", "member", "residence")] == [6, 6, 6]
    database.run(undo)
    assert database.run(everything) == {}


def test_a_family_can_begin_with_a_name_alone(session: Session) -> None:
    family = open_family(session, NewFamily(a_family_draft("  El   Amrani ")))

    assert own(session, tables.Family, family).name == "El Amrani"


def test_who_lives_elsewhere_is_not_put_in_the_home(session: Session) -> None:
    new = a_new_family()
    father = a_member("Samir", "vader")
    away = type(father)(father.person, MemberDraft("vader", lives_here=False))

    open_family(session, NewFamily(new.family, (away,), new.home))

    assert count(session, "residence") == 0


def test_the_school_of_a_child_is_written_down_at_once(session: Session) -> None:
    school = a_school(session)

    the_four(session, school=school)

    lesson = session.scalars(sa.select(tables.Schooling)).one()
    assert (lesson.school, lesson.class_name) == (school, "1A2")


def test_a_family_without_a_name_is_refused(session: Session) -> None:
    with pytest.raises(NameMissing):
        open_family(session, NewFamily(a_family_draft("   ")))


def test_a_national_number_in_the_remark_is_refused(session: Session) -> None:
    """P07."""
    with pytest.raises(NationalNumberInText) as refused:
        open_family(session, NewFamily(a_family_draft(remark="nr 85.07.30-033.28")))

    assert refused.value.field == "remark"


def test_one_impossible_person_keeps_the_whole_family_out(database: Database) -> None:
    new = a_new_family()
    unborn = a_member("Adam", "zoon", birth_year=2300)

    with pytest.raises(BirthImpossible):
        database.run(open_family, NewFamily(new.family, (*new.members, unborn)))

    assert database.run(everything) == {}


def test_a_changed_family_says_what_the_form_said(session: Session) -> None:
    family = the_four(session).family
    draft = a_family_draft("Haddad-Osmani", contact_language="ar", home_languages=("ar", "fr"))

    edit_family(session, family, draft)

    assert family_as_typed(session, family) == draft


def test_a_family_that_is_gone_cannot_be_changed(session: Session) -> None:
    with pytest.raises(NotFound):
        edit_family(session, new_id(), a_family_draft())


def test_a_closed_file_has_a_reason_and_a_day(session: Session, today: date) -> None:
    family = the_four(session).family

    close_family(session, family, "verhuisd")

    row = own(session, tables.Family, family)
    assert (row.status, row.closed_on, row.close_reason) == ("afgerond", today, "verhuisd")


def test_a_file_is_not_closed_without_a_reason_or_before_it_was_opened(session: Session) -> None:
    family = the_four(session).family

    with pytest.raises(FieldMissing):
        close_family(session, family, " ")
    with pytest.raises(ClosedTooEarly):
        close_family(session, family, "verhuisd", date(2024, 9, 1))


def test_a_file_can_be_closed_on_the_day_it_was_opened(session: Session) -> None:
    family = the_four(session).family

    close_family(session, family, "verhuisd", OPENED)

    assert own(session, tables.Family, family).closed_on == OPENED


def test_a_reopened_file_goes_on(session: Session) -> None:
    family = the_four(session).family
    close_family(session, family, "verhuisd")

    reopen_family(session, family)

    row = own(session, tables.Family, family)
    assert (row.status, row.closed_on, row.close_reason) == ("lopend", None, None)


def test_a_family_can_be_kept_from_the_office_and_let_go_again(session: Session) -> None:
    family = the_four(session).family

    keep_back_family(session, family, is_kept_back=True)
    assert own(session, tables.Family, family).is_kept_back

    keep_back_family(session, family, is_kept_back=False)
    assert not own(session, tables.Family, family).is_kept_back


def test_a_deleted_family_goes_with_everything_and_comes_back_by_one_undo(
    database: Database,
) -> None:
    with database.transaction("Made") as session:
        four = the_four(session, school=a_school(session))
        contact = {"held_on": OPENED, "kind": "telefoon", "initiative": "gezin"}
        session.add(tables.Contact(id=new_id(), family=four.family, **contact))
    before = database.run(everything)

    database.run(delete_family, four.family)

    left = database.run(everything)
    assert [name.split()[0] for name in left] == ["school"]
    database.run(undo)
    assert database.run(everything) == before


def test_a_deleted_family_lies_in_the_bin_as_one_thing(database: Database) -> None:
    with database.transaction("Made") as session:
        four = the_four(session)
    before = database.run(everything)
    database.run(delete_family, four.family)

    (row,) = database.run(in_the_bin)
    database.run(put_back, row.tbl, row.id)

    assert (row.tbl, row.id, row.others) == ("family", four.family, 13)
    assert database.run(everything) == before


def test_a_child_of_another_family_too_stays(session: Session) -> None:
    four, other = the_four(session), the_four(session, "Osmani")
    join_family(session, other.family, four.son, MemberDraft("pluszoon"))

    delete_family(session, four.family)

    assert own(session, tables.Person, four.son).given_name == "Bilal"
    with pytest.raises(NotFound):
        own(session, tables.Person, four.daughter)


def test_the_seven_files_that_were_opened_last_are_remembered(session: Session) -> None:
    families = [the_four(session, f"Gezin {n}").family for n in range(9)]
    for family in [*families, families[4]]:
        note_opened(session, family)

    names = [card.name for card in recent_families(session)]

    assert names == [f"Gezin {n}" for n in (4, 8, 7, 6, 5, 3, 2)]


def test_a_file_that_is_gone_is_no_longer_among_the_recent_ones(session: Session) -> None:
    family = the_four(session).family
    note_opened(session, family)

    delete_family(session, family)

    assert recent_families(session) == []
