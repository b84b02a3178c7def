"""What a deleted record was, in words: its kind, and what it said."""

from collections.abc import Mapping
from typing import Any

from ouderapp.base.i18n import _, mark
from ouderapp.store.bin import BinRow

KINDS: Mapping[str, str] = {
    "family": mark("Family"),
    "person": mark("Person"),
    "member": mark("Person in a family"),
    "household": mark("Home"),
    "residence": mark("Who lives where"),
    "relation": mark("Relation"),
    "schooling": mark("School career"),
    "co_account": mark("Co-account"),
    "consent": mark("Consent"),
    "contact": mark("Contact"),
    "follow_up": mark("Promise"),
    "appointment": mark("Appointment"),
    "help_request": mark("Help question"),
    "capital_observation": mark("Picture of a capital"),
    "private_note": mark("Private note"),
    "referral": mark("Referral"),
    "rights_check": mark("Check of entitlements"),
    "letter": mark("Letter"),
    "partner": mark("Service"),
    "school": mark("School"),
    "directory_person": mark("Person there"),
    "day_off": mark("Day without class"),
    "group_series": mark("Group"),
    "group_phase": mark("Phase of a group"),
    "group_session": mark("Session"),
    "participant": mark("Pupil"),
    "participation": mark("Attendance"),
    "parent_attendance": mark("Parent who came along"),
    "homework_question": mark("Question in the homework class"),
    "recommendation": mark("Recommendation"),
    "invitation": mark("Invitation"),
    "peer_link": mark("Brought along"),
    "evaluation": mark("Evaluation"),
    "count": mark("Month total"),
}
SAID = ("name", "summary", "words", "title", "subject", "reason", "given_name", "place", "day")
LONGEST = 60
HUSHED = frozenset(("private_note",))
"""Of these only that they were there is shown, not what they said."""


def what(row: BinRow) -> str:
    """`Contact “samen school…”`, and how much went along."""
    kind = _(KINDS.get(row.tbl, row.tbl))
    said = "" if row.tbl in HUSHED else said_in(row.body)
    if row.family_name and said == row.family_name:
        said = ""
    return f"{kind} “{said}”" if said else kind


def said_in(body: Mapping[str, Any]) -> str:
    """The first words of what a record said, on one line; nothing when it had no words."""
    text = next((str(body[name]) for name in SAID if body.get(name)), "")
    line = " ".join(text.split())
    return line if len(line) <= LONGEST else line[: LONGEST - 1].rstrip() + "…"
