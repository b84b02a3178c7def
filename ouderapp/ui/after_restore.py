"""After a restore one sentence, once: from which backup this is, and what comes of it (X09)."""

from datetime import datetime
from typing import Any

from ouderapp.base.i18n import _, clock_time, long_date, mark
from ouderapp.ui.background import Background
from ouderapp.ui.news import News

PUT_BACK = mark(
    "You work on from the backup of {day} at {time}. What was here before is set aside."
)
NEXT_BUNDLE = mark("Your next bundle begins a new series: the office asks you for six words.")


def tell_of_restore(background: Background, window: Any) -> None:
    """Ask whether this store was just put back, and say so on top until it is read."""

    def tell(found: tuple[str, bool]) -> None:
        moment, is_worker = found
        if moment:
            window.show_news(News(words_of(moment), todo=_(NEXT_BUNDLE) if is_worker else ""))

    background.run(_asked, then=tell, owner=window)


def words_of(moment: str) -> str:
    """The sentence for this moment (ISO 8601, UTC)."""
    at = datetime.fromisoformat(moment).astimezone()
    return _(PUT_BACK).format(day=long_date(at.date()), time=clock_time(at.time()))


def _asked(session: Any) -> tuple[str, bool]:
    from ouderapp.store.settings import setting

    if not setting(session, "restored_from", ""):
        return "", False
    from ouderapp.backup.restoring import told_once

    return told_once(session), setting(session, "role", "worker") == "worker"
