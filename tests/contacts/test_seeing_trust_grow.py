"""The trust line shows the first times, in the order of the source text (C05)."""

from datetime import date

import pytest

from ouderapp.contacts.commands import record_contact
from ouderapp.contacts.queries.trust import trust_line_of
from ouderapp.contacts.trust_line import First
from ouderapp.sample.casus import read
from ouderapp.sample.replay import replay
from ouderapp.sample.story import Story
from ouderapp.store.database import Database
from tests.work_builders import a_contact_draft, a_family


def test_the_story_of_the_source_text_keeps_its_order(database: Database) -> None:
    casus = read()
    replay(database, Story(casus).events(), until=date(2025, 6, 30))

    with database.transaction() as session:
        found = trust_line_of(session, casus.id("GEZ-01"))  # type: ignore[arg-type]

    assert [(one.first, one.day) for one in found] == [
        (First.CONTACT, date(2024, 12, 3)),
        (First.PERMISSION, date(2024, 12, 10)),
        (First.BY_FAMILY, date(2024, 12, 19)),
        (First.BY_YOUTH, date(2025, 1, 8)),
        (First.NOT_ABOUT_SCHOOL, date(2025, 1, 8)),
        (First.LEISURE, date(2025, 1, 15)),
    ]


def test_a_call_that_nobody_answered_is_no_first_contact(database: Database, today: date) -> None:
    with database.transaction("test") as session:
        family = a_family(session)
        record_contact(session, a_contact_draft(family, kind="geen_contact"))

        assert trust_line_of(session, family) == []


@pytest.mark.parametrize(
    ("themes", "is_first"),
    [(("smartschool",), False), (("andere",), False), (("smartschool", "vrije_tijd"), True)],
)
def test_a_theme_outside_school_shows_more_trust(
    database: Database, today: date, themes: tuple[str, ...], is_first: bool
) -> None:
    with database.transaction("test") as session:
        family = a_family(session)
        record_contact(session, a_contact_draft(family, themes=themes))

        found = {one.first for one in trust_line_of(session, family)}

    assert (First.NOT_ABOUT_SCHOOL in found) is is_first
