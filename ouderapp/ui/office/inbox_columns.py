"""The columns of what came in: this sitting, what still needs a look, and what is in."""

from dataclasses import dataclass

from ouderapp.base.i18n import _, mark, number, short_date
from ouderapp.exchange.receive import Reception
from ouderapp.office.intake import Arrival, everything
from ouderapp.ui.office.words import FILES, month_short, reason_words, result_words
from ouderapp.ui.rows_model import Column

TONES = {"accepted": "ok", "refused": "danger", "waiting": "warn", "parked": "warn", "busy": "warn"}


@dataclass(frozen=True)
class ResultRow:
    """One line of this sitting."""

    id: int
    file: str
    reception: Reception

    @property
    def is_alarm(self) -> bool:
        """Whether somebody has to look at this first."""
        return bool(getattr(self.reception.problem, "is_alarm", False))


def result_rows(arrivals: list[Arrival]) -> list[ResultRow]:
    """A line for each file, and for each parked bundle that went in after it."""
    pairs = [(one.file, it) for one in arrivals for it in everything(one.reception)]
    return [ResultRow(at, file, reception) for at, (file, reception) in enumerate(pairs)]


RESULTS = (
    Column(mark("File"), lambda row: row.file, width=26),
    Column(mark("Who"), lambda row: row.reception.name, width=18),
    Column(mark("Month"), lambda row: month_short(row.reception.period), width=10),
    Column(
        mark("Result"), lambda row: _(FILES[row.reception.state]), width=18,
        tone=lambda row: TONES.get(row.reception.state, ""),
        icon=lambda row: "warning-circle" if row.is_alarm else "",
    ),
    Column(mark("What"), lambda row: result_words(row.reception), width=0),
)  # fmt: skip
OPEN = (
    Column(
        mark("State"), lambda row: _(FILES.get(row.state, row.state)), width=20,
        tone=lambda row: "danger" if row.is_alarm else TONES.get(row.state, ""),
        icon=lambda row: "warning-circle" if row.is_alarm else "",
    ),
    Column(mark("Who"), lambda row: row.worker_name, width=20),
    Column(mark("No."), lambda row: str(row.seq or ""), lambda row: row.seq, 5, True),
    Column(mark("On"), lambda row: short_date(row.at.date()), lambda row: row.at, 11),
    Column(mark("Why and what to do"), reason_words, width=0,
           tone=lambda row: "danger" if row.is_alarm else ""),
)  # fmt: skip
RECEIVED = (
    Column(mark("Who"), lambda row: row.worker_name, width=22),
    Column(mark("Month"), lambda row: month_short(row.period), lambda row: row.period, 10),
    Column(mark("No."), lambda row: str(row.seq), lambda row: row.seq, 5, True),
    Column(mark("On"), lambda row: short_date(row.at.date()), lambda row: row.at, 11),
    Column(mark("Result"), lambda row: _(FILES.get(row.result, row.result)), width=0),
    Column(mark("Lines"), lambda row: number(row.puts), lambda row: row.puts, 8, True),
    Column(mark("Set aside"), lambda row: number(row.held), lambda row: row.held, 11, True),
)
