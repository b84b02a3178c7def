"""What taking in one bundle has done to the store so far."""

from dataclasses import dataclass, field

import sqlalchemy as sa

from ouderapp.exchange.gone import Gone
from ouderapp.exchange.known_ids import KnownIds
from ouderapp.exchange.missing import Missing


@dataclass
class Import:
    """What one bundle does to the store so far.

    `is_replacing` is for a full bundle after a change of policy or schema, `is_restored` for the
    first one of an approved new epoch: both may put another content under the same version.
    `held` are the first odd rows, as many as a receipt names; `came` are the tables of the bundle.
    """

    connection: sa.Connection
    worker: str
    epoch_id: str
    is_replacing: bool = False
    is_restored: bool = False
    counts: dict[str, int] = field(
        default_factory=lambda: dict.fromkeys(("del", "erase", "give", "held", "put"), 0)
    )
    held: list[tuple[str, str, str]] = field(default_factory=list)
    returning: list[tuple[str, str, int, str]] = field(default_factory=list)
    gone: dict[str, Gone] = field(default_factory=dict)
    came: set[str] = field(default_factory=set)
    missing: dict[str, Missing] = field(default_factory=dict)
    known: KnownIds = field(init=False)

    def __post_init__(self) -> None:
        self.known = KnownIds(self.connection, self.worker)

    @property
    def keeps_ids(self) -> bool:
        """Whether rows that are missing from the bundle must be found by name."""
        return self.is_replacing or self.is_restored
