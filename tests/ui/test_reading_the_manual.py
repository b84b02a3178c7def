"""The manual works offline, and every link in it leads somewhere (O03)."""

import re

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QImage, QImageReader, QTextDocument
from PySide6.QtWidgets import QTextBrowser

from ouderapp.ui.families.tabs import tabs_there
from ouderapp.ui.help import HelpWindow, manual_folder
from ouderapp.ui.help_text import DARK, LIGHT, PICTURE, HelpText
from ouderapp.ui.look import look
from ouderapp.ui.pages import ENTRIES
from tests.ui.screen import Screen

LINK = re.compile(r"\]\(([^)]+)\)")
SHOWN = re.compile(r"!\[[^]]+\]\(([^)]+)\)")


def sizes_of(place: str) -> dict[str, tuple[int, int]]:
    """{name: width and height} of the pictures in this folder of the manual."""
    files = (manual_folder() / place).glob("*.png")
    return {file.name: QImageReader(str(file)).size().toTuple() for file in files}


def reading(screen: Screen, name: str) -> HelpText:
    """The open manual at this page."""
    window = HelpWindow.show_page(name, screen.window)
    screen.wait()
    return window.text


def shown_picture(text: HelpText) -> QImage:
    """The first picture of the page, as it is drawn."""
    name = SHOWN.search((manual_folder() / text.source().path()).read_text(encoding="utf-8"))
    assert name is not None
    found = text.document().resource(QTextDocument.ResourceType.ImageResource, QUrl(name[1]))
    assert isinstance(found, QImage)
    return found


def test_every_link_leads_to_a_page_or_a_picture_of_the_manual() -> None:
    folder = manual_folder()
    pages = {file.relative_to(folder).as_posix() for file in folder.rglob("*.*")}
    links = {
        (file.name, link)
        for file in manual_folder().glob("*.md")
        for link in LINK.findall(file.read_text(encoding="utf-8"))
    }

    assert {(page, link) for page, link in links if link.split("#")[0] not in pages} == set()


@pytest.mark.parametrize("name", [entry.name for entry in ENTRIES])
def test_every_screen_has_its_page_with_a_picture(name: str) -> None:
    """O03: F1 finds the page of this very screen."""
    text = (manual_folder() / f"{name}.md").read_text(encoding="utf-8")

    assert PICTURE.search(text), f"{name}.md shows no picture; packaging/pictures.py draws one"


@pytest.mark.parametrize("name", [tab.name for tab in tabs_there()])
def test_every_tab_of_a_file_is_shown_on_a_page(name: str) -> None:
    texts = [file.read_text(encoding="utf-8") for file in manual_folder().glob("*.md")]

    assert any(f"({LIGHT}family_{name}.png)" in text for text in texts)


def test_every_picture_has_a_dark_twin_of_the_same_size() -> None:
    """U06: who reads in the dark is not shown a white screen."""
    light = sizes_of(LIGHT)

    assert light
    assert light == sizes_of(DARK)


def test_every_picture_stands_on_its_page_and_among_all_screens() -> None:
    texts = {f.name: f.read_text(encoding="utf-8") for f in manual_folder().glob("*.md")}
    shown = {name: set(SHOWN.findall(text)) for name, text in texts.items()}
    elsewhere = set().union(*(found for name, found in shown.items() if name != "screens.md"))

    assert shown["screens.md"] == elsewhere == {f"{LIGHT}{name}" for name in sizes_of(LIGHT)}


def test_every_picture_says_in_words_what_it_shows() -> None:
    texts = [file.read_text(encoding="utf-8") for file in manual_folder().glob("*.md")]

    words = [alt for text in texts for alt, _file in PICTURE.findall(text)]

    assert [alt for alt in words if len(alt.split()) < 4 or not alt.endswith(".")] == []


def test_a_page_shows_its_picture_no_wider_than_there_is_room(screen: Screen) -> None:
    text = reading(screen, "today")

    picture = shown_picture(text)

    assert 300 < picture.deviceIndependentSize().width() <= text.viewport().width()
    assert "Vandaag: de afspraken" in text.toPlainText()


def test_a_wider_window_shows_a_wider_picture(screen: Screen) -> None:
    text = reading(screen, "today")
    before = shown_picture(text).width()

    text.window().resize(1200, 680)
    screen.wait()

    assert shown_picture(text).width() > before


def test_in_the_dark_the_dark_picture_is_shown(screen: Screen) -> None:
    text = reading(screen, "today")
    light = shown_picture(text).pixelColor(5, 5).lightness()

    look().set_scheme("dark")
    screen.wait()
    dark = shown_picture(text).pixelColor(5, 5).lightness()
    look().set_scheme("light")

    assert dark < 80 < light


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
