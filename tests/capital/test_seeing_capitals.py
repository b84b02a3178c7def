"""What a person may count on with the five capitals (D12, D13, decisions 13 and 20)."""

import ast
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy.orm import Session

import ouderapp.capital
from ouderapp.base.capitals import CAPITAL_WORDS, Capital
from ouderapp.base.errors import FieldMissing, NotFound
from ouderapp.base.forbidden import NationalNumberInText
from ouderapp.base.ids import Id, new_id
from ouderapp.capital.commands import (
    delete_observation,
    edit_observation,
    make_picture,
    observe,
)
from ouderapp.capital.queries import observations_of, pictures_of, tendencies_of
from ouderapp.capital.records import BY_WORDS, TENDENCY_WORDS, By, ObservationDraft, Tendency
from ouderapp.capital.rules import StepNotTogether, StepUnknown, TextTooLong, tendency_between
from ouderapp.capital.steps import STEPS, sentence
from ouderapp.contacts.commands import record_contact
from ouderapp.store.database import Database
from ouderapp.store.undo import undo
from tests.work_builders import a_contact_draft, a_family

JANUARY, JUNE = date(2025, 1, 23), date(2025, 6, 12)


def draft(family: Id, **more: Any) -> ObservationDraft:
    facts: dict[str, Any] = {
        "observed_on": JANUARY,
        "capital": Capital.SOCIAL,
        "tendency": Tendency.ATTENTION,
    }
    return ObservationDraft(family, **(facts | more))


def test_every_capital_has_five_plain_sentences_and_every_code_its_word() -> None:
    assert set(STEPS) == set(CAPITAL_WORDS) == set(Capital)
    assert len({words for steps in STEPS.values() for words in steps}) == 25
    assert sentence(Capital.SOCIAL, 0) == "The family stands alone in most things."
    assert (set(TENDENCY_WORDS), set(BY_WORDS)) == (set(Tendency), set(By))


def test_a_tendency_alone_is_enough(session: Session) -> None:
    family = a_family(session)

    observe(session, draft(family, note=" Weinig contacten buiten de familie. "))

    [row] = observations_of(session, family)
    assert (row.capital, row.tendency, row.step) == ("sociaal", "aandacht", None)
    assert (row.note, row.evidence) == ("Weinig contacten buiten de familie.", None)


def test_an_observation_may_point_at_the_contact_that_shows_it(
    session: Session, today: date
) -> None:
    family = a_family(session)
    contact = record_contact(session, a_contact_draft(family)).id

    observe(session, draft(family, evidence=contact))

    assert observations_of(session, family)[0].evidence == contact


def test_a_step_is_only_put_together_with_the_family(session: Session) -> None:
    family = a_family(session)

    with pytest.raises(StepNotTogether):
        observe(session, draft(family, step=1))
    observe(session, draft(family, step=1, by=By.TOGETHER))

    assert observations_of(session, family)[0].step == 1


@pytest.mark.parametrize(
    ("wrong", "problem", "field"),
    [
        ({"capital": "cultuur"}, FieldMissing, "capital"),
        ({"tendency": "goed"}, FieldMissing, "tendency"),
        ({"by": "school"}, FieldMissing, "by"),
        ({"step": 5, "by": By.TOGETHER}, StepUnknown, "step"),
        ({"step": -1, "by": By.TOGETHER}, StepUnknown, "step"),
        ({"own_words": "a" * 501}, TextTooLong, "own_words"),
        ({"note": "85.07.30-033.28"}, NationalNumberInText, "note"),
    ],
)
def test_what_is_no_observation_is_refused_with_the_field_named(
    session: Session, wrong: dict[str, Any], problem: type[Exception], field: str
) -> None:
    with pytest.raises(problem) as told:
        observe(session, draft(a_family(session), **wrong))

    assert getattr(told.value, "field", "") == field


def test_a_picture_is_one_act_with_the_words_of_the_family(database: Database) -> None:
    with database.transaction("test") as session:
        family = a_family(session)
    steps = [
        draft(family, step=1, own_words="gaat mee naar de voetbal"),
        draft(family, capital=Capital.FINANCIAL, step=0),
    ]

    database.run(make_picture, steps)

    with database.transaction() as session:
        [picture] = pictures_of(session, family)
        assert (picture.made_on, picture.steps["sociaal"].step) == (JANUARY, 1)
        assert picture.steps["sociaal"].own_words == "gaat mee naar de voetbal"
        assert {row.by for row in observations_of(session, family)} == {By.TOGETHER}
    database.run(undo)
    with database.transaction() as session:
        assert pictures_of(session, family) == []


def test_a_picture_of_nothing_is_refused(session: Session) -> None:
    with pytest.raises(FieldMissing):
        make_picture(session, [])


def test_two_pictures_stand_in_the_order_of_their_days(session: Session) -> None:
    family = a_family(session)
    make_picture(session, [draft(family, step=3, observed_on=JUNE)])
    make_picture(session, [draft(family, step=1)])

    assert [(one.made_on, one.steps["sociaal"].step) for one in pictures_of(session, family)] == [
        (JANUARY, 1),
        (JUNE, 3),
    ]


def test_the_last_tendency_of_each_capital_is_told_in_their_fixed_order(session: Session) -> None:
    family = a_family(session)
    observe(session, draft(family, tendency=Tendency.GROWTH, observed_on=JUNE))
    observe(session, draft(family))
    observe(session, draft(family, capital=Capital.FINANCIAL))

    found = tendencies_of(session, family)

    assert [(name, row.tendency) for name, row in found.items()] == [
        ("financieel", "aandacht"),
        ("sociaal", "groei"),
    ]


@pytest.mark.parametrize(
    ("earlier", "later", "tendency"), [(1, 3, "groei"), (2, 2, "gelijk"), (3, 1, "aandacht")]
)
def test_two_steps_show_a_tendency(earlier: int, later: int, tendency: str) -> None:
    assert tendency_between(earlier, later) == tendency


def test_an_observation_can_be_changed_and_deleted(session: Session) -> None:
    family = a_family(session)
    made = observe(session, draft(family))

    edit_observation(session, made, draft(family, tendency=Tendency.GROWTH))
    changed = observations_of(session, family)[0].tendency
    delete_observation(session, made)

    assert changed == Tendency.GROWTH
    assert observations_of(session, family) == []
    with pytest.raises(NotFound):
        delete_observation(session, new_id())


def test_nothing_in_the_package_adds_up_or_averages() -> None:
    """Never a sum, an average or a ranking (decision 13)."""
    folder = Path(ouderapp.capital.__file__).parent
    called = {
        getattr(node.func, "id", getattr(node.func, "attr", ""))
        for path in folder.glob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call)
    }

    assert called.isdisjoint({"sum", "avg", "mean", "fmean", "median", "rank"})
