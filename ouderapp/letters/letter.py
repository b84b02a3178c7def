"""A letter as plain data: every word that will stand on the paper, and nothing about drawing."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Reader(StrEnum):
    """For whom the words were chosen; a parent reads larger type on wider lines (DOMAIN 7.6)."""

    PARTNER = "partner"
    PARENT = "ouder"
    TEACHER = "leerkracht"


@dataclass(frozen=True, slots=True)
class Heading:
    """A line in bold above what follows."""

    text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Sentences, with a label in bold in front when there is one."""

    text: str
    label: str = ""


@dataclass(frozen=True, slots=True)
class Bullets:
    """A short list, with a label in bold above it when there is one."""

    items: tuple[str, ...]
    label: str = ""


@dataclass(frozen=True, slots=True)
class Points:
    """Practical points: a name and a value on each row."""

    rows: tuple[tuple[str, str], ...]


Block = Heading | Paragraph | Bullets | Points


@dataclass(frozen=True, slots=True)
class Signature:
    """A place to sign: what stands above the line, and the lines of text under it."""

    above: str
    under: tuple[str, ...] = ()
    has_line: bool = True


@dataclass(frozen=True, slots=True)
class Letter:
    """One letter in one language.

    `addressee` stands in the window of the envelope and is empty for a sheet that is handed over.
    `answer` is the sentence that asks for an answer, `answer_before` the day named in it.
    `page_of` has the places {page} and {pages}. `draft_lines` are empty when a native speaker has
    read the sentences; otherwise they stand on every page.
    """

    subject: str
    dated_on: date
    place_and_date: str
    blocks: tuple[Block, ...]
    language: str
    reader: Reader = Reader.PARTNER
    is_right_to_left: bool = False
    sender: tuple[str, ...] = ()
    addressee: tuple[str, ...] = ()
    consent: str = ""
    answer: str = ""
    answer_before: date | None = None
    closing: str = ""
    signatures: tuple[Signature, ...] = ()
    code: str = ""
    page_of: str = "{page}/{pages}"
    draft_lines: tuple[str, ...] = ()

    def as_text(self) -> str:
        """The same words without a page, for the clipboard and for a screen reader."""
        body = [line for block in self.blocks for line in _lines(block)]
        ends = [self.consent, self.answer, self.closing]
        names = [line for signature in self.signatures for line in signature.under]
        head = [self.place_and_date, self.subject]
        parts = ["\n".join(self.addressee), *head, *body, *ends, "\n".join(names)]
        return "\n\n".join(part for part in (*parts, *self.draft_lines) if part)


def _lines(block: Block) -> list[str]:
    match block:
        case Heading(text):
            return [text]
        case Paragraph(text, label):
            return [f"{label} {text}".strip()]
        case Bullets(items, label):
            return ["\n".join(part for part in (label, *(f"- {item}" for item in items)) if part)]
        case Points(rows):
            return ["\n".join(f"{name} {value}" for name, value in rows)]
