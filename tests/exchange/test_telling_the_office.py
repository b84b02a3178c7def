"""Every change of what leaves becomes a line with a higher version (B12, NEG-10, EXCHANGE 12)."""

from datetime import date

import pytest
import sqlalchemy as sa
from sqlalchemy.orm import Session

from ouderapp.base.ids import Id, new_id
from ouderapp.exchange.leaving import Leaving
from ouderapp.exchange.manifest import Policy
from ouderapp.exchange.plan import Told
from ouderapp.exchange.telling import tell, told_of, told_state
from ouderapp.store import tables
from ouderapp.store.journal import last_lsn
from ouderapp.store.own import own
from tests.exchange.policies import CODED, COUNTS, DOSSIER
from tests.work_builders import a_consent, a_family, a_person

TODAY = date(2025, 4, 30)


def told(session: Session, policy: Policy = CODED, today: date = TODAY) -> dict[str, Told]:
    tell(session, Leaving(session, policy, today))
    return told_of(session, "family")


def outbox(session: Session, to_lsn: int) -> None:
    session.add(
        tables.Outbox(
            epoch_id="e" * 32,
            seq=1,
            state="made",
            kind="full",
            period="2025-04",
            level="coded",
            policy=CODED.hash,
            schema=1,
            base_lsn=0,
            to_lsn=to_lsn,
            made_at=sa.func.now(),
        )
    )


def test_a_new_record_is_told_at_its_lsn(session: Session) -> None:
    family = a_family(session)

    lsn = tell(session, Leaving(session, CODED, TODAY))

    row = told_of(session, "family")[family]
    assert (row.op, row.ver, row.lsn, row.level) == ("put", 1, lsn, "coded")
    assert lsn == last_lsn(session) == 1
    assert told_state(session).count == 1


def test_nothing_new_is_told_when_nothing_that_leaves_has_changed(session: Session) -> None:
    family = a_family(session)
    before = told(session)
    own(session, tables.Family, family).remark = "blijft hier"
    session.flush()

    assert told(session) == before


def test_a_change_is_told_with_the_next_version(session: Session) -> None:
    family = a_family(session)
    first = told(session)[family]
    own(session, tables.Family, family).status = "afgerond"
    session.flush()

    second = told(session)[family]

    assert (second.op, second.ver) == ("put", 2)
    assert second.lsn > first.lsn
    assert second.row_hash != first.row_hash


def test_a_deleted_record_is_told_once_and_may_come_back(session: Session) -> None:
    family = a_family(session)
    told(session)
    record = own(session, tables.Family, family)
    session.delete(record)
    session.flush()

    gone = told(session)[family]
    again = told(session)[family]
    session.add(tables.Family(id=family, ver=5, status="lopend", inflow="school", opened_on=TODAY))
    session.flush()
    back = told(session)[family]

    assert (gone.op, gone.ver, gone.row_hash) == ("del", 2, "")
    assert again == gone
    assert (back.op, back.ver) == ("put", 3)


def test_an_erased_record_is_told_erased_and_never_comes_back(session: Session) -> None:
    family = a_family(session)
    told(session)
    session.delete(own(session, tables.Family, family))
    session.add(tables.Tombstone(worker="", tbl="family", id=family, kind="erase"))
    session.flush()

    gone = told(session)[family]
    session.add(tables.Family(id=family, ver=5, status="lopend", inflow="school", opened_on=TODAY))
    session.flush()

    assert (gone.op, gone.ver) == ("erase", 2)
    assert told(session)[family] == gone


def test_a_deletion_may_still_become_an_erasure(session: Session) -> None:
    family = a_family(session)
    told(session)
    session.delete(own(session, tables.Family, family))
    session.flush()
    told(session)
    session.add(tables.Tombstone(worker="", tbl="family", id=family, kind="erase"))
    session.flush()

    row = told(session)[family]

    assert (row.op, row.ver) == ("erase", 3)


def test_keeping_a_family_back_takes_its_rows_out(session: Session) -> None:
    family = a_family(session)
    person = a_person(session, family)
    tell(session, Leaving(session, CODED, TODAY))
    own(session, tables.Family, family).is_kept_back = True
    session.flush()

    tell(session, Leaving(session, CODED, TODAY))

    assert told_of(session, "family")[family].op == "del"
    assert told_of(session, "person")[person].op == "del"
    assert told_state(session).count == 0


def test_a_record_that_never_left_leaves_no_trace(session: Session) -> None:
    a_family(session, is_kept_back=True)

    assert told(session) == {}


def test_a_consent_that_lapses_by_itself_is_told_above_the_last_bundle(session: Session) -> None:
    family = a_family(session)
    a_consent(session, family, purpose="kantoor_dossier", lapses_on=TODAY)
    first = told(session, DOSSIER)[family]
    reached = last_lsn(session) + 4
    outbox(session, reached)
    session.flush()

    second = told(session, DOSSIER, date(2025, 5, 1))[family]

    assert (first.level, second.level) == ("dossier", "coded")
    assert (second.ver, second.lsn) == (2, reached + 1)


def test_a_narrower_policy_takes_everything_out_but_the_totals(session: Session) -> None:
    family = a_family(session)
    count = tables.Count(
        id=new_id(), month="2025-04", indicator="contacts", dimension="kind", key="a", value=1
    )
    session.add(count)
    session.flush()
    told(session)

    gone = told(session, COUNTS)[family]

    assert gone.op == "del"
    assert told_state(session).count == 1


@pytest.mark.parametrize("rounds_", [3])
def test_the_lsn_reached_never_falls(session: Session, rounds_: int) -> None:
    family = Id("")
    reached = []
    for number in range(rounds_):
        family = a_family(session, f"Gezin {number}")
        reached.append(tell(session, Leaving(session, CODED, TODAY)))
        reached.append(tell(session, Leaving(session, CODED, TODAY)))

    assert reached == sorted(reached)
    assert family
