"""Sentences of letters: `update` and `check` the catalogue of each language of the reader."""

import re
import sys
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po
from texts import MOMENT, PLACE, ROOT, TRANSLATIONS, as_bytes

from ouderapp.letters.sentences import LEAFLET_SENTENCES

LETTERS = ROOT / "ouderapp" / "letters"
KEYWORDS = {"letter_text": None}
# Letters and leaflet are whole in these; the others hold the leaflet for parents.
WHOLE = ("nl", "fr", "en", "tr", "ar")
# Words that a letter to a parent or a partner never says.
UNWANTED = re.compile(r"doorverwijz|gelieve|indien |cliënt|!", re.IGNORECASE)
HEAD = """# Sentences of letters, in the language of the reader.
# Checked by a native speaker: {checked}"""
CHECKED = re.compile(r"Checked by a native speaker:[ \t]*(.*)")


def catalogues() -> list[Path]:
    """The .po of every language of a reader."""
    return sorted((TRANSLATIONS / "letters").glob("*/LC_MESSAGES/letters.po"))


def language_of(path: Path) -> str:
    """The language of one catalogue."""
    return path.parent.parent.name


def sources() -> list[str]:
    """Every English sentence of a letter, sorted."""
    found = extract_from_dir(LETTERS, keywords=KEYWORDS, comment_tags=())
    return sorted({str(text) for _file, _line, text, _comments, _context in found if text})


def present(path: Path) -> Catalog:
    """The catalogue as it lies there."""
    with path.open("rb") as file:
        return read_po(file, locale=language_of(path))


def written(path: Path, sentences: dict[str, str], checked: str) -> bytes:
    """The file with every sentence of the code, and who has read it."""
    catalogue = Catalog(
        locale=language_of(path),
        project="ouderapp letters",
        version="1",
        msgid_bugs_address="",
        charset="utf-8",
        creation_date=MOMENT,
        revision_date=MOMENT,
        fuzzy=False,
        copyright_holder="ouderapp",
        last_translator="ouderapp",
        language_team="ouderapp",
        header_comment=HEAD.format(checked=checked),
    )
    for source in sources():
        catalogue.add(source, sentences.get(source, ""))
    return as_bytes(catalogue)


def updated(path: Path) -> bytes:
    """The catalogue as it should be: sentences of the code, translations that are there."""
    catalogue = present(path)
    sentences = {str(row.id): str(row.string) for row in catalogue if row.id}
    said = CHECKED.search(catalogue.header_comment)
    return written(path, sentences, said[1].strip() if said else "no")


def complaints() -> list[str]:
    """What is wrong with the catalogues; empty when they are complete and up to date."""
    found = []
    for path in catalogues():
        name = f"letters/{language_of(path)}"
        if path.read_bytes() != updated(path):
            found.append(f"{name} is behind the code: run packaging/letter_texts.py update")
        for row in present(path):
            found += [f"{name}: {row.id!r} {what}" for what in _wrong(row, language_of(path))]
    return found


def _wrong(row: Message, language: str) -> Iterator[str]:
    source, sentence = str(row.id), str(row.string)
    if not source:
        return
    if not sentence:
        if language in WHOLE or source in LEAFLET_SENTENCES:
            yield "has no translation"
    elif sorted(PLACE.findall(source)) != sorted(PLACE.findall(sentence)):
        yield "has other places in its translation"
    elif UNWANTED.search(sentence):
        yield "uses a word or sign that a letter never says"


def update() -> None:
    """Write every catalogue anew, keeping the translations that are there."""
    for path in catalogues():
        path.write_bytes(updated(path))


def main(words: list[str]) -> int:
    """Run one command; 1 when `check` finds something."""
    match words:
        case ["update"]:
            update()
        case ["check"]:
            found = complaints()
            print("\n".join(found) or "sentences of letters complete and up to date")
            return 1 if found else 0
        case _:
            print("python packaging/letter_texts.py update | check")
            return 2
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
