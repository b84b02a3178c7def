"""A month of work of one worker, made into a bundle with its totals."""

import shutil
from datetime import date
from pathlib import Path

from sqlalchemy.orm import Session

from ouderapp.contacts.commands import record_contact
from ouderapp.exchange.enrolment import office_of
from ouderapp.exchange.export import BundleRequest
from ouderapp.reports.commands import freeze_counts
from tests.exchange.sides import Link
from tests.work_builders import a_contact_draft, a_family


def with_counts(session: Session, _period: str) -> None:
    """The totals of this worker."""
    freeze_counts(session, office_of(session).worker)


def visit(session: Session, name: str, month: str) -> None:
    """A family and one contact in this month."""
    family = a_family(session, name)
    held_on = date.fromisoformat(f"{month}-10")
    record_contact(session, a_contact_draft(family, held_on=held_on))


def a_month(link: Link, month: str, name: str = "Haddad") -> Path:
    """One visit, and the bundle of that month."""
    link.write(visit, name, month)
    return link.path(link.make(BundleRequest(month, with_counts)))


def on_stick(file: Path, stick: Path, name: str = "") -> Path:
    """A copy on a stick, under its own name or another one."""
    return Path(shutil.copy(file, stick / (name or file.name)))
