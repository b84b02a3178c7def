"""What stands above the list of families: numbers on chips, kept searches, kept order."""

from datetime import date

from sqlalchemy.orm import Session

from ouderapp.families.commands.family import close_family, open_family
from ouderapp.families.commands.searches import drop_search, save_order, save_search
from ouderapp.families.overview import SavedSearch
from ouderapp.families.queries.head import MINE, MY_SCHOOLS, chip_filter, list_head
from ouderapp.families.records import NewFamily
from ouderapp.store.settings import set_setting
from tests.families.people import a_family_draft, the_four
from tests.work_builders import a_school

TODAY = date(2025, 3, 25)


def test_every_chip_says_how_many_families_it_lets_through(session: Session) -> None:
    school = a_school(session)
    the_four(session, school=school)
    closed = open_family(session, NewFamily(a_family_draft("Osmani")))
    close_family(session, closed, "verhuisd", TODAY)
    set_setting(session, MY_SCHOOLS, [school])

    counts = list_head(session, TODAY).counts

    assert counts == {
        "all": 1,
        "mine": 1,
        "silent": 1,
        "promise": 0,
        "no_consent": 1,
        "closed": 1,
    }


def test_without_schools_of_ones_own_there_is_no_chip_for_them(session: Session) -> None:
    assert MINE not in list_head(session, TODAY).counts


def test_an_unknown_chip_lets_all_open_files_through() -> None:
    assert chip_filter("gone", TODAY) == chip_filter("all", TODAY)


def test_a_search_is_kept_once_the_newest_first_and_can_be_forgotten(session: Session) -> None:
    for words in ("haddad", "leonardo", "haddad "):
        save_search(session, words, "all")
    assert list_head(session, TODAY).searches == (
        SavedSearch("haddad", "all"),
        SavedSearch("leonardo", "all"),
    )

    drop_search(session, "haddad", "all")
    drop_search(session, "never kept", "all")

    assert list_head(session, TODAY).searches == (SavedSearch("leonardo", "all"),)


def test_eight_searches_are_kept_at_most(session: Session) -> None:
    for number in range(10):
        save_search(session, f"zoek {number}", "silent")

    assert len(list_head(session, TODAY).searches) == 8


def test_the_order_of_the_list_is_kept(session: Session) -> None:
    assert (list_head(session, TODAY).order, list_head(session, TODAY).is_descending) == (
        "name",
        False,
    )

    save_order(session, "last_contact_on", is_descending=True)

    told = list_head(session, TODAY)
    assert (told.order, told.is_descending) == ("last_contact_on", True)
