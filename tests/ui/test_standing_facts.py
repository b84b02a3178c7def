"""The facts in the status bar: when it is due, when it is late, and when a look is needed."""

from datetime import date, datetime, timedelta

import pytest
from PySide6.QtWidgets import QLabel

from ouderapp.base import clock
from ouderapp.ui.facts import Fact
from ouderapp.ui.look import look
from ouderapp.ui.standing_facts import (
    StandingFacts,
    backup_fact,
    bundle_fact,
    facts_of,
    medium_fact,
)
from tests.backup.drills import new_family
from tests.ui.screen import Screen

MONDAY = date(2025, 3, 24)


@pytest.mark.parametrize(
    ("at", "words", "tone"),
    [
        (None, "Back-up: nog geen", ""),
        (datetime(2025, 3, 24, 8, 40), "Back-up: vandaag 08:40", ""),
        (datetime(2025, 3, 23, 8, 40), "Back-up: 1 dag geleden", ""),
        (datetime(2025, 3, 17, 8, 40), "Back-up: 7 dagen geleden", ""),
        (datetime(2025, 3, 14, 8, 40), "Back-up: 10 dagen geleden", "warn"),
    ],
)
def test_a_backup_older_than_a_week_asks_for_a_look(
    at: datetime | None, words: str, tone: str
) -> None:
    """X09."""
    fact = backup_fact(at, MONDAY)

    assert (fact.words, fact.tone, fact.page) == (words, tone, "settings")


def test_work_of_more_than_a_week_on_one_laptop_only_is_told(screen: Screen) -> None:
    """X09: the word goes to the page where a second medium is chosen."""
    with clock.standing_at(MONDAY):
        screen.run(new_family, "Haddad")
    with clock.standing_at(MONDAY + timedelta(days=7)):
        after_a_week = screen.run(facts_of, clock.today())["medium"]
    with clock.standing_at(MONDAY + timedelta(days=8)):
        later = screen.run(facts_of, clock.today())["medium"]

    assert after_a_week is None
    assert later == Fact("Nog geen back-up op een tweede schijf", "settings", "warn")


def test_the_last_copy_on_a_second_medium_says_how_old_it_is() -> None:
    fact = medium_fact(MONDAY - timedelta(days=10), MONDAY)

    assert (fact.words, fact.tone) == ("Tweede schijf: 10 dagen geleden", "warn")


@pytest.mark.parametrize(
    ("state", "days_left", "words", "tone"),
    [
        ("open", 20, "Bundel maart: nog niet gemaakt", ""),
        ("due", 11, "Bundel maart: nog 11 dagen", ""),
        ("due", 1, "Bundel maart: nog 1 dag", ""),
        ("late", -2, "Bundel maart: te laat", "warn"),
        ("made", 4, "Bundel maart: gemaakt", ""),
        ("confirmed", 4, "Bundel maart: bevestigd", ""),
        ("refused", 4, "Bundel maart: geweigerd door het kantoor", "warn"),
    ],
)
def test_a_bundle_says_how_far_it_is(state: str, days_left: int, words: str, tone: str) -> None:
    fact = bundle_fact("2025-03", state, days_left)

    assert (fact.words, fact.tone, fact.page) == (words, tone, "month_end")


def test_a_laptop_without_an_office_has_no_fact_of_a_bundle(screen: Screen) -> None:
    StandingFacts(screen.background, screen.window.facts, screen.window)
    screen.wait()

    assert screen.window.facts.fact_words() == {"backup": "Back-up: nog geen"}


def test_no_fact_is_cut_off_in_large_text(screen: Screen) -> None:
    """Y23: the bar grows along with its words."""
    look().set_percent(200)
    screen.window.facts.show_fact("backup", Fact("Back-up: nog geen"))
    screen.wait()
    label = next(one for one in screen.window.facts.findChildren(QLabel) if "Back" in one.text())
    room, needed = label.height(), label.fontMetrics().height()
    look().set_percent(100)

    assert room >= needed
