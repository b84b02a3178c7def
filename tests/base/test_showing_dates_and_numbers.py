"""Dates, numbers and texts come out as a Flemish reader writes them."""

from datetime import date, time

from ouderapp.base import i18n

MONDAY = date(2025, 3, 24)


def test_a_day_is_written_the_flemish_way() -> None:
    assert i18n.short_date(MONDAY) == "24/03/2025"
    assert i18n.day_date(MONDAY) == "ma 24/03"
    assert i18n.long_date(MONDAY) == "maandag 24 maart 2025"
    assert i18n.month_name(MONDAY) == "maart 2025"
    assert i18n.weekday_name(MONDAY.isoweekday()) == "maandag"


def test_the_clock_has_twenty_four_hours() -> None:
    assert i18n.clock_time(time(15, 30)) == "15:30"


def test_numbers_have_a_decimal_comma_and_points_between_thousands() -> None:
    assert i18n.number(1234) == "1.234"
    assert i18n.number(2.5) == "2,5"


def test_places_in_a_text_take_days_and_numbers_in_their_written_form() -> None:
    text = i18n.filled("{count} since {day}: {sure}", {"count": 1500, "day": MONDAY, "sure": True})

    assert text == "1.500 since 24/03/2025: True"


def test_an_empty_text_stays_empty_and_never_becomes_the_header_of_the_catalogue() -> None:
    i18n.install()

    assert i18n._("") == ""
