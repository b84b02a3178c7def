"""The list of kinds: every code of the domain page, goal C02 and the pilots stands in it."""

import pytest

from ouderapp.contacts.kinds import (
    CONVERSATIONS,
    FIRST_KINDS,
    INITIATIVE_WORDS,
    KINDS,
    Initiative,
    Kind,
)
from ouderapp.contacts.rules import is_conversation

OF_THE_DOMAIN_PAGE = {
    *("huisbezoek", "oudercontact_begeleid", "gesprek_op_school", "gesprek_kantoor"),
    *("gesprek_bij_partner", "telefoon", "smartschoolbericht", "e-mail", "sms", "informeel"),
    *("huiswerkklas_gesprek", "begeleid_bezoek", "overleg_partner"),
}


def test_every_kind_of_the_domain_page_is_in_the_list() -> None:
    assert set(KINDS) >= OF_THE_DOMAIN_PAGE


def test_every_kind_and_initiative_has_its_facts() -> None:
    assert set(KINDS) == set(Kind)
    assert set(INITIATIVE_WORDS) == set(Initiative)
    assert set(FIRST_KINDS) <= set(Kind)


def test_no_two_kinds_share_a_short_form() -> None:
    shorts = [short for facts in KINDS.values() for short in facts.shorts]

    assert len(shorts) == len(set(shorts))


@pytest.mark.parametrize(
    ("kind", "counts"),
    [
        ("gesprek_op_school", True),
        ("gesprek_kantoor", True),
        ("gesprek_bij_partner", True),
        ("oudercontact_begeleid", True),
        ("telefoon", True),
        ("informeel", True),
        ("huiswerkklas_gesprek", True),
        ("begeleid_bezoek", True),
        ("huisbezoek", False),
        ("smartschoolbericht", False),
        ("e-mail", False),
        ("sms", False),
        ("overleg_partner", False),
        ("infomoment", False),
        ("geen_contact", False),
    ],
)
def test_a_conversation_goes_both_ways_and_is_neither_a_visit_nor_written(
    kind: str, counts: bool
) -> None:
    """Number 5 of the nine (DOMAIN 8.2)."""
    assert is_conversation(kind) is counts


def test_nothing_written_is_a_conversation() -> None:
    assert not [kind for kind in CONVERSATIONS if KINDS[kind].is_written]
