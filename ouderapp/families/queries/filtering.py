"""Which families a filter lets through, as conditions on the table of families."""

from datetime import date
from typing import Any

import sqlalchemy as sa

from ouderapp.base.folding import fold
from ouderapp.base.i18n import _
from ouderapp.base.languages import LANGUAGE_WORDS
from ouderapp.base.school_year import school_year_of
from ouderapp.families.codes import Status
from ouderapp.families.overview import FamilyFilter
from ouderapp.store import tables
from ouderapp.store.search_index import INDEX, NUMBER, Question, hits_in, question_of


def conditions(wanted: FamilyFilter, today: date) -> list[sa.ColumnElement[bool]]:
    """The conditions of a filter; all of them hold for a family in the list."""
    family = tables.Family
    found: list[sa.ColumnElement[bool]] = [_says(word) for word in wanted.words.split()]
    if wanted.status:
        found.append(family.status.in_(wanted.status))
    elif not wanted.with_closed:
        found.append(family.status != Status.CLOSED)
    if wanted.schools:
        found.append(_ids(families_at(wanted.schools)))
    if wanted.silent_since:
        found.append(~_in_touch_since(wanted.silent_since))
    if wanted.has_promise:
        found.append(_ids(_with_open_promise()))
    if wanted.lacks_consent:
        found.append(~has_consent(today))
    return found


def has_consent(day: date) -> sa.ColumnElement[bool]:
    """Whether any consent of the family holds on this day."""
    consent, family = tables.Consent, tables.Family
    own = sa.select(consent.nr).where(
        consent.worker == family.worker, consent.family == family.id, *holds_on(day)
    )
    return own.exists()


def holds_on(day: Any) -> tuple[sa.ColumnElement[bool], ...]:
    """A consent that holds on this day: given, not lapsed; on the day of withdrawal no more."""
    consent = tables.Consent
    return (
        consent.given_on <= day,
        sa.or_(consent.lapses_on.is_(None), consent.lapses_on >= day),
        sa.or_(consent.withdrawn_on.is_(None), consent.withdrawn_on > day),
    )


def running_on(day: date) -> tuple[sa.ColumnElement[bool], ...]:
    """A schooling that runs on this day; without days of its own it runs the whole school year."""
    return running_in(school_year_of(day), day)


def running_in(school_year: Any, day: Any) -> tuple[sa.ColumnElement[bool], ...]:
    """The same with a day and its school year that are values still to come."""
    schooling = tables.Schooling
    return (
        schooling.school_year == school_year,
        sa.or_(schooling.from_on.is_(None), schooling.from_on <= day),
        sa.or_(schooling.until_on.is_(None), schooling.until_on >= day),
    )


def families_at(schools: tuple[str, ...]) -> sa.Select[Any]:
    """The ids of the families with a child at one of these schools, in any year."""
    schooling, member = tables.Schooling, tables.Member
    return (
        sa.select(member.family)
        .join(
            schooling,
            sa.and_(schooling.worker == member.worker, schooling.person == member.person),
        )
        .where(schooling.school.in_(schools))
    )


def _ids(found: Any) -> sa.ColumnElement[bool]:
    return tables.Family.id.in_(found)


def _in_touch_since(day: date) -> sa.ColumnElement[bool]:
    contact, family = tables.Contact, tables.Family
    since = sa.select(contact.nr).where(
        contact.worker == family.worker, contact.family == family.id, contact.held_on >= day
    )
    return since.exists()


def _with_open_promise() -> sa.Select[Any]:
    promise = tables.FollowUp
    return sa.select(promise.family).where(promise.done_on.is_(None), promise.family.is_not(None))


def _says(word: str) -> sa.ColumnElement[bool]:
    """Whether a word begins one in a name, street, phone or school of the family, or a language."""
    question = question_of(word)
    if question is None:
        return sa.true()
    family, person, home, school = tables.Family, tables.Person, tables.Household, tables.School
    member, schooling = tables.Member, tables.Schooling
    in_family = sa.and_(member.worker == person.worker, member.person == person.id)
    at_school = sa.and_(schooling.worker == school.worker, schooling.school == school.id)
    of_pupil = sa.and_(member.worker == schooling.worker, member.person == schooling.person)
    found = sa.union_all(
        _hits(question, family, family.id),
        _hits(question, home, home.family),
        _hits(question, person, member.family, (member, in_family)),
        _hits(question, school, member.family, (schooling, at_school), (member, of_pupil)),
        sa.select(family.id).where(family.contact_language.in_(_tags(question.words[0]))),
    )
    return family.id.in_(found)


def _hits(question: Question, table: Any, wanted: Any, *joins: Any) -> sa.Select[Any]:
    """A column of, or joined to, the rows of a table that the index finds."""
    found = sa.select(wanted).select_from(INDEX).join(table, table.nr == NUMBER)
    for joined, on in joins:
        found = found.join(joined, on)
    return found.where(hits_in(table, question))


def _tags(word: str) -> list[str]:
    """The languages whose name begins with this folded word."""
    return [tag for tag, words in LANGUAGE_WORDS.items() if fold(_(words)).startswith(word)]
