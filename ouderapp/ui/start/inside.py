"""The first work in an open store: what kind it is, where the person was, who she is."""

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date, timedelta
from importlib import import_module
from typing import TYPE_CHECKING, Any

from ouderapp.base.clock import today
from ouderapp.base.i18n import long_date
from ouderapp.ui.start.reasons import USUAL

if TYPE_CHECKING:
    from ouderapp.ui.background import Background
    from ouderapp.ui.start.first_start import Begun


WEEK = timedelta(days=7)
SOON = (
    "store.database", "store.bin", "private_notes.commands", "ui.main_window", "ui.locking",
    "ui.standing_facts", "ui.today.page",
)  # fmt: skip
"""What the first page needs; named here, so that they are not imported with this module."""


@dataclass(frozen=True)
class Inside:
    """What the window needs to know before it is made."""

    role: str = "worker"
    lock_minutes: int = USUAL
    where: Mapping[str, Any] = field(default_factory=dict)
    lacks_sheet: bool = False
    """There is no recovery sheet, and that was not said for a week."""


def warm_up() -> None:
    """Import what the store and the first page need, while the passphrase is being typed.

    Babel reads the names of the days when a day is first shown: that is done here too.
    """
    for module in SOON:
        import_module(f"ouderapp.{module}")
    from ouderapp.store.database import get_ready

    get_ready()
    long_date(today())


def warm_page(where: str) -> None:
    """Import a page before it is asked for; one that is missing is told when it is opened."""
    from ouderapp.ui.pages import found

    with suppress(ImportError, AttributeError):
        found(where)


def look_inside(session: Any) -> Inside:
    """What was kept the last time."""
    from ouderapp.store.settings import setting

    return Inside(
        role=setting(session, "role", "worker"),
        lock_minutes=int(setting(session, "lock_minutes", USUAL)),
        where=setting(session, "where", {}),
        lacks_sheet=remind_of_sheet(session),
    )


def remind_of_sheet(session: Any) -> bool:
    """Whether to say that there is no recovery sheet: once a week, noted now (SECURITY 4.6)."""
    from ouderapp.store.settings import set_setting, setting

    last = date.fromisoformat(setting(session, "sheet_reminded_on", "2000-01-01"))
    is_due = last <= today() - WEEK and not setting(session, "has_recovery_sheet", True)
    if is_due:
        set_setting(session, "sheet_reminded_on", today().isoformat())
    return is_due


def keep_where(session: Any, where: Mapping[str, Any]) -> None:
    """Keep where the person is, for after the lock: the sitting ended as it should."""
    from ouderapp.store.settings import set_setting
    from ouderapp.store.sittings import end_sitting

    set_setting(session, "where", dict(where))
    end_sitting(session)


def let_go(background: "Background") -> None:
    """Forget what has had its time: lapsed private notes, what lay in the bin too long, and of
    old changes what they did not change."""
    from ouderapp.private_notes.commands import forget_lapsed_notes
    from ouderapp.store.bin import empty_bin
    from ouderapp.store.compaction import compact_journal

    background.run(forget_lapsed_notes)
    background.run(empty_bin, only_expired=True)
    background.run(compact_journal)


def begin_work(session: Any, *, begun: "Begun") -> Inside:
    """Keep what was said at the first start."""
    from ouderapp.office.commands import make_office
    from ouderapp.office.records import OfficeDraft
    from ouderapp.profile.commands import save_profile
    from ouderapp.profile.records import Profile
    from ouderapp.store.settings import set_setting

    set_setting(session, "role", begun.role)
    set_setting(session, "has_recovery_sheet", begun.has_sheet)
    set_setting(session, "sheet_reminded_on", today().isoformat())
    profile = Profile(name=begun.name, organisation=begun.organisation, phone=begun.phone)
    save_profile(session, profile)
    if begun.role == "office" and begun.organisation.strip() and begun.phone.strip():
        make_office(session, OfficeDraft(begun.organisation, begun.phone))
    first = "month_end" if begun.wants_coupling and begun.role == "worker" else ""
    return Inside(role=begun.role, where={"step": [first, None]} if first else {})


def is_filled(session: Any) -> bool:
    """Whether the practice files hold their story."""
    from ouderapp.store.settings import setting

    return bool(setting(session, "is_practice", False))


def tell_filled(session: Any) -> Inside:
    """The practice files hold their story from now on."""
    from ouderapp.store.settings import set_setting

    set_setting(session, "is_practice", True)
    return look_inside(session)
