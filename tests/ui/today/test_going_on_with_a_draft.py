"""Vandaag names everything that was begun and not saved, and leads back to it (J13)."""

from datetime import date

import pytest
from PySide6.QtTest import QTest

from ouderapp.base.ids import Id
from ouderapp.families.commands.family import open_family
from ouderapp.families.records import FamilyDraft, NewFamily
from ouderapp.ui.follow_up.sheet import PromiseSheet
from ouderapp.ui.private_notes.tab import NoteSheet
from tests.ui.screen import Screen

BEGUN = "Begonnen en niet bewaard"


@pytest.fixture
def family(screen: Screen) -> Id:
    return Id(screen.run(open_family, NewFamily(FamilyDraft("Haddad", date(2025, 3, 1)))))


def test_a_promise_that_was_half_typed_stands_there_and_opens_its_family(
    screen: Screen, family: Id
) -> None:
    sheet = PromiseSheet(screen.background, screen.window, family=family)
    sheet.open_beside()
    screen.wait()
    QTest.keyClicks(sheet.form.words.line, "formulier vragen")
    sheet.close()
    screen.wait()
    screen.open("today")

    assert "formulier vragen" in str(screen.table(BEGUN).rows())
    screen.click("Verder werken")

    assert screen.window.history.here == ("family", family)


def test_of_a_private_note_only_that_it_was_begun_is_told(screen: Screen, family: Id) -> None:
    sheet = NoteSheet(screen.background, family, screen.window)
    sheet.open_beside()
    screen.wait()
    QTest.keyClicks(sheet.form.words.text, "alleen voor mij")
    sheet.close()
    screen.wait()

    screen.open("today")

    assert "Vertrouwelijke notitie" in str(screen.table(BEGUN).rows())
    assert "alleen voor mij" not in str(screen.table(BEGUN).rows())
