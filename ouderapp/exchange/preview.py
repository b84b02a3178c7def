"""What the next bundle would hold, family by family: a bundle made and taken back (B07)."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from ouderapp.base import canonical, clock
from ouderapp.base.i18n import mark
from ouderapp.exchange.enrolment import office_of
from ouderapp.exchange.export import BundleRequest, next_plan
from ouderapp.exchange.leaving import Leaving
from ouderapp.exchange.lines import Lines
from ouderapp.exchange.withholding import Standpoint
from ouderapp.store import tables
from ouderapp.store.journal import action, pen_of


@dataclass(frozen=True)
class RowPreview:
    """One line of the next bundle; `data` is empty for what the office deletes."""

    op: str
    table: str
    id: str
    level: str
    data: Mapping[str, Any]


@dataclass
class FamilyPreview:
    """What leaves about one family; `level` is empty when nothing does, and `why` says why.

    `why` is kept_back, withdrawn or only_counts.
    """

    family: str
    name: str
    level: str
    why: str
    rows: list[RowPreview] = field(default_factory=list)


@dataclass(frozen=True)
class Preview:
    """The next bundle: its kind and level, each family, and the rows about no family."""

    org_name: str
    level: str
    kind: str
    families: tuple[FamilyPreview, ...]
    others: tuple[RowPreview, ...]

    @property
    def totals(self) -> dict[str, int]:
        """How many lines per operation: put, del, erase."""
        return dict(Counter(row.op for row in self.rows()))

    def rows(self) -> Iterator[RowPreview]:
        """Every line of the bundle."""
        for one in self.families:
            yield from one.rows
        yield from self.others


@action(mark("Bundle looked through"), kind="system")
def preview(session: Session, request: BundleRequest) -> Preview:
    """Make the next bundle as far as its lines, and take everything back.

    Raises NotEnrolled and RowUnfit, as making it would.
    """
    office = office_of(session)
    leaving = Leaving(session, office.policy, clock.today())
    with session.begin_nested() as trial:
        plan = next_plan(session, office, request, leaving)
        lines = Lines(session, leaving, plan, office.policy.level)
        rows = [_row(table, raw) for table, raw in lines.everything()]
        homes = _homes(session)
        trial.rollback()
    # Nothing has changed, so no page needs to look again.
    pen_of(session).written.clear()
    session.expire_all()
    found = _families(session, leaving.standpoints)
    others = tuple(row for row in rows if not _put_under(found, homes, row))
    level, kind = office.policy.level, plan.kind
    return Preview(office.org_name, level, kind, tuple(found.values()), others)


def _row(table: str, raw: bytes) -> RowPreview:
    line: dict[str, Any] = canonical.decode_object(raw[:-1])
    return RowPreview(line["op"], table, line["id"], line["level"], line["data"] or {})


def _families(session: Session, points: Mapping[str, Standpoint]) -> dict[str, FamilyPreview]:
    family = tables.Family
    named = session.execute(
        sa.select(family.id, family.name).where(family.worker == "").order_by(family.name)
    )
    return {
        row.id: FamilyPreview(row.id, row.name or "", points[row.id].level, points[row.id].why)
        for row in named
    }


def _homes(session: Session) -> dict[str, str]:
    """For each person one family, so that its rows stand somewhere."""
    member = tables.Member
    pairs = session.execute(sa.select(member.person, member.family).where(member.worker == ""))
    return {row.person: row.family for row in pairs}


def _put_under(
    found: Mapping[str, FamilyPreview], homes: Mapping[str, str], row: RowPreview
) -> bool:
    """Put a row under its family; whether there is one."""
    family = found.get(_family_of(row, homes))
    if family is not None:
        family.rows.append(row)
    return family is not None


def _family_of(row: RowPreview, homes: Mapping[str, str]) -> str:
    if row.table == "family":
        return row.id
    person = row.id if row.table == "person" else row.data.get("person") or ""
    return row.data.get("family") or homes.get(person, "")
