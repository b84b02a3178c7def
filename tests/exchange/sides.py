"""Both sides of an exchange as a test drives them: link, make, hand over."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy.orm import Session

from ouderapp.exchange.answering import answer_worker, confirm_worker
from ouderapp.exchange.enrolment import confirm_office, make_worker_file, read_office_file
from ouderapp.exchange.export import BundleRequest, MadeBundle, make_bundle
from ouderapp.exchange.own_office import set_up_office
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

    def write(self, work: Any, *args: Any, **more: Any) -> Any:
        """Something the worker does, as one named act."""
        return self.worker.run(action("test")(_Named(work)), *args, **more)


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
