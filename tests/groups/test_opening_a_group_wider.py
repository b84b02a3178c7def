"""A group opens in phases, is looked back on, and every figure knows its phase (A14, A17)."""

from datetime import date

import pytest
from sqlalchemy.orm import Session

from ouderapp.groups import problems
from ouderapp.groups.commands.around import change_evaluation, evaluate
from ouderapp.groups.commands.register import mark_came
from ouderapp.groups.commands.series import change_phase, open_phase
from ouderapp.groups.commands.sessions import close_session
from ouderapp.groups.queries.around import evaluations_of
from ouderapp.groups.queries.figures import EVALUATE_EVERY, evaluation_basis, phase_figures
from ouderapp.groups.queries.series import phases_of
from ouderapp.groups.queries.sessions import sessions_of
from ouderapp.groups.records import EvaluationDraft, PhaseDraft
from ouderapp.groups.rules import average_per_session
from ouderapp.store.database import Database
from ouderapp.store.settings import set_setting
from ouderapp.store.undo import undo
from tests.group_builders import MONDAY, a_class, a_pupil, a_session

START, OPENED = date(2025, 2, 3), date(2025, 3, 17)
FEW = "De opkomst blijft beperkt."


def test_a14_a_phase_ends_the_one_before_it(session: Session) -> None:
    series = a_class(session)
    open_phase(session, PhaseDraft(series, "aanbeveling", START, "Zo is het afgesproken"))

    open_phase(session, PhaseDraft(series, "eerste_graad_en_ouders", OPENED, FEW))

    assert [(p.kind, p.from_on, p.until_on, p.reason) for p in phases_of(session, series)] == [
        ("aanbeveling", START, date(2025, 3, 16), "Zo is het afgesproken"),
        ("eerste_graad_en_ouders", OPENED, None, FEW),
    ]


def test_a14_every_session_belongs_to_the_phase_of_its_day(session: Session) -> None:
    series = a_class(session)
    first = open_phase(session, PhaseDraft(series, "aanbeveling", START, "Afspraak"))

    second = open_phase(session, PhaseDraft(series, "open", OPENED, FEW))

    found = [row.phase for row in sessions_of(session, series)]
    assert found == [first] * 5 + [second] * 12


def test_a14_the_figures_are_counted_per_phase(session: Session) -> None:
    series = a_class(session)
    open_phase(session, PhaseDraft(series, "aanbeveling", START, "Afspraak"))
    open_phase(session, PhaseDraft(series, "open", OPENED, FEW))
    lina, sami = a_pupil(session, "Lina"), a_pupil(session, "Sami")
    mark_came(session, a_session(session, series, START), lina)
    for pupil in (lina, sami):
        mark_came(session, a_session(session, series, MONDAY), pupil)
    close_session(session, a_session(session, series, date(2025, 3, 31)))

    figures = phase_figures(session, series)

    assert [(f.kind, f.held, f.attendances, f.pupils, f.average, f.minutes) for f in figures] == [
        ("aanbeveling", 1, 1, 1, 1.0, 50),
        ("open", 2, 2, 2, 1.0, 100),
    ]


def test_a14_a_phase_without_reason_or_on_a_taken_day_is_refused(session: Session) -> None:
    series = a_class(session)
    open_phase(session, PhaseDraft(series, "aanbeveling", START, "Afspraak"))

    with pytest.raises(problems.ReasonMissing):
        open_phase(session, PhaseDraft(series, "open", OPENED, " "))
    with pytest.raises(problems.PhaseThatDayAlready):
        open_phase(session, PhaseDraft(series, "open", START, FEW))
    with pytest.raises(problems.EndsBeforeStart):
        open_phase(session, PhaseDraft(series, "open", OPENED, FEW, until_on=START))


def test_a14_a_phase_that_begins_sooner_takes_its_sessions_along(session: Session) -> None:
    series = a_class(session)
    phase = open_phase(session, PhaseDraft(series, "open", OPENED, FEW))

    change_phase(session, phase, PhaseDraft(series, "open", START, FEW))

    assert {row.phase for row in sessions_of(session, series)} == {phase}


def test_a14_opening_a_phase_is_one_act_that_can_be_undone(database: Database) -> None:
    with database.transaction("given") as session:
        series = a_class(session)
        first = open_phase(session, PhaseDraft(series, "aanbeveling", START, "Afspraak"))
    database.run(open_phase, PhaseDraft(series, "open", OPENED, FEW))

    database.run(undo)

    with database.transaction("look") as session:
        assert [(p.id, p.until_on) for p in phases_of(session, series)] == [(first, None)]
        assert {row.phase for row in sessions_of(session, series)} == {first}


def test_a17_the_questions_are_asked_after_four_sessions(session: Session) -> None:
    series = a_class(session)
    lina = a_pupil(session)
    days = [row.held_on for row in sessions_of(session, series)][:4]
    for day in days[:3]:
        mark_came(session, a_session(session, series, day), lina)
    too_soon = evaluation_basis(session, series)

    close_session(session, a_session(session, series, days[3]))

    basis = evaluation_basis(session, series)
    assert not too_soon.is_due
    assert (basis.is_due, basis.held, basis.attendances, basis.average) == (True, 4, 3, 0.75)


def test_a17_after_an_evaluation_the_count_begins_again(session: Session) -> None:
    series = a_class(session)
    close_session(session, a_session(session, series, START))
    basis = evaluation_basis(session, series)

    evaluate(
        session,
        EvaluationDraft(series, date(2025, 2, 27), FEW, "Openstellen.", (), basis.sessions),
    )

    assert evaluation_basis(session, series).held == 0
    assert evaluations_of(session, series)[0].sessions == basis.sessions


def test_a17_how_often_is_a_setting(session: Session) -> None:
    series = a_class(session)
    close_session(session, a_session(session, series, START))

    set_setting(session, EVALUATE_EVERY, 1)

    assert evaluation_basis(session, series).is_due


def test_a17_an_evaluation_says_something(session: Session) -> None:
    series = a_class(session)

    with pytest.raises(problems.EvaluationEmpty):
        evaluate(session, EvaluationDraft(series, MONDAY, " "))
    evaluation = evaluate(session, EvaluationDraft(series, MONDAY, FEW))
    change_evaluation(session, evaluation, EvaluationDraft(series, MONDAY, FEW, "Afwachten."))

    assert evaluations_of(session, series)[0].decision == "Afwachten."


@pytest.mark.parametrize(
    ("attendances", "held", "average"),
    [(59, 13, 4.54), (13, 5, 2.6), (46, 8, 5.75), (1, 8, 0.13), (0, 0, 0)],
)
def test_an_average_has_two_decimals_halves_up(attendances: int, held: int, average: float) -> None:
    assert average_per_session(attendances, held) == average
