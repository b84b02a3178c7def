"""Nothing is printed about anybody without a consent in writing that covers it (R06, D03)."""

from dataclasses import replace
from datetime import date

import pytest

from ouderapp.letters.kinds import KINDS, About, Template
from ouderapp.letters.rules import (
    Concerned,
    ConsentFact,
    ConsentMissing,
    ConsentState,
    NoLettersForPerson,
    check_may_get_letters,
    check_may_print,
    consent_used,
    field_states,
    needs_assent,
    printable_fields,
)

DAY = date(2025, 3, 21)
BORN = date(2012, 1, 19)
MOTHER, CHILD = "moeder", "kind"
CONCERNED = Concerned(parent=MOTHER, child=CHILD, child_born_on=BORN)
YES, NO, LAPSED = ConsentState.YES, ConsentState.NO, ConsentState.LAPSED
EVERY_FIELD = [
    pytest.param(template, field.name, id=f"{template}-{field.name}")
    for template, kind in KINDS.items()
    for field in kind.fields
]


def a_consent(template: str = Template.CLB, **changes: object) -> ConsentFact:
    """A written consent of yesterday by the mother about her son, who agrees."""
    facts: dict[str, object] = {
        "id": "t1",
        "purpose": sorted(KINDS[template].purposes)[0],
        "form": "schriftelijk",
        "given_on": date(2025, 3, 20),
        "person": CHILD,
        "given_by": (MOTHER,),
        "has_assent": True,
    }
    return ConsentFact(**{**facts, **changes})  # type: ignore[arg-type]


def state_of(template: str, field: str, *consents: ConsentFact) -> ConsentState:
    states = field_states(KINDS[template], consents, CONCERNED, DAY)
    return next(one.state for one in states if one.field.name == field)


@pytest.mark.parametrize(("template", "field"), EVERY_FIELD)
@pytest.mark.parametrize(
    ("changes", "state"),
    [
        ({}, YES),
        ({"form": "schriftelijk_met_tolk"}, YES),
        ({"given_on": DAY}, YES),
        ({"lapses_on": DAY}, YES),
        ({"lapses_on": date(2025, 3, 20)}, LAPSED),
        ({"withdrawn_on": date(2025, 3, 22)}, YES),
        ({"withdrawn_on": DAY}, NO),
        ({"withdrawn_on": DAY, "lapses_on": date(2025, 3, 20)}, NO),
        ({"form": "mondeling_genoteerd"}, NO),
        ({"given_on": date(2025, 3, 22)}, NO),
        ({"purpose": "dossier_en_contact_met_school"}, NO),
        ({"person": "zus"}, NO),
    ],
)
def test_every_field_follows_the_consent(
    template: str, field: str, changes: dict[str, object], state: ConsentState
) -> None:
    """R06: all fields and all states; only a field with state YES is printable."""
    consent = a_consent(template, **changes)

    states = field_states(KINDS[template], [consent], CONCERNED, DAY)

    assert state_of(template, field, consent) is state
    assert (field in printable_fields(states)) is (state is YES)


@pytest.mark.parametrize(("template", "field"), EVERY_FIELD)
def test_no_field_is_told_without_any_consent(template: str, field: str) -> None:
    assert state_of(template, field) is NO


@pytest.mark.parametrize("template", list(KINDS))
def test_a_letter_without_consent_is_refused_with_the_family_named(template: str) -> None:
    """NEG-09: a written letter is blocked; a warm referral without data stays possible."""
    states = field_states(KINDS[template], [], CONCERNED, DAY)

    with pytest.raises(ConsentMissing) as refusal:
        check_may_print(states, "gezin Yıldız")

    assert refusal.value.places == {"family": "gezin Yıldız"}
    assert refusal.value.button == "Note the consent"


def test_a_consent_for_one_partner_is_not_a_consent_for_another() -> None:
    assert state_of(Template.OCMW, "rights", a_consent(Template.CLB)) is NO


def test_a_new_consent_takes_the_place_of_a_lapsed_one() -> None:
    lapsed = a_consent(lapses_on=date(2025, 3, 1), given_on=date(2024, 9, 2), id="t0")

    assert state_of(Template.CLB, "question", lapsed, a_consent()) is YES


def test_a_pupil_of_twelve_must_agree_before_her_name_is_told() -> None:
    without = a_consent(has_assent=False)

    assert state_of(Template.CLB, "child_name", without) is NO
    assert state_of(Template.CLB, "question", without) is YES


def test_below_twelve_the_parent_decides() -> None:
    younger = replace(CONCERNED, child_born_on=date(2014, 1, 19))

    states = field_states(KINDS[Template.CLB], [a_consent(has_assent=False)], younger, DAY)

    assert {one.state for one in states} == {YES}


@pytest.mark.parametrize(
    ("born", "year", "needed"),
    [
        (date(2013, 3, 21), None, True),
        (date(2013, 3, 22), None, False),
        (date(2012, 2, 29), None, True),
        (None, 2013, True),
        (None, 2014, False),
        (None, None, True),
    ],
)
def test_assent_begins_on_the_twelfth_birthday(
    born: date | None, year: int | None, needed: bool
) -> None:
    child = Concerned(parent=MOTHER, child=CHILD, child_born_on=born, child_birth_year=year)

    assert needs_assent(child, DAY) is needed


def test_a_parent_who_did_not_sign_is_not_named() -> None:
    by_father = a_consent(given_by=("vader",))

    assert state_of(Template.CLB, "phone", by_father) is NO
    assert state_of(Template.CLB, "question", by_father) is YES


def test_the_consent_that_a_referral_names_counts_for_that_referral() -> None:
    consent = a_consent(purpose="deelname_schaakclub")
    named = replace(CONCERNED, named_consent=consent.id)

    for concerned, state in ((named, YES), (CONCERNED, NO)):
        states = field_states(KINDS[Template.LEISURE], [consent], concerned, DAY)
        assert {one.state for one in states} == {state}


def test_the_consent_to_keep_a_file_is_never_one_to_share_it() -> None:
    consent = a_consent(purpose="dossier_en_contact_met_school")
    named = replace(CONCERNED, named_consent=consent.id)

    states = field_states(KINDS[Template.CLB], [consent], named, DAY)

    assert printable_fields(states) == frozenset()


def test_a_letter_rests_on_the_newest_consent() -> None:
    older = a_consent(id="t0", given_on=date(2025, 1, 10))

    used = consent_used(KINDS[Template.CLB], [a_consent(), older], CONCERNED, DAY)

    assert used == a_consent()


@pytest.mark.parametrize(
    ("may_get_letters", "has_no_contact"), [(False, False), (True, True), (False, True)]
)
def test_nobody_writes_to_an_adult_who_may_not_be_written_to(
    may_get_letters: bool, has_no_contact: bool
) -> None:
    """D03: a letter to an adult without contact, or who may not get letters, is impossible."""
    with pytest.raises(NoLettersForPerson):
        check_may_get_letters("Jan", may_get_letters=may_get_letters, has_no_contact=has_no_contact)


@pytest.mark.parametrize("template", list(KINDS))
def test_every_letter_tells_the_parent_what_is_in_it(template: str) -> None:
    told = {field.told for field in KINDS[template].fields if field.told}

    assert len(told) >= 3
    assert any(field.about is About.FAMILY for field in KINDS[template].fields)
