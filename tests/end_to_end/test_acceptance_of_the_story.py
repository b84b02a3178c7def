"""The sixteen sentences of the source text (the `acceptance` block), found back in the store."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise
from typing import Any

import pytest
import sqlalchemy as sa
from sqlalchemy.orm import Session

from ouderapp.base.paths import Paths
from ouderapp.base.roles import is_child_role
from ouderapp.base.school_year import is_class_day
from ouderapp.reports.rules import average
from ouderapp.sample.casus import read
from ouderapp.sample.replay import replay
from ouderapp.sample.story import Story
from ouderapp.store import tables as t
from ouderapp.store.database import Database
from tests.conftest import KEYS

CASUS = read()
SENTENCES = [row["seed"] for row in CASUS.block("acceptance")]


@pytest.fixture(scope="module")
def lived(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    database = Database.open(Paths(tmp_path_factory.mktemp("lived")), KEYS)
    replay(database, Story(CASUS).events(), until=date(2025, 8, 31))
    yield database
    database.close()


@pytest.fixture
def store(lived: Database) -> Iterator[Session]:
    with lived.transaction() as session:
        yield session


def _get(store: Session, table: type[Any], key: str) -> Any:
    found = store.scalar(sa.select(table).where(table.id == CASUS.ids[key]))
    assert found is not None, key
    return found


def _roles(store: Session, persons: tuple[str, ...]) -> list[str]:
    rows = store.scalars(sa.select(t.Member).where(t.Member.person.in_(persons)))
    return sorted(row.role for row in rows)


def test_the_file_has_sixteen_sentences_and_each_has_a_test_below() -> None:
    tests = [name for name in globals() if name.startswith("test_sentence_")]

    assert len(SENTENCES) == len(tests) == 16


def test_sentence_01_the_guidance_began_in_december_2024(store: Session) -> None:
    family = _get(store, t.Family, "GEZ-01")

    assert (family.opened_on.year, family.opened_on.month) == (2024, 12)
    assert _get(store, t.Contact, "C-01").family == family.id


def test_sentence_02_the_worker_went_along_to_the_parent_teacher_meeting(store: Session) -> None:
    contact = _get(store, t.Contact, "C-04")

    assert contact.kind == "oudercontact_begeleid"
    assert {"moeder", "vader"} <= set(_roles(store, contact.persons))
    assert is_class_day(contact.held_on)
    assert contact.held_on < date(2024, 12, 23)


def test_sentence_03_three_home_visits_fell_in_the_christmas_holiday(store: Session) -> None:
    visits = [_get(store, t.Contact, key) for key in ("C-05", "C-06", "C-07")]

    assert {visit.kind for visit in visits} == {"huisbezoek"}
    assert all(date(2024, 12, 23) <= v.held_on <= date(2025, 1, 5) for v in visits)


def test_sentence_04_the_young_people_come_by_themselves(store: Session) -> None:
    """C04: the initiative is kept with every contact."""
    contacts = [_get(store, t.Contact, key) for key in ("C-08", "C-12", "C-13")]

    assert {contact.initiative for contact in contacts} == {"jongere"}


def test_sentence_05_the_parents_agreed_before_their_son_played_football(store: Session) -> None:
    """D18: consent comes before taking part."""
    consent = _get(store, t.Consent, "T-02")
    first = _get(store, t.GroupSession, _session_of(store, "DN-001"))

    assert consent.given_on < first.held_on == date(2025, 1, 15)
    assert _get(store, t.Contact, "C-09").held_on == consent.given_on


def _session_of(store: Session, key: str) -> str:
    presence = _get(store, t.Participation, key)
    CASUS.ids["session of " + key] = presence.session
    return "session of " + key


def test_sentence_06_the_sister_came_along_and_stayed_longer(store: Session) -> None:
    sister = CASUS.ids["P-04"]
    contacts = [_get(store, t.Contact, key) for key in ("C-12", "C-13", "C-14")]

    assert all(sister in contact.persons for contact in contacts)
    assert min(contact.held_on for contact in contacts) == date(2025, 2, 5)


def test_sentence_07_after_five_months_they_came_to_the_hangout(store: Session) -> None:
    first = _get(store, t.Contact, "C-24")
    consents = [_get(store, t.Consent, key) for key in ("T-04", "T-05")]

    assert first.held_on == date(2025, 5, 7)
    assert all(consent.given_on < first.held_on for consent in consents)
    assert _get(store, t.Referral, "DV-07").outcome_on == first.held_on


def _links(store: Session, *keys: str) -> list[Any]:
    return [_get(store, t.PeerLink, key) for key in keys]


def test_sentence_08_the_son_brought_friends_to_the_class_and_to_football(store: Session) -> None:
    """A08: who brought whom, into what."""
    links = _links(store, "PEER-01", "PEER-02", "PEER-03", "PEER-04")

    assert {link.from_person for link in links} == {CASUS.ids["P-03"]}
    assert {link.into for link in links} == {"voetbal", "huiswerkklas"}


def test_sentence_09_the_daughter_brought_girls_to_the_leisure_offer(store: Session) -> None:
    links = _links(store, "PEER-05", "PEER-06")

    assert {link.from_person for link in links} == {CASUS.ids["P-04"]}
    assert {link.into for link in links} == {"vrijetijdsaanbod"}


def test_sentence_10_the_homework_class_is_on_mondays_for_fifty_minutes(store: Session) -> None:
    """A01, A03: Mondays of the second semester, none in a holiday."""
    series = _get(store, t.GroupSeries, "HK-01")
    sessions = list(
        store.scalars(sa.select(t.GroupSession).where(t.GroupSession.series == series.id))
    )

    minutes = (
        (series.ends.hour - series.starts.hour) * 60 + series.ends.minute - series.starts.minute
    )
    assert (series.weekday, minutes, len(sessions)) == (1, 50, 14)
    assert all(s.held_on.isoweekday() == 1 and is_class_day(s.held_on) for s in sessions)


def test_sentence_11_eight_were_recommended_and_six_came_of_their_own_will(store: Session) -> None:
    """A04, A07: no mark for staying away exists."""
    advised = list(store.scalars(sa.select(t.Recommendation)))
    marks = list(store.scalars(sa.select(t.Participation)))

    came = {mark.person or mark.participant for mark in marks}
    reached = [row for row in advised if (row.person or row.participant) in came]
    assert (len(advised), len(reached)) == (8, 6)
    assert {mark.mark for mark in marks} <= {"aanwezig", "verwittigd"}


def _attendances(store: Session, keys: list[str]) -> list[int]:
    ids = [CASUS.ids[key] for key in keys]
    query = sa.select(sa.func.count()).select_from(t.Participation)
    return [store.scalar(query.where(t.Participation.session == id_)) or 0 for id_ in ids]


def test_sentence_12_after_some_sessions_few_came_and_that_was_evaluated(store: Session) -> None:
    """A17: 2.5 on average before the evaluation, 2.6 over the five sessions of the phase."""
    four = _attendances(store, ["HS-01", "HS-02", "HS-03", "HS-04"])
    five = four + _attendances(store, ["HS-05"])

    assert (average(sum(four), 4), average(sum(five), 5)) == (2.5, 2.6)
    assert len(_get(store, t.Evaluation, "EV-01").sessions) == 4


def test_sentence_13_the_class_was_opened_to_all_and_their_parents(store: Session) -> None:
    """A05, A14: prepared without a network, the sending noted by hand."""
    message = _get(store, t.Invitation, "BER-01")

    assert message.to_pupils
    assert message.to_parents
    assert message.sent_on == date(2025, 3, 10)
    assert _get(store, t.GroupPhase, "HK-01-F2").from_on > message.sent_on


def test_sentence_14_parents_made_contact_themselves(store: Session) -> None:
    contacts = [_get(store, t.Contact, key) for key in ("C-30", "C-33", "C-35")]

    assert {contact.initiative for contact in contacts} == {"gezin"}
    assert all(contact.held_on > date(2025, 3, 10) for contact in contacts)


def test_sentence_15_a_mother_came_along_to_the_homework_class(store: Session) -> None:
    """A09: she counts as a parent in the room, and her son as come with a parent."""
    sessions = [CASUS.ids[key] for key in ("HS-07", "HS-08", "HS-10")]
    mothers = store.scalars(sa.select(t.ParentAttendance))
    with_parent = store.scalars(
        sa.select(t.Participation).where(t.Participation.is_with_parent.is_(True))
    )

    assert {(row.session, row.person) for row in mothers} == {
        (session, CASUS.ids["P-05"]) for session in sessions
    }
    assert {row.person for row in with_parent} == {CASUS.ids["P-06"]}


def test_sentence_16_the_stappenplan_ends_with_a_mail_to_the_teacher(store: Session) -> None:
    """A15, A16: handbook, other source, mail; the mail is kept as day, subject and pupil only."""
    mail = _get(store, t.Letter, "BRF-03")
    asked = store.scalars(
        sa.select(t.HomeworkQuestion)
        .join(t.Participation, t.Participation.id == t.HomeworkQuestion.participation)
        .where(t.Participation.session == CASUS.ids["HS-07"])
    ).one()

    assert set(asked.steps) == {"handboek", "alternatieve_bron", "mail_vakleerkracht"}
    assert (mail.template, mail.subject, mail.title) == ("mail_vakleerkracht", "wiskunde", None)


def test_nothing_in_the_story_happens_in_two_places_at_once(store: Session) -> None:
    """DOMAIN 11.1: no overlap, but for a talk that lies inside its session."""
    rows = store.scalars(sa.select(t.Contact).where(t.Contact.kind != "huiswerkklas_gesprek"))
    spans = sorted((row.held_on, row.starts, row.minutes or 0) for row in rows if row.starts)

    for (day, starts, minutes), (next_day, next_starts, _) in pairwise(spans):
        ends = timedelta(hours=starts.hour, minutes=starts.minute + minutes)
        begins = timedelta(hours=next_starts.hour, minutes=next_starts.minute)
        assert day < next_day or ends <= begins


def test_every_parent_and_child_has_a_role_that_counts(store: Session) -> None:
    roles = {row.role for row in store.scalars(sa.select(t.Member))}

    assert {role for role in roles if is_child_role(role)} == {"zoon", "dochter"}
