"""The figures of the story, month by month and for the year, as the source text expects them."""

from datetime import date
from typing import Any

import pytest

from ouderapp.reports.commands import freeze_counts
from ouderapp.reports.queries import counted, facts_of, live_counts, live_years
from ouderapp.reports.statistics import (
    Counts,
    month_figures,
    nine_numbers,
    published_figures,
    year_figures,
)
from ouderapp.reports.table import report_of
from ouderapp.reports.tally import count
from ouderapp.sample.casus import Casus, read
from ouderapp.sample.replay import replay
from ouderapp.sample.story import Story
from ouderapp.store.database import Database

WORKER = "cbee53d792d2665611ee96a96bf7feec"
CASUS = read()


@pytest.fixture
def counts(database: Database) -> Counts:
    replay(database, Story(CASUS).events(), until=CASUS.bundles[-1].exported_on)
    database.run(freeze_counts, WORKER)
    return Counts(database.run(counted))


@pytest.mark.parametrize("expected", CASUS.block("monthly_bundles"), ids=lambda b: b["month"])
def test_every_month_of_the_story_counts_as_expected(
    counts: Counts, expected: dict[str, object]
) -> None:
    found = month_figures(counts, str(expected["month"]))

    assert found == expected["expected_statistics_by_event_month"]


def test_the_work_year_of_the_story_counts_as_expected(counts: Counts) -> None:
    assert year_figures(counts, 2024) == CASUS.data["expected_year_statistics"]


def test_what_is_published_cannot_point_at_a_family(counts: Counts) -> None:
    """N06, NEG-12: five families of one language each are published as one total."""
    found = published_figures(counts, 2024)

    assert found == CASUS.data["expected_published_statistics"]


def test_the_nine_numbers_come_without_typing(counts: Counts) -> None:
    """N01: 5 families, 80 % another language, 9 requests, 28 talks, 6 visits, 1 infomoment."""
    assert list(nine_numbers(counts, 2024).values()) == [5, 80.0, 5, 9, 28, 6, 1, 0, 0]


def test_a_late_record_corrects_the_month_in_which_it_took_place(database: Database) -> None:
    """NEG-07: the visit of 30 December, written down on 6 January, counts in December."""
    events = Story(CASUS).events()

    replay(database, events, until=date(2024, 12, 31))
    database.run(freeze_counts, WORKER)
    before = month_figures(Counts(database.run(counted)), "2024-12")["contacts_total"]
    replay(database, events, after=date(2024, 12, 31), until=date(2025, 1, 31))
    database.run(freeze_counts, WORKER)

    assert before == 5
    assert month_figures(Counts(database.run(counted)), "2024-12")["contacts_total"] == 6


def test_counting_again_changes_nothing(database: Database) -> None:
    replay(database, Story(CASUS).events(), until=date(2025, 6, 30))
    database.run(freeze_counts, WORKER)

    assert database.run(freeze_counts, WORKER) == 0


def test_a_story_can_be_another_one(database: Database) -> None:
    """Nothing is tied to this story: other keys, years and weekdays count just as well."""
    casus = Casus(_shifted(CASUS.data), CASUS.ids)

    replay(database, Story(casus).events(), until=date(2032, 7, 1))
    database.run(freeze_counts, WORKER)
    found = year_figures(Counts(database.run(counted)), 2029)

    expected = CASUS.data["expected_year_statistics"]
    assert {**found, "period": None} == {**expected, "period": None}


def _shifted(value: Any) -> Any:
    """The same story five years later."""
    if isinstance(value, dict):
        return {key: _shifted(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_shifted(item) for item in value]
    is_date = isinstance(value, str) and len(value) == 10 and value[4:5] == "-"
    return f"{int(value[:4]) + 5}{value[4:]}" if is_date else value


def test_reading_one_year_gives_what_reading_everything_gives(database: Database) -> None:
    """N01: the page reads only the year on screen, and its figures stay the same."""
    replay(database, Story(CASUS).events(), until=CASUS.bundles[-1].exported_on)
    everything = count(database.run(facts_of))

    years = database.run(live_years)

    assert years == Counts(everything).years()
    for start in years:
        assert report_of(database.run(live_counts, start), start) == report_of(everything, start)
