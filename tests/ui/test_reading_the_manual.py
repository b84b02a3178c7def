"""The manual works offline, and every link in it leads somewhere (O03)."""

import re

import pytest
from PySide6.QtWidgets import QTextBrowser

from ouderapp.ui.help import HelpWindow, manual_folder
from tests.ui.screen import Screen

LINK = re.compile(r"\]\(([^)]+)\)")


def test_every_link_leads_to_a_page_of_the_manual() -> None:
    pages = {file.name for file in manual_folder().glob("*.md")}
    links = {
        (file.name, link)
        for file in manual_folder().glob("*.md")
        for link in LINK.findall(file.read_text(encoding="utf-8"))
    }

    assert {(page, link) for page, link in links if link.split("#")[0] not in pages} == set()


def test_no_link_leads_outside() -> None:
    """Y32."""
    texts = [file.read_text(encoding="utf-8") for file in manual_folder().glob("*.md")]

    assert not any("http" in text for text in texts)


@pytest.mark.parametrize(
    ("name", "words"), [("unlock", "Ontgrendelen"), ("nowhere", "Handleiding")]
)
def test_a_screen_without_a_page_of_its_own_shows_the_contents(
    screen: Screen, name: str, words: str
) -> None:
    window = HelpWindow.show_page(name, screen.window)
    screen.wait()

    text = window.findChild(QTextBrowser)
    assert isinstance(text, QTextBrowser)
    assert words in text.toPlainText()


def test_the_manual_opens_once(screen: Screen) -> None:
    first = HelpWindow.show_page("unlock", screen.window)

    assert HelpWindow.show_page("keys", screen.window) is first
