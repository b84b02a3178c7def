"""Reading an agenda file (iCalendar, RFC 5545): its events become appointments."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from ouderapp.agenda.records import AppointmentDraft
from ouderapp.base.errors import Problem
from ouderapp.base.i18n import mark

_PROPERTY = re.compile(r"(?P<name>[A-Za-z0-9-]+)(?P<parameters>(?:;[^:]*)?):(?P<value>.*)")
_MOMENT = re.compile(r"(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)\d\d(Z?))?")
_ESCAPED = {r"\n": " ", r"\N": " ", r"\,": ",", r"\;": ";", r"\\": "\\"}
_LIMITS = {"SUMMARY": 500, "LOCATION": 120}


class AgendaUnreadable(Problem):
    """A line of the file is not as an agenda has it; `places` has `line`."""

    message = mark("Line {line} of this agenda cannot be read.")
    hint = mark("Save the agenda again as an .ics file, or type the appointments yourself.")


class NoAgenda(Problem):
    """A file without any event."""

    message = mark("There is no appointment in this file.")
    hint = mark("Choose a file that ends in .ics, as your agenda saves it.")


@dataclass(frozen=True)
class _Line:
    number: int
    name: str
    value: str


def appointments_in(text: str, kind: str) -> list[AppointmentDraft]:
    """The events of an agenda file as appointments of this kind, in the order of the file.

    Repeated events are taken once. Raises NoAgenda, or AgendaUnreadable with the line.
    """
    found = [_appointment(event, kind) for event in _events(text)]
    if not found:
        raise NoAgenda
    return found


def _events(text: str) -> Iterator[dict[str, _Line]]:
    event: dict[str, _Line] | None = None
    for line in _lines(text):
        if (line.name, line.value.upper()) == ("BEGIN", "VEVENT"):
            event = {"BEGIN": line}
        elif (line.name, line.value.upper()) == ("END", "VEVENT") and event is not None:
            yield event
            event = None
        elif event is not None:
            event.setdefault(line.name, line)


def _lines(text: str) -> Iterator[_Line]:
    """Unfolded lines: one that begins with a space goes on where the one before ended."""
    unfolded: list[tuple[int, str]] = []
    for number, line in enumerate(text.splitlines(), 1):
        if line[:1] in (" ", "\t") and unfolded:
            first, begun = unfolded[-1]
            unfolded[-1] = (first, begun + line[1:])
        elif line.strip():
            unfolded.append((number, line))
    for number, line in unfolded:
        found = _PROPERTY.fullmatch(line.strip())
        if found is None:
            raise AgendaUnreadable(line=number)
        yield _Line(number, found["name"].upper(), found["value"])


def _appointment(event: dict[str, _Line], kind: str) -> AppointmentDraft:
    begins = event.get("DTSTART")
    if begins is None:
        raise AgendaUnreadable(line=event["BEGIN"].number)
    day, starts = _moment(begins)
    until = _moment(event["DTEND"]) if "DTEND" in event else (day, None)
    return AppointmentDraft(
        planned_on=day,
        kind=kind,
        starts=starts,
        minutes=_minutes((day, starts), until),
        place=_words(event, "LOCATION"),
        words=_words(event, "SUMMARY"),
    )


def _moment(line: _Line) -> tuple[date, time | None]:
    """A day, and the hour on the clocks of Belgium when there is one."""
    found = _MOMENT.fullmatch(line.value.strip())
    try:
        if found is None:
            raise ValueError
        day = date(int(found[1]), int(found[2]), int(found[3]))
        if found[4] is None:
            return day, None
        moment = datetime.combine(day, time(int(found[4]), int(found[5])))
    except ValueError:
        raise AgendaUnreadable(line=line.number) from None
    local = _local(moment) if found[6] else moment
    return local.date(), local.time()


def _local(moment: datetime) -> datetime:
    """From UTC to the clocks here."""
    utc = moment.replace(tzinfo=ZoneInfo("UTC"))
    try:
        return utc.astimezone(ZoneInfo("Europe/Brussels")).replace(tzinfo=None)
    except ZoneInfoNotFoundError:
        return utc.astimezone().replace(tzinfo=None)


def _minutes(begin: tuple[date, time | None], end: tuple[date, time | None]) -> int | None:
    if begin[1] is None or end[1] is None:
        return None
    span = datetime.combine(end[0], end[1]) - datetime.combine(begin[0], begin[1])
    minutes = int(span.total_seconds() // 60)
    return minutes if 0 <= minutes <= 1440 else None


def _words(event: dict[str, _Line], name: str) -> str | None:
    if name not in event:
        return None
    text = re.sub(r"\\[nN,;\\]", lambda found: _ESCAPED[found[0]], event[name].value)
    return " ".join(text.split())[: _LIMITS[name]] or None
