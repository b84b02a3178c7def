"""The consent register: who agreed to what, until when, and what withdrawal does (D18)."""

from datetime import date, timedelta

import pytest
from sqlalchemy.orm import Session

from ouderapp.base.errors import FieldMissing
from ouderapp.base.forbidden import NationalNumberInText
from ouderapp.base.ids import Id, new_id
from ouderapp.consents.codes import Form, Purpose
from ouderapp.consents.commands import (
    change_consent,
    delete_consent,
    note_consent,
    withdraw_consent,
)
from ouderapp.consents.queries import consents_of, lapsing
from ouderapp.consents.records import ChildFact, ConsentDraft, State
from ouderapp.consents.rules import (
    AssentMissing,
    LapsesBeforeGiven,
    PurposeUnknown,
    WithdrawnBeforeGiven,
    decides_too,
    state_of,
)
from ouderapp.store import tables as t
from ouderapp.store.database import Database
from ouderapp.store.journal import action
from ouderapp.store.undo import undo

DAY = date(2025, 3, 20)


def _family(session: Session, status: str = "nieuw") -> tuple[Id, Id, Id]:
    """A family with a mother and a son of twelve."""
    family, mother, son = new_id(), new_id(), new_id()
    session.add(t.Family(id=family, name="Voorbeeld", status=status, inflow="zelf", opened_on=DAY))
    session.add(t.Person(id=mother, given_name="Griet", family_name="Voorbeeld"))
    session.add(t.Person(id=son, given_name="Arne", born_on=date(2012, 5, 21)))
    session.flush()
    return family, mother, son


@action("Family made")
def _kept_family(session: Session) -> tuple[Id, Id, Id]:
    return _family(session)


def _draft(family: Id, mother: Id, **more: object) -> ConsentDraft:
    plain = {"purpose": Purpose.SHARE_CLB, "form": Form.WRITTEN, "given_on": DAY}
    return ConsentDraft(family=family, given_by=(mother,), **{**plain, **more})  # type: ignore[arg-type]


def test_a_consent_is_found_back_with_the_names_of_who_gave_it(session: Session) -> None:
    family, mother, _son = _family(session)

    note_consent(session, _draft(family, mother))

    row = consents_of(session, family, DAY)[0]
    assert (row.giver_names, row.state) == (("Griet Voorbeeld",), State.HOLDS)


def test_a_new_file_is_running_from_its_first_consent_on(session: Session) -> None:
    family, mother, _son = _family(session)

    note_consent(session, _draft(family, mother))

    assert session.query(t.Family).one().status == "lopend"


def test_a_consent_of_nobody_is_refused(session: Session) -> None:
    family, mother, _son = _family(session)

    with pytest.raises(FieldMissing) as refused:
        note_consent(session, ConsentDraft(family, Purpose.PHOTO, Form.ORAL, DAY))

    assert refused.value.field == "given_by"
    assert mother


def test_a_child_of_twelve_must_agree_too(session: Session) -> None:
    """D18: from 12 years on; the same son is still eleven a year before."""
    family, mother, son = _family(session)

    with pytest.raises(AssentMissing):
        note_consent(session, _draft(family, mother, person=son))

    assert note_consent(session, _draft(family, mother, person=son, has_assent=True))
    young = _draft(family, mother, person=son, given_on=date(2024, 5, 20))
    assert note_consent(session, young)


def test_withdrawal_acts_from_that_day_on(session: Session) -> None:
    family, mother, _son = _family(session)
    id_ = note_consent(session, _draft(family, mother))

    withdraw_consent(session, id_, date(2025, 4, 4))

    assert consents_of(session, family, date(2025, 4, 3))[0].state == State.HOLDS
    assert consents_of(session, family, date(2025, 4, 4))[0].state == State.WITHDRAWN


def test_a_consent_cannot_be_taken_back_before_it_was_given(session: Session) -> None:
    family, mother, _son = _family(session)
    id_ = note_consent(session, _draft(family, mother))

    with pytest.raises(WithdrawnBeforeGiven):
        withdraw_consent(session, id_, date(2025, 3, 19))


def test_an_end_before_the_beginning_is_refused(session: Session) -> None:
    family, mother, _son = _family(session)

    with pytest.raises(LapsesBeforeGiven):
        note_consent(session, _draft(family, mother, lapses_on=date(2025, 3, 19)))


def test_an_unknown_purpose_is_refused(session: Session) -> None:
    family, mother, _son = _family(session)

    with pytest.raises(PurposeUnknown):
        note_consent(session, _draft(family, mother, purpose="alles"))


def test_a_rijksregisternummer_in_the_note_is_refused(session: Session) -> None:
    """P07, NEG-06."""
    family, mother, _son = _family(session)

    with pytest.raises(NationalNumberInText) as refused:
        note_consent(session, _draft(family, mother, note="85.07.30-033.28"))

    assert refused.value.field == "note"


def test_consents_that_end_soon_are_listed_first_to_end_first(session: Session) -> None:
    family, mother, _son = _family(session)
    for days in (40, 20, 10):
        note_consent(session, _draft(family, mother, lapses_on=DAY + timedelta(days)))

    found = lapsing(session, DAY)

    assert [row.lapses_on for row in found] == [DAY + timedelta(10), DAY + timedelta(20)]


def test_a_change_is_kept(session: Session) -> None:
    family, mother, _son = _family(session)
    id_ = note_consent(session, _draft(family, mother))

    change_consent(session, id_, _draft(family, mother, form=Form.ORAL))

    assert consents_of(session, family, DAY)[0].form == Form.ORAL


def test_a_deleted_consent_is_named_by_no_referral_and_comes_back_with_undo(
    database: Database,
) -> None:
    family, mother, _son = database.run(_kept_family)
    id_ = database.run(note_consent, _draft(family, mother))

    database.run(delete_consent, id_)
    gone = database.run(consents_of, family, DAY)
    database.run(undo)

    assert gone == []
    assert len(database.run(consents_of, family, DAY)) == 1


@pytest.mark.parametrize(
    ("given", "lapses", "withdrawn", "expected"),
    [
        (DAY, None, None, State.HOLDS),
        (DAY, DAY, None, State.HOLDS),
        (date(2025, 3, 21), None, None, State.TO_COME),
        (date(2025, 1, 1), date(2025, 3, 19), None, State.LAPSED),
        (date(2025, 1, 1), None, DAY, State.WITHDRAWN),
        (date(2025, 1, 1), None, date(2025, 3, 21), State.HOLDS),
    ],
)
def test_the_state_on_a_day(
    given: date, lapses: date | None, withdrawn: date | None, expected: State
) -> None:
    assert state_of(given, lapses, withdrawn, DAY) == expected


@pytest.mark.parametrize(
    ("child", "expected"),
    [
        (ChildFact(date(2013, 3, 20), 2013), True),
        (ChildFact(date(2013, 3, 21), 2013), False),
        (ChildFact(None, 2013), True),
        (ChildFact(None, 2014), False),
        (ChildFact(None, None), True),
        (ChildFact(date(2012, 2, 29), 2012), True),
    ],
)
def test_who_decides_too(child: ChildFact, expected: bool) -> None:
    assert decides_too(child, DAY) == expected
