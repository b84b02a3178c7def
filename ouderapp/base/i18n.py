"""Texts in the person's language: gettext for sentences, Babel for dates and numbers."""

import gettext as _gettext
from collections.abc import Mapping
from datetime import date, time
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from ouderapp.base.paths import translations_folder

# Babel is imported where a date or a number is first shown: the unlock window and `--help`
# come sooner without it.
if TYPE_CHECKING:
    from babel import Locale

LANGUAGE = "nl_BE"

_catalogue: _gettext.NullTranslations = _gettext.NullTranslations()
_installed: tuple[str, Path] | None = None


def mark(text: str) -> str:
    """The text itself: it says to the extractor that this is a text to translate."""
    return text


def install(language: str = LANGUAGE, folder: Path | None = None) -> None:
    """Load the catalogue of one language for the whole process."""
    global _catalogue, _installed
    asked = (language, folder or translations_folder())
    if asked != _installed:
        _catalogue = _gettext.translation("ouderapp", asked[1], [language], fallback=True)
        _installed = asked


def _(text: str) -> str:
    """The text in the person's language; the empty text stays empty."""
    return _catalogue.gettext(text) if text else ""


def ngettext(one: str, many: str, number: int) -> str:
    """The singular or plural text for this number."""
    return _catalogue.ngettext(one, many, number)


def pgettext(context: str, text: str) -> str:
    """The text in the person's language, for a word that means different things."""
    return _catalogue.pgettext(context, text)


def filled(text: str, places: Mapping[str, object]) -> str:
    """The translated text with its named places filled; dates and numbers in the local form."""
    return _(text).format(**{name: _shown(value) for name, value in places.items()})


def _shown(value: object) -> object:
    if isinstance(value, date):
        return short_date(value)
    if isinstance(value, bool) or not isinstance(value, int):
        return value
    return number(value)


@cache
def locale() -> "Locale":
    """Babel's knowledge of the person's language and country."""
    from babel import Locale

    return Locale.parse(LANGUAGE)


def short_date(day: date) -> str:
    """24/03/2025."""
    return f"{day.day:02d}/{day.month:02d}/{day.year:04d}"


def day_date(day: date) -> str:
    """ma 24/03."""
    return _format_date(day, "EEE dd/MM")


def long_date(day: date) -> str:
    """maandag 24 maart 2025."""
    return _format_date(day, "EEEE d MMMM yyyy")


def month_name(day: date) -> str:
    """maart 2025."""
    return _format_date(day, "MMMM yyyy")


def short_month(day: date) -> str:
    """mrt 2025."""
    return _format_date(day, "MMM yyyy").replace(".", "")


def weekday_name(weekday: int) -> str:
    """maandag for 1 (ISO weekday, 1 to 7)."""
    return str(locale().days["stand-alone"]["wide"][weekday - 1])


def clock_time(moment: time) -> str:
    """15:30."""
    return f"{moment.hour:02d}:{moment.minute:02d}"


def number(value: int | float) -> str:
    """1.234 or 2,5."""
    if isinstance(value, int) and 0 <= value < 1_000:
        return str(value)  # the same in every language here; lists show thousands of these
    from babel.numbers import format_decimal

    return format_decimal(value, locale=locale())


def _format_date(day: date, form: str) -> str:
    from babel.dates import format_date

    return format_date(day, form, locale=locale())
