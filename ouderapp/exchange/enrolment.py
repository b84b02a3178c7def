"""The worker's side of an enrolment: a file out, an answer in, six words, pins (FORMAT.md 4)."""

from dataclasses import asdict, dataclass
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from ouderapp.base.errors import Problem
from ouderapp.base.i18n import mark
from ouderapp.exchange.enrolment_file import (
    Read,
    Vouch,
    common_fields,
    enrolment_file,
    is_vouched,
    read_enrolment,
    vouch,
)
from ouderapp.exchange.identity import WORKER, keep_enrolment, own_keys, renewed_keys
from ouderapp.exchange.manifest import (
    Address,
    EnrolOffice,
    EnrolWorker,
    Policy,
    manifest_bytes,
    manifest_hash,
)
from ouderapp.exchange.refusals.worker_side import EnrolOther, OfficeFileOlder
from ouderapp.exchange.series import own_epoch
from ouderapp.sealing.spoken import enrolment_words
from ouderapp.store import tables
from ouderapp.store.journal import moment as stored_moment
from ouderapp.store.settings import setting

WAITING, CONFIRMED, FORMER = "waiting", "confirmed", "former"


class NotEnrolled(Problem):
    """No office was confirmed yet, so nothing can be sealed for it."""

    message = mark("This laptop is not linked to an office yet.")
    hint = mark("Link it first: give your office the enrolment file and open its answer.")


class PracticeStaysHere(Problem):
    """Practice files are linked to no office, and no bundle comes from them (O02)."""

    message = mark("These are the practice files: nothing of them goes to an office.")
    hint = mark("Close the practice files and open your own.")


@dataclass(frozen=True)
class OfficeOffer:
    """An office's answer, to show beside the six words; `manifest` names it when confirming.

    `is_known` says that the keys are the pinned ones and only the policy is new, `is_renewed`
    that the old key vouches for the new one.
    """

    manifest: str
    org_name: str
    phone: str
    worker_name: str
    policy: Policy
    words: tuple[str, ...]
    is_known: bool
    is_renewed: bool


@dataclass(frozen=True)
class Office:
    """The office to which this laptop is linked."""

    org: str
    org_name: str
    phone: str
    office_epoch_id: str
    sign_key: bytes
    recipients: tuple[Address, ...]
    policy: Policy
    worker: str
    worker_name: str


def make_worker_file(session: Session, name: str, *, renew: bool = False) -> bytes:
    """The enrolment file of this laptop; `renew` draws new keys that the old ones vouch for.

    Raises PracticeStaysHere.
    """
    check_real(session)
    word, keys = Vouch(), own_keys(session, WORKER)
    if renew:
        old, keys = renewed_keys(session, WORKER)
        word = vouch(old, keys.signer.public, [keys.opener.recipient])
    manifest = EnrolWorker(
        **_any(common_fields("enrol_worker")),
        device=keys.device,
        name=name,
        prev_key=word.prev_key,
        prev_sig=word.prev_sig,
        recipient=keys.opener.recipient,
        sign_key=keys.signer.public.hex(),
    )
    keep_enrolment(session, WORKER, manifest_bytes(manifest))
    return enrolment_file(manifest, keys.signer)


def read_office_file(session: Session, raw: bytes) -> OfficeOffer:
    """Take in the office's answer without trusting it yet.

    Raises enrol_other for the answer to another file, office_file_older for an older policy of
    the same office, and what `read_enrolment` raises.
    """
    manifest, read = read_enrolment(raw, EnrolOffice)
    own = own_keys(session, WORKER).enrolment
    if manifest.worker_file != manifest_hash(own):
        raise EnrolOther
    pinned = _pin(session, CONFIRMED)
    is_known = pinned is not None and _has_same_keys(pinned, manifest)
    if is_known and pinned and manifest.policy.serial < pinned.policy["serial"]:
        raise OfficeFileOlder
    is_renewed = pinned is not None and is_vouched(manifest, bytes.fromhex(pinned.sign_key))
    _keep(session, manifest, read, is_renewed)
    words = enrolment_words(own, read.raw)
    return OfficeOffer(
        read.hash,
        manifest.org_name,
        manifest.phone,
        manifest.worker_name,
        manifest.policy,
        words,
        is_known,
        is_renewed,
    )


def confirm_office(session: Session, manifest: str) -> Office:
    """A person said that the words are the same: pin the office and begin a series of bundles.

    With other keys than before the next bundle repeats everything. Raises PracticeStaysHere.
    """
    check_real(session)
    waiting = session.get(tables.Pin, manifest)
    if waiting is None:
        raise EnrolOther
    before = _pin(session, CONFIRMED)
    epoch = own_epoch(session)
    if before is not None and before is not waiting:
        epoch.must_be_full = epoch.must_be_full or before.sign_key != waiting.sign_key
        before.state = FORMER
    waiting.state = CONFIRMED
    session.flush()
    return office_of(session)


def check_real(session: Session) -> None:
    """Raises PracticeStaysHere in the practice files."""
    if setting(session, "is_practice", False):
        raise PracticeStaysHere


def drop_office(session: Session, manifest: str) -> None:
    """The words differ: forget the answer, nothing is linked."""
    session.execute(
        sa.delete(tables.Pin).where(tables.Pin.manifest == manifest, tables.Pin.state == WAITING)
    )


def office_of(session: Session) -> Office:
    """The confirmed office; raises NotEnrolled."""
    pin = _pin(session, CONFIRMED)
    if pin is None:
        raise NotEnrolled
    return Office(
        pin.org,
        pin.org_name,
        pin.phone,
        pin.office_epoch_id,
        bytes.fromhex(pin.sign_key),
        tuple(Address(**address) for address in pin.recipients),
        policy_from(pin.policy),
        pin.worker,
        pin.worker_name,
    )


def policy_from(body: dict[str, Any]) -> Policy:
    """A policy as the store holds it."""
    return Policy(**(body | {"dossier": tuple(body["dossier"])}))


def _pin(session: Session, state: str) -> tables.Pin | None:
    return session.scalars(sa.select(tables.Pin).where(tables.Pin.state == state)).first()


def _has_same_keys(pin: tables.Pin, manifest: EnrolOffice) -> bool:
    recipients = [asdict(one) for one in manifest.recipients]
    found = (manifest.org, manifest.sign_key, manifest.worker, recipients)
    return found == (pin.org, pin.sign_key, pin.worker, pin.recipients)


def _keep(session: Session, manifest: EnrolOffice, read: Read, is_renewed: bool) -> None:
    if session.get(tables.Pin, read.hash) is not None:
        return
    session.execute(sa.delete(tables.Pin).where(tables.Pin.state == WAITING))
    session.add(
        tables.Pin(
            manifest=read.hash,
            state=WAITING,
            org=manifest.org,
            org_name=manifest.org_name,
            phone=manifest.phone,
            office_epoch_id=manifest.office_epoch_id,
            sign_key=manifest.sign_key,
            recipients=[asdict(one) for one in manifest.recipients],
            policy=asdict(manifest.policy),
            worker=manifest.worker,
            worker_name=manifest.worker_name,
            is_renewed=is_renewed,
            at=stored_moment(),
        )
    )
    session.flush()


def _any(fields: dict[str, object]) -> dict[str, Any]:
    return fields
