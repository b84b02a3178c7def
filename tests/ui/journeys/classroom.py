"""A homework class in the store, and its tiles as a screen reader says them."""

from collections.abc import Sequence
from datetime import date, time

from PySide6.QtCore import Qt
from sqlalchemy.orm import Session

from ouderapp.base.ids import Id
from ouderapp.groups.codes import Kind
from ouderapp.groups.commands.participants import add_participant
from ouderapp.groups.commands.register import mark_came
from ouderapp.groups.commands.series import make_series
from ouderapp.groups.queries.sessions import sessions_of
from ouderapp.groups.records import ParticipantDraft, SeriesDraft, Who
from ouderapp.store.journal import action
from tests.ui.journeys.hand import Hand
from tests.ui.screen import Screen

TUESDAY = 2
READ_ALOUD = Qt.ItemDataRole.AccessibleTextRole
PUPILS = (
    "Amina", "Bilal", "Chaima", "Dries", "Elif", "Farid", "Gitte", "Hanna", "Ilias", "Jef",
    "Karim", "Lotte", "Mila", "Noor", "Omar", "Pieter", "Quinten", "Rania", "Sara", "Tarik",
    "Ugur", "Vera", "Wout", "Ximena",
)  # fmt: skip


@action("test")
def a_class(session: Session, names: Sequence[str] = PUPILS) -> Id:
    """A class on the day of the journeys, with pupils who all came a week before."""
    draft = SeriesDraft(
        TUESDAY, time(14), time(15), date(2025, 2, 4), kind=Kind.HOMEWORK_CLASS, title="Dinsdagklas"
    )
    series = make_series(session, draft)
    before = next(s for s in sessions_of(session, series) if s.held_on == date(2025, 3, 18))
    for name in names:
        participant = add_participant(session, ParticipantDraft(name, "1A"))
        mark_came(session, before.id, Who(participant=participant))
    return series


def at_the_tiles(hand: Hand, names: Sequence[str] = PUPILS) -> None:
    """A class that is open on the first tile; nothing is counted before that."""
    hand.screen.run(a_class, names)
    hand.screen.open("today")
    hand.press("Ctrl+H")
    hand.press("Down")
    hand.meter.clear()


def tiles(screen: Screen) -> dict[str, str]:
    """{name: the rest of what a screen reader says of the tile}."""
    view = screen.table("Leerlingen").view
    model = view.model()
    said = [model.index(row, 0).data(READ_ALOUD) for row in range(model.rowCount())]
    return {words.partition(", ")[0]: words.partition(", ")[2] for words in said}


def state_of(screen: Screen, name: str) -> str:
    """Blank, present, with a parent or let know, in the words of the screen."""
    return tiles(screen)[name].split(", ")[0]


def present(screen: Screen) -> int:
    """How many tiles say that the pupil is there."""
    return sum(words.startswith("aanwezig") for words in tiles(screen).values())
