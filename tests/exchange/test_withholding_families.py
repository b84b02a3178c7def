"""Who withdraws, or is kept back, leaves no row behind (NEG-10, DOMAIN 8.5, EXCHANGE 10.2)."""

from datetime import date
from typing import Any

import pytest

from ouderapp.exchange.withholding import (
    ConsentFact,
    Standpoint,
    level_of_person,
    standpoints,
)

TODAY = date(2025, 4, 30)


def consent(purpose: str = "dossier_en_contact_met_school", **more: Any) -> ConsentFact:
    facts: dict[str, Any] = {
        "family": "f",
        "purpose": purpose,
        "given_on": date(2025, 3, 21),
        "lapses_on": None,
        "withdrawn_on": None,
    }
    return ConsentFact(**(facts | more))


WITHDRAWN = consent(withdrawn_on=date(2025, 4, 4))
WHOLE = consent("kantoor_dossier")


@pytest.mark.parametrize(
    ("is_kept_back", "consents", "policy", "expected"),
    [
        (False, [], "coded", Standpoint("coded")),
        (False, [consent()], "coded", Standpoint("coded")),
        (False, [WHOLE], "coded", Standpoint("coded")),
        (False, [WHOLE], "dossier", Standpoint("dossier")),
        (False, [consent()], "dossier", Standpoint("coded")),
        (True, [WHOLE], "dossier", Standpoint("", "kept_back")),
        (False, [WITHDRAWN], "coded", Standpoint("", "withdrawn")),
        (False, [WITHDRAWN, WHOLE], "dossier", Standpoint("", "withdrawn")),
        (False, [WITHDRAWN, consent(given_on=date(2025, 4, 20))], "coded", Standpoint("coded")),
        (False, [consent(withdrawn_on=date(2025, 5, 1))], "coded", Standpoint("coded")),
        (False, [consent("kantoor_dossier", withdrawn_on=TODAY)], "dossier", Standpoint("coded")),
        (False, [consent("kantoor_dossier", lapses_on=TODAY)], "dossier", Standpoint("dossier")),
        (
            False,
            [consent("kantoor_dossier", lapses_on=date(2025, 4, 29))],
            "dossier",
            Standpoint("coded"),
        ),
        (
            False,
            [consent("kantoor_dossier", given_on=date(2025, 5, 1))],
            "dossier",
            Standpoint("coded"),
        ),
        (False, [WHOLE], "counts", Standpoint("", "only_counts")),
    ],
)
def test_a_family_leaves_as_its_consents_say(
    is_kept_back: bool, consents: list[ConsentFact], policy: str, expected: Standpoint
) -> None:
    found = standpoints({"f": is_kept_back}, consents, policy, TODAY)

    assert found == {"f": expected}


@pytest.mark.parametrize(
    ("families", "level"),
    [
        ([], ""),
        ([""], ""),
        (["coded"], "coded"),
        (["", "coded"], "coded"),
        (["dossier"], "dossier"),
        (["dossier", "coded"], "coded"),
        (["dossier", ""], "dossier"),
    ],
)
def test_a_child_of_two_homes_leaves_at_the_careful_level(families: list[str], level: str) -> None:
    assert level_of_person(families) == level
