"""Both sides of an exchange as a test drives them: link, make, hand over."""

import io
import json
import tarfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy.orm import Session

from ouderapp.exchange.answering import answer_worker, confirm_worker
from ouderapp.exchange.confirming import Applied, apply_receipt
from ouderapp.exchange.enrolment import confirm_office, make_worker_file, read_office_file
from ouderapp.exchange.export import BundleRequest, MadeBundle, make_bundle
from ouderapp.exchange.identity import own_keys
from ouderapp.exchange.own_office import set_up_office
from ouderapp.exchange.receive import Reception, receive
from ouderapp.sealing.envelope import open_sealed
from ouderapp.store.database import Database
from ouderapp.store.journal import action


def no_counts(_session: Session, _period: str) -> None:
    """No totals."""


REQUEST = BundleRequest("2025-04", no_counts)


@dataclass
class Link:
    """A worker and an office that know each other."""

    worker: Database
    office: Database
    worker_id: str
    key_id: str

    def make(self, request: BundleRequest = REQUEST) -> MadeBundle:
        """The worker's next bundle."""
        return make_bundle(self.worker, request)

    def path(self, made: MadeBundle) -> Path:
        """Where a made bundle stands."""
        return self.worker.paths.outbox / made.file

    def deliver(self, made: MadeBundle) -> Reception:
        """The office takes it in."""
        return receive(self.office, self.path(made))

    def confirm(self, reception: Reception) -> Applied:
        """The worker takes in the receipt."""
        assert reception.receipt is not None
        return self.worker.run(apply_receipt, reception.receipt.content)

    def write(self, work: Any, *args: Any, **more: Any) -> Any:
        """Something the worker does, as one named act."""
        return self.worker.run(action("test")(_Named(work)), *args, **more)


def payload_of(link: Link, made: MadeBundle) -> bytes:
    """The archive inside a bundle, opened with the office's key."""
    sink = io.BytesIO()
    keys = link.office.run(own_keys, "office")
    with link.path(made).open("rb") as file:
        open_sealed(file, sink, [keys.opener])
    return sink.getvalue()


def members_of(payload: bytes) -> dict[str, bytes]:
    """The members of an archive by name, read by the standard library."""
    with tarfile.open(fileobj=io.BytesIO(payload)) as tar:
        files = {member.name: tar.extractfile(member) for member in tar.getmembers()}
        return {name: file.read() for name, file in files.items() if file is not None}


def lines_of(payload: bytes) -> list[tuple[str, dict[str, Any]]]:
    """Every line with its table, in the order of the archive."""
    return [
        (name.removeprefix("records/").removesuffix(".jsonl"), json.loads(line))
        for name, content in members_of(payload).items()
        if name.startswith("records/")
        for line in content.splitlines()
    ]


class _Named:
    def __init__(self, work: Any) -> None:
        self._work = work

    def __call__(self, session: Session, *args: Any, **more: Any) -> Any:
        return self._work(session, *args, **more)


def linked(
    worker: Database, office: Database, level: str = "coded", escrow: tuple[str, ...] = ()
) -> Link:
    """Enrol a worker at an office that is set up on the way."""
    office.run(set_up_office, "Voorbeeldkantoor", "000 00 00 00", level, escrow)
    return enrolled(worker, office)


def enrolled(worker: Database, office: Database, name: str = "Medewerker 1") -> Link:
    """Enrol a worker at an office that exists."""
    file = worker.run(make_worker_file, name)
    offer = office.run(answer_worker, file)
    answer = worker.run(read_office_file, offer.answer)
    assert answer.words == offer.words
    worker.run(confirm_office, answer.manifest)
    worker_id = office.run(confirm_worker, offer.key_id)
    return Link(worker, office, worker_id, offer.key_id)
