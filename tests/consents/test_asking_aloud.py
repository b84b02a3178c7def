"""What is read aloud before a family agrees (P08): every purpose has its words."""

import pytest

from ouderapp.base import i18n
from ouderapp.base.i18n import _
from ouderapp.consents.aloud import ALWAYS, read_aloud
from ouderapp.consents.codes import Purpose


@pytest.mark.parametrize("purpose", list(Purpose))
def test_every_purpose_can_be_asked_and_refused_in_plain_words(purpose: Purpose) -> None:
    i18n.install("nl_BE")

    words = read_aloud(purpose)

    assert words.endswith(_(ALWAYS))
    assert "{" not in words
    assert not {"je", "jouw"} & set(words.lower().split())
    assert max(len(sentence.split()) for sentence in words.split(". ")) <= 22
