"""Homes of a family, and who is in which home when: a child may have more than one (D02)."""

from dataclasses import asdict
from datetime import date, timedelta

import sqlalchemy as sa
from sqlalchemy.orm import Session

from ouderapp.base.i18n import mark
from ouderapp.base.ids import Id
from ouderapp.families.commands.rows import add_home_row, add_residence_row
from ouderapp.families.records import HomeDraft, ResidenceDraft
from ouderapp.families.rules import check_ending, check_span, is_on, tidied
from ouderapp.store import tables
from ouderapp.store.journal import action
from ouderapp.store.own import own
from ouderapp.store.removal import remove


@action(mark("Home added"))
def add_home(
    session: Session,
    family: Id,
    draft: HomeDraft,
    residents: tuple[Id, ...] = (),
    pattern: str | None = None,
) -> Id:
    """Write a home of a family, with who is there from its first day and in which weeks.

    Raises NotFound, and the problems of `check_span`.
    """
    own(session, tables.Family, family)
    home = add_home_row(session, family, draft)
    for person in residents:
        lives = ResidenceDraft(home, draft.from_on, draft.until_on, pattern)
        add_residence_row(session, person, lives)
    return home


@action(mark("Home changed"))
def edit_home(session: Session, home: Id, draft: HomeDraft) -> None:
    """Make a home say what the draft says; raises NotFound and those of `check_span`."""
    check_span(draft)
    row = own(session, tables.Household, home)
    for name, value in asdict(tidied(draft)).items():
        setattr(row, name, value)
    session.flush()


@action(mark("Home changed"))
def keep_home(
    session: Session,
    home: Id,
    draft: HomeDraft,
    residents: tuple[Id, ...],
    pattern: str | None,
    today: date,
) -> None:
    """Make a home and who lives there say what is given, from today on.

    Who is new is there from today, or from the first day of the home when that is still to come;
    who is no longer named was there until yesterday. Raises as `edit_home`.
    """
    edit_home(session, home, draft)
    lives = tables.Residence
    rows = session.scalars(sa.select(lives).where(lives.worker == "", lives.household == home))
    now = {Id(row.person): row for row in rows if is_on(today, None, row.until_on)}
    for person, row in now.items():
        if person in residents:
            row.pattern = pattern
        elif row.from_on >= today:
            remove(session, row)
        else:
            row.until_on = today - timedelta(days=1)
    for person in residents:
        if person not in now:
            from_on = max(today, draft.from_on)
            add_residence_row(session, person, ResidenceDraft(home, from_on, None, pattern))
    session.flush()


@action(mark("Home left"))
def end_home(session: Session, home: Id, until_on: date) -> None:
    """Nobody lives there any more after this day; who was still there is there until then.

    Raises NotFound, EndsBeforeItBegins.
    """
    row = own(session, tables.Household, home)
    check_ending(row.from_on, until_on)
    row.until_on = until_on
    lives = tables.Residence
    there = sa.select(lives).where(lives.worker == "", lives.household == home)
    for residence in session.scalars(there):
        if residence.from_on > until_on:
            remove(session, residence)
        elif residence.until_on is None or residence.until_on > until_on:
            residence.until_on = until_on
    session.flush()


@action(mark("Home moved to the bin"))
def delete_home(session: Session, home: Id) -> int:
    """Move a home to the bin with who lived there when; persons stay, whatever home goes."""
    return remove(session, own(session, tables.Household, home))


@action(mark("Where somebody lives is written down"))
def add_residence(session: Session, person: Id, draft: ResidenceDraft) -> Id:
    """Write down that somebody is in a home; raises NotFound and those of `check_span`."""
    own(session, tables.Person, person)
    own(session, tables.Household, draft.household)
    return add_residence_row(session, person, draft)


@action(mark("Where somebody lives is changed"))
def edit_residence(session: Session, residence: Id, draft: ResidenceDraft) -> None:
    """Change in which home, when and in which weeks; raises as `add_residence`."""
    check_span(draft)
    own(session, tables.Household, draft.household)
    row = own(session, tables.Residence, residence)
    for name, value in asdict(draft).items():
        setattr(row, name, value)
    session.flush()


@action(mark("Where somebody lives is taken away"))
def delete_residence(session: Session, residence: Id) -> None:
    """Forget that somebody is in a home; raises NotFound."""
    remove(session, own(session, tables.Residence, residence))
