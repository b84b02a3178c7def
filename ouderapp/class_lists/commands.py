"""Taking in a class list: every chosen pupil in one act, which one undo takes back."""

import sqlalchemy as sa
from sqlalchemy.orm import Session

from ouderapp.base import clock
from ouderapp.base.i18n import mark
from ouderapp.base.ids import Id
from ouderapp.base.roles import Role
from ouderapp.class_lists.problems import NothingChosen
from ouderapp.class_lists.records import ClassListDraft, Deal, Imported, PlannedPupil, Pupil
from ouderapp.families.codes import Inflow, Status
from ouderapp.families.commands.family import open_family
from ouderapp.families.commands.schooling import add_schooling
from ouderapp.families.records import (
    FamilyDraft,
    MemberDraft,
    NewFamily,
    NewMember,
    PersonDraft,
    SchoolingDraft,
)
from ouderapp.store import tables
from ouderapp.store.journal import action
from ouderapp.store.settings import set_setting, setting

HEADINGS, MOST_HEADINGS = "class_list_headings", 60


@action(mark("Class list taken in"))
def import_class_list(session: Session, draft: ClassListDraft) -> Imported:
    """Open a file for each new pupil, and write the class with each who is known.

    The file has the name of the pupil's family, status new, and came by the school. What headings
    meant is remembered. Raises NothingChosen, and the problems of `open_family`; then nothing at
    all is written.
    """
    new = [one for one in draft.pupils if one.deal == Deal.NEW]
    classes = [one for one in draft.pupils if one.deal == Deal.CLASS and one.known]
    if not new and not classes:
        raise NothingChosen
    for one in new:
        open_family(session, _family_of(one.pupil, draft))
    for one in classes:
        _note_class(session, one, draft)
    if draft.headings:
        kept = {**setting(session, HEADINGS, {}), **draft.headings}
        set_setting(session, HEADINGS, dict(list(kept.items())[-MOST_HEADINGS:]))
    return Imported(len(new), len(classes))


def _family_of(pupil: Pupil, draft: ClassListDraft) -> NewFamily:
    family = FamilyDraft(
        name=pupil.family_name or pupil.given_name,
        opened_on=clock.today(),
        inflow=Inflow.SCHOOL,
        status=Status.NEW,
    )
    person = PersonDraft(
        given_name=pupil.given_name,
        family_name=pupil.family_name,
        birth_year=pupil.birth_year,
    )
    child = NewMember(person, MemberDraft(Role.CHILD), _schooling(pupil, draft))
    return NewFamily(family, (child,))


def _schooling(pupil: Pupil, draft: ClassListDraft) -> SchoolingDraft | None:
    if draft.school is None and not pupil.class_name:
        return None
    return SchoolingDraft(draft.school, draft.school_year, class_name=pupil.class_name)


def _note_class(session: Session, one: PlannedPupil, draft: ClassListDraft) -> None:
    """The class at this school in this year: the one that is there changes, else it is added."""
    schooling = _schooling(one.pupil, draft)
    if one.known is None or schooling is None:
        return
    row = tables.Schooling
    at_school = row.school == draft.school if draft.school else row.school.is_(None)
    there = session.scalars(
        sa.select(row)
        .where(row.worker == "", row.person == one.known.person, at_school)
        .where(row.school_year == draft.school_year)
        .order_by(row.nr.desc())
    ).first()
    if there is None:
        add_schooling(session, Id(one.known.person), schooling)
    elif there.class_name != one.pupil.class_name:
        there.class_name, there.year_stream = one.pupil.class_name, None
        session.flush()
