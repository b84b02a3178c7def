"""What the tests of the contact dialog share: opening it, and looking at what was kept."""

from datetime import date

from PySide6.QtTest import QTest
from sqlalchemy.orm import Session

from ouderapp.base.ids import Id
from ouderapp.contacts.commands import record_contact
from ouderapp.contacts.queries.lists import contacts_of
from ouderapp.contacts.records import ContactRow
from ouderapp.store.drafts import drafts
from ouderapp.store.journal import action
from ouderapp.ui.contacts.quick import QuickContact
from tests.ui.screen import Screen
from tests.work_builders import a_contact_draft, a_family, a_person

TODAY = date(2025, 3, 25)
KEPT_AFTER_MS = 450


@action("test")
def haddad(session: Session) -> Id:
    """A family with a mother and a daughter; the mother was there last time."""
    family = a_family(session, "Haddad", contact_language="ar")
    mother = a_person(session, family)
    a_person(session, family, "Sara", "dochter")
    facts = {"held_on": date(2025, 3, 10), "persons": (mother,), "initiative": "gezin"}
    record_contact(session, a_contact_draft(family, **facts))
    return family


def sheet(screen: Screen, about: object = None) -> QuickContact:
    """The dialog, in front and filled."""
    made = screen.window.open_sheet("new_contact", about)
    assert isinstance(made, QuickContact)
    screen.wait()
    return made


def newest(screen: Screen, family: Id) -> ContactRow:
    """The newest contact of a family."""
    row = screen.run(contacts_of, family)[0]
    assert isinstance(row, ContactRow)
    return row


def kept(screen: Screen) -> list[str]:
    """The notes of the drafts that the store keeps."""
    return [body["summary"] for _name, body in screen.run(drafts)]


def rest(screen: Screen) -> None:
    """As long as it takes for a draft to be kept."""
    QTest.qWait(KEPT_AFTER_MS)
    screen.wait()
