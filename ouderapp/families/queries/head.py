"""What stands above the list of families: chips with their numbers, kept searches, the order."""

from datetime import date, timedelta

from sqlalchemy.orm import Session

from ouderapp.base.ids import Id
from ouderapp.families.codes import Status
from ouderapp.families.commands.searches import ORDER, SEARCHES
from ouderapp.families.overview import FamilyFilter, ListHead, SavedSearch
from ouderapp.families.queries.listing import count_families
from ouderapp.store.settings import setting

MY_SCHOOLS, SILENT_DAYS = "my_schools", 42


def list_head(session: Session, today: date) -> ListHead:
    """Chips with how many families each lets through, kept searches, schools of the worker."""
    schools = tuple(Id(one) for one in setting(session, MY_SCHOOLS, []))
    chips = {name: chip_filter(name, today, schools) for name in CHIPS}
    counts = {
        name: count_families(session, wanted, today)
        for name, wanted in chips.items()
        if name != MINE or schools
    }
    order, is_descending = setting(session, ORDER, ["name", False])
    searches = tuple(SavedSearch(words, chip) for words, chip in setting(session, SEARCHES, []))
    return ListHead(counts, searches, schools, order, bool(is_descending))


ALL, MINE, SILENT, PROMISE, NO_CONSENT, CLOSED = CHIPS = (
    "all",
    "mine",
    "silent",
    "promise",
    "no_consent",
    "closed",
)


def chip_filter(name: str, today: date, schools: tuple[Id, ...] = ()) -> FamilyFilter:
    """What a chip lets through; an unknown one all that are open.

    Silent: no contact in the last six weeks.
    """
    filters = {
        MINE: FamilyFilter(schools=schools),
        SILENT: FamilyFilter(silent_since=today - timedelta(days=SILENT_DAYS)),
        PROMISE: FamilyFilter(has_promise=True),
        NO_CONSENT: FamilyFilter(lacks_consent=True),
        CLOSED: FamilyFilter(status=(Status.CLOSED,)),
    }
    return filters.get(name, FamilyFilter())
