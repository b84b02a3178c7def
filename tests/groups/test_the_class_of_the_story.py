"""The homework class of the two pilots comes out as the source text tells it (DS-V; N10)."""

from datetime import date

import pytest

from ouderapp.base.ids import Id
from ouderapp.groups.queries.around import ambassadors, evaluations_of, funnel, recommendations_of
from ouderapp.groups.queries.figures import phase_figures, steps_per_month
from ouderapp.groups.queries.register import register
from ouderapp.groups.queries.series import proposed_days, series_list
from ouderapp.groups.queries.sessions import sessions_of
from ouderapp.groups.records import SeriesDraft
from ouderapp.sample.casus import read
from ouderapp.sample.replay import replay
from ouderapp.sample.story import Story
from ouderapp.store.database import Database

CASUS = read()


@pytest.fixture
def told(database: Database) -> Database:
    """A store in which the whole story was lived through."""
    replay(database, Story(CASUS).events(), until=CASUS.bundles[-1].exported_on)
    return database


def the_class(database: Database) -> Id:
    return database.run(series_list, kind="huiswerkklas")[0].id


def test_a14_the_two_phases_have_the_averages_of_the_source_text(told: Database) -> None:
    figures = told.run(phase_figures, the_class(told))

    assert [(f.planned, f.held, f.cancelled, f.attendances, f.average) for f in figures] == [
        (5, 5, 0, 13, 2.6),
        (9, 8, 1, 46, 5.75),
    ]
    assert sum(f.parents for f in figures) == 3


def test_a03_the_plan_of_the_class_gives_the_sessions_of_the_story(told: Database) -> None:
    series = told.run(series_list, kind="huiswerkklas")[0]
    draft = SeriesDraft(
        series.weekday,
        series.starts,
        series.ends,
        series.from_on,
        series.until_on,
        school=series.school,
    )

    proposed = told.run(proposed_days, draft)

    rows = told.run(sessions_of, series.id)
    assert [day.day for day in proposed] == [row.held_on for row in rows]
    assert [day.day for day in proposed if day.reason] == [date(2025, 5, 26)]


def test_a04_six_of_the_eight_recommended_pupils_were_reached(told: Database) -> None:
    rows = told.run(recommendations_of, the_class(told))

    assert [len(rows), sum(row.status == "gekomen" for row in rows)] == [8, 6]


def test_a18_three_families_made_contact_after_the_invitation(told: Database) -> None:
    """By hand: contacts of 11, 12 and 18 March; ten pupils came on the Mondays after 10 March."""
    rows = told.run(funnel, the_class(told))

    assert [(row.sent_on, row.contacted, row.came) for row in rows] == [(date(2025, 3, 10), 3, 10)]
    assert rows[0].phase == "open voor alle leerlingen eerste graad en hun ouders"


def test_a17_the_evaluation_of_february_decided_to_open_the_class(told: Database) -> None:
    rows = told.run(evaluations_of, the_class(told))

    assert [(row.held_on, len(row.sessions)) for row in rows] == [(date(2025, 2, 27), 4)]


def test_a15_two_of_the_questions_came_to_a_mail(told: Database) -> None:
    rows = told.run(steps_per_month, the_class(told), date(2024, 9, 1), date(2025, 6, 30))

    assert sum(row.mail for row in rows) == 2
    assert sum(row.questions for row in rows) == sum(row.solved for row in rows) == 9


def test_a21_the_story_has_two_ambassadors(told: Database) -> None:
    rows = told.run(ambassadors)

    assert [(row.first, row.into) for row in rows] == [
        (3, ("huiswerkklas", "voetbal")),
        (2, ("vrijetijdsaanbod",)),
    ]


def test_a06_the_register_of_24_march_shows_five_pupils_and_a_mother(told: Database) -> None:
    rows = told.run(sessions_of, the_class(told))
    held = next(row.id for row in rows if row.held_on == date(2025, 3, 24))

    totals = told.run(register, held).totals

    assert (totals.came, totals.new, totals.parents, totals.questions) == (5, 1, 1, 1)
