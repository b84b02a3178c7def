"""The office of this vault: who it is, its policies, and for whom bundles are encrypted."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass, replace

import sqlalchemy as sa
from sqlalchemy.orm import Session

from ouderapp.base.errors import Problem
from ouderapp.base.i18n import mark
from ouderapp.base.ids import new_id
from ouderapp.exchange.enrolment import policy_from
from ouderapp.exchange.identity import OFFICE, own_keys
from ouderapp.exchange.manifest import Address, Policy
from ouderapp.sealing.keys import recipient_hash
from ouderapp.store import tables
from ouderapp.store.journal import moment


class NoOffice(Problem):
    """This vault does not have the role of an office yet."""

    message = mark("No office was set up here yet.")
    hint = mark("Set up the office first: its name and its telephone number.")


@dataclass(frozen=True)
class OwnOffice:
    """This office as enrolment files and receipts name it; `recipients` in the agreed order."""

    org: str
    name: str
    phone: str
    office_epoch_id: str
    policy: Policy
    recipients: tuple[Address, ...]


def set_up_office(
    session: Session, name: str, phone: str, level: str = "coded", escrow: Iterable[str] = ()
) -> OwnOffice:
    """Make this vault an office: keys, organisation, first policy, receivers of bundles.

    An office that was set up before stays as it is.
    """
    if session.scalars(sa.select(tables.Office)).first() is not None:
        return own_office(session)
    session.add(tables.Office(org=new_id(), name=name, phone=phone, office_epoch_id=new_id()))
    add_recipient(session, own_keys(session, OFFICE).opener.recipient, "office")
    for recipient in escrow:
        add_recipient(session, recipient, "escrow")
    _keep_policy(session, Policy(0, (), new_id(), level, False, 1))
    return own_office(session)


def own_office(session: Session) -> OwnOffice:
    """The office of this vault; raises NoOffice."""
    row = session.scalars(sa.select(tables.Office)).first()
    if row is None:
        raise NoOffice
    return OwnOffice(
        row.org,
        row.name,
        row.phone,
        row.office_epoch_id,
        policies(session)[0],
        _addresses(session),
    )


def change_policy(session: Session, level: str) -> Policy:
    """Sign another level from now on: every worker gets it with a new answer to its file."""
    policy = policies(session)[0]
    changed = replace(policy, level=level, serial=policy.serial + 1)
    _keep_policy(session, changed)
    return changed


def policies(session: Session) -> list[Policy]:
    """The policy in force and the one before it, newest first."""
    newest = sa.select(tables.OfficePolicy.body).order_by(tables.OfficePolicy.serial.desc())
    return [policy_from(body) for body in session.scalars(newest.limit(2))]


def add_recipient(session: Session, recipient: str, role: str) -> None:
    """Another key for which bundles are encrypted from now on; role `office` or `escrow`."""
    hash_ = recipient_hash(recipient).hex()
    session.merge(
        tables.OfficeRecipient(hash=hash_, recipient=recipient, role=role, is_former=False)
    )
    session.flush()


def retire_recipient(session: Session, recipient: str) -> None:
    """This key gets no new bundles; those on their way still name it."""
    row = session.get_one(tables.OfficeRecipient, recipient_hash(recipient).hex())
    row.is_former = True
    session.flush()


def known_recipients(session: Session) -> frozenset[str]:
    """The hashes of all receivers, current and former."""
    return frozenset(session.scalars(sa.select(tables.OfficeRecipient.hash)))


def _addresses(session: Session) -> tuple[Address, ...]:
    rows = session.scalars(
        sa.select(tables.OfficeRecipient).where(tables.OfficeRecipient.is_former.is_(False))
    )
    in_order = sorted(rows, key=lambda row: (row.role != "office", row.recipient))
    return tuple(Address(row.recipient, row.role) for row in in_order)


def _keep_policy(session: Session, policy: Policy) -> None:
    session.add(
        tables.OfficePolicy(
            serial=policy.serial, hash=policy.hash, body=asdict(policy), at=moment()
        )
    )
    session.flush()
