"""Kinds of contact, who began, themes, promises, help requests and tendencies, as the lists say."""

from collections.abc import Mapping
from typing import Any

from ouderapp.base.themes import THEME_WORDS
from ouderapp.capital.records import BY_WORDS as SEEN_BY_WORDS
from ouderapp.capital.records import TENDENCY_WORDS
from ouderapp.contacts.kinds import INITIATIVE_WORDS, KINDS
from ouderapp.contacts.trust_line import FIRST_WORDS
from ouderapp.follow_up.records import BY_WORDS
from ouderapp.help_requests.records import OUTCOME_WORDS, STATUS_WORDS

LISTS: Mapping[str, Mapping[Any, str]] = {
    "contact_kind": {kind: facts.word for kind, facts in KINDS.items()},
    "initiative": INITIATIVE_WORDS,
    "theme": THEME_WORDS,
    "first_time": FIRST_WORDS,
    "promised_by": BY_WORDS,
    "request_status": STATUS_WORDS,
    "request_outcome": OUTCOME_WORDS,
    "tendency": TENDENCY_WORDS,
    "seen_by": SEEN_BY_WORDS,
}
