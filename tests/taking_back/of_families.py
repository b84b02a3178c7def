"""Every act on the social map and on families, each with a record as a worker would make it."""

from dataclasses import dataclass, replace
from datetime import date

from ouderapp.base.ids import Id
from ouderapp.base.roles import Role
from ouderapp.directory import commands as places
from ouderapp.directory.records import PartnerDraft, PersonThereDraft, SchoolDraft
from ouderapp.families.commands import family as files
from ouderapp.families.commands import home as homes
from ouderapp.families.commands import person as persons
from ouderapp.families.commands import schooling as schools
from ouderapp.families.records import (
    CoAccountDraft,
    MemberDraft,
    PersonDraft,
    ResidenceDraft,
    SchoolingDraft,
)
from ouderapp.store import tables
from ouderapp.store.bin import put_back
from tests.families.people import a_family_draft, a_home, a_member, a_new_family
from tests.taking_back.walk import Walk

TODAY = date(2025, 3, 25)


@dataclass(frozen=True)
class Known:
    """Who and what the acts after these are about."""

    school: Id
    partner: Id
    family: Id
    mother: Id
    father: Id
    daughter: Id
    son: Id


def walk_places(walk: Walk) -> tuple[Id, Id]:
    """The acts on the social map; a school and an organisation that stay."""
    school = walk.do(places.add_school, SchoolDraft("Voorbeeldcollege", "secundair"))
    walk.do(places.edit_school, school, SchoolDraft("Voorbeeldcollege", "secundair", grades=("1",)))
    partner = walk.do(places.add_partner, PartnerDraft("CLB Denderdorp", "clb"))
    walk.do(
        places.edit_partner, partner, PartnerDraft("CLB Denderdorp", "clb", languages=("ar", "fr"))
    )
    walk.do(places.note_checked, "partner", partner, TODAY)
    walk.do(places.retire, "partner", partner)
    walk.do(places.retire, "partner", partner, is_active=True)
    there = walk.do(places.add_person_there, "partner", partner, PersonThereDraft("An Peeters"))
    walk.do(places.edit_person_there, there, PersonThereDraft("An Peeters", "onthaal"))
    walk.do(places.delete_person_there, there)
    day = date(2025, 5, 26)
    walk.do(places.add_day_off, school, day, "evaluatiedag")
    day_off = walk.do(places.add_day_off, school, day, "pedagogische_studiedag")
    walk.do(places.delete_day_off, day_off)
    mistaken = walk.do(places.add_partner, PartnerDraft("Vergissing", "andere"))
    walk.do(places.add_person_there, "partner", mistaken, PersonThereDraft("Jan Maes"))
    walk.do(places.delete_place, "partner", mistaken)
    return school, partner


def walk_files(walk: Walk) -> Known:
    """The acts on a file and on who is in it."""
    school, partner = walk_places(walk)
    family = walk.do(files.open_family, a_new_family(school=school))
    name = {"family_name": "Haddad"}
    mother, father, daughter, son = (
        walk.newest(tables.Person, given_name=given, **name)
        for given in ("Rania", "Samir", "Sara", "Bilal")
    )
    known = Known(school, partner, family, mother, father, daughter, son)
    walk.do(files.edit_family, family, a_family_draft("Haddad-Aziz", home_languages=("ar", "fr")))
    walk.do(files.close_family, family, "vraag_beantwoord", TODAY)
    walk.do(files.reopen_family, family)
    walk.do(files.keep_back_family, family, is_kept_back=True)
    walk.do(files.keep_back_family, family, is_kept_back=False)
    walk_homes(walk, known)
    walk_persons(walk, known)
    walk_schools(walk, known)
    return known


def walk_homes(walk: Walk, known: Known) -> None:
    """The acts on homes and on who is in which."""
    second = a_home(street="Kerkstraat", from_on=date(2025, 1, 6))
    home = walk.do(homes.add_home, known.family, second, (known.son,), "even_weken")
    walk.do(homes.edit_home, home, replace(second, number="14"))
    walk.do(homes.keep_home, home, second, (known.daughter,), "altijd", TODAY)
    lives = walk.do(homes.add_residence, known.father, ResidenceDraft(home, date(2025, 2, 1)))
    walk.do(homes.edit_residence, lives, ResidenceDraft(home, date(2025, 2, 2), pattern="weekends"))
    walk.do(homes.end_home, home, date(2025, 3, 20))
    walk.do(homes.delete_residence, lives)
    walk.do(homes.delete_home, home)


def walk_persons(walk: Walk, known: Known) -> None:
    """The acts on persons, on what they are to each other and on their accounts."""
    family = known.family
    aunt = walk.do(persons.add_person, family, a_member("Yasmin", Role.GRANDMOTHER))
    walk.do(persons.edit_person, aunt, PersonDraft("Yasmin", "Aziz", home_languages=("ar",)))
    lesson = SchoolingDraft(known.school, 2024, class_name="1A3")
    kept = a_member("Sara", Role.DAUGHTER, born_on=date(2012, 5, 22), schooling=lesson)
    walk.do(persons.keep_member, family, known.daughter, kept)
    other = walk.do(files.open_family, a_new_family("Aziz"))
    member = walk.do(persons.join_family, other, known.son, MemberDraft(Role.SON, lives_here=False))
    walk.do(persons.edit_member, member, MemberDraft(Role.SON, has_authority=True))
    walk.do(persons.leave_family, other, known.son)
    walk.do(persons.leave_family, family, aunt)
    walk.do(persons.relate, known.father, "plusouder_van", known.daughter)
    relation = walk.do(persons.relate, known.daughter, "kind_van", known.father)
    walk.do(persons.unrelate, relation)
    walk.do(persons.note_co_account, known.daughter, CoAccountDraft(known.mother, 1, "moeder"))
    account = walk.do(
        persons.note_co_account, known.daughter, CoAccountDraft(known.mother, 2, "moeder")
    )
    walk.do(persons.drop_co_account, account)
    walk.do(files.delete_family, other)
    walk.do(put_back, "family", other)


def walk_schools(walk: Walk, known: Known) -> None:
    """The acts on the school of a child."""
    first = SchoolingDraft(known.school, 2024, class_name="2B1", from_on=date(2024, 9, 2))
    lesson = walk.do(schools.add_schooling, known.son, first)
    walk.do(schools.edit_schooling, lesson, replace(first, class_name="2A2"))
    walk.do(schools.confirm_stream, lesson, "2A")
    moved = SchoolingDraft(None, 2024, class_name="2A", from_on=date(2025, 3, 3))
    walk.do(schools.change_school, known.son, moved)
    walk.do(schools.delete_schooling, lesson)
