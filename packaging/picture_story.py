"""What the pictures of the manual need and the story does not tell; every name is invented."""

from collections.abc import Callable, Mapping
from datetime import date, time, timedelta
from typing import Any

from PySide6.QtWidgets import QTabWidget, QWidget
from sqlalchemy.orm import Session

from ouderapp.agenda.commands import make_appointment
from ouderapp.agenda.records import AppointmentDraft
from ouderapp.base.i18n import mark
from ouderapp.base.ids import Id
from ouderapp.capital.commands import make_picture
from ouderapp.capital.records import ObservationDraft, Tendency
from ouderapp.contacts.commands import delete_contact, record_contact
from ouderapp.contacts.kinds import Kind
from ouderapp.contacts.records import ContactDraft
from ouderapp.families.commands.home import add_home
from ouderapp.families.records import HomeDraft
from ouderapp.follow_up.commands import make_promise
from ouderapp.follow_up.records import By, PromiseDraft
from ouderapp.private_notes.commands import write_private_note
from ouderapp.private_notes.records import PrivateNoteDraft
from ouderapp.store import tables
from ouderapp.store.journal import action

DAY = date(2025, 5, 19)
"""A Monday with a homework class, when the story is well under way."""
STEPS = {"financieel": (1, 2), "sociaal": (1, 3), "cultureel": (1, 3), "gezondheid": (3, 3),
         "psychologisch": (1, 3)}  # fmt: skip
WORDS = {"financieel": "de factuur van school staat nu gespreid",
         "sociaal": "we kennen nu andere ouders van de klas",
         "cultureel": "we gaan zelf naar het oudercontact",
         "psychologisch": "ze vragen nu zelf uitleg in de les"}  # fmt: skip
HOME = {
    "street": "Stationsstraat",
    "number": "12",
    "postcode": "9470",
    "municipality": "Denderdorp",
}

TWICE, UNKNOWN = "twee keer genoteerd", "jongen 2B, fietssleutel"


@action(mark("Sample data"), "system")
def furnish(session: Session) -> None:
    """Fill what the story leaves empty: appointments, promises, a home, a note, the bin."""
    families = {str(row.name).split("-")[0]: row for row in session.query(tables.Family)}
    first, second = families["Makiese"], families["Yıldız"]
    families["Al"].letter_language = "ar"
    first.letter_language = "fr"
    _plan(session, Id(first.id), Id(second.id))
    _promise(session, Id(first.id), Id(second.id))
    _at_home(session, Id(first.id))
    for day, at in ((date(2024, 12, 19), 0), (date(2025, 5, 14), 1)):
        make_picture(session, [_seen(Id(first.id), day, name, at) for name in STEPS])
    words = "Moeder vertelde over haar eigen schooltijd. Volgende keer daar ruimte voor laten."
    write_private_note(session, PrivateNoteDraft(words, Id(first.id)))
    unknown = ContactDraft(DAY - timedelta(3), Kind.INFORMAL, None, UNKNOWN, time(12, 20), 5)
    _noted(session, unknown)
    gone = ContactDraft(DAY - timedelta(4), Kind.PHONE, Id(second.id), TWICE, time(9), 5)
    _noted(session, gone)


@action(mark("Sample data"))
def throw_away(session: Session) -> None:
    """One contact goes to the bin."""
    found = session.query(tables.Contact.id).filter_by(summary=TWICE, worker="").scalar()
    delete_contact(session, Id(str(found)))


def _noted(session: Session, draft: ContactDraft) -> Id:
    return Id(str(getattr(recorded := record_contact(session, draft), "id", recorded)))


def _plan(session: Session, first: Id, second: Id) -> None:
    for family, kind, starts, words in (
        (second, Kind.AT_SCHOOL, time(9, 30), "Overleg met de zorgcoördinator"),
        (first, Kind.HOME_VISIT, time(17), "Inschrijving voor volgend schooljaar"),
    ):
        make_appointment(session, AppointmentDraft(DAY, kind, family, starts, 45, words=words))


def _promise(session: Session, first: Id, second: Id) -> None:
    for family, words, by, days in (
        (first, "attest schooltoeslag opvragen", By.WORKER, -3),
        (second, "uur van het oudercontact doorgeven", By.WORKER, 2),
        (first, "rapport meebrengen", By.FAMILY, 4),
    ):
        make_promise(session, PromiseDraft(words, family, by, DAY + timedelta(days)))


def _at_home(session: Session, family: Id) -> None:
    members = session.query(tables.Member.person).filter_by(family=family, worker="")
    home = HomeDraft(date(2024, 12, 3), "Thuis", street="Voorbeeldstraat", number="12",
                     postcode="9470", municipality="Denderdorp")  # fmt: skip
    add_home(session, family, home, tuple(Id(person) for (person,) in members))


def _seen(family: Id, day: date, capital: str, at: int) -> ObservationDraft:
    step, words = STEPS[capital][at], WORDS.get(capital) if at else None
    rose = bool(at) and step > STEPS[capital][0]
    tendency = Tendency.GROWTH if rose else Tendency.SAME
    return ObservationDraft(family, day, capital, tendency, step=step, own_words=words)


def touch(name: str, window: QWidget) -> None:
    """What somebody typed or chose in a window before it is drawn."""
    TOUCHES.get(name, lambda _window: None)(window)


def _type_contact(sheet: Any) -> None:
    sheet.form.summary.set_value("samen de schooltoeslag aangevraagd, mist nog een attest")
    sheet.form.promise.set_value("attest opvragen, vrijdag")


def _type_family(sheet: Any) -> None:
    sheet.family.name.set_value("Haddad")
    sheet.family.contact_language.set_value("ar")
    for name, words in HOME.items():
        getattr(sheet.address, name).set_value(words)


def _type_letter(sheet: Any) -> None:
    if sheet.form is not None:
        sheet.form.rights.set_value("schooltoeslag\nUiTPAS met kansentarief")
        sheet.form.edited.emit()


def _search(sheet: Any) -> None:
    sheet.field.setText("mak")


def _last_tab(window: Any) -> None:
    for tabs in window.page.findChildren(QTabWidget):
        tabs.setCurrentIndex(tabs.count() - 1)


TOUCHES: Mapping[str, Callable[[Any], None]] = {
    "new_contact": _type_contact,
    "new_family": _type_family,
    "write_letter": _type_letter,
    "search": _search,
    "office_inbox": _last_tab,
}
