"""The frame: places, history, undo, facts and actions (UX 2.1, 2.2)."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, ClassVar

import pytest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QWidget

from ouderapp.base.i18n import mark
from ouderapp.store.journal import action
from ouderapp.store.settings import set_setting, setting
from ouderapp.store.tables import PrivateNote
from ouderapp.ui import pages
from ouderapp.ui.actions import ACTS
from ouderapp.ui.background import Background
from ouderapp.ui.facts import Fact
from ouderapp.ui.page import Crumb, Page
from ouderapp.ui.pages import Entry, places
from tests.ui.screen import Screen


@action(mark("Note kept"))
def keep_note(session: Any, words: str) -> None:
    day = date(2025, 3, 24)
    session.add(PrivateNote(id="0" * 32, noted_on=day, lapses_on=day, words=words))


def notes(session: Any) -> list[str]:
    return [note.words for note in session.query(PrivateNote).all()]


class PaperPage(Page):
    """A page that counts how often it was asked, and can print."""

    name: ClassVar = "paper"
    title: ClassVar = mark("Letters")
    tables: ClassVar = frozenset({"private_note"})

    def __init__(self, background: Background, parent: QWidget | None = None) -> None:
        super().__init__(background, parent)
        self.asked = 0
        self.seen: object = None
        self.printed = False
        self.line = QLineEdit()
        self.body.addWidget(self.line)
        self.set_title("Haddad", "Stationsstraat")
        self.set_crumbs(Crumb("Gezinnen", "families"), Crumb("Haddad", "paper"))

    def look_at(self, about: Any) -> None:
        self.seen = about

    def reload(self) -> None:
        self.asked += 1

    def about(self) -> object:
        return self.seen

    def acts(self) -> Mapping[str, Callable[[], object]]:
        return {"print": self._print}

    def state(self) -> dict[str, Any]:
        return {"line": self.line.text()}

    def restore(self, state: Mapping[str, Any]) -> None:
        self.line.setText(state["line"])

    def _print(self) -> None:
        self.printed = True


@pytest.fixture(autouse=True)
def _paper(monkeypatch: pytest.MonkeyPatch) -> None:
    entry = Entry("paper", "unused:Unused", parent="families")
    monkeypatch.setitem(pages.BY_NAME, "paper", entry)
    true_found = pages.found
    monkeypatch.setattr(
        "ouderapp.ui.main_window.found",
        lambda where: PaperPage if where == entry.where else true_found(where),
    )


@pytest.fixture
def page(screen: Screen) -> PaperPage:
    opened = screen.open("paper", "a" * 32)
    assert isinstance(opened, PaperPage)
    return opened


def test_the_sidebar_has_the_nine_destinations_in_order(screen: Screen) -> None:
    words = [one.text() for one in screen.window.sidebar.buttons.values()]

    assert words == [
        "Vandaag", "Gezinnen", "Tijdlijn", "Huiswerkklas", "Brieven", "Sociale kaart", "Rapporten",
        "Maandafsluiting", "Instellingen",
    ]  # fmt: skip


def test_the_title_of_the_window_never_names_a_family(screen: Screen, page: PaperPage) -> None:
    """X05."""
    assert screen.window.windowTitle() == "Brieven — ouderapp"
    assert page.seen == "a" * 32


def test_a_page_about_a_family_keeps_its_place_lit(screen: Screen, page: PaperPage) -> None:
    assert page.name == "paper"
    assert [name for name, one in screen.window.sidebar.buttons.items() if one.isChecked()] == [
        "families"
    ]


def test_back_and_forward_bring_the_same_page_with_half_typed_text(
    screen: Screen, page: PaperPage
) -> None:
    page.line.setText("half een zin")
    screen.open("settings")

    screen.do("back")

    assert screen.window.page is page
    assert page.line.text() == "half een zin"
    screen.do("forward")
    assert screen.window.page is not page


def test_a_page_asks_again_when_one_of_its_tables_is_written(
    screen: Screen, page: PaperPage
) -> None:
    before = page.asked

    screen.run(keep_note, "Sint-Jozef")

    assert page.asked == before + 1


def test_a_page_stays_calm_when_other_tables_are_written(screen: Screen, page: PaperPage) -> None:
    before = page.asked

    screen.run(set_setting, "colour", "groen")

    assert page.asked == before
    assert screen.run(setting, "colour") == "groen"


def test_an_act_can_be_undone_and_done_again_by_its_name(screen: Screen) -> None:
    """Y18."""
    screen.run(keep_note, "Sint-Jozef")
    offered = screen.window.undo_bar.words
    screen.do("undo")
    undone, after_undo = screen.window.undo_bar.words, screen.run(notes)
    screen.do("redo")

    assert (offered, undone) == ("Note kept", "Ongedaan gemaakt: Note kept")
    assert (after_undo, screen.run(notes)) == ([], ["Sint-Jozef"])


def test_undo_with_nothing_to_undo_says_so(screen: Screen) -> None:
    screen.do("undo")

    assert screen.message().startswith("Er is niets om ongedaan te maken.")


def test_the_undo_bar_takes_no_focus_and_undoes(screen: Screen, page: PaperPage) -> None:
    page.line.setFocus()
    screen.run(keep_note, "Sint-Jozef")
    held = QApplication.focusWidget()

    screen.click("Ongedaan maken")

    assert held is page.line
    assert screen.run(notes) == []


def test_a_written_change_is_told_as_saved(screen: Screen) -> None:
    screen.run(keep_note, "Sint-Jozef")

    assert screen.window.facts.saved_words.startswith("Bewaard om ")


def test_the_page_in_front_does_the_actions_it_offers(screen: Screen, page: PaperPage) -> None:
    screen.do("print")

    assert page.printed


def test_an_action_that_cannot_be_done_here_says_why(screen: Screen) -> None:
    """U09."""
    screen.open("settings")

    screen.do("print")

    assert screen.message() == "Op dit scherm is er niets om af te drukken."


def test_a_fact_opens_the_page_behind_it(screen: Screen) -> None:
    screen.window.facts.show_fact("backup", Fact("Back-up: vandaag 08:40", "settings", "warn"))

    screen.click("Back-up: vandaag 08:40")

    assert screen.window.page is not None
    assert screen.window.page.name == "settings"


def test_where_the_person_was_comes_back_with_her_half_typed_text(
    screen: Screen, page: PaperPage
) -> None:
    """X04."""
    page.line.setText("half een zin")
    where = screen.window.where()
    page.line.setText("")
    screen.open("settings")

    screen.window.return_to(where)

    assert screen.window.page is page
    assert page.line.text() == "half een zin"


def test_panes_follow_each_other_with_f6(screen: Screen, page: PaperPage) -> None:
    page.line.setFocus()

    screen.do("previous_pane")

    assert QApplication.focusWidget() is screen.window.sidebar.buttons["families"]
    screen.do("next_pane")
    assert page.isAncestorOf(QApplication.focusWidget() or screen.window)


def test_up_and_down_walk_through_the_sidebar(screen: Screen, page: PaperPage) -> None:
    screen.window.sidebar.focus_lit()

    screen.press("Down")

    assert QApplication.focusWidget() is screen.window.sidebar.buttons["timeline"]
    assert page.name == "paper"


def test_sections_follow_each_other_with_page_keys(screen: Screen) -> None:
    screen.open("reports")

    screen.do("next")
    screen.do("next")

    assert screen.window.history.here == ("settings", None)


def test_help_opens_the_page_of_the_screen_and_the_contents_otherwise(
    screen: Screen, page: PaperPage
) -> None:
    """O03."""
    screen.do("help")

    assert "Inhoud" in screen.buttons()
    assert page.name == "paper"


def test_the_crumbs_lead_back(screen: Screen, page: PaperPage) -> None:
    asked: list[str] = []
    page.open_asked.connect(lambda name, _about: asked.append(name))
    crumb = next(one for one in page.findChildren(QPushButton) if one.text() == "Gezinnen")

    crumb.click()

    assert asked == ["families"]
    assert screen.window.history.here == ("families", None)


def test_every_destination_has_its_action() -> None:
    acts = {act.id for act in ACTS}

    assert {f"go_{entry.name}" for entry in places()} <= acts


def test_every_menu_and_every_action_has_words(screen: Screen) -> None:
    """U01."""
    words = [one.text() for one in screen.window.actions_by_id.values()]

    menus = [one.text().replace("&", "") for one in screen.window.menuBar().actions()]
    assert all(words)
    assert menus == ["Bestand", "Bewerken", "Gezin", "Ga naar", "Beeld", "Hulp"]


def test_practice_files_carry_their_mark_on_every_page(screen: Screen) -> None:
    """O02."""
    screen.window.mark_as_practice()

    seen = []
    for name in ("settings", "keys"):
        screen.open(name)
        seen.append("Oefenbestand: niemand hierin bestaat echt" in screen.words())
    assert seen == [True, True]
