"""A family with something of everything in its file, and one with nothing, for tests of screens."""

from datetime import date

from PySide6.QtGui import QAction
from sqlalchemy.orm import Session

from ouderapp.base.ids import Id, new_id
from ouderapp.store import tables
from ouderapp.store.journal import action
from ouderapp.ui.families.page import FamilyPage
from tests.families.people import Four, the_four
from tests.ui.screen import Screen
from tests.work_builders import a_consent, a_family, a_school

DAY = date(2025, 3, 25)


@action("test")
def a_whole_family(session: Session) -> Four:
    """Haddad with a school, a contact, a late promise and a consent."""
    four = the_four(session, school=a_school(session, "Leonardo college"))
    a_consent(session, four.family)
    contact = {"held_on": date(2025, 3, 10), "kind": "huisbezoek", "initiative": "gezin"}
    session.add(
        tables.Contact(
            id=new_id(), family=four.family, minutes=45, persons=(four.mother,),
            summary="samen schooltoeslag aangevraagd", **contact,
        )
    )  # fmt: skip
    promise = {"by": "werker", "noted_on": DAY, "due_on": date(2025, 3, 21)}
    session.add(
        tables.FollowUp(id=new_id(), family=four.family, words="attest opvragen", **promise)
    )
    family = session.get_one(tables.Family, 1)
    family.remark, family.interpreter = "niet bellen na 18 u", "sociaal_tolk"
    return four


@action("test")
def an_empty_family(session: Session) -> Id:
    return a_family(session, "Osmani")


def page_of(screen: Screen, family: Id, tab: str = "overview") -> FamilyPage:
    page = screen.open("family", (family, tab))
    assert isinstance(page, FamilyPage)
    return page


def menu(page: FamilyPage) -> dict[str, QAction]:
    return {one.text(): one for one in page._menu._menu.actions() if one.text()}
