"""Which families leave and at which level: pure rules on consents and policy (FORMAT.md 10)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from ouderapp.consents.codes import Purpose
from ouderapp.exchange.sent import CODED, COUNTS, DOSSIER

# DOMAIN 8.5 "Withdrawal": whoever withdraws the consent to be followed up leaves no row behind.
FOLLOWED_UP = Purpose.FILE_AND_SCHOOL
WHOLE_DOSSIER = Purpose.OFFICE_FILE

KEPT_BACK, WITHDRAWN, ONLY_COUNTS = "kept_back", "withdrawn", "only_counts"


@dataclass(frozen=True)
class ConsentFact:
    """What of a consent decides about leaving."""

    family: str
    purpose: str
    given_on: date
    lapses_on: date | None
    withdrawn_on: date | None

    def is_in_force(self, today: date) -> bool:
        """Given, not withdrawn and not lapsed on this day; the last day still counts."""
        is_withdrawn = self.withdrawn_on is not None and self.withdrawn_on <= today
        is_lapsed = self.lapses_on is not None and self.lapses_on < today
        return self.given_on <= today and not is_withdrawn and not is_lapsed


@dataclass(frozen=True)
class Standpoint:
    """How one family leaves: `level` is empty when it stays, and then `why` says why."""

    level: str
    why: str = ""


def standpoints(
    families: Mapping[str, bool],
    consents: Iterable[ConsentFact],
    policy_level: str,
    today: date,
) -> dict[str, Standpoint]:
    """How each family leaves; `families` says per id whether the worker keeps it back."""
    by_family: dict[str, list[ConsentFact]] = {}
    for consent in consents:
        by_family.setdefault(consent.family, []).append(consent)
    return {
        family: _standpoint(is_kept_back, by_family.get(family, []), policy_level, today)
        for family, is_kept_back in families.items()
    }


def _standpoint(
    is_kept_back: bool, consents: list[ConsentFact], policy_level: str, today: date
) -> Standpoint:
    if policy_level == COUNTS:
        return Standpoint("", ONLY_COUNTS)
    if is_kept_back:
        return Standpoint("", KEPT_BACK)
    if is_withdrawn(consents, today):
        return Standpoint("", WITHDRAWN)
    may_go_whole = policy_level == DOSSIER and any(
        one.purpose == WHOLE_DOSSIER and one.is_in_force(today) for one in consents
    )
    return Standpoint(DOSSIER if may_go_whole else CODED)


def is_withdrawn(consents: Iterable[ConsentFact], today: date) -> bool:
    """Whether the consent to be followed up was withdrawn and none took its place.

    A family without any such consent yet is not withdrawn: coded facts rest on the agreement
    between municipality and organisation.
    """
    followed = [one for one in consents if one.purpose == FOLLOWED_UP]
    was_withdrawn = any(one.withdrawn_on and one.withdrawn_on <= today for one in followed)
    return was_withdrawn and not any(one.is_in_force(today) for one in followed)


def level_of_person(levels: Iterable[str]) -> str:
    """The level of a person from those of the families; a dossier only when all agree.

    A person without a family, or whose families all stay, stays.
    """
    leaving = {level for level in levels if level}
    if not leaving:
        return ""
    return DOSSIER if leaving == {DOSSIER} else CODED
