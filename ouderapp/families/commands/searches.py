"""Searches and order of the list of families that a worker keeps."""

from typing import Any

from sqlalchemy.orm import Session

from ouderapp.store.settings import set_setting, setting

SEARCHES, ORDER = "families.searches", "families.order"
MOST = 8


def save_search(session: Session, words: str, chip: str) -> None:
    """Keep a search for the next time; the newest first, at most eight."""
    kept: list[Any] = [[words.strip(), chip]]
    kept += [one for one in setting(session, SEARCHES, []) if one not in kept]
    set_setting(session, SEARCHES, kept[:MOST])


def drop_search(session: Session, words: str, chip: str) -> None:
    """Forget a search; nothing happens when it was not kept."""
    kept = [one for one in setting(session, SEARCHES, []) if one != [words.strip(), chip]]
    set_setting(session, SEARCHES, kept)


def save_order(session: Session, order: str, *, is_descending: bool) -> None:
    """Keep by which column the list is sorted."""
    set_setting(session, ORDER, [order, is_descending])
