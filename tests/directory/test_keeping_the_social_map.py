"""Organisations, schools, the people there and their days off: kept, checked, found."""

from datetime import date, timedelta
from typing import Any

import pytest
from sqlalchemy.orm import Session

from ouderapp.base.errors import NotFound
from ouderapp.base.forbidden import AccountNumberInText
from ouderapp.base.i18n import _
from ouderapp.base.ids import Id, new_id
from ouderapp.base.school_year import is_class_day
from ouderapp.directory import codes, queries
from ouderapp.directory.commands import (
    add_day_off,
    add_partner,
    add_person_there,
    add_school,
    delete_day_off,
    delete_person_there,
    delete_place,
    edit_partner,
    edit_person_there,
    edit_school,
    note_checked,
    retire,
)
from ouderapp.directory.records import (
    DirectoryFilter,
    PartnerDraft,
    PersonThereDraft,
    Place,
    SchoolDraft,
)
from ouderapp.directory.rules import PlaceInUse, PlaceNameMissing, ReasonUnknown, is_stale
from ouderapp.store import tables
from ouderapp.store.database import Database
from ouderapp.store.undo import undo
from tests.work_builders import a_family, a_person

TODAY = date(2025, 3, 25)
ALL = DirectoryFilter()


def a_service(name: str = "Huis van het Kind", **more: Any) -> PartnerDraft:
    facts: dict[str, Any] = {
        "kind": "huis_van_het_kind",
        "offer": "opvoeding, doorverwijzen",
        "languages": ("nl", "fr"),
        "street": "Marktplein",
        "number": "3",
        "checked_on": date(2025, 2, 1),
    }
    return PartnerDraft(name=name, **(facts | more))


def a_campus(name: str = "Voorbeeldcollege", **more: Any) -> SchoolDraft:
    return SchoolDraft(name=name, school_level="secundair", **more)


def names(session: Session, **wanted: Any) -> list[str | None]:
    return [row.name for row in queries.places_listed(session, DirectoryFilter(**wanted), TODAY)]


def test_an_empty_map_is_an_empty_list(session: Session) -> None:
    assert queries.places_listed(session, ALL, TODAY) == []


def test_services_and_schools_stand_in_one_list_by_name(session: Session) -> None:
    add_partner(session, a_service("OCMW", kind="ocmw"))
    add_school(session, a_campus("École Exemple", community="frans"))
    add_partner(session, a_service("CLB", kind="clb"))

    assert names(session) == ["CLB", "École Exemple", "OCMW"]
    assert names(session, place=Place.SCHOOL) == ["École Exemple"]


def test_a_row_says_for_what_in_which_languages_and_when_checked(session: Session) -> None:
    add_partner(session, a_service(phone="053 00 00 01", municipality="Denderdorp"))

    (row,) = queries.places_listed(session, ALL, TODAY)

    assert (row.place, row.kind, row.offer) == (
        Place.PARTNER,
        "huis_van_het_kind",
        "opvoeding, doorverwijzen",
    )
    assert (row.languages, row.phone, row.municipality) == (
        ("fr", "nl"),
        "053 00 00 01",
        "Denderdorp",
    )
    assert (row.checked_on, row.is_stale) == (date(2025, 2, 1), False)


@pytest.mark.parametrize(
    "words", ["huis", "kind huis", "opvoed", "HUIS VAN", "{french}", "{french} doorv", "  "]
)
def test_the_filter_takes_a_name_an_offer_or_a_language(session: Session, words: str) -> None:
    add_partner(session, a_service())

    asked = words.format(french=_("French"))
    assert names(session, words=asked) == ["Huis van het Kind"]


@pytest.mark.parametrize("words", ["mutualiteit", "arab", "huis arab"])
def test_the_filter_leaves_out_what_does_not_fit(session: Session, words: str) -> None:
    add_partner(session, a_service())

    assert names(session, words=words) == []


def test_a_chip_shows_its_kinds_of_services(session: Session) -> None:
    add_partner(session, a_service("Mutualiteit", kind="ziekenfonds"))
    add_partner(session, a_service("Voetbal", kind="vrije_tijd"))

    kinds = tuple(codes.KINDS_OF[codes.Group.MONEY])

    assert names(session, kinds=kinds) == ["Mutualiteit"]


@pytest.mark.parametrize(
    ("checked_on", "stale"),
    [
        (None, True),
        (TODAY, False),
        (TODAY - timedelta(days=365), False),
        (TODAY - timedelta(days=366), True),
    ],
)
def test_what_was_not_checked_for_a_year_is_stale(checked_on: date | None, stale: bool) -> None:
    assert is_stale(checked_on, TODAY) is stale


def test_checking_today_takes_a_place_off_the_stale_list(session: Session) -> None:
    service = add_partner(session, a_service(checked_on=None))
    school = add_school(session, a_campus())
    assert names(session, is_stale=True) == ["Huis van het Kind", "Voorbeeldcollege"]

    note_checked(session, Place.PARTNER, service, TODAY)
    note_checked(session, Place.SCHOOL, school, TODAY)

    assert names(session, is_stale=True) == []


def test_a_changed_service_says_what_the_form_said(session: Session) -> None:
    service = add_partner(session, a_service())
    draft = a_service("HvhK", tips="bel na 14 uur", email="info@voorbeeld.be", languages=("ar",))

    edit_partner(session, service, draft)

    assert queries.partner_as_typed(session, service) == draft


def test_a_changed_school_says_what_the_form_said(session: Session) -> None:
    school = add_school(session, a_campus())
    draft = a_campus("Campus 2", grades=("1A", "1B"), second_semester_on=date(2025, 2, 1))

    edit_school(session, school, draft)

    assert queries.school_as_typed(session, school) == draft


def test_a_place_without_a_name_is_refused(session: Session) -> None:
    with pytest.raises(PlaceNameMissing):
        add_partner(session, a_service("  "))
    with pytest.raises(PlaceNameMissing):
        add_school(session, a_campus(""))


def test_an_account_number_in_a_tip_is_refused(session: Session) -> None:
    with pytest.raises(AccountNumberInText) as refused:
        add_partner(session, a_service(tips="BE68 5390 0754 7034"))

    assert refused.value.field == "tips"


def test_a_card_shows_everything_about_a_service(session: Session) -> None:
    service = add_partner(session, a_service())
    add_person_there(session, Place.PARTNER, service, PersonThereDraft("An", "onthaal"))

    card = queries.card_of(session, Place.PARTNER, service, TODAY)

    assert (card.name, card.street, card.number, card.uses) == (
        "Huis van het Kind",
        "Marktplein",
        "3",
        0,
    )
    assert [(one.name, one.function) for one in card.people] == [("An", "onthaal")]


def test_a_card_of_a_school_shows_its_days_off(session: Session) -> None:
    school = add_school(session, a_campus(grades=("1A",), platform="voorbeeld.smartschool.be"))
    add_day_off(session, school, date(2025, 5, 26), "facultatieve_vakantiedag")

    card = queries.card_of(session, Place.SCHOOL, school, TODAY)

    assert (card.kind, card.community, card.grades) == ("secundair", "vlaams", ("1A",))
    assert [(one.day, one.reason) for one in card.days_off] == [
        (date(2025, 5, 26), "facultatieve_vakantiedag")
    ]


def test_a_day_off_means_no_class_at_that_school(session: Session) -> None:
    school = add_school(session, a_campus())
    add_day_off(session, school, date(2025, 5, 26), "facultatieve_vakantiedag")

    off = {row.day: row.reason for row in queries.days_off_of(session, school)}

    assert not is_class_day(date(2025, 5, 26), days_off=off)
    assert is_class_day(date(2025, 5, 27), days_off=off)


def test_a_day_off_noted_twice_has_the_last_reason(session: Session) -> None:
    school = add_school(session, a_campus())
    add_day_off(session, school, date(2025, 5, 26), "facultatieve_vakantiedag")
    last = add_day_off(session, school, date(2025, 5, 26), "pedagogische_studiedag")

    assert [(row.id, row.reason) for row in queries.days_off_of(session, school)] == [
        (last, "pedagogische_studiedag")
    ]
    delete_day_off(session, last)
    assert queries.days_off_of(session, school) == []


def test_a_reason_that_is_in_no_list_is_refused(session: Session) -> None:
    school = add_school(session, a_campus())

    with pytest.raises(ReasonUnknown):
        add_day_off(session, school, date(2025, 5, 26), "zomaar")


def test_people_there_come_by_name_and_can_change_and_go(session: Session) -> None:
    school = add_school(session, a_campus())
    for name in ("Wim", "An"):
        add_person_there(session, Place.SCHOOL, school, PersonThereDraft(name, "leerkracht"))
    an, wim = queries.people_at(session, Place.SCHOOL, school)
    assert (an.name, wim.name) == ("An", "Wim")

    edit_person_there(session, wim.id, PersonThereDraft("Wim D.", phone="053 00 00 02"))
    delete_person_there(session, an.id)

    (left,) = queries.people_at(session, Place.SCHOOL, school)
    assert (left.name, left.function, left.phone) == ("Wim D.", None, "053 00 00 02")


def test_nobody_works_at_a_place_that_is_gone(session: Session) -> None:
    with pytest.raises(NotFound):
        add_person_there(session, Place.SCHOOL, new_id(), PersonThereDraft("An"))


def test_a_place_that_is_no_longer_there_stays_where_it_was_used(session: Session) -> None:
    school = add_school(session, a_campus())

    retire(session, Place.SCHOOL, school)
    assert (names(session), queries.schools_to_choose(session)) == ([], [])
    assert names(session, with_retired=True) == ["Voorbeeldcollege"]

    retire(session, Place.SCHOOL, school, is_active=True)
    assert queries.schools_to_choose(session) == [(school, "Voorbeeldcollege")]


def test_a_place_that_nobody_refers_to_can_be_deleted_and_put_back(database: Database) -> None:
    service = database.run(add_partner, a_service())
    database.run(add_person_there, Place.PARTNER, service, PersonThereDraft("An"))

    assert database.run(delete_place, Place.PARTNER, service) == 2
    database.run(undo)

    assert database.run(queries.card_of, Place.PARTNER, service, TODAY).people[0].name == "An"


def _referral(session: Session, service: Id, family: Id) -> tables.Referral:
    facts = {"direction": "uit", "sent_on": TODAY, "theme": "taal", "mode": "warm"}
    return tables.Referral(id=new_id(), family=family, partner=service, status="verstuurd", **facts)


def test_a_place_that_is_used_cannot_be_deleted(session: Session) -> None:
    service, school = add_partner(session, a_service()), add_school(session, a_campus())
    family = a_family(session)
    child = a_person(session, family, "Sara", "dochter")
    session.add(_referral(session, service, family))
    session.add(tables.Schooling(id=new_id(), person=child, school=school, school_year=2024))
    session.flush()

    for place, id_ in ((Place.PARTNER, service), (Place.SCHOOL, school)):
        with pytest.raises(PlaceInUse) as refused:
            delete_place(session, place, id_)
        assert refused.value.places == {"uses": 1}


def test_every_kind_has_a_word_and_every_chip_some_kinds() -> None:
    assert set(codes.PARTNER_WORDS) == set(codes.PartnerKind)
    assert set(codes.LEVEL_WORDS) == set(codes.Level)
    assert set(codes.GROUP_WORDS) == set(codes.KINDS_OF) == set(codes.Group)
    assert all(codes.KINDS_OF.values())
