"""What is printed is kept, can be printed again years later, and tells only what it may."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
import sqlalchemy as sa
from sqlalchemy.orm import Session

from ouderapp.base.errors import NotFound
from ouderapp.base.forbidden import NationalNumberInText
from ouderapp.letters.answer_code import SIGNS, answer_code, typed_code
from ouderapp.letters.commands import delete_letter, keep_letter
from ouderapp.letters.kinds import KINDS, Template
from ouderapp.letters.letter import Letter
from ouderapp.letters.queries.log import letter_log, referral_of_code
from ouderapp.letters.queries.papers import (
    PaperNotKept,
    letter_paper,
    letter_states,
    papers_of,
    written_letter,
)
from ouderapp.letters.queries.start import letter_start, readers_of, writable_letters
from ouderapp.letters.rules import ConsentMissing, NoLettersForPerson
from ouderapp.store import tables
from ouderapp.store.database import Database
from tests.letters.dossier import DAY, Dossier
from tests.letters.example import reader, text_of
from tests.work_builders import a_family, a_person

TEMPLATES = list(KINDS)


@pytest.fixture
def dossier(session: Session) -> Dossier:
    return Dossier(session)


def words_of(letter: Letter | None) -> str:
    assert letter is not None
    return letter.as_text()


@pytest.mark.parametrize("which", TEMPLATES)
def test_a_letter_with_consent_is_written_with_its_leaflet(dossier: Dossier, which: str) -> None:
    dossier.consent(which)

    kept = keep_letter(dossier.session, dossier.draft(which))

    assert kept.leaflet is not None
    assert len(reader(kept.pdf).pages) == 1
    assert "Haddad" in text_of(kept.pdf) or "Noor" in text_of(kept.pdf)


@pytest.mark.parametrize("which", TEMPLATES)
def test_a_letter_without_consent_keeps_nothing(dossier: Dossier, which: str) -> None:
    """R06, NEG-09: refused with the family named, and neither row nor paper is left behind."""
    draft = dossier.draft(which)

    with pytest.raises(ConsentMissing) as refusal:
        keep_letter(dossier.session, draft)

    assert refusal.value.places == {"family": "gezin Haddad"}
    assert letter_log(dossier.session) == []


def test_a_consent_that_was_withdrawn_stops_the_letter_the_same_day(dossier: Dossier) -> None:
    dossier.consent(withdrawn_on=DAY)

    with pytest.raises(ConsentMissing):
        papers_of(dossier.session, dossier.draft())


def test_a_field_without_consent_is_in_no_paper(dossier: Dossier) -> None:
    """The father signed, the mother did not: her name and phone stay out, so the CLB gets none."""
    dossier.consent(given_by=(dossier.father,))

    states = {one.field.name: one.state for one in letter_states(dossier.session, dossier.draft())}

    assert states["phone"] == "nee"
    assert states["question"] == "ja"


def test_a_field_that_is_unticked_is_left_out(dossier: Dossier) -> None:
    dossier.consent()
    draft = dossier.draft(left_out=frozenset({"phone", "best_time"}))

    found = written_letter(dossier.session, draft)

    assert "0470 00 00 21" not in words_of(found.letter).replace("\u00a0", " ")
    assert "na 16.00 uur" not in words_of(found.letter)


@pytest.mark.parametrize("which", TEMPLATES)
def test_no_letter_of_one_parent_holds_the_phone_or_mail_of_the_other(
    dossier: Dossier, which: str
) -> None:
    """D04: the address firewall, over letter and leaflet in Dutch and in Arabic."""
    dossier.consent(which, given_by=())

    found = written_letter(dossier.session, dossier.draft(which, second="ar"))

    whole = "".join(map(words_of, (found.letter, found.second, found.leaflet)))
    plain = whole.replace("\u00a0", " ")
    assert "0470 00 00 22" not in plain
    assert "karim@" not in plain
    assert "Karim" not in plain


def test_an_adult_without_contact_is_in_no_letter(dossier: Dossier) -> None:
    """D03: every way to a letter is closed, also the suggestion of a reader."""
    dossier.consent(given_by=())
    row = dossier.session.scalar(sa.select(tables.Person).where(tables.Person.id == dossier.father))
    assert row is not None
    row.has_no_contact = True
    dossier.session.flush()
    draft = dossier.draft(parent=dossier.father)

    for way in (letter_states, written_letter, papers_of, keep_letter):
        with pytest.raises(NoLettersForPerson):
            way(dossier.session, draft)
    start = letter_start(dossier.session, draft.referral, DAY)
    assert start is not None
    assert start.parent == dossier.mother
    assert readers_of(dossier.session, dossier.family)[-1].has_no_contact


def test_an_adult_who_may_not_get_letters_gets_no_leaflet(dossier: Dossier) -> None:
    """D03: the letter to the partner is possible, the paper for this adult is not."""
    dossier.consent()
    row = dossier.session.scalar(sa.select(tables.Person).where(tables.Person.id == dossier.mother))
    assert row is not None
    row.may_get_letters = False
    dossier.session.flush()

    kept = keep_letter(dossier.session, dossier.draft())

    assert kept.leaflet is None
    assert kept.leaflet_pdf is None


def test_somebody_of_another_family_is_no_reader(dossier: Dossier) -> None:
    dossier.consent()
    stranger = a_person(dossier.session, a_family(dossier.session, "Peeters"), "Els")

    with pytest.raises(NotFound):
        papers_of(dossier.session, dossier.draft(parent=stranger))


def test_a_national_number_in_a_letter_is_refused(dossier: Dossier) -> None:
    dossier.consent()

    with pytest.raises(NationalNumberInText):
        papers_of(dossier.session, dossier.draft(asked="Haar nummer is 85.07.30-033.28."))


def test_the_preview_is_the_print(dossier: Dossier) -> None:
    dossier.consent()
    draft = dossier.draft(second="ar")

    preview = papers_of(dossier.session, draft)
    kept = keep_letter(dossier.session, draft)

    assert (kept.pdf, kept.leaflet_pdf) == (preview.pdf, preview.leaflet)


def test_a_letter_can_be_printed_again_exactly_as_it_was(dossier: Dossier) -> None:
    """R12: the paper of the log is the same bytes, whatever changed in the dossier since."""
    dossier.consent()
    kept = keep_letter(dossier.session, dossier.draft())
    row = dossier.session.scalar(sa.select(tables.Person).where(tables.Person.id == dossier.mother))
    assert row is not None
    row.family_name = "Peeters"
    dossier.session.flush()

    assert letter_paper(dossier.session, kept.letter) == kept.pdf


def test_the_paper_on_disk_shows_nothing(dossier: Dossier) -> None:
    dossier.consent()

    keep_letter(dossier.session, dossier.draft())

    files = [path for path in dossier.session.info["paths"].blobs.rglob("*") if path.is_file()]
    assert len(files) == 2
    for path in files:
        assert b"%PDF" not in path.read_bytes()
        assert "haddad" not in str(path).lower()


def test_the_log_shows_the_newest_letter_first(dossier: Dossier) -> None:
    dossier.consent()
    older = dossier.draft(dated_on=DAY - timedelta(days=7))
    keep_letter(dossier.session, older)
    keep_letter(dossier.session, replace(older, dated_on=DAY))

    log = letter_log(dossier.session, dossier.family)

    assert [row.dated_on for row in log] == [DAY, DAY, DAY - timedelta(7), DAY - timedelta(7)]
    assert {row.reader for row in log} == {"partner", "ouder"}
    assert all(row.has_paper for row in log)
    assert log[0].partner_name == "clb Denderdorp"


def test_a_letter_noted_by_hand_has_no_paper(dossier: Dossier) -> None:
    noted = tables.Letter(
        id="a" * 32, dated_on=DAY, template="doorverwijzing_clb", language="nl", reader="partner"
    )
    dossier.session.add(noted)
    dossier.session.flush()

    with pytest.raises(PaperNotKept):
        letter_paper(dossier.session, letter_log(dossier.session)[0].id)


def test_writing_a_letter_is_one_act_that_can_be_taken_back(database: Database) -> None:
    with database.transaction("test") as session:
        dossier = Dossier(session)
        dossier.consent()
        draft = dossier.draft()

    kept = database.run(keep_letter, draft)
    database.run(delete_letter, kept.letter)

    assert getattr(keep_letter, "action_name", "") == "Letter written"
    assert [row.template for row in database.run(letter_log)] == ["uitleg_bij_brief"]


def test_the_code_on_the_paper_finds_the_referral(dossier: Dossier) -> None:
    """R14: six signs, typed as people type them."""
    dossier.consent()
    draft = dossier.draft()
    code = answer_code(draft.referral)

    assert code in words_of(written_letter(dossier.session, draft).letter) or code in text_of(
        papers_of(dossier.session, draft).pdf
    )
    assert referral_of_code(dossier.session, f" {code[:3].lower()} {code[3:]} ") == draft.referral
    assert referral_of_code(dossier.session, "000000") is None


def test_a_code_has_no_signs_that_look_alike() -> None:
    code = answer_code("ab" * 16)

    assert len(code) == 6
    assert set(code) <= set(SIGNS)
    assert typed_code("o-i1 l") == "0111"


def test_a_draft_begins_with_what_the_dossier_knows(dossier: Dossier) -> None:
    """UX J10: template, languages and reader are there before anything is typed."""
    dossier.consent()
    referral = dossier.referral(reason="Welke richting na 1A?", answer_by=date(2025, 4, 8))

    start = letter_start(dossier.session, referral, DAY)

    assert start is not None
    assert (start.template, start.parent, start.child) == (
        Template.CLB,
        dossier.mother,
        dossier.child,
    )
    assert (start.second, start.question) == ("ar", "Welke richting na 1A?")
    assert start.answer_before == date(2025, 4, 8)


def test_referrals_show_whether_a_letter_may_be_written(dossier: Dossier) -> None:
    dossier.consent(Template.OCMW)
    dossier.referral(Template.OCMW)
    dossier.referral(Template.CLB)

    rows = writable_letters(dossier.session, dossier.family, DAY)

    assert {row.template: row.is_covered for row in rows} == {
        Template.OCMW: True,
        Template.CLB: False,
    }


def test_a_language_with_only_the_leaflet_gives_the_leaflet_and_no_second_column(
    dossier: Dossier,
) -> None:
    dossier.consent()
    family = dossier.session.scalar(
        sa.select(tables.Family).where(tables.Family.id == dossier.family)
    )
    assert family is not None
    family.letter_language = "uk"
    dossier.session.flush()
    start = letter_start(dossier.session, dossier.referral(), DAY)

    assert start is not None
    found = written_letter(dossier.session, start)

    assert (start.second, found.second) == (None, None)
    assert found.leaflet is not None
    assert found.leaflet.language == "uk"
