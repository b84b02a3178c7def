"""What the program promises and cannot promise stands in the manual, in plain words (O03, X12)."""

import re

import pytest
from PySide6.QtWidgets import QPushButton, QTabWidget, QTextBrowser

from ouderapp.ui.help import HelpWindow, manual_folder
from ouderapp.ui.settings.about import AboutTab
from tests.ui.screen import Screen

# Every limit of the threat model (SECURITY 1.4 and 17), by a word that only it uses.
LIMITS = (
    *("toetsenlezer", "beheerder", "dwingt", "door een ander programma vervangt", "terugleggen"),
    *("wachtrij van de printer", "buiten ouderapp bewaart", "Slaapstand", "BitLocker", "die liegt"),
    *("hele geheugen", "Niemand van buiten", "SSD", "herstelblad", "twee mensen", "kantoor merkt"),
    *("kwantumcomputer", "makers niet", "stroompanne"),
)
LONGEST_SENTENCE = 25


@pytest.fixture
def page() -> str:
    """The page as it is written."""
    return (manual_folder() / "promises.md").read_text(encoding="utf-8")


def test_the_page_is_listed_in_the_contents() -> None:
    contents = (manual_folder() / "index.md").read_text(encoding="utf-8")

    assert "[Wat ouderapp belooft, en wat niet](promises.md)" in contents


def test_every_limit_is_named(page: str) -> None:
    text = " ".join(page.split())

    assert [limit for limit in LIMITS if limit not in text] == []


def test_its_sentences_are_short(page: str) -> None:
    plain = re.sub(r"[*#\[\]-]|\([^)]*\.md\)", " ", page)
    sentences = re.split(r"[.:]\s|\n\s*\n", plain)

    long = [line for line in sentences if len(line.split()) > LONGEST_SENTENCE]

    assert long == []


def test_the_settings_open_it(screen: Screen) -> None:
    settings = screen.open("settings")
    tabs = settings.findChild(QTabWidget)
    about = settings.findChild(AboutTab)
    assert isinstance(tabs, QTabWidget)
    assert isinstance(about, AboutTab)
    tabs.setCurrentWidget(about)

    (opens,) = [one for one in about.findChildren(QPushButton) if "belooft" in one.text()]
    opens.click()

    window = screen.window.findChild(HelpWindow)
    assert isinstance(window, HelpWindow)
    assert "Wat ouderapp niet kan beloven" in window.findChildren(QTextBrowser)[0].toPlainText()
