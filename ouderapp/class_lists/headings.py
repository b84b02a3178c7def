"""Which line of a class list is its heading, and what each column holds (DOMAIN 5.3)."""

import re
from collections.abc import Mapping, Sequence

from ouderapp.base.folding import fold
from ouderapp.class_lists.limits import TAKEN_OUT
from ouderapp.class_lists.problems import ListRefused, NoNameHeading, NoPupils
from ouderapp.class_lists.records import ClassList, Grid, Holds, ListColumn, ListLine

FIRST_LINES = 15
"""A title and some empty lines may stand above the headings, no more."""

# Folded, letters only: as Smartschool, WISA, Informat and schools themselves call it.
_WORDS: dict[Holds, str] = {
    Holds.GIVEN_NAME: "voornaam voornamen roepnaam voornaamleerling leerlingvoornaam firstname"
    " givenname prenom prenoms",
    Holds.FAMILY_NAME: "familienaam achternaam familienaamleerling achternaamleerling lastname"
    " surname familyname nomdefamille nom",
    Holds.FAMILY_FIRST: "naam leerling leerlingen naamleerling leerlingnaam naamvandeleerling"
    " naamvoornaam naamenvoornaam familienaamvoornaam familienaamenvoornaam achternaamvoornaam"
    " volledigenaam name pupil student students nometprenom eleve",
    Holds.GIVEN_FIRST: "voornaamnaam voornaamennaam voornaamfamilienaam voornaamenfamilienaam"
    " voornaamachternaam voornaamenachternaam fullname",
    Holds.CLASS: "klas klassen klascode klasgroep klasnaam officieleklas klasofficieel"
    " administratievegroep class classe",
    Holds.BIRTH: "geboortedatum geboortejaar geboren geborenop geboortedag gebdatum"
    " datedenaissance birthdate birthday dateofbirth birthyear",
}
_KNOWN = {word: holds for holds, words in _WORDS.items() for word in words.split()}
_NAMES = (Holds.GIVEN_NAME, Holds.FAMILY_NAME, Holds.FAMILY_FIRST, Holds.GIVEN_FIRST)
_NUMBERS = (
    "rijksregister",
    "rrn",
    "insz",
    "niss",
    "bisnummer",
    "nationaalnummer",
    "registrenational",
)
# What begins so never comes in, whatever stands under it (DOMAIN 5.3, "always drop"; decision 14).
_NEVER = (
    *_NUMBERS, "nationalite", "nationaliteit", "godsdienst", "religion",
    "levensbeschouw", "religie", "dokter", "huisarts", "informatdokter", "medisch", "diagnose",
    "foto", "pasfoto", "indicatorleerling", "eid", "identiteitskaart", "verblijf", "origine",
    "rekeningnummer", "iban",
)  # fmt: skip
_CLASS_NAME = re.compile(r"\b([1-7] ?[A-Z][A-Za-z0-9]{0,5})\b")


def headings_in(cells: Sequence[str]) -> int:
    """How many of these texts are headings of a class list."""
    return sum(heading_key(cell) in _KNOWN for cell in cells)


def heading_key(heading: str) -> str:
    """A heading as it is compared and remembered: folded, letters and digits only."""
    return "".join(filter(str.isalnum, fold(heading)))


def class_list_of(grid: Grid, remembered: Mapping[str, str]) -> ClassList:
    """The list under its headings; raises NoNameHeading, NoPupils, ListRefused.

    `remembered` is what a person chose for a heading earlier, by its key.
    """
    at = _heading_line(grid, remembered)
    lines = grid.lines[at + 1 :]
    if not lines:
        raise NoPupils
    width = max(len(line.cells) for line in grid.lines[at:])
    headings = (*grid.lines[at].cells, *[""] * width)[:width]
    left_out = [_is_left_out(text, lines, column) for column, text in enumerate(headings)]
    holds = _holds(headings, left_out, remembered)
    above = [cell for line in grid.lines[:at] for cell in line.cells]
    return ClassList(
        columns=tuple(map(ListColumn, headings, holds, left_out, map(_has_numbers, headings))),
        lines=tuple(_emptied(line, left_out) for line in lines),
        letters=grid.letters,
        separator=grid.separator,
        class_name=_class_in([*above, grid.sheet]),
        sheet=grid.sheet,
        sheets=grid.sheets,
    )


def _heading_line(grid: Grid, remembered: Mapping[str, str]) -> int:
    """Where the most headings stand, with one for a name among them."""
    first = [
        [_meaning(cell, remembered) for cell in line.cells] for line in grid.lines[:FIRST_LINES]
    ]
    named = [at for at, cells in enumerate(first) if any(one in _NAMES for one in cells)]
    if named:
        return max(named, key=lambda at: (sum(one is not None for one in first[at]), -at))
    if len(grid.lines) < 2 and max(len(line.cells) for line in grid.lines) < 2:
        raise ListRefused
    raise NoNameHeading


def _meaning(cell: str, remembered: Mapping[str, str]) -> Holds | None:
    key = heading_key(cell)
    if key and remembered.get(key) in set(Holds):
        return Holds(remembered[key])
    return _KNOWN.get(key)


def _holds(
    headings: Sequence[str], left_out: Sequence[bool], remembered: Mapping[str, str]
) -> list[Holds]:
    """What each column holds; of two that say the same only the first counts."""
    found = [
        None if is_out else _meaning(text, remembered)
        for text, is_out in zip(headings, left_out, strict=True)
    ]
    if Holds.GIVEN_NAME in found and Holds.FAMILY_NAME not in found:
        found = [Holds.FAMILY_NAME if one == Holds.FAMILY_FIRST else one for one in found]
    taken: set[Holds] = set()
    held = []
    for one in found:
        held.append(one if one is not None and one not in taken else Holds.NOTHING)
        taken.add(held[-1])
    return held


def _is_left_out(heading: str, lines: Sequence[ListLine], column: int) -> bool:
    """Whether a column may not come in: by its heading, or because numbers were taken out of it."""
    if heading_key(heading).startswith(_NEVER):
        return True
    cells = [line.cells[column] for line in lines if len(line.cells) > column]
    filled = [cell for cell in cells if cell]
    return sum(TAKEN_OUT in cell for cell in filled) * 2 > len(filled)


def _has_numbers(heading: str) -> bool:
    return heading_key(heading).startswith(_NUMBERS)


def _emptied(line: ListLine, left_out: Sequence[bool]) -> ListLine:
    """A line as wide as the headings, with nothing in the columns that are left out."""
    cells = (*line.cells, *[""] * len(left_out))
    kept = ("" if is_out else cell for cell, is_out in zip(cells, left_out, strict=False))
    return ListLine(line.number, tuple(kept))


def _class_in(texts: Sequence[str]) -> str:
    """The first class that is named in these texts, such as 1A or 3MW."""
    found = (_CLASS_NAME.search(text) for text in texts)
    return next((one[1].replace(" ", "") for one in found if one), "")
