"""Who was recommended and invited, by which way, and what came of it (A04, A05, A18)."""

from datetime import date

import pytest
from sqlalchemy.orm import Session

from ouderapp.base import clock
from ouderapp.base.errors import Problem
from ouderapp.groups import problems
from ouderapp.groups.commands.around import (
    change_invitation,
    count_replies,
    note_invited,
    note_sent,
    recommend,
    remove_invitation,
    remove_recommendation,
    write_invitation,
)
from ouderapp.groups.commands.register import mark_came, mark_let_know
from ouderapp.groups.queries.around import funnel, invitations_of, recommendations_of
from ouderapp.groups.queries.figures import evaluation_basis
from ouderapp.groups.queries.register import register
from ouderapp.groups.records import InvitationDraft, RecommendationDraft, Who
from ouderapp.store import tables
from tests.group_builders import MONDAY, NEXT_MONDAY, a_class, a_pupil, a_session
from tests.work_builders import a_consent, a_family, a_partner, a_person

RECOMMENDED, INVITED, SENT = date(2025, 1, 27), date(2025, 1, 30), date(2025, 3, 17)


def test_a04_a_recommendation_goes_from_recommended_to_invited_to_came(session: Session) -> None:
    series = a_class(session)
    lina = a_pupil(session)
    partner = a_partner(session, "Leerlingbegeleiding")
    draft = RecommendationDraft(series, lina, RECOMMENDED, partner, "plannen")
    advised = recommend(session, draft)
    seen = [recommendations_of(session, series)[0].status]

    note_invited(session, advised, INVITED)
    seen.append(recommendations_of(session, series)[0].status)
    mark_came(session, a_session(session, series), lina)

    row = recommendations_of(session, series)[0]
    assert [*seen, row.status] == ["aanbevolen", "uitgenodigd", "gekomen"]
    assert (row.name, row.partner_name, row.reason, row.first_came_on) == (
        "Lina",
        "Leerlingbegeleiding",
        "plannen",
        MONDAY,
    )


def test_a04_letting_know_is_not_yet_having_come(session: Session) -> None:
    series = a_class(session)
    lina = a_pupil(session)
    recommend(session, RecommendationDraft(series, lina, RECOMMENDED))

    mark_let_know(session, a_session(session, series), lina)

    assert recommendations_of(session, series)[0].status == "aanbevolen"
    assert evaluation_basis(session, series).recommended_never_came == 1


def test_recommended_twice_for_the_same_group_counts_once(session: Session) -> None:
    series = a_class(session)
    lina = a_pupil(session)

    first = recommend(session, RecommendationDraft(series, lina, MONDAY, reason="taal"))
    second = recommend(session, RecommendationDraft(series, lina, RECOMMENDED))

    row = recommendations_of(session, series)[0]
    assert first == second
    assert (row.recommended_on, row.reason) == (RECOMMENDED, "taal")


def test_a_recommended_pupil_stands_in_the_register_before_ever_coming(session: Session) -> None:
    series = a_class(session)
    advised = recommend(session, RecommendationDraft(series, a_pupil(session), RECOMMENDED))
    held = a_session(session, series)

    tiles = register(session, held).pupils
    remove_recommendation(session, advised)

    assert [(tile.name, tile.mark, tile.is_recommended) for tile in tiles] == [("Lina", "", True)]
    assert register(session, held).pupils == ()


@pytest.mark.parametrize(
    ("change", "field"), [({"reason": "lui"}, "reason"), ({"invited_on": SENT}, "invited_on")]
)
def test_a04_a_judgement_or_an_impossible_day_is_refused(
    session: Session, change: dict[str, object], field: str
) -> None:
    series = a_class(session)
    facts: dict[str, object] = {"series": series, "who": a_pupil(session)}

    with pytest.raises(Problem) as refused:
        recommend(
            session,
            RecommendationDraft(**{**facts, "recommended_on": MONDAY, **change}),  # type: ignore[arg-type]
        )

    assert refused.value.field == field


def test_a04_nobody_is_invited_before_being_recommended(session: Session) -> None:
    advised = recommend(session, RecommendationDraft(a_class(session), a_pupil(session), MONDAY))

    with pytest.raises(problems.EndsBeforeStart):
        note_invited(session, advised, RECOMMENDED)


@pytest.mark.parametrize(
    ("facts", "may"),
    [
        ({"given_on": RECOMMENDED}, True),
        ({"given_on": RECOMMENDED, "withdrawn_on": MONDAY}, False),
        ({"given_on": RECOMMENDED, "lapses_on": date(2025, 3, 23)}, False),
        ({"given_on": NEXT_MONDAY}, False),
        ({"given_on": RECOMMENDED, "purpose": "deelname_hangout"}, False),
    ],
)
def test_a04_the_school_hears_back_only_with_consent(
    session: Session, facts: dict[str, object], may: bool
) -> None:
    series = a_class(session)
    family = a_family(session)
    child = Who(person=a_person(session, family, "Amina", "dochter"))
    purpose = {"purpose": "dossier_en_contact_met_school"}
    a_consent(session, family, **(purpose | facts))
    for who in (child, a_pupil(session)):
        recommend(session, RecommendationDraft(series, who, RECOMMENDED, is_parent_informed=True))

    with clock.standing_at(MONDAY):
        rows = recommendations_of(session, series)

    assert [row.may_tell_back for row in rows] == [may, False]
    assert [row.is_parent_informed for row in rows] == [True, True]


def test_a05_an_invitation_is_written_here_and_sent_elsewhere(session: Session) -> None:
    series = a_class(session)
    draft = InvitationDraft(
        series, SENT, to_parents=True, classes=("2A1", "1A1"), title="Huiswerkklas", body="Dag,"
    )
    invitation = write_invitation(session, draft)

    with pytest.raises(problems.SentBeforeWritten):
        note_sent(session, invitation, RECOMMENDED)
    note_sent(session, invitation, SENT, 120)
    count_replies(session, invitation, 7)

    row = invitations_of(session, series)[0]
    assert (row.sent_on, row.invited, row.replied, row.classes) == (SENT, 120, 7, ("1A1", "2A1"))


def test_a05_an_invitation_can_be_changed_and_removed(session: Session) -> None:
    series = a_class(session)
    invitation = write_invitation(session, InvitationDraft(series, SENT))
    change_invitation(session, invitation, InvitationDraft(series, SENT, "telefoon"))
    changed = invitations_of(session, series)

    remove_invitation(session, invitation)

    assert [row.channel for row in changed] == ["telefoon"]
    assert invitations_of(session, series) == []


def test_p07_an_account_number_in_an_invitation_is_refused(session: Session) -> None:
    draft = InvitationDraft(a_class(session), SENT, body="Betaal op BE68 5390 0754 7034.")

    with pytest.raises(Problem) as refused:
        write_invitation(session, draft)

    assert refused.value.field == "body"


def test_a18_the_funnel_counts_families_that_answered_and_pupils_that_came(
    session: Session,
) -> None:
    series = a_class(session)
    invitation = write_invitation(session, InvitationDraft(series, SENT, invited=120))
    note_sent(session, invitation, SENT)
    count_replies(session, invitation, 3)
    family = a_family(session)
    for nr, (day, initiative) in enumerate(
        [(date(2025, 3, 18), "gezin"), (date(2025, 3, 20), "gezin"), (date(2025, 3, 21), "werker")]
    ):
        session.add(
            tables.Contact(
                id=f"{nr:032x}", family=family, held_on=day, kind="telefoon", initiative=initiative
            )
        )
        session.flush()
    for pupil in (a_pupil(session, "Lina"), a_pupil(session, "Sami")):
        mark_came(session, a_session(session, series), pupil)
        mark_came(session, a_session(session, series, NEXT_MONDAY), pupil)

    row = funnel(session, series)[0]

    assert (row.invited, row.replied, row.contacted, row.came) == (120, 3, 1, 2)


@pytest.mark.parametrize("number", [-1, 10_000])
def test_a05_an_impossible_number_of_people_is_refused(session: Session, number: int) -> None:
    invitation = write_invitation(session, InvitationDraft(a_class(session), SENT))

    with pytest.raises(problems.HeadsImpossible) as refused:
        count_replies(session, invitation, number)

    assert refused.value.field == "replied"
