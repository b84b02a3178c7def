"""The referrals of the two pilots: which letters may be written, and what stands in them."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy.orm import Session

from ouderapp.base.ids import Id
from ouderapp.base.paths import Paths
from ouderapp.letters.queries.log import letter_log
from ouderapp.letters.queries.papers import papers_of, written_letter
from ouderapp.letters.queries.start import letter_start
from ouderapp.letters.records import LetterDraft
from ouderapp.letters.rules import ConsentMissing
from ouderapp.profile.commands import save_profile
from ouderapp.sample.casus import read
from ouderapp.sample.replay import replay
from ouderapp.sample.story import Story
from ouderapp.store.database import Database
from tests.conftest import KEYS
from tests.letters.dossier import WORKER
from tests.letters.example import text_of

CASUS = read()
END = date(2025, 5, 31)


@pytest.fixture(scope="module")
def lived(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    database = Database.open(Paths(tmp_path_factory.mktemp("lived")), KEYS)
    replay(database, Story(CASUS).events(), until=END)
    database.run(save_profile, WORKER)
    yield database
    database.close()


@pytest.fixture
def story(lived: Database) -> Iterator[Session]:
    with lived.transaction() as session:
        yield session


def started(story: Session, key: str) -> LetterDraft:
    """The letter for one referral of the story, on the day of that referral."""
    referral = next(row for row in CASUS.block("referrals") if row["key"] == key)
    draft = letter_start(story, Id(CASUS.ids[key]), date.fromisoformat(referral["date"]))
    assert draft is not None
    return draft


@pytest.mark.parametrize(
    ("key", "template", "agreed"),
    [
        ("DV-03", "doorverwijzing_ocmw", "donderdag 23 januari 2025"),
        ("DV-04", "doorverwijzing_clb", "donderdag 20 maart 2025"),
        ("DV-05", "doorverwijzing_ocmw", "dinsdag 1 april 2025"),
    ],
)
def test_a_referral_with_written_consent_becomes_a_letter(
    story: Session, key: str, template: str, agreed: str
) -> None:
    """BRF-01, BRF-02 and BRF-04."""
    draft = replace(started(story, key), rights=("schooltoeslag",))

    letter = written_letter(story, draft).letter

    assert draft.template == template
    assert f"Toestemming van {agreed}." in letter.consent


def test_the_letter_to_the_clb_is_about_the_pupil_who_agreed(story: Session) -> None:
    pdf = papers_of(story, started(story, "DV-04")).pdf

    found = " ".join(text_of(pdf).split())
    assert "Betreft: Danylo Kovalenko" in found
    assert "een vraag over studiekeuze" in found
    assert "Taal Oekraïens" in found
    assert "Danylo Kovalenko en Oksana Kovalenko lazen deze brief met mij." in found


def test_a_referral_without_consent_is_not_printed(story: Session) -> None:
    """NEG-09: the letter of DV-06 is refused with the family named."""
    with pytest.raises(ConsentMissing) as refusal:
        papers_of(story, started(story, "DV-06"))

    assert refusal.value.places == {"family": "Yıldız"}


@pytest.mark.parametrize("key", ["DV-02", "DV-07"])
def test_a_consent_by_word_of_mouth_is_enough_to_go_along_but_not_to_print(
    story: Session, key: str
) -> None:
    with pytest.raises(ConsentMissing):
        papers_of(story, started(story, key))


def test_the_school_mail_of_a_pupil_is_in_the_log_without_its_text(story: Session) -> None:
    log = letter_log(story, Id(CASUS.ids["GEZ-01"]))

    mails = [row for row in log if row.template == "mail_vakleerkracht"]
    assert [(row.subject, row.has_paper) for row in mails] == [("wiskunde", False)]


def test_nothing_of_a_private_note_stands_in_any_letter(story: Session) -> None:
    """NEG-11."""
    secret = CASUS.block("private_notes")[0]["text_nl"]

    for key in ("DV-03", "DV-04", "DV-05"):
        draft = replace(started(story, key), second="fr", rights=("schooltoeslag",))
        found = written_letter(story, draft)
        whole = "".join(one.as_text() for one in (found.letter, found.second, found.leaflet) if one)
        assert secret[:20] not in whole
