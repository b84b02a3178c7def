"""What happened on which day: families, persons, schools, consents, contacts, referrals."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cached_property
from typing import Any

from ouderapp.sample.casus import (
    Block,
    Casus,
    CasusUnreadable,
    code,
    day,
    derived_id,
    hour,
)
from ouderapp.sample.replay import Event, in_time

PRIVATE_NOTE_DAYS = 90
WARM, OUT = "warm", "uit"


class Story:
    """The events of a story, each on the day on which it was written down."""

    def __init__(self, casus: Casus) -> None:
        self.casus = casus
        self.id = casus.ids.__getitem__
        self.persons = {p["key"]: p for p in casus.block("persons")}
        self.participants = {p["key"]: p for p in casus.block("participants_without_dossier")}
        self.schools = {s["key"]: s for s in casus.block("schools")}
        self.partners = {p["key"]: p for p in casus.block("partners")}
        self.homework: Block = casus.data.get("homework_class") or {}

    def events(self) -> list[Event]:
        """Everything, in the order of the file."""
        from ouderapp.sample.story_groups import group_events

        makers = (
            self._directory, self._people, self._families, self._consents, self._requests,
            self._contacts, self._referrals, self._observations, self._notes,
        )  # fmt: skip
        found = [event for maker in makers for event in maker()]
        return in_time([*found, *group_events(self)])

    def who(self, key: str | None) -> dict[str, str | None]:
        """`person` and `participant` for a short key; both empty for a key of neither."""
        return {
            "person": self.casus.id(key if key in self.persons else None),
            "participant": self.casus.id(key if key in self.participants else None),
        }

    @cached_property
    def school_year(self) -> int:
        """The year in which the school year of the story begins."""
        first = min(self.first_seen.values(), default=self.start)
        return first.year - (first.month < 9)

    @cached_property
    def start(self) -> date:
        """The first day of the story: the worker's first day, or the first thing that happened."""
        starts = [day(w["start"]) for w in self.casus.block("workers") if w.get("start")]
        return min([*starts, *self.first_seen.values()])

    @cached_property
    def first_seen(self) -> dict[str, date]:
        """The first day on which each person or participant is mentioned."""
        seen: dict[str, date] = {}
        for when, keys in self._mentions():
            for key in keys:
                if key in self.persons or key in self.participants:
                    seen[key] = min(when, seen.get(key, when))
        return seen

    def _mentions(self) -> Iterator[tuple[date, list[Any]]]:
        block = self.casus.block
        for family in block("families"):
            yield day(family["dossier_opened"]), [m["person"] for m in family["members"]]
        for consent in block("consents"):
            yield day(consent["date"]), [*consent["given_by"], consent["child"]]
        for contact in block("contacts"):
            yield day(contact["recorded_at"]), contact["participants"]
        for session in self.homework.get("sessions") or ():
            yield day(session["date"]), [*session["present"], *session["parents_present"]]
        for row in self.homework.get("recommendations") or ():
            yield day(row["date"]), [row["pupil"]]
        for row in block("activity_participations"):
            yield day(row["date"]), [row["person"], row.get("brought_by")]
        for row in block("peer_links"):
            yield day(row["date"]), [row["ambassador"], row["brought"]]

    def _directory(self) -> Iterator[Event]:
        for school in self.schools.values():
            semesters = school.get("semesters") or []
            yield self._new(0, "school", school["key"], self.start, {
                "name": school["name"], "community": school["community"],
                "school_level": school["level"], "grades": school.get("grades") or (),
                "platform": school.get("smartschool_platform"),
                "second_semester_on": day(semesters[1][0]) if len(semesters) > 1 else None,
            })  # fmt: skip
            for off in school.get("days_off") or ():
                values = {
                    "school": self.id(school["key"]), "day": day(off["date"]), "reason": off["kind"]
                }  # fmt: skip
                id_ = derived_id("day_off", school["key"], off["date"])
                yield Event(self.start, 1, "day_off", id_, values)
        for partner in self.partners.values():
            values = {"name": partner["name"], "kind": partner["kind"]}
            yield self._new(0, "partner", partner["key"], self.start, values)

    def _people(self) -> Iterator[Event]:
        for key, person in self.persons.items():
            seen = self.first_seen.get(key, self.start)
            born = day(person["birth_date"]) if person.get("birth_date") else None
            yield self._new(1, "person", key, seen, {
                "given_name": person["given_name"], "family_name": person["family_name"],
                "born_on": born, "birth_year": born.year if born else None,
                "home_languages": person.get("home_languages") or (),
                "interpreter": person.get("interpreter"), "phone": person.get("phone"),
                "smartschool_username": person.get("smartschool_username"),
            })  # fmt: skip
            yield from self._school_of(key, person, seen)
        for key, participant in self.participants.items():
            yield self._new(1, "participant", key, self.first_seen.get(key, self.start), {
                "given_name": participant["given_name"], "class_name": participant["klas"],
                "school": self.casus.id(participant["school"]), "school_year": self.school_year,
                "year_stream": year_stream(participant["klas"]),
            })  # fmt: skip

    def _school_of(self, key: str, person: Block, seen: date) -> Iterator[Event]:
        if person.get("school"):
            yield Event(seen, 3, "schooling", derived_id("schooling", key), {
                "person": self.id(key), "school": self.id(person["school"]),
                "school_year": self.school_year, "class_name": person.get("klas"),
                "year_stream": year_stream(person.get("klas")),
                "is_ex_okan": bool(person.get("ex_okan")),
            })  # fmt: skip
        account = person.get("smartschool_coaccount")
        if account:
            known = max(seen, self.first_seen.get(account["pupil"], seen))
            yield Event(known, 3, "co_account", derived_id("co_account", key), {
                "person": self.id(key), "pupil": self.id(account["pupil"]),
                "slot": account["slot"], "kind": account["type"],
            })  # fmt: skip

    def _families(self) -> Iterator[Event]:
        for family in self.casus.block("families"):
            opened = day(family["dossier_opened"])
            closed = day(family["dossier_closed"]) if family.get("dossier_closed") else None
            language, _, level = str(family.get("letter_language") or "nl").partition("_")
            status = family["status"]
            yield self._new(2, "family", family["key"], opened, {
                "name": family["name"].removeprefix("gezin "), "inflow": code(family["inflow"]),
                "status": "lopend" if closed else status, "opened_on": opened,
                "contact_language": family.get("contact_language"), "letter_language": language,
                "letter_level": level.lower() or None,
                "interpreter": "sociaal_tolk" if family.get("interpreter_needed") else None,
            })  # fmt: skip
            if closed:
                yield Event(closed, 40, "family", self.id(family["key"]), {
                    "status": status, "closed_on": closed,
                    "close_reason": family.get("close_reason"),
                }, is_new=False)  # fmt: skip
            for member in family["members"]:
                yield Event(opened, 3, "member", derived_id(family["key"], member["person"]), {
                    "family": self.id(family["key"]), "person": self.id(member["person"]),
                    "role": member["role"], "lives_here": member.get("lives_here", True),
                    "has_authority": member.get("parental_authority"),
                })  # fmt: skip

    def _consents(self) -> Iterator[Event]:
        for consent in self.casus.block("consents"):
            given = day(consent["date"])
            yield self._new(4, "consent", consent["key"], given, {
                "family": self.id(consent["family"]), "person": self.casus.id(consent["child"]),
                "purpose": consent["purpose"], "form": consent["form"], "given_on": given,
                "given_by": tuple(self.id(key) for key in consent["given_by"]),
                "has_assent": bool(consent["child_assent"]),
            })  # fmt: skip
            if consent["withdrawn"]:
                when = day(consent["withdrawn"])
                values = {"withdrawn_on": when}
                yield Event(when, 41, "consent", self.id(consent["key"]), values, is_new=False)

    def _requests(self) -> Iterator[Event]:
        for request in self.casus.block("questions"):
            yield self._new(11, "help_request", request["key"], day(request["raised_on"]), {
                "family": self.id(request["family"]), "raised_on": day(request["raised_on"]),
                "themes": (request["theme"],), "status": request["status"],
                "words": request["text_nl"],
            })  # fmt: skip

    def _contacts(self) -> Iterator[Event]:
        sessions = {s["date"]: s["key"] for s in self.homework.get("sessions") or ()}
        for contact in self.casus.block("contacts"):
            present = contact["participants"]
            place, held_on = contact["place"], contact["date"]
            in_class = contact["type"] == "huiswerkklas_gesprek" and held_on in sessions
            yield self._new(11, "contact", contact["key"], day(contact["recorded_at"]), {
                "family": self.casus.id(contact["family"]), "held_on": day(held_on),
                "session": self.id(sessions[held_on]) if in_class else None,
                "starts": hour(contact["start"]), "minutes": contact["minutes"],
                "kind": contact["type"], "initiative": contact["initiative"],
                "themes": tuple(contact["themes"]),
                "persons": tuple(self.id(key) for key in present if key in self.persons),
                "partners": tuple(self.id(key) for key in present if key in self.partners),
                "place": self.schools[place]["name"] if place in self.schools else place,
                "summary": contact["summary_nl"], "circle": contact["confidentiality"],
            })  # fmt: skip

    def _referrals(self) -> Iterator[Event]:
        for referral in self.casus.block("referrals"):
            sent, known = day(referral["date"]), referral["outcome_date"]
            later = bool(known) and day(known) > sent
            answer = {
                "outcome": referral["outcome"], "outcome_on": day(known) if known else None,
                "status": "afgerond" if known else "verstuurd",
            }  # fmt: skip
            yield self._new(12, "referral", referral["key"], sent, {
                "family": self.id(referral["family"]), "direction": referral["direction"],
                "sent_on": sent, "partner": self.casus.id(referral["partner"]),
                "theme": referral["theme"], "mode": referral["mode"], "status": "verstuurd",
                "consent": self.casus.id(referral["consent"]),
                "answer_by": sent + timedelta(days=14) if referral["direction"] == OUT else None,
                **({} if later else answer),
            })  # fmt: skip
            if later:
                when = day(known)
                yield Event(when, 42, "referral", self.id(referral["key"]), answer, is_new=False)

    def _observations(self) -> Iterator[Event]:
        by_day: dict[tuple[str, str], str] = defaultdict(str)
        for contact in self.casus.block("contacts"):
            by_day[(contact["family"], contact["date"])] = contact["key"]
        for seen in self.casus.block("capital_observations"):
            evidence = by_day[(seen["family"], seen["date"])] or None
            yield self._new(13, "capital_observation", seen["key"], day(seen["date"]), {
                "family": self.id(seen["family"]), "observed_on": day(seen["date"]),
                "capital": seen["capital"], "by": "werker", "tendency": seen["tendency"],
                "evidence": self.casus.id(evidence), "note": seen["note_nl"],
            })  # fmt: skip
        for check in self.casus.block("rights_checks"):
            for right, outcome in check["results"].items():
                id_ = derived_id(check["key"], right)
                yield Event(day(check["date"]), 13, "rights_check", id_, {
                    "family": self.id(check["family"]), "person": self.casus.id(check["child"]),
                    "checked_on": day(check["date"]), "ruleset": check["ruleset"],
                    "right": right, "outcome": outcome,
                })  # fmt: skip

    def _notes(self) -> Iterator[Event]:
        for note in self.casus.block("private_notes"):
            noted = day(note["date"])
            yield self._new(13, "private_note", note["key"], noted, {
                "family": self.casus.id(note["family"]), "noted_on": noted,
                "lapses_on": noted + timedelta(days=PRIVATE_NOTE_DAYS), "words": note["text_nl"],
            })  # fmt: skip

    def _new(self, order: int, table: str, key: str, when: date, values: Block) -> Event:
        return Event(when, order, table, self.id(key), values)


def events_of(casus: Casus) -> list[Event]:
    """Everything that happens in a story; raises CasusUnreadable when a part is missing or odd."""
    try:
        events = Story(casus).events()
        if not events or not casus.bundles:
            raise CasusUnreadable(what="monthly_bundles")
    except (KeyError, TypeError, ValueError, IndexError, AttributeError) as error:
        raise CasusUnreadable(what=type(error).__name__) from None
    return events


def year_stream(class_name: str | None) -> str | None:
    """Year and stream of a class name: its first two characters (DOMAIN 8.5)."""
    return class_name[:2] if class_name else None
