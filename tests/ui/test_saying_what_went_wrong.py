"""Every problem of the program says what is so and what to do, in one shape (UX 2.17, Y31)."""

import pkgutil
from collections.abc import Iterator
from importlib import import_module

import pytest

import ouderapp
from ouderapp.base.errors import NotFound, Problem
from ouderapp.base.i18n import _, mark
from ouderapp.ui.news import NewsBar
from ouderapp.ui.problems import news_of
from tests.ui.screen import Screen

OUTSIDE = ("__main__", ".preview", ".migrations.")
"""Modules that do something when they are imported."""
BANNED = ("!", "Fout", "fout:", "wachtwoord", "cliënt", "afwezig", "succesvol")


def problems() -> list[type[Problem]]:
    """Every problem that any module knows."""
    for found in pkgutil.walk_packages(ouderapp.__path__, "ouderapp."):
        if not any(part in found.name for part in OUTSIDE):
            import_module(found.name)
    return sorted(_below(Problem), key=lambda kind: f"{kind.__module__}.{kind.__name__}")


def _below(kind: type[Problem]) -> Iterator[type[Problem]]:
    for child in kind.__subclasses__():
        if child.__module__.startswith("ouderapp"):
            yield child
        yield from _below(child)


def is_shown(kind: type[Problem]) -> bool:
    """Whether it has words of its own; the others only gather their kin."""
    return kind.message != Problem.message


def says_what_to_do(kind: type[Problem]) -> bool:
    """By a hint, a button, the field it stands beside, or a second sentence of its own.

    The words of a `reason` are agreed between both sides of the exchange (EXCHANGE 15); a root
    only gathers its kin, which say it better.
    """
    second = kind.message.count(". ") or kind.message.startswith("Choose")
    is_root = bool(kind.__subclasses__())
    return bool(kind.hint or kind.button or kind.field or kind.reason or second or is_root)


def test_each_says_what_is_so_and_what_to_do() -> None:
    """Y31, U07."""
    silent = [kind.__name__ for kind in problems() if is_shown(kind) and not says_what_to_do(kind)]

    assert silent == []


@pytest.mark.parametrize("sign", BANNED)
def test_none_shouts_blames_or_uses_words_of_an_office(sign: str) -> None:
    """Y31."""
    told = [_(part) for kind in problems() for part in (kind.message, kind.why, kind.hint)]

    assert [words for words in told if sign in words] == []


def test_a_problem_without_a_field_stands_on_top_of_its_page(screen: Screen) -> None:
    page = screen.open("settings")

    screen.background.run(_refuse, owner=page)
    screen.wait()

    assert screen.message().startswith("Dit is er niet meer.")


def test_a_button_of_a_problem_shows_only_where_it_can_be_done(screen: Screen) -> None:
    page = screen.open("settings")
    done: list[int] = []

    class Full(Problem):
        message = mark("This did not work.")
        button = mark("Clear filter")

    without = news_of(Full(), page.answer_to(Full()))
    page.answers[Full] = lambda: done.append(1)
    page.show_news(news_of(Full(), page.answer_to(Full())))
    screen.click("Filter wissen")

    assert without.does is None
    assert done == [1]
    assert screen.message() == ""


def test_news_stays_until_it_is_closed(screen: Screen) -> None:
    page = screen.open("settings")
    page.show_news(news_of(NotFound()))
    before = screen.message()

    screen.click("Sluiten")

    assert before
    assert {bar.words for bar in page.findChildren(NewsBar)} == {""}


def _refuse(_session: object) -> None:
    raise NotFound
