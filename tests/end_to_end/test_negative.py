"""The twelve negative tests of the story: what must be blocked, warned about, or never there."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
import sqlalchemy as sa

from ouderapp.base import i18n
from ouderapp.base.forbidden import NationalNumberInText
from ouderapp.base.holidays import Community
from ouderapp.base.ids import Id
from ouderapp.base.paths import Paths
from ouderapp.base.school_year import why_no_class
from ouderapp.contacts.commands import record_contact
from ouderapp.contacts.records import ContactDraft
from ouderapp.demo.main_job import Result
from ouderapp.exchange.receive import receive
from ouderapp.groups.codes import State
from ouderapp.groups.commands.sessions import note_not_held, plan_session
from ouderapp.groups.problems import ClassOnDayOff, ClassOnHoliday
from ouderapp.groups.records import SessionDraft
from ouderapp.letters.queries.papers import papers_of
from ouderapp.letters.queries.start import letter_start
from ouderapp.letters.rules import ConsentMissing
from ouderapp.reports.queries import counted
from ouderapp.reports.statistics import Counts, month_figures, published_figures
from ouderapp.sample.casus import read
from ouderapp.sample.replay import replay
from ouderapp.sample.story import events_of
from ouderapp.sealing.argon import Cost
from ouderapp.sealing.keyfile import open_with_passphrase
from ouderapp.store import tables as t
from ouderapp.store.database import Database

CASUS = read()
LISTED = [row["id"] for row in CASUS.block("negative_tests")]


@pytest.fixture(autouse=True)
def _dutch() -> None:
    i18n.install()


@pytest.fixture
def story(database: Database) -> Database:
    """The whole story in a store."""
    replay(database, events_of(CASUS), until=date(2025, 8, 31))
    return database


@pytest.fixture
def series() -> Id:
    return Id(CASUS.ids["HK-01"])


@pytest.fixture
def office(out: Path) -> Iterator[Database]:
    """The office of the main job, open again."""
    words = (out / "office-wachtzin.txt").read_text("utf-8").splitlines()[0]
    paths = Paths(out / "office")
    opened = open_with_passphrase(paths, words.removeprefix("wachtzin: "), cheap=Cost(8, 1))
    database = Database.open(paths, opened.keys)
    yield database
    database.close()


def test_the_file_has_twelve_and_each_has_a_test_below() -> None:
    tests = [name for name in globals() if name.startswith("test_neg_")]

    assert len(LISTED) == len(tests) == 12


def test_neg_01_no_session_in_the_krokusvakantie(story: Database, series: Id) -> None:
    with pytest.raises(ClassOnHoliday) as refused:
        story.run(plan_session, SessionDraft(series, date(2025, 3, 3)))

    assert "krokusvakantie" in str(refused.value.places).lower()


def test_neg_02_no_session_on_easter_monday(story: Database, series: Id) -> None:
    with pytest.raises(ClassOnHoliday) as refused:
        story.run(plan_session, SessionDraft(series, date(2025, 4, 21)))

    assert "paasmaandag" in str(refused.value.places).lower()


def test_neg_03_no_session_on_whit_monday(story: Database, series: Id) -> None:
    with pytest.raises(ClassOnHoliday) as refused:
        story.run(plan_session, SessionDraft(series, date(2025, 6, 9)))

    assert "pinkstermaandag" in str(refused.value.places).lower()


def test_neg_04_a_day_off_of_the_school_warns(database: Database, series: Id) -> None:
    """It can be planned all the same, or noted as not held with the reason."""
    before = [e for e in events_of(CASUS) if e.day < date(2025, 5, 26)]
    replay(database, before, until=date(2025, 5, 25))
    day = SessionDraft(series, date(2025, 5, 26))

    with pytest.raises(ClassOnDayOff):
        database.run(plan_session, day)
    id_ = database.run(note_not_held, day, "facultatieve_vakantiedag")

    row = database.run(lambda s: s.scalar(sa.select(t.GroupSession.state).where(
        t.GroupSession.id == id_)))  # fmt: skip
    assert row == State.CANCELLED


def test_neg_05_the_french_school_of_the_sister_has_its_own_spring_break() -> None:
    for day in (date(2025, 4, 28), date(2025, 5, 9)):
        found = why_no_class(day, Community.FRANS)
        assert found is not None
        assert "printemps" in found.name
    assert why_no_class(date(2025, 4, 29), Community.VLAAMS) is None


def test_neg_06_a_rijksregisternummer_in_a_note_is_refused(story: Database) -> None:
    draft = ContactDraft(
        family=Id(CASUS.ids["GEZ-01"]), held_on=date(2025, 6, 12), kind="telefoon",
        initiative="werker", summary="nummer 85.07.30-033.28",
    )  # fmt: skip

    with pytest.raises(NationalNumberInText):
        story.run(record_contact, draft)


def test_neg_07_a_visit_noted_in_january_corrects_december(office: Database) -> None:
    counts = Counts(office.run(counted))

    assert month_figures(counts, "2024-12")["contacts_by_type"]["huisbezoek"] == 2


def test_neg_08_the_same_bundle_twice_counts_once(office: Database, done: Result) -> None:
    before = sorted(office.run(counted), key=str)
    bundle = done.out / "bundels" / done.months[2].bundle

    answer = receive(office, bundle)

    assert answer.state == "duplicate"
    assert sorted(office.run(counted), key=str) == before


def test_neg_09_no_letter_for_a_referral_without_consent(story: Database) -> None:
    """The warm referral itself is there; only paper for others is blocked."""
    referral = Id(CASUS.ids["DV-06"])
    draft = story.run(letter_start, referral, date(2025, 5, 16))
    assert draft is not None

    with pytest.raises(ConsentMissing):
        story.run(papers_of, draft)


def test_neg_10_after_withdrawal_no_row_of_the_family_is_held(office: Database) -> None:
    """The rows are gone at the office; what was counted stays counted."""
    family = CASUS.ids["GEZ-04"]
    rows = office.run(
        lambda s: s.scalar(
            sa.select(sa.func.count()).select_from(t.Contact).where(t.Contact.family == family)
        )
    )
    gone = office.run(lambda s: s.scalar(sa.select(t.Family.id).where(t.Family.id == family)))

    assert (rows, gone) == (0, None)
    assert month_figures(Counts(office.run(counted)), "2025-04")["contacts_total"] == 6


def test_neg_11_the_private_note_is_not_at_the_office(office: Database) -> None:
    found = office.run(lambda s: s.scalar(sa.select(sa.func.count()).select_from(t.PrivateNote)))

    assert found == 0


def test_neg_12_families_by_language_are_one_total(office: Database) -> None:
    counts = Counts(office.run(counted))

    assert published_figures(counts, 2024)["families_by_contact_language"] == {"totaal": 5}
