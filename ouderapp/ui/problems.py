"""How a Problem and a bug reach the person: beside the field, or as news on top of the page."""

from collections.abc import Callable
from typing import Protocol, runtime_checkable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from ouderapp.base import log
from ouderapp.base.errors import Problem
from ouderapp.base.i18n import _, filled, mark
from ouderapp.ui.news import News


class Bug(Problem):
    """A defect of the program, told as an apology."""

    message = mark("This did not work, and that is a mistake in ouderapp. Sorry.")
    why = mark("Nothing of this step was written; everything from before is still there.")
    hint = mark("Try it once more. If it stays, give these details to whoever helps you.")
    button = mark("Copy details for support")


@runtime_checkable
class Place(Protocol):
    """A page, a dialog or a window that can show what went wrong."""

    def show_news(self, news: News) -> None: ...

    def show_beside(self, field: str, words: str) -> bool: ...

    def answer_to(self, problem: Problem) -> Callable[[], object] | None: ...


def news_of(problem: Problem, does: Callable[[], object] | None = None) -> News:
    """The words of a problem in the language of the screen."""
    return News(
        what=filled(problem.message, problem.places),
        why=filled(problem.why, problem.places),
        todo=filled(problem.hint, problem.places),
        button=_(problem.button),
        does=does,
        tone="danger",
    )


def show(owner: QObject | None, problem: Problem) -> None:
    """Show it beside its field when the owner has that field, else on top of the page."""
    log.event("problem", kind=type(problem).__name__.lower())
    place = place_of(owner)
    if place is None:
        return
    news = news_of(problem, place.answer_to(problem))
    if not (problem.field and place.show_beside(problem.field, news.words)):
        place.show_news(news)


def show_bug(owner: QObject | None, _error: BaseException) -> None:
    """Apologise; the details that can be copied hold no word of a person."""
    place = place_of(owner)
    if place is not None:
        place.show_news(news_of(Bug(), copy_details))


def copy_details() -> None:
    """Put the last lines of the log on the clipboard."""
    QApplication.clipboard().setText(log.newest())


def place_of(owner: QObject | None) -> Place | None:
    """The nearest place around the owner, else the window in front, else any window."""
    while owner is not None:
        if isinstance(owner, Place):
            return owner
        owner = owner.parent()
    windows: list[object] = [QApplication.activeWindow(), *QApplication.topLevelWidgets()]
    return next((window for window in windows if isinstance(window, Place)), None)
