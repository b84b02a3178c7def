"""Reading what the rows of the search index point at, one statement a kind."""

from collections import defaultdict
from collections.abc import Callable, Sequence
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from ouderapp.search.queries import names, texts
from ouderapp.search.records import Found
from ouderapp.store import tables
from ouderapp.store.search_index import record_of

Reader = Callable[[Any], Found]

_READ: dict[int, tuple[sa.Select[Any], Reader]] = {
    tables.Family.FOUND_AS: (names.FAMILIES, names.family),
    tables.Person.FOUND_AS: (names.PERSONS, names.person),
    tables.Household.FOUND_AS: (names.HOMES, names.home),
    tables.Partner.FOUND_AS: (names.PARTNERS, names.partner),
    tables.School.FOUND_AS: (names.SCHOOLS, names.school),
    tables.Participant.FOUND_AS: (names.PARTICIPANTS, names.participant),
    tables.DirectoryPerson.FOUND_AS: (names.PEOPLE_THERE, names.person_there),
    tables.Contact.FOUND_AS: (texts.CONTACTS, texts.contact),
    tables.FollowUp.FOUND_AS: (texts.PROMISES, texts.promise),
    tables.HelpRequest.FOUND_AS: (texts.HELP_REQUESTS, texts.help_request),
    tables.Referral.FOUND_AS: (texts.REFERRALS, texts.referral),
    tables.Letter.FOUND_AS: (texts.LETTERS, texts.letter),
}


def read_all(session: Session, numbers: Sequence[int], words: tuple[str, ...]) -> list[Found]:
    """The results behind these rows of the index, in their order, with the words marked."""
    by_kind: dict[int, list[int]] = defaultdict(list)
    for number in numbers:
        kind, nr = record_of(number)
        by_kind[kind].append(nr)
    read: dict[tuple[int, int], Found] = {}
    for kind, nrs in by_kind.items():
        statement, reader = _READ[kind]
        for row in session.execute(statement, {"nrs": nrs}):
            read[kind, row.nr] = _marked(reader(row), words)
    return [read[key] for key in map(record_of, numbers) if key in read]
