"""Prullenmand on screen: what was deleted, putting it back, and emptying that asks once (D24)."""

from datetime import date, timedelta

import sqlalchemy as sa
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QMessageBox
from sqlalchemy.orm import Session

from ouderapp.base import clock
from ouderapp.base.ids import Id, new_id
from ouderapp.contacts.commands import delete_contact, record_contact
from ouderapp.store import tables
from ouderapp.store.journal import action
from ouderapp.store.own import own
from ouderapp.store.removal import remove
from ouderapp.ui.bin.page import BinPage
from ouderapp.ui.bin.words import KINDS
from tests.ui.screen import Screen
from tests.work_builders import a_contact_draft, a_family, a_person

DAY = date(2025, 3, 21)


@action("test")
def a_contact(session: Session) -> tuple[Id, Id]:
    family = a_family(session)
    a_person(session, family)
    draft = a_contact_draft(family, summary="samen school gebeld", held_on=DAY)
    return family, record_contact(session, draft).id


@action("test")
def a_deleted_note(session: Session) -> None:
    facts = {"noted_on": DAY, "lapses_on": DAY + timedelta(days=365), "words": "heel stil gezegd"}
    note = tables.PrivateNote(id=new_id(), **facts)
    session.add(note)
    session.flush()
    session.delete(note)
    session.flush()


@action("test")
def delete_family(session: Session, family: Id) -> None:
    remove(session, own(session, tables.Family, family))


def contacts(screen: Screen) -> int:
    number: int = screen.run(lambda s: s.scalar(sa.select(sa.func.count(tables.Contact.nr))))
    return number


def test_an_empty_bin_says_so_and_offers_nothing(screen: Screen) -> None:
    screen.open("bin")

    assert "De prullenmand is leeg." in screen.words()
    assert "Terugzetten" not in screen.buttons()


def test_a_deleted_contact_tells_what_it_said_whose_and_how_long_it_stays(
    screen: Screen,
) -> None:
    with clock.standing_at(DAY):
        _family, contact = screen.run(a_contact)
        screen.run(delete_contact, contact)
    with clock.standing_at(DAY + timedelta(days=3)):
        screen.open("bin")

        (row,) = screen.table("Prullenmand").rows()

    assert row == ["Contact “samen school gebeld”", "Haddad", "", "vr 21/03", "27 dagen"]


def test_enter_puts_back(screen: Screen) -> None:
    with clock.standing_at(DAY):
        _family, contact = screen.run(a_contact)
        screen.run(delete_contact, contact)
        page = screen.open("bin")
        assert isinstance(page, BinPage)

        screen.press("Return", on=page.view)

        assert contacts(screen) == 1
        assert "De prullenmand is leeg." in screen.words()


def test_a_contact_whose_family_is_gone_too_brings_it_back_and_says_so(screen: Screen) -> None:
    """UX 2.16: parent gone too puts both back and says so."""
    with clock.standing_at(DAY):
        family, contact = screen.run(a_contact)
        screen.run(delete_contact, contact)
        screen.run(delete_family, family)
        screen.open("bin")
        screen.table("Prullenmand").select("Contact “samen school gebeld”")

        screen.click("Terugzetten")

        assert "Teruggezet, samen met: " in screen.message()
        assert "gezin" in screen.message()
        assert contacts(screen) == 1


def test_a_family_says_how_much_went_along(screen: Screen) -> None:
    with clock.standing_at(DAY):
        family, _contact = screen.run(a_contact)
        screen.run(delete_family, family)
        screen.open("bin")

        (row,) = screen.table("Prullenmand").rows()

    assert row[:3] == ["Gezin", "Haddad", "2 stukken mee"]


def test_emptying_asks_once_and_then_nothing_comes_back(screen: Screen) -> None:
    with clock.standing_at(DAY):
        _family, contact = screen.run(a_contact)
        screen.run(delete_contact, contact)
        screen.open("bin")
        screen.click("Prullenmand nu leegmaken…")
        assert len(screen.table("Prullenmand")) == 1
        assert "Ongedaan maken kan niet." in _asked(screen)

        screen.click("Leegmaken")

        assert "De prullenmand is leeg." in screen.words()
        assert "1 stuk is definitief weg" in screen.message()


def test_staying_out_of_it_keeps_everything(screen: Screen) -> None:
    with clock.standing_at(DAY):
        _family, contact = screen.run(a_contact)
        screen.run(delete_contact, contact)
        screen.open("bin")
        screen.click("Prullenmand nu leegmaken…")

        screen.click("Annuleren")

        assert len(screen.table("Prullenmand")) == 1


def test_a_private_note_in_the_bin_does_not_tell_what_it_said(screen: Screen) -> None:
    with clock.standing_at(DAY):
        screen.run(a_deleted_note)
        screen.open("bin")

        (row,) = screen.table("Prullenmand").rows()

    assert row[0] == "Vertrouwelijke notitie"


def test_every_table_has_a_word() -> None:
    assert set(KINDS) == set(tables.RECORDS.all())


def test_the_table_keeps_the_rules_of_qt_s_models(screen: Screen) -> None:
    page = screen.open("bin")
    assert isinstance(page, BinPage)

    tester = QAbstractItemModelTester(page.view.rows)

    assert tester.model() is page.view.rows


def _asked(screen: Screen) -> str:
    (box,) = screen.window.findChildren(QMessageBox)
    return box.informativeText()
