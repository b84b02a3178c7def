"""What may be told about a store without naming anybody."""

from dataclasses import dataclass

import sqlalchemy as sa
from sqlalchemy.orm import Session


@dataclass(frozen=True)
class StoreFacts:
    """The schema of the store and its size in whole megabytes, at least 1."""

    schema: str
    megabytes: int


def facts(session: Session) -> StoreFacts:
    """The facts of the open store."""
    pages = int(session.scalar(sa.text("SELECT page_count FROM pragma_page_count")) or 0)
    size = int(session.scalar(sa.text("SELECT page_size FROM pragma_page_size")) or 0)
    schema = session.scalar(sa.text("SELECT version_num FROM alembic_version")) or ""
    return StoreFacts(str(schema), max(1, round(pages * size / 1_000_000)))
