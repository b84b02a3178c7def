"""The records of a class list: as it was read, as it is compared, and what is to be written."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from ouderapp.base.ids import Id


class Holds(StrEnum):
    """What stands in a column; in the two that hold a whole name one part comes first."""

    NOTHING = "niets"
    GIVEN_NAME = "voornaam"
    FAMILY_NAME = "familienaam"
    FAMILY_FIRST = "familienaam_voornaam"
    GIVEN_FIRST = "voornaam_familienaam"
    CLASS = "klas"
    BIRTH = "geboortejaar"


class Deal(StrEnum):
    """What becomes of a pupil: a new file, a class written with somebody known, or nothing."""

    NEW = "invoeren"
    CLASS = "klas_noteren"
    SKIP = "niet_invoeren"


@dataclass(frozen=True)
class Wishes:
    """How a person wants a file to be read; what is empty is found out.

    `headings` is what was chosen for a heading in an earlier list, by its key.
    """

    sheet: str = ""
    letters: str = ""
    separator: str = ""
    headings: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Grid:
    """The cells of a file, no empty lines, each line with its number.

    `letters` and `separator` are how a text was read; a workbook has neither, but has sheets.
    """

    lines: tuple["ListLine", ...]
    letters: str = ""
    separator: str = ""
    sheet: str = ""
    sheets: tuple[str, ...] = ()


@dataclass(frozen=True)
class ListLine:
    """One line of a file: its number there, from 1, and its texts."""

    number: int
    cells: tuple[str, ...]


@dataclass(frozen=True)
class ListColumn:
    """One column; what may stand in no file `is_left_out`: its cells were emptied when read.

    `has_numbers`: its heading says that rijksregisternummers stand in it.
    """

    heading: str
    holds: Holds = Holds.NOTHING
    is_left_out: bool = False
    has_numbers: bool = False


@dataclass(frozen=True)
class ClassList:
    """A class list as it was read; `class_name` is what stands above it, or on its tab."""

    columns: tuple[ListColumn, ...]
    lines: tuple[ListLine, ...]
    letters: str = ""
    separator: str = ""
    class_name: str = ""
    sheet: str = ""
    sheets: tuple[str, ...] = ()

    @property
    def holds(self) -> tuple[Holds, ...]:
        """What each column holds, as its heading says."""
        return tuple(column.holds for column in self.columns)


@dataclass(frozen=True)
class Pupil:
    """One pupil of a list; `line` is where."""

    line: int
    given_name: str
    family_name: str
    class_name: str = ""
    birth_year: int | None = None


@dataclass(frozen=True)
class SetAside:
    """A line that cannot be a pupil, and why not (marked text)."""

    line: int
    why: str


@dataclass(frozen=True)
class Pupils:
    """The pupils of a list, and the lines that were set aside."""

    pupils: tuple[Pupil, ...] = ()
    aside: tuple[SetAside, ...] = ()


@dataclass(frozen=True)
class KnownPupil:
    """A child who has a file; class and school are those of the school year asked.

    `is_here`: in that year at the school asked.
    """

    person: Id
    family: Id
    name: str
    given_name: str | None
    family_name: str | None
    birth_year: int | None
    class_name: str | None = None
    school_name: str | None = None
    is_here: bool = False


@dataclass(frozen=True)
class PlannedPupil:
    """A pupil beside who is like him or her, and what becomes of it; `id` is the line.

    `is_twice`: an earlier line of the list says the same.
    """

    id: int
    pupil: Pupil
    known: KnownPupil | None = None
    is_twice: bool = False
    deal: Deal = Deal.NEW

    @property
    def is_known(self) -> bool:
        """Whether a person has to look at this one."""
        return self.known is not None or self.is_twice

    @property
    def may_note_class(self) -> bool:
        """Whether the class of somebody known can be written down: it is not there yet."""
        known = self.known
        has_it = known is not None and known.is_here and known.class_name == self.pupil.class_name
        return known is not None and bool(self.pupil.class_name) and not has_it


@dataclass(frozen=True)
class ClassListDraft:
    """What is to be written: the school, the year it began in, and every pupil with the deal.

    `headings` is what a person chose for a heading, by its folded words: for the next list.
    """

    school: Id | None
    school_year: int
    pupils: tuple[PlannedPupil, ...]
    headings: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Imported:
    """How many files were opened, and how many classes were written with somebody known."""

    families: int
    classes: int
