"""The office and the worker of the vectors, with the published keys in their stores."""

from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from ouderapp.sealing.keys import recipient_hash
from ouderapp.store import tables
from ouderapp.store.database import Database
from ouderapp.store.journal import moment
from tests.exchange import vector_parts as parts

STATES = {
    "worker": "confirmed",
    "colleague": "confirmed",
    "revoked": "revoked",
    "waiting": "waiting",
}


def become_office(session: Session, level: str = "coded") -> None:
    """Give this store the office of the vectors; the policy before was `dossier`."""
    session.add(
        tables.Office(
            org=parts.ORG,
            name="Voorbeeldkantoor",
            phone="000 00 00 00",
            office_epoch_id=parts.id32("office epoch"),
        )
    )
    session.add(_identity("office"))
    for serial, one in enumerate(("dossier", level), 1):
        policy = parts.policy(one)
        session.add(
            tables.OfficePolicy(serial=serial, hash=parts.hash_of(policy), body=policy, at=moment())
        )
    for name in ("office", "second office", "escrow"):
        recipient = parts.OPENERS[name].recipient
        hash_ = recipient_hash(recipient).hex()
        role = "escrow" if name == "escrow" else "office"
        session.add(tables.OfficeRecipient(hash=hash_, recipient=recipient, role=role))
    for name, state in STATES.items():
        session.add(_writer(name, state))


def _identity(name: str) -> tables.Identity:
    return tables.Identity(
        role=name,
        device=parts.DEVICE,
        sign_seed=parts.SIGNERS[name].seed.hex(),
        age_secret=parts.OPENERS[name].secret.hex(),
    )


def _writer(name: str, state: str) -> tables.Writer:
    is_worker = name == "worker"
    worker = parts.WORKER if is_worker else parts.id32(name)
    return tables.Writer(
        key_id=parts.SIGNERS[name].key_id.hex(),
        worker=worker,
        name=f"Medewerker {name}",
        device=parts.DEVICE if is_worker else parts.id32(f"{name} device"),
        sign_key=parts.SIGNERS[name].public.hex(),
        recipient=parts.OPENERS["worker"].recipient,
        state=state,
        worker_file=b"",
        office_file=b"",
        at=moment(),
    )


def make_heads(session: Session) -> None:
    """The rows that are locked while a bundle goes in, one a worker."""
    for worker in {parts.WORKER, *(parts.id32(name) for name in STATES if name != "worker")}:
        session.add(tables.Head(worker=worker, facts={}))


def image_of(database: Database) -> dict[str, list[Any]]:
    """Everything in a store but the inbox, which remembers what was refused."""

    def rows(session: Session) -> dict[str, list[Any]]:
        return {
            table.name: [tuple(row) for row in session.execute(sa.select(table))]
            for table in tables.Base.metadata.sorted_tables
            if table.name != "inbox"
        }

    return database.run(rows)
