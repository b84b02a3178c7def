"""The groups of the reference sets: homework classes on Mondays, who came, who asked what."""

from collections.abc import Iterator
from datetime import date, time
from typing import TYPE_CHECKING, Any

from ouderapp.base.school_year import class_weekdays
from ouderapp.sample.sizes import LAST_YEAR

if TYPE_CHECKING:
    from ouderapp.sample.generate import Row, Sample

MONDAY = 1
SUBJECTS = ("wiskunde", "Frans", "Nederlands", "geschiedenis", "aardrijkskunde", "Engels")
STEPS = (["handboek"], ["handboek"], ["handboek", "alternatieve_bron"],
         ["handboek", "alternatieve_bron", "mail_vakleerkracht"])  # fmt: skip


def groups(sample: "Sample") -> Iterator[tuple[str, Iterator["Row"]]]:
    """Series, sessions, participants, marks and questions, parents before children."""
    series, sessions = _sessions(sample)
    visitors = _visitors(sample)
    marks = list(_marks(sample, sessions, visitors))
    yield "participant", iter(row for row in visitors if "given_name" in row)
    yield "group_series", iter(series)
    yield "group_session", iter(sessions)
    yield "participation", iter(marks)
    yield "homework_question", iter(list(_questions(sample, marks)))


def _sessions(sample: "Sample") -> tuple[list["Row"], list["Row"]]:
    """One class for each school and year until there are as many sessions as the set asks."""
    series: list[Row] = []
    sessions: list[Row] = []
    years = range(LAST_YEAR, LAST_YEAR - sample.size.years, -1)
    rounds = [(year, school) for school in sample.schools * 9 for year in years]
    for year, school in rounds:
        mondays = class_weekdays(MONDAY, date(year, 9, 1), date(year + 1, 6, 30))
        room = sample.size.sessions - len(sessions)
        if room <= 0:
            break
        row = _series(sample, school, year)
        series.append(row)
        sessions += [_session(sample, row["id"], monday) for monday in list(mondays)[:room]]
    return series, sessions


def _series(sample: "Sample", school: str, year: int) -> "Row":
    return {
        "id": sample.draw_id(), "kind": "huiswerkklas", "title": f"Huiswerkklas {year}-{year + 1}",
        "school": school, "weekday": MONDAY, "starts": time(15, 30), "ends": time(16, 20),
        "from_on": date(year, 9, 1), "until_on": date(year + 1, 6, 30),
    }  # fmt: skip


def _session(sample: "Sample", series: str, monday: date) -> "Row":
    return {"id": sample.draw_id(), "series": series, "held_on": monday, "state": "gehouden",
            "starts": time(15, 30), "ends": time(16, 20)}  # fmt: skip


def _visitors(sample: "Sample") -> list["Row"]:
    """Children of files, and drop-ins with no more than a first name and a class."""
    children = [child for some in sample.children_of.values() for child in some]
    found: list[Row] = [
        {"id": child} for child in sample.random.sample(children, len(children) // 4)
    ]
    for nr in range(max(12, sample.size.families // 8)):
        found.append({
            "id": sample.draw_id(),
            "given_name": sample.random.choice(("Lina", "Sami", "Aya", "Noé")),
            "class_name": f"1A{nr % 4 + 1}", "school": sample.random.choice(sample.schools),
            "school_year": LAST_YEAR, "year_stream": "1A",
        })  # fmt: skip
    return found


def _marks(sample: "Sample", sessions: list["Row"], visitors: list["Row"]) -> Iterator["Row"]:
    each = sample.size.marks // len(sessions)
    more = sample.size.marks - each * len(sessions)
    for nr, session in enumerate(sessions):
        for visitor in sample.random.sample(visitors, min(len(visitors), each + (nr < more))):
            who = "participant" if "given_name" in visitor else "person"
            yield {
                "id": sample.draw_id(), "session": session["id"], who: visitor["id"],
                "mark": "verwittigd" if sample.random.random() < 0.05 else "aanwezig",
            }  # fmt: skip


def _questions(sample: "Sample", marks: list["Row"]) -> Iterator["Row"]:
    for row in marks:
        if row["mark"] == "aanwezig" and sample.random.random() < 0.2:
            asked: Any = sample.random.choice(STEPS)
            yield {
                "id": sample.draw_id(), "participation": row["id"], "steps": asked,
                "subject": sample.random.choice(SUBJECTS), "is_solved": True,
            }  # fmt: skip
