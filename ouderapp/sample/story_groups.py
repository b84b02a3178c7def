"""What happened in groups: the homework class, football, evenings, who brought whom, letters."""

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, Any

from ouderapp.sample.casus import Block, code, day, derived_id, hour, weekday
from ouderapp.sample.replay import Event

if TYPE_CHECKING:
    from ouderapp.sample.story import Story


def group_events(story: "Story") -> Iterator[Event]:
    """Everything of the groups, parents before children."""
    if story.homework:
        yield from _homework_class(story)
    yield from _activities(story)
    yield from _evenings(story)
    yield from _peers(story)
    yield from _letters(story)
    yield from _messages(story)


def _homework_class(story: "Story") -> Iterator[Event]:
    series, sessions = story.homework["series"], story.homework["sessions"]
    advised = story.homework.get("recommendations") or []
    first = min(day(row["date"]) for row in [*advised, *sessions, {"date": series["first"]}])
    yield Event(first, 5, "group_series", story.id(series["key"]), {
        "kind": "huiswerkklas", "title": series["title"], "school": story.id(series["school"]),
        "weekday": weekday(series["weekday"]), "starts": hour(series["start"]),
        "ends": hour(series["end"]), "from_on": day(series["first"]),
        "until_on": day(series["last"]), "note": series.get("principle_nl"),
    })  # fmt: skip
    kinds = ["aanbeveling"] + ["open"] * len(series["phases"])
    for kind, phase in zip(kinds, series["phases"], strict=False):
        values = {
            "series": story.id(series["key"]), "kind": kind, "name": phase["name"],
            "from_on": day(phase["from"]), "until_on": day(phase["until"]),
        }  # fmt: skip
        yield Event(first, 6, "group_phase", story.casus.ids[phase["key"]], values)
    for row in advised:
        yield Event(day(row["date"]), 7, "recommendation", story.id(row["key"]), {
            "series": story.id(row["series"]), **story.who(row["pupil"]),
            "partner": story.casus.id(row["recommended_by"]), "recommended_on": day(row["date"]),
        })  # fmt: skip
    for session in sessions:
        yield from _session(story, session)


def _session(story: "Story", session: Block) -> Iterator[Event]:
    held_on, id_ = day(session["date"]), story.id(session["key"])
    yield Event(held_on, 8, "group_session", id_, {
        "series": story.id(session["series"]), "phase": story.casus.id(session["phase"]),
        "held_on": held_on, "starts": hour(session["start"]), "ends": hour(session["end"]),
        "state": session["status"], "reason": session["cancel_reason"],
    })  # fmt: skip
    parents = session["parents_present"]
    for pupil in session["present"]:
        yield Event(held_on, 9, "participation", _presence(session["key"], pupil), {
            "session": id_, **story.who(pupil), "mark": "aanwezig",
            "is_with_parent": any(_is_parent_of(story, parent, pupil) for parent in parents),
        })  # fmt: skip
    for parent in parents:
        own = [p for p in session["present"] if _is_parent_of(story, parent, p)]
        yield Event(held_on, 10, "parent_attendance", derived_id(session["key"], "p", parent), {
            "session": id_, "person": story.who(parent)["person"],
            "participation": _presence(session["key"], own[0]) if own else None,
            "role": story.persons.get(parent, {}).get("role", "andere"),
        })  # fmt: skip
    for nr, asked in enumerate(session["step_events"]):
        yield Event(held_on, 10, "homework_question", derived_id(session["key"], "q", str(nr)), {
            "participation": _presence(session["key"], asked["pupil"]),
            "subject": asked["subject"], "steps": tuple(asked["steps"]),
            "is_solved": asked["solved"],
        })  # fmt: skip


def _presence(session: str, pupil: str) -> str:
    return derived_id(session, pupil)


def _is_parent_of(story: "Story", parent: str, pupil: str) -> bool:
    for family in story.casus.block("families"):
        keys = {member["person"] for member in family["members"]}
        if parent in keys and pupil in keys:
            return True
    return False


def _activities(story: "Story") -> Iterator[Event]:
    seen: set[str] = set()
    for activity in story.casus.block("activities"):
        rows = [r for r in story.casus.block("activity_participations")
                if r["activity"] == activity["key"]]  # fmt: skip
        yield Event(min([story.start, *(day(r["date"]) for r in rows)]), 5, "group_series",
                    story.id(activity["key"]), {
            "kind": "vrije_tijd", "title": activity["name"],
            "partner": story.casus.id(activity["partner"]),
            "weekday": weekday(activity["weekday"]), "starts": hour(activity["start"]),
            "ends": hour(activity["end"]), "from_on": day(activity["from"]),
        })  # fmt: skip
        for row in rows:
            session = derived_id(activity["key"], row["date"])
            if session not in seen:
                seen.add(session)
                yield Event(day(row["date"]), 8, "group_session", session, {
                    "series": story.id(activity["key"]), "held_on": day(row["date"]),
                    "state": "gehouden",
                })  # fmt: skip
            yield Event(day(row["date"]), 9, "participation", story.id(row["key"]), {
                "session": session, **story.who(row["person"]), "mark": "aanwezig",
                "role": code(row["role"]),
            })  # fmt: skip


def _evenings(story: "Story") -> Iterator[Event]:
    for event in story.casus.block("group_events"):
        held_on, starts = day(event["date"]), hour(event["start"])
        assert starts is not None
        minutes = starts.hour * 60 + starts.minute + event["minutes"]
        ends = hour(f"{minutes // 60 % 24:02d}:{minutes % 60:02d}")
        series = derived_id(event["key"], "series")
        yield Event(held_on, 5, "group_series", series, {
            "kind": event["kind"], "title": event["title"], "weekday": held_on.isoweekday(),
            "starts": starts, "ends": ends, "from_on": held_on, "until_on": held_on,
            "place": event["place"],
        })  # fmt: skip
        yield Event(held_on, 8, "group_session", story.id(event["key"]), {
            "series": series, "held_on": held_on, "starts": starts, "ends": ends,
            "state": "gehouden", "heads": event["attendance_count"],
        })  # fmt: skip


def _peers(story: "Story") -> Iterator[Event]:
    for link in story.casus.block("peer_links"):
        by, brought = story.who(link["ambassador"]), story.who(link["brought"])
        yield Event(day(link["date"]), 14, "peer_link", story.id(link["key"]), {
            "from_person": by["person"], "from_participant": by["participant"],
            "to_person": brought["person"], "to_participant": brought["participant"],
            "into": link["into"], "since_on": day(link["date"]),
        })  # fmt: skip


def _letters(story: "Story") -> Iterator[Event]:
    for letter in story.casus.block("letters"):
        dated = _dated(letter)
        is_mail = letter["template"] == "mail_vakleerkracht"
        yield Event(dated, 15, "letter", story.id(letter["key"]), {
            "family": story.casus.id(letter.get("family")),
            "referral": story.casus.id(letter.get("referral")),
            "session": story.casus.id(letter.get("session")), **story.who(letter.get("pupil")),
            "dated_on": dated, "template": letter["template"], "language": "nl",
            "reader": "leerkracht" if is_mail else "partner", "subject": letter.get("subject"),
        })  # fmt: skip


def _dated(letter: Block) -> date:
    return day(letter.get("printed") or letter["date"])


def _messages(story: "Story") -> Iterator[Event]:
    series = story.homework.get("series")
    series_id = story.id(series["key"]) if series else None
    for message in story.casus.block("messages"):
        to: Any = message["recipients"]
        yield Event(day(message["date"]), 15, "invitation", story.id(message["key"]), {
            "series": series_id, "channel": message["kind"], "prepared_on": day(message["date"]),
            "sent_on": day(message["sent_by_hand_on"]) if message["sent_by_hand_on"] else None,
            "to_pupils": to["to_pupils"], "to_parents": to["to_coaccounts"],
            "classes": tuple(to["groups"]), "title": message["title_nl"],
            "body": message["body_nl"],
        })  # fmt: skip
    for moment in story.casus.block("evaluations"):
        yield Event(day(moment["date"]), 15, "evaluation", story.id(moment["key"]), {
            "series": series_id, "held_on": day(moment["date"]),
            "partners": tuple(story.id(key) for key in moment["with"]),
            "sessions": tuple(story.id(key) for key in moment["after_sessions"]),
            "finding": moment["finding_nl"], "decision": moment["decision_nl"],
        })  # fmt: skip
