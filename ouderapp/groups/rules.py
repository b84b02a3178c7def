"""What is refused in a group, and what follows from a weekly hour, a phase or a class name."""

import re
from collections.abc import Container, Iterable, Sequence
from datetime import date, time, timedelta
from decimal import ROUND_HALF_UP, Decimal

from ouderapp.base.errors import Problem
from ouderapp.base.forbidden import check_free_text
from ouderapp.base.school_year import DAYS_OFF, class_weekdays, school_year_of, why_no_class
from ouderapp.groups import problems
from ouderapp.groups.codes import (
    CANCEL_WORDS,
    CHANNEL_WORDS,
    INTO_WORDS,
    KIND_WORDS,
    PHASE_WORDS,
    RECOMMENDATION_WORDS,
    SOURCE_WORDS,
    STEPS,
    Kind,
    Step,
)
from ouderapp.groups.records import (
    BroughtDraft,
    Calendar,
    EvaluationDraft,
    InvitationDraft,
    ParticipantDraft,
    PhaseDraft,
    PhaseRow,
    PlannedDay,
    QuestionDraft,
    RecommendationDraft,
    Remarks,
    SeriesDraft,
)

SHORT_TEXT, NOTE, NAME, CLASS = 120, 500, 80, 40
MOST_HEADS = 999
OTHER_REASON = "andere"
_STREAM = re.compile(r"OKAN|[1-7][A-Z]?")


def check_series(draft: SeriesDraft) -> None:
    """Refuse a group whose end comes before its start or whose words do not belong here (A01)."""
    _check_code("kind", draft.kind, KIND_WORDS)
    if not 1 <= draft.weekday <= 7:
        raise problems.ChoiceUnknown(field="weekday")
    if draft.ends <= draft.starts:
        raise problems.EndsBeforeStart(field="ends")
    if last_day_of(draft) < draft.from_on:
        raise problems.EndsBeforeStart(field="until_on")
    _check_length(SHORT_TEXT, title=draft.title, place=draft.place)
    _check_length(NOTE, note=draft.note)
    check_free_text(title=draft.title, place=draft.place, note=draft.note)


def last_day_of(draft: SeriesDraft) -> date:
    """The last day of a group, included: as given, else 30 June of its school year."""
    return draft.until_on or date(school_year_of(draft.from_on) + 1, 6, 30)


def is_school_bound(kind: str, school: str | None) -> bool:
    """Whether a group can only meet when there is school: the class, and whatever a school holds.

    The calendar warns about school events, never about visits or leisure (DOMAIN 2.4).
    """
    return kind == Kind.HOMEWORK_CLASS or school is not None


def planned_days(
    weekday: int, from_on: date, until_on: date, calendar: Calendar
) -> list[PlannedDay]:
    """The days of a weekly group, both ends included, without the holidays (A01, A03).

    A day off of the school stays in the plan as a session that did not take place, with its reason
    (NEG-04): the year counts it as planned and cancelled (DOMAIN 8.5).
    """
    days = class_weekdays(weekday, from_on, until_on, calendar.community)
    return [PlannedDay(day, calendar.days_off.get(day)) for day in days]


def check_day(day: date, calendar: Calendar, *, all_the_same: bool = False) -> None:
    """Refuse a session of a school on a day without class (DOMAIN 2.2; NEG-01 to NEG-04).

    Raises ClassOnHoliday always, ClassOnDayOff for the school's own days off and weekends unless
    `all_the_same`.
    """
    reason = why_no_class(day, calendar.community, calendar.days_off)
    if reason is None:
        return
    if not reason.is_of_school and reason.code != "weekend":
        raise problems.ClassOnHoliday(day=day, holiday=reason.words)
    if not all_the_same:
        raise problems.ClassOnDayOff(day=day, reason=reason.words)


def check_hours(starts: time | None, ends: time | None) -> None:
    """Refuse an end that is not after the start; either may be unknown."""
    if starts and ends and ends <= starts:
        raise problems.EndsBeforeStart


def check_reason(reason: str | None, note: str | None = None) -> None:
    """A session that did not take place says why; "something else" needs words (A13)."""
    if not reason or (reason == OTHER_REASON and not (note or "").strip()):
        raise problems.ReasonMissing
    if reason not in CANCEL_WORDS and reason not in DAYS_OFF:
        raise problems.ChoiceUnknown(field="reason")
    check_note(note)


def check_note(note: str | None) -> None:
    """Refuse a note that is too long or holds a forbidden number."""
    _check_length(NOTE, note=note)
    check_free_text(note=note)


def check_phase(draft: PhaseDraft, others: Iterable[PhaseRow]) -> None:
    """Refuse a phase without reason, or on the first day of another one (A14)."""
    _check_code("kind", draft.kind, PHASE_WORDS)
    if not (draft.reason or "").strip():
        raise problems.ReasonMissing
    if draft.until_on and draft.until_on < draft.from_on:
        raise problems.EndsBeforeStart(field="until_on")
    if any(other.from_on == draft.from_on for other in others):
        raise problems.PhaseThatDayAlready(day=draft.from_on)
    _check_length(NOTE, reason=draft.reason)
    check_free_text(name=draft.name, reason=draft.reason)


def phase_on(day: date, phases: Iterable[PhaseRow]) -> PhaseRow | None:
    """The phase of a group on this day: of those that had begun and not ended, the newest."""
    open_ones = [
        phase
        for phase in phases
        if phase.from_on <= day and (phase.until_on is None or day <= phase.until_on)
    ]
    return max(open_ones, key=lambda phase: phase.from_on, default=None)


def day_before(day: date) -> date:
    """The last day of what ends when something else begins on this day."""
    return day - timedelta(1)


def check_participant(draft: ParticipantDraft) -> None:
    """A first name and a class, nothing that makes a file of it (A08; DOMAIN 9.1)."""
    name = draft.given_name.strip()
    if not name:
        raise problems.NameMissing
    if any(sign.isdigit() or sign in "@/" for sign in name):
        raise problems.OnlyAFirstName
    _check_length(NAME, given_name=name)
    _check_length(CLASS, class_name=draft.class_name)
    check_free_text(given_name=name, class_name=draft.class_name)


def year_stream_of(class_name: str | None) -> str | None:
    """1A for `1A2` or `1 a 2`, 5L for `5LAT`, OKAN; None for another form (DOMAIN 8.5)."""
    found = _STREAM.match("".join((class_name or "").upper().split()))
    return found[0] if found else None


def check_remarks(remarks: Remarks) -> None:
    """Refuse hours in the wrong order and texts that do not belong here (A10)."""
    if remarks.arrived and remarks.left and remarks.left < remarks.arrived:
        raise problems.EndsBeforeStart(field="left")
    check_note(remarks.note)


def minutes_there(
    starts: time | None, ends: time | None, arrived: time | None, left: time | None
) -> int:
    """How many minutes somebody was there: own hours first, else those of the session (A10)."""
    first, last = arrived or starts, left or ends
    if first is None or last is None:
        return 0
    return max(0, (last.hour - first.hour) * 60 + last.minute - first.minute)


def check_heads(heads: int) -> None:
    """A session may be counted by heads only (A11)."""
    if not 0 <= heads <= MOST_HEADS:
        raise problems.HeadsImpossible


def check_question(draft: QuestionDraft) -> None:
    """Refuse a step or a source that is not in the stappenplan (A15)."""
    if draft.step is not None:
        _check_code("step", draft.step, STEPS)
    if draft.source is not None:
        _check_code("source", draft.source, SOURCE_WORDS)
    _check_length(60, subject=draft.subject)
    check_free_text(subject=draft.subject)


def steps_until(step: str | None) -> tuple[Step, ...]:
    """The steps that were taken when the answer came at this one: they are taken in order (A15)."""
    return STEPS[: STEPS.index(Step(step)) + 1] if step else ()


def last_step(steps: Container[str]) -> Step | None:
    """The furthest of the steps that were taken."""
    return next((step for step in reversed(STEPS) if step in steps), None)


def check_recommendation(draft: RecommendationDraft) -> None:
    """Refuse an unknown reason, or an invitation before the recommendation (A04)."""
    if draft.reason is not None:
        _check_code("reason", draft.reason, RECOMMENDATION_WORDS)
    if draft.invited_on and draft.invited_on < draft.recommended_on:
        raise problems.EndsBeforeStart(field="invited_on")


def is_in_force(
    given_on: date, lapses_on: date | None, withdrawn_on: date | None, today: date
) -> bool:
    """Whether a consent holds on this day: from the day given to the last day, not withdrawn."""
    is_over = (lapses_on is not None and lapses_on < today) or (
        withdrawn_on is not None and withdrawn_on <= today
    )
    return given_on <= today and not is_over


def check_invitation(draft: InvitationDraft) -> None:
    """Refuse an unknown way or an impossible number; the text holds no forbidden number (A05)."""
    _check_code("channel", draft.channel, CHANNEL_WORDS)
    check_count(draft.invited, "invited")
    _check_length(SHORT_TEXT, title=draft.title)
    check_free_text(title=draft.title, body=draft.body)


def check_count(number: int | None, field: str) -> None:
    """Refuse a number of people that cannot be."""
    if number is not None and not 0 <= number <= 9999:
        raise problems.HeadsImpossible(field=field)


def check_evaluation(draft: EvaluationDraft) -> None:
    """Something found or something decided (A17)."""
    if not (draft.finding or "").strip() and not (draft.decision or "").strip():
        raise problems.EvaluationEmpty
    _check_length(NOTE, finding=draft.finding, decision=draft.decision)
    check_free_text(finding=draft.finding, decision=draft.decision)


def check_brought(draft: BroughtDraft) -> None:
    """Refuse somebody who brought himself or herself, or into something unknown (A08)."""
    _check_code("into", draft.into, INTO_WORDS)
    if draft.by == draft.brought:
        raise problems.SamePerson


def average_per_session(attendances: int, held: int) -> float:
    """Attendances per session held, two decimals, halves up; 0 without a session (DOMAIN 8.5)."""
    if not held:
        return 0.0
    return float((Decimal(attendances) / held).quantize(Decimal("0.01"), ROUND_HALF_UP))


def is_evaluation_due(held_since: int, every: int) -> bool:
    """Whether the four questions are asked again after so many sessions held (A17)."""
    return every > 0 and held_since >= every


def shown_name(given_name: str | None, family_name: str | None = None) -> str:
    """Amina H. for a person, Amina for a participant; a dash for somebody without a name."""
    initial = f" {family_name.strip()[0]}." if family_name and family_name.strip() else ""
    return f"{(given_name or '').strip() or '—'}{initial}"


def _check_code(field: str, code: str, known: Container[str]) -> None:
    if code not in known:
        raise problems.ChoiceUnknown(field=field)


def _check_length(limit: int, **texts: str | None) -> None:
    for field, text in texts.items():
        if text is not None and len(text) > limit:
            problem: Problem = problems.TextTooLong(field=field, too_many=len(text) - limit)
            raise problem


def in_order(steps: Sequence[str]) -> tuple[Step, ...]:
    """Steps as the stappenplan has them, whatever the order in which a table keeps them."""
    return tuple(step for step in STEPS if step in steps)
