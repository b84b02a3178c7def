"""J13: the battery died; one sentence says what was kept, and nothing was lost (C08, Y16, Y17)."""

from datetime import date

import pytest
from PySide6.QtTest import QTest

from ouderapp.base.ids import Id
from ouderapp.families.commands.family import open_family
from ouderapp.families.records import FamilyDraft, NewFamily
from ouderapp.store.drafts import keep_draft
from ouderapp.store.sittings import begin_sitting
from ouderapp.ui.follow_up.sheet import PromiseSheet
from tests.ui.screen import Screen


@pytest.fixture
def family(screen: Screen) -> Id:
    return Id(screen.run(open_family, NewFamily(FamilyDraft("Haddad", date(2025, 3, 1)))))


def break_off(screen: Screen, family: Id) -> None:
    """A sitting in which somebody types, and that never ends."""
    screen.run(begin_sitting)
    sheet = PromiseSheet(screen.background, screen.window, family=family)
    sheet.open_beside()
    screen.wait()
    QTest.keyClicks(sheet.form.words.line, "formulier vragen")
    sheet.keep_now()
    screen.wait()
    sheet.hide()


def test_what_was_typed_is_told_with_its_size_and_is_back(screen: Screen, family: Id) -> None:
    break_off(screen, family)

    screen.window.return_to({})
    screen.wait()

    assert "ouderapp sloot onverwacht af op" in screen.message()
    assert "Nieuwe belofte (16 tekens)" in screen.message()

    screen.click("Bekijken")
    screen.click("Verder werken")
    again = PromiseSheet(screen.background, screen.window, family=family)
    again.open_beside()
    screen.wait()

    assert again.form.words.value() == "formulier vragen"


def test_after_a_clean_end_nothing_is_said(screen: Screen, family: Id) -> None:
    """Y17."""
    screen.window.return_to({})
    screen.wait()
    screen.run(keep_draft, "contact/1", {"summary": "blijft liggen"})
    screen.window.close()
    screen.wait()
    screen.window.show()

    screen.window.return_to({})
    screen.wait()

    assert screen.message() == ""
