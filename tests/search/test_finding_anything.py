"""Any word finds its record: names first, then what was written, the newest first (D10)."""

import random
from dataclasses import asdict
from datetime import date

import pytest
from sqlalchemy.orm import Session

from ouderapp.base.ids import Id, new_id
from ouderapp.contacts.commands import record_contact
from ouderapp.sample.nasty import NASTY_NAMES, fill_nasty
from ouderapp.search.queries import find, guesses, last_families
from ouderapp.search.records import FoundRow
from ouderapp.store import tables
from tests.work_builders import a_contact_draft, a_family, a_partner, a_person, a_school


def a_contact(session: Session, family: Id | None, summary: str, day: date) -> Id:
    return record_contact(session, a_contact_draft(family, summary=summary, held_on=day)).id


def a_home(session: Session, family: Id, **more: object) -> None:
    facts = {"street": "Stationsstraat", "number": "12", "from_on": date(2024, 9, 2)} | more
    session.add(tables.Household(id=new_id(), family=family, **facts))
    session.flush()


def kinds(rows: list[FoundRow]) -> list[str]:
    return [row.kind for row in rows]


@pytest.mark.usefixtures("today")
def test_families_and_people_come_before_texts_and_texts_newest_first(session: Session) -> None:
    """J19: families, persons, contacts that contain the word."""
    family = a_family(session)
    a_person(session, family, "Rania", family_name="Haddad")
    old = a_contact(session, family, "haddad mist nog een attest", date(2025, 1, 6))
    new = a_contact(session, family, "attest van haddad gevonden", date(2025, 3, 10))

    rows = find(session, "hadd")

    assert kinds(rows) == ["family", "person", "contact", "contact"]
    assert [row.id for row in rows[2:]] == [new, old]
    assert {row.family for row in rows} == {family}


@pytest.mark.usefixtures("today")
def test_the_words_may_stand_in_any_order_and_the_last_may_be_half_typed(session: Session) -> None:
    contact = a_contact(session, None, "Samen het attest opgevraagd", date(2025, 3, 10))

    for text in ("attest samen", "SAMEN att", "opgevraagd he", "ATTEST"):
        assert [row.id for row in find(session, text)] == [contact]
    assert find(session, "atte samen") == []


@pytest.mark.usefixtures("today")
def test_the_snippet_shows_the_sentence_and_marks_the_words(session: Session) -> None:
    before = "Lang verhaal over van alles en nog wat. " * 5
    a_contact(session, None, f"{before}Het attést ontbreekt nog.\nMorgen", date(2025, 3, 10))

    (row,) = find(session, "attest ontbr")

    assert [row.snippet[first:last] for first, last in row.marks] == ["attést", "ontbreekt"]
    assert len(row.snippet) < 100
    assert row.snippet.startswith("…")
    assert "\n" not in row.snippet


@pytest.mark.parametrize("text", ["0470 12 34 56", "0470123456", "+32 470 12", "0470/12"])
def test_a_phone_number_is_found_and_marked_however_it_is_typed(
    session: Session, text: str
) -> None:
    family = a_family(session)
    a_person(session, family, "Rania", phone="0470 12.34.56")

    (row,) = find(session, text)

    assert (row.kind, row.title, row.family) == ("person", "Rania", family)
    assert row.snippet == "0470 12.34.56"
    assert row.marks


def test_a_family_tells_its_street_its_children_and_its_last_contact(session: Session) -> None:
    family = a_family(session)
    a_home(session, family, municipality="Denderdorp")
    a_person(session, family, "Sara", role="dochter")
    a_person(session, family, "Bilal", role="zoon")
    a_contact(session, family, "Kort gesprek", date(2025, 3, 3))

    (row,) = find(session, "haddad")

    assert row.snippet == "Stationsstraat 12, Denderdorp"
    assert (row.children, row.day) == (2, date(2025, 3, 3))


def test_a_street_finds_the_family_that_lives_there(session: Session) -> None:
    family = a_family(session)
    a_home(session, family)

    (row,) = find(session, "stationsstr")

    assert (row.kind, row.title, row.family) == ("household", "Haddad", family)


def test_a_family_that_begins_so_and_was_visited_last_stands_on_top(session: Session) -> None:
    """UX 2.5: exact prefix of the family name, then recent."""
    visited = a_family(session, "Haddadi")
    a_contact(session, visited, "Kort gesprek", date(2025, 3, 3))
    a_family(session, "Haddaoui")
    later = a_family(session, "El Haddad")

    rows = find(session, "hadda")

    assert (rows[0].id, rows[-1].id) == (visited, later)


def test_the_social_map_and_a_pupil_without_a_file_are_found(session: Session) -> None:
    partner = a_partner(session, "Huis van het Kind Denderdorp")
    school = a_school(session, "Denderdorpcollege")
    person = tables.DirectoryPerson(id=new_id(), partner=partner, name="An Dendermans")
    pupil = tables.Participant(id=new_id(), given_name="Denders", class_name="1A")
    session.add_all([person, pupil])
    session.flush()

    rows = find(session, "dender")

    assert kinds(rows) == ["partner", "school", "participant", "directory_person"]
    assert [row.id for row in rows] == [partner, school, pupil.id, person.id]


def test_texts_keep_a_place_beside_many_names(session: Session) -> None:
    for number in range(30):
        a_family(session, f"Haddad {number}")
    for day in range(1, 29):
        a_contact(session, None, "haddad gebeld", date(2025, 2, day))

    rows = find(session, "haddad", limit=20)

    assert kinds(rows) == ["family"] * 12 + ["contact"] * 8


def test_what_sounds_alike_follows_as_a_guess_when_nobody_was_found(session: Session) -> None:
    a_person(session, a_family(session, "Osmani"), "Mohamed")
    a_person(session, a_family(session, "Yılmaz"), "Elif")

    rows = find(session, "muhammet")

    assert [(row.title, row.is_guess) for row in rows] == [("Mohamed", True)]


def test_a_slip_of_the_finger_still_leads_to_the_family(session: Session) -> None:
    """UX 2.5: nothing found for "haddd", did you mean Haddad."""
    a_family(session, "Haddad")
    a_family(session, "Hotait")

    assert find(session, "haddd")[0].title == "Haddad"
    assert find(session, "haddd")[0].is_guess
    assert [row.title for row in guesses(session, "!?")] == []


def test_nobody_is_guessed_beside_somebody_who_is_found(session: Session) -> None:
    a_family(session, "Haddad")
    a_family(session, "Hadit")

    assert not any(row.is_guess for row in find(session, "haddad"))


def test_rows_of_another_worker_are_never_found(session: Session) -> None:
    """An office store holds the rows of every worker; a search shows one's own only."""
    own = a_family(session, "Haddad")
    facts = {"status": "lopend", "inflow": "school", "opened_on": date(2024, 9, 2)}
    for number in range(120):
        other = tables.Family(id=new_id(), worker="f" * 32, name=f"Haddad {number}", **facts)
        other.refold()
        session.add(other)
    session.flush()

    rows = find(session, "haddad")

    assert [row.id for row in rows] == [own]


def test_every_nasty_name_is_found_by_its_own_words(session: Session) -> None:
    """DS-N: emoji, right-to-left, formulas, markup and 120 letters."""
    fill_nasty(session)

    for name in NASTY_NAMES:
        rows = find(session, name)
        asked = any(sign.isalnum() for sign in name)
        assert asked == bool(rows), name
        for row in rows:
            assert all(0 <= a < b <= len(row.snippet) for a, b in row.marks), asdict(row)


def test_no_text_can_break_a_search(session: Session) -> None:
    fill_nasty(session)
    chance = random.Random(1)
    signs = "\"'*()^:-+{}~<>NEAR OR AND NOT a1 é\x00\\ü.محمّد,;/#%_"

    for _ in range(200):
        find(session, "".join(chance.choices(signs, k=chance.randrange(14))))
    assert find(session, "a* OR b*") == []
    assert find(session, 'folded:"haddad" NOT x') == []
    assert find(session, "x" * 5000) == []


def test_the_last_families_are_those_that_were_written_about_last(session: Session) -> None:
    """UX 2.5: an empty question shows the last seven files."""
    first, second = a_family(session, "Haddad"), a_family(session, "Osmani")
    a_contact(session, second, "Kort gesprek", date(2025, 3, 3))
    a_contact(session, first, "Lang geleden gebeurd, nu genoteerd", date(2024, 11, 4))

    assert [one.name for one in last_families(session)] == ["Haddad", "Osmani"]
    assert len(last_families(session, 1)) == 1
