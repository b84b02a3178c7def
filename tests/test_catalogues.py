"""The catalogues of the screen follow the code, and the Dutch is complete."""

from pathlib import Path

import pytest
import texts
from babel.messages.catalog import Message


def test_every_text_of_the_code_stands_in_every_catalogue_with_its_translation() -> None:
    assert texts.complaints() == []


def test_updating_keeps_what_was_translated(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    catalogue = tmp_path / "nl_BE/LC_MESSAGES/ouderapp.po"
    catalogue.parent.mkdir(parents=True)
    dutch = texts.TRANSLATIONS / "nl_BE/LC_MESSAGES/ouderapp.po"
    catalogue.write_bytes(dutch.read_bytes())
    monkeypatch.setattr(texts, "TRANSLATIONS", tmp_path)
    monkeypatch.setattr(texts, "TEMPLATE", tmp_path / "ouderapp.pot")

    texts.update()

    assert 'msgstr "Dit lukte niet."' in catalogue.read_text()
    assert catalogue.read_bytes() == dutch.read_bytes()


@pytest.mark.parametrize(
    ("dutch", "complaint"),
    [
        ("", "no translation"),
        ("Verstuurd naar {kantoor}", "other places"),
        ("Het kind was afwezig op {day}", "never says"),
        ("Gelukt op {day}!", "never says"),
    ],
)
def test_a_translation_that_would_embarrass_us_is_named(dutch: str, complaint: str) -> None:
    message = Message("Sent on {day}", dutch)

    found = list(texts.wrong_with(message))

    assert len(found) == 1
    assert complaint in found[0]
