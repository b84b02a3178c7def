"""The keys of this vault: drawn once, kept inside the store, never shown."""

from dataclasses import dataclass

from sqlalchemy.orm import Session

from ouderapp.base.ids import new_id
from ouderapp.sealing.keys import Opener, Signer
from ouderapp.store import tables

WORKER, OFFICE = "worker", "office"


@dataclass(frozen=True, repr=False)
class OwnKeys:
    """Who signs and who opens here, and the newest enrolment manifest (empty before)."""

    role: str
    device: str
    signer: Signer
    opener: Opener
    enrolment: bytes


def own_keys(session: Session, role: str) -> OwnKeys:
    """The keys of this vault in this role, drawn when there are none yet."""
    row = session.get(tables.Identity, role)
    if row is None:
        row = tables.Identity(
            role=role,
            device=new_id(),
            sign_seed=Signer.new().seed.hex(),
            age_secret=Opener.new().secret.hex(),
        )
        session.add(row)
        session.flush()
    return OwnKeys(
        role,
        row.device,
        Signer(bytes.fromhex(row.sign_seed)),
        Opener(bytes.fromhex(row.age_secret)),
        row.enrolment or b"",
    )


def keep_enrolment(session: Session, role: str, manifest: bytes) -> None:
    """Remember the newest enrolment manifest of this vault."""
    row = session.get_one(tables.Identity, role)
    row.enrolment = manifest
    session.flush()


def renewed_keys(session: Session, role: str) -> tuple[Signer, OwnKeys]:
    """Draw new keys in place of the old ones; gives the old signer, who vouches, and the new."""
    old = own_keys(session, role).signer
    row = session.get_one(tables.Identity, role)
    row.sign_seed, row.age_secret = Signer.new().seed.hex(), Opener.new().secret.hex()
    row.enrolment = None
    session.flush()
    return old, own_keys(session, role)
