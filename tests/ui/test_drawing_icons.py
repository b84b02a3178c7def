"""The icons that travel with the program are those that it draws."""

import ast
from pathlib import Path

import ouderapp.ui
from ouderapp.base.paths import resources_folder

SCREENS = Path(ouderapp.ui.__file__).parent


def words_of_screens() -> set[str]:
    """Every text in the code of the screens."""
    return {
        node.value
        for file in SCREENS.rglob("*.py")
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }


def test_every_icon_is_drawn_somewhere() -> None:
    there = {file.stem for file in (resources_folder() / "icons").glob("*.svg")}

    assert there - words_of_screens() == set()


def test_the_licence_travels_with_the_icons() -> None:
    text = (resources_folder() / "icons" / "LICENSE").read_text(encoding="utf-8")

    assert "Phosphor" in text
    assert "MIT" in text
