"""After a crash one sentence of what was kept; never a word when nothing was lost (J13, Y17)."""

from datetime import UTC
from functools import partial
from typing import Any

from ouderapp.base.i18n import _, clock_time, mark, ngettext, number, short_date
from ouderapp.store.sittings import BrokenOff, begin_sitting, end_sitting
from ouderapp.ui.background import Background
from ouderapp.ui.draft_words import told_of
from ouderapp.ui.news import News

BROKE_OFF = mark("ouderapp closed unexpectedly on {day} at {time}. This was kept: {what}.")
AS_NAMED = 3


class Sitting:
    """From unlocking to the end: one that broke off is told of at the next one."""

    def __init__(self, background: Background, window: Any) -> None:
        self._background = background
        self._window = window
        self._is_begun = False

    def begin(self) -> None:
        """Somebody begins to work; say what the sitting before left half typed."""
        self._is_begun = True
        self._background.run(begin_sitting, then=self._tell, owner=self._window)

    def end(self) -> None:
        """It ends as it should."""
        if self._is_begun:
            self._is_begun = False
            self._background.run(end_sitting)

    def _tell(self, found: BrokenOff | None) -> None:
        if found is not None:
            go_on = partial(self._window.go, "today")
            news = News(words_of(found), button=_("Have a look"), does=go_on)
            self._window.show_news(news)


def words_of(found: BrokenOff) -> str:
    """The sentence: when, and each draft with its size."""
    at = found.at.replace(tzinfo=UTC).astimezone()
    named = [_named(name, body) for name, body in found.drafts[:AS_NAMED]]
    more = len(found.drafts) - AS_NAMED
    if more > 0:
        named.append(ngettext("{n} more", "{n} more", more).format(n=number(more)))
    return _(BROKE_OFF).format(
        day=short_date(at.date()), time=clock_time(at.time()), what=", ".join(named)
    )


def _named(name: str, body: dict[str, Any]) -> str:
    told = told_of(name, body)
    size = ngettext("{n} character", "{n} characters", told.size).format(n=number(told.size))
    return f"{told.what} ({size})"
