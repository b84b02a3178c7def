"""What a worker decides at the month's end: pass over an open end, with a reason."""

from sqlalchemy.orm import Session

from ouderapp.base.i18n import mark
from ouderapp.month_end.queries import SKIPPED
from ouderapp.month_end.records import End
from ouderapp.store.journal import action
from ouderapp.store.settings import set_setting, setting


@action(mark("Open end passed over"), kind="system")
def pass_over(session: Session, month: str, end: End, reason: str) -> None:
    """Close this month although this is open, for this reason; an empty reason takes it back."""
    kept = dict(setting(session, SKIPPED, {}))
    of_month = dict(kept.get(month, {}))
    of_month.pop(end.value, None)
    if reason:
        of_month[end.value] = reason
    set_setting(session, SKIPPED, {**kept, month: of_month})
