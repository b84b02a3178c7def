"""What stands in the list: records that were found, what can be done, and a new family."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ouderapp.base.folding import fold
from ouderapp.base.i18n import _, mark, ngettext, number, short_date
from ouderapp.base.ids import Id
from ouderapp.search.records import FamilyName, FoundRow
from ouderapp.ui.actions import ACTS, BY_ID, Act

KIND_WORDS = {
    "family": mark("Family"),
    "person": mark("Person"),
    "partner": mark("Service"),
    "school": mark("School"),
    "participant": mark("Pupil"),
    "household": mark("Home"),
    "directory_person": mark("Person there"),
    "letter": mark("Letter"),
    "referral": mark("Referral"),
    "help_request": mark("Help question"),
    "follow_up": mark("Promise"),
    "contact": mark("Contact"),
}
NAMES = frozenset(("family", "person", "partner", "school", "participant", "household"))
DO, NEW, LIKE = mark("Do"), mark("New"), mark("Looks like")
CONTACT_WITH = mark("Contact with {family}")
LETTER_FOR = mark("Letter for {family}")
CREATE = mark("Make the family “{name}”")
NO_FAMILY = mark("Without a family")
MOST_ACTS = 4


@dataclass(frozen=True)
class Line:
    """One line; what Enter does follows from `row`, `act` (an action) or `create` (a name).

    `act` with a `family` is about that family; `aside` stands at the end: a day, a key.
    """

    id: str
    kind: str
    title: str
    aside: str = ""
    row: FoundRow | None = None
    act: str = ""
    family: Id | None = None
    create: str = ""

    @property
    def snippet(self) -> str:
        """The words around what was found."""
        return self.row.snippet if self.row else ""

    @property
    def marks(self) -> tuple[tuple[int, int], ...]:
        """Where in the snippet the asked words stand."""
        return self.row.marks if self.row else ()

    @property
    def spoken(self) -> str:
        """What a screen reader says."""
        return ", ".join(filter(None, (self.kind, self.title, self.snippet, self.aside)))


def lines_for(text: str, rows: Sequence[FoundRow]) -> list[Line]:
    """Names first, then what can be done, then texts and guesses, last a new family."""
    sure = [row for row in rows if not row.is_guess]
    names = [row for row in sure if row.kind in NAMES]
    texts = [row for row in sure if row.kind not in NAMES]
    guesses = [row for row in rows if row.is_guess]
    return [
        *map(line_of, names),
        *_about_family(names),
        *(line_of_act(act) for act in acts_like(text)),
        *map(line_of, texts),
        *map(line_of, guesses),
        *_create(text),
    ]


def lines_before(families: Iterable[FamilyName], acts: Iterable[str]) -> list[Line]:
    """Before anything is typed: the last families and the actions used most."""
    rows = [FoundRow("family", one.id, one.id, one.name) for one in families]
    known = [BY_ID[act] for act in acts if act in BY_ID]
    return [*map(line_of, rows), *map(line_of_act, known)]


def line_of(row: FoundRow) -> Line:
    """A record that was found."""
    aside = short_date(row.day) if row.day else ""
    if row.children:
        words = ngettext("{number} child", "{number} children", row.children)
        aside = ", ".join(filter(None, (words.format(number=number(row.children)), aside)))
    return Line(
        id=row.kind + row.id,
        kind=_(LIKE) if row.is_guess else _(KIND_WORDS[row.kind]),
        title=row.title or _(NO_FAMILY),
        aside=aside,
        row=row,
        family=row.family,
    )


def line_of_act(act: Act) -> Line:
    """Something that can be done."""
    keys = act.keys[0] if act.keys else ""
    return Line(f"act {act.id}", _(DO), _(act.words), aside=keys, act=act.id)


def acts_like(text: str) -> list[Act]:
    """The actions in which every typed word begins a word; those that begin so come first."""
    asked = fold(text).split()
    fits = [
        (fold(_(act.words)), act)
        for act in ACTS
        if act.scope in ("window", "page") and act.id != "search"
    ]
    found = [(words, act) for words, act in fits if all(f" {one}" in f" {words}" for one in asked)]
    found.sort(key=lambda pair: not pair[0].startswith(fold(text).strip()))
    return [act for _words, act in found][:MOST_ACTS] if asked else []


def _about_family(names: Sequence[FoundRow]) -> list[Line]:
    """What is done most for the family on top."""
    top = next((row for row in names if row.kind == "family"), None)
    if top is None:
        return []
    return [
        Line(
            f"{act} {top.id}",
            _(DO),
            _(words).format(family=top.title),
            aside=hint,
            act=act,
            family=top.id,
        )
        for act, words, hint in (
            ("new_contact", CONTACT_WITH, "Ctrl+Enter"),
            ("write_letter", LETTER_FOR, ""),
        )
    ]


def _create(text: str) -> list[Line]:
    name = " ".join(text.split())
    if not any(sign.isalpha() for sign in name):
        return []
    return [Line("new", _(NEW), _(CREATE).format(name=name), aside="Shift+Enter", create=name)]
