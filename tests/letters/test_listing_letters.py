"""The log of letters says what was written, when, and for whom."""

import pytest
import sqlalchemy as sa
from sqlalchemy.orm import Session

from ouderapp.letters.commands import keep_letter
from ouderapp.letters.kinds import Template
from ouderapp.letters.queries.log import letter_log
from ouderapp.store import tables
from tests.letters.dossier import Dossier


@pytest.fixture
def dossier(session: Session) -> Dossier:
    return Dossier(session)


def test_the_log_names_the_service_of_the_referral_when_the_letter_names_none(
    dossier: Dossier,
) -> None:
    dossier.consent(Template.OCMW)
    keep_letter(dossier.session, dossier.draft(Template.OCMW))
    named = letter_log(dossier.session)[0].partner_name

    dossier.session.execute(sa.update(tables.Letter).values(partner=None))

    assert named
    assert letter_log(dossier.session)[0].partner_name == named
