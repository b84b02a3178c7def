"""Texts on screen: `extract`, `update`, `check` and `compile` the gettext catalogues."""

import io
import re
import sys
import tomllib
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parent.parent
TRANSLATIONS = ROOT / "translations"
TEMPLATE = TRANSLATIONS / "ouderapp.pot"
KEYWORDS = {"_": None, "mark": None, "ngettext": (1, 2), "pgettext": ((1, "c"), 2)}
# Catalogues carry no moment of making: the same code always gives the same bytes.
MOMENT = datetime(2026, 11, 23, tzinfo=UTC)
PLACE = re.compile(r"\{[^}]*\}")
# Words that the screen never says, and why is in CONTRIBUTING.md.
UNWANTED = re.compile(r"afwezig|wachtwoord|cliënt|!", re.IGNORECASE)


def catalogues() -> list[Path]:
    """The .po of every language of the screen."""
    return sorted(TRANSLATIONS.glob("*/LC_MESSAGES/ouderapp.po"))


def extracted(language: str | None = None) -> Catalog:
    """Every text in the code, without translation."""
    version = re.findall(r'__version__ = "(.+)"', (ROOT / "ouderapp/__init__.py").read_text())[0]
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["babel"]
    catalogue = Catalog(
        locale=language,
        project="ouderapp",
        version=version,
        charset="utf-8",
        creation_date=MOMENT,
        revision_date=MOMENT,
        fuzzy=False,
        copyright_holder="ouderapp",
        last_translator="ouderapp",
        language_team="ouderapp",
    )
    found = extract_from_dir(
        ROOT / "ouderapp",
        method_map=[(row["pattern"], row["method"]) for row in settings["mappings"]],
        keywords=KEYWORDS,
        comment_tags=(),
    )
    for filename, _line, text, _comments, context in sorted(found, key=lambda row: row[:2]):
        catalogue.add(text, None, [(f"ouderapp/{filename}", 0)], context=context)
    return catalogue


def updated(path: Path) -> Catalog:
    """The catalogue as it should be: every text of the code, with the translation it has now."""
    language = path.parent.parent.name
    with path.open("rb") as source:
        present = read_po(source, locale=language)
    catalogue = extracted(language)
    for message in texts(catalogue):
        before = present.get(message.id, message.context)
        if before is not None:
            message.string = before.string
    return catalogue


def texts(catalogue: Catalog) -> Iterator[Message]:
    """The messages without the header."""
    return (message for message in catalogue if message.id)


def as_bytes(catalogue: Catalog) -> bytes:
    """The file that belongs to this catalogue."""
    file = io.BytesIO()
    write_po(file, catalogue, width=100, no_location=True, sort_output=True)
    return file.getvalue()


def complaints() -> list[str]:
    """What is wrong with the catalogues; empty when they are complete and up to date."""
    found = []
    if TEMPLATE.read_bytes() != as_bytes(extracted()):
        found.append(f"{TEMPLATE.name} is behind the code: run packaging/texts.py update")
    for path in catalogues():
        name = path.relative_to(TRANSLATIONS)
        catalogue = updated(path)
        if path.read_bytes() != as_bytes(catalogue):
            found.append(f"{name} is behind the code: run packaging/texts.py update")
        for message in texts(catalogue):
            found += [f"{name}: {message.id!r} {what}" for what in wrong_with(message)]
    return found


def wrong_with(message: Message) -> Iterator[str]:
    """What a reader would stumble over in this translation."""
    for source, form in zip(_forms(message.id), _forms(message.string), strict=False):
        if not form:
            yield "has no translation"
        elif set(PLACE.findall(form)) != set(PLACE.findall(source)):
            yield "has other places in its translation"
        elif UNWANTED.search(form):
            yield "uses a word or sign that the screen never says"


def _forms(text: str | Sequence[str] | None) -> tuple[str, ...]:
    return (text,) if isinstance(text, str) else tuple(text or ())


def extract() -> None:
    """Write the template from the code."""
    TEMPLATE.write_bytes(as_bytes(extracted()))


def update() -> None:
    """Write the template and every catalogue, keeping the translations that are there."""
    extract()
    for path in catalogues():
        path.write_bytes(as_bytes(updated(path)))


def compile_all() -> None:
    """Write the .mo beside every .po."""
    for path in sorted(TRANSLATIONS.rglob("*.po")):
        with path.open("rb") as source:
            catalogue = read_po(source, locale=path.parent.parent.name)
        with path.with_suffix(".mo").open("wb") as target:
            write_mo(target, catalogue)


def main(words: list[str]) -> int:
    """Run one command; 1 when `check` finds something."""
    match words:
        case ["extract"]:
            extract()
        case ["update"]:
            update()
        case ["compile"]:
            compile_all()
        case ["check"]:
            found = complaints()
            print("\n".join(found) or "catalogues complete and up to date")
            return 1 if found else 0
        case _:
            print("python packaging/texts.py extract | update | check | compile")
            return 2
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
