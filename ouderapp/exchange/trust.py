"""Whom the office believes, and the order in which a manifest is judged (FORMAT.md 14.2)."""

from collections.abc import Mapping
from dataclasses import dataclass

import sqlalchemy as sa
from sqlalchemy.orm import Session

from ouderapp.exchange.answering import REVOKED
from ouderapp.exchange.enrolment import FORMER, WAITING
from ouderapp.exchange.identity import OFFICE, own_keys
from ouderapp.exchange.manifest import OLDEST_SCHEMA, SCHEMA, Bundle, Policy
from ouderapp.exchange.member_list import check_members
from ouderapp.exchange.own_office import known_recipients, own_office, policies
from ouderapp.exchange.records import RANK
from ouderapp.exchange.refusals.sender import (
    DeviceWrong,
    OrgWrong,
    PolicyExceeded,
    PolicyUnknown,
    RecipientCount,
    RecipientUnknown,
    RecipientWrong,
    SchemaNewer,
    SchemaTooOld,
    SenderNotConfirmed,
    SenderRevoked,
    SenderUnknown,
    SignatureWrong,
    WorkerWrong,
)
from ouderapp.sealing.envelope import is_manifest_signed, signer_of
from ouderapp.sealing.keys import Opener, Signer, recipient_hash
from ouderapp.store import tables


@dataclass(frozen=True)
class Sender:
    """A laptop the office was told about; `state` is waiting, confirmed, former or revoked."""

    key_id: str
    worker: str
    name: str
    device: str
    sign_key: bytes
    recipient: str
    state: str


@dataclass(frozen=True, repr=False)
class Trust:
    """Everything the office needs to judge a bundle before it opens a transaction."""

    org: str
    office_epoch_id: str
    signer: Signer
    opener: Opener
    senders: Mapping[str, Sender]
    recipients: frozenset[str]
    policies: tuple[Policy, ...]

    @property
    def own_recipient(self) -> str:
        """The hash of this office's own recipient."""
        return recipient_hash(self.opener.recipient).hex()


def trust_of(session: Session) -> Trust:
    """What this office trusts now; raises NoOffice."""
    office, keys = own_office(session), own_keys(session, OFFICE)
    writers = session.scalars(sa.select(tables.Writer))
    senders = {
        row.key_id: Sender(
            row.key_id,
            row.worker,
            row.name,
            row.device,
            bytes.fromhex(row.sign_key),
            row.recipient,
            row.state,
        )
        for row in writers
    }
    return Trust(
        office.org,
        office.office_epoch_id,
        keys.signer,
        keys.opener,
        senders,
        known_recipients(session),
        tuple(policies(session)),
    )


def verified_sender(trust: Trust, signature: bytes, manifest: bytes) -> Sender:
    """Who signed these bytes; nothing is read as JSON before.

    Raises sender_unknown and signature_wrong.
    """
    sender = trust.senders.get(signer_of(signature).hex())
    if sender is None:
        raise SenderUnknown
    if not is_manifest_signed(manifest, signature, sender.sign_key):
        raise SignatureWrong
    return sender


def check_manifest(trust: Trust, sender: Sender, bundle: Bundle, stanzas: int) -> None:
    """Judge a verified manifest in the agreed order.

    `stanzas` is the number of receivers that the envelope shows. Raises schema_…, org_wrong,
    worker_wrong, device_wrong, sender_…, recipient_…, member_list, row_table.
    """
    check_schema(bundle.schema)
    if bundle.org != trust.org:
        raise OrgWrong
    if bundle.worker != sender.worker:
        raise WorkerWrong
    if bundle.device != sender.device:
        raise DeviceWrong
    check_state(sender)
    _check_recipients(trust, bundle, stanzas)
    check_members(bundle)


def check_schema(schema: int, oldest: int = OLDEST_SCHEMA, newest: int = SCHEMA) -> None:
    """Whether rows of this schema can be read here; raises schema_newer, schema_too_old."""
    if schema > newest:
        raise SchemaNewer(need=schema, have=newest)
    if schema < oldest:
        raise SchemaTooOld(have=schema)


def check_state(sender: Sender) -> None:
    """Whether this laptop may deliver; raises sender_not_confirmed, sender_revoked."""
    if sender.state == WAITING:
        raise SenderNotConfirmed
    if sender.state in (REVOKED, FORMER):
        raise SenderRevoked


def _check_recipients(trust: Trust, bundle: Bundle, stanzas: int) -> None:
    if trust.own_recipient not in bundle.recipients:
        raise RecipientWrong
    if not trust.recipients.issuperset(bundle.recipients):
        raise RecipientUnknown
    if len(bundle.recipients) != stanzas:
        raise RecipientCount


def check_policy(trust: Trust, bundle: Bundle) -> None:
    """Whether the bundle follows the policy in force, or the one before if that was no wider.

    Raises policy_unknown and policy_exceeded.
    """
    current = trust.policies[0]
    followed = next((one for one in trust.policies if one.hash == bundle.policy), None)
    if followed is None:
        raise PolicyUnknown
    is_wider = RANK[followed.level] > RANK[current.level]
    if is_wider or bundle.level != followed.level:
        raise PolicyExceeded
