"""Look-along mode in the store: whoever asks and however, one family is there (X05, Y26)."""

from collections.abc import Iterator
from typing import Any

import pytest
import sqlalchemy as sa
from sqlalchemy.orm import Session

from ouderapp.base.ids import Id
from ouderapp.contacts.commands import record_contact
from ouderapp.contacts.queries.lists import contacts_of
from ouderapp.families.queries.dossier import recent_families
from ouderapp.sample.fill import fill
from ouderapp.search.queries import find, last_families
from ouderapp.store import only_family, tables
from ouderapp.store.bin import in_the_bin
from ouderapp.store.database import Database
from ouderapp.store.drafts import draft_of, drafts, drop_draft, keep_draft
from ouderapp.store.journal import last_lsn
from ouderapp.store.undo import NothingToUndo, undo
from tests.other_names import family_of, names_of_others
from tests.work_builders import a_contact_draft

OURS = "Makiese-Nsona"
FORM = "form/PartnerSheet/"


@pytest.fixture
def filled(database: Database) -> Database:
    """The story, with many families."""
    database.run(fill, "V")
    return database


@pytest.fixture
def ours(filled: Database) -> Id:
    return filled.run(family_of, OURS)


@pytest.fixture
def others(filled: Database, ours: Id) -> frozenset[str]:
    return filled.run(names_of_others, ours)


def everything(session: Session) -> Iterator[str]:
    """Every text of every table, asked as plainly as can be."""
    for name in tables.Base.metadata.tables:
        for row in session.execute(sa.text(f"SELECT * FROM {name}")):
            yield " ".join(str(value) for value in row)


def names_in(session: Session, others: frozenset[str]) -> set[str]:
    """The names of other families that a question for everything brings up."""
    texts = "\n".join(everything(session))
    return {name for name in others if name in texts}


def test_every_table_has_its_rule_once() -> None:
    rules = [*only_family.SEEN, *only_family.EMPTIED, *only_family.WHOLE]

    assert sorted(rules) == sorted(tables.Base.metadata.tables)


def test_no_other_name_is_in_any_table_and_without_the_mode_they_are(
    filled: Database, ours: Id, others: frozenset[str]
) -> None:
    """X05; the control is the same look before and after."""
    before = filled.run(names_in, others)
    filled.show_only(ours)
    during = filled.run(names_in, others)
    filled.show_all()
    after = filled.run(names_in, others)

    assert len(others) >= 15
    assert (before, during, after) == (set(others), set(), set(others))


def test_search_and_recents_know_one_family(filled: Database, ours: Id) -> None:
    """X05."""
    filled.show_only(ours)

    found = {row.family for letter in "aeioubdhkms" for row in filled.run(find, letter)}

    assert found <= {ours, None}
    assert [one.id for one in filled.run(last_families)] == [ours]
    assert [one.id for one in filled.run(recent_families)] in ([], [ours])
    assert not {row.family for row in filled.run(in_the_bin)} - {ours, None}


def test_work_with_the_family_goes_on_and_is_kept(filled: Database, ours: Id) -> None:
    """X05, D24: what is written at the table can be taken back there."""
    filled.show_only(ours)
    before = len(filled.run(contacts_of, ours))
    lsn = filled.run(last_lsn)

    filled.run(record_contact, a_contact_draft(ours))
    written = len(filled.run(contacts_of, ours))
    filled.run(undo)
    filled.run(record_contact, a_contact_draft(ours))
    filled.show_all()

    assert written == before + 1
    assert len(filled.run(contacts_of, ours)) == before + 1
    assert filled.run(last_lsn) == lsn + 3


def test_what_was_done_for_another_family_cannot_be_taken_back_here(
    filled: Database, ours: Id
) -> None:
    """X05, D24."""
    other = filled.run(_another, ours)
    filled.run(record_contact, a_contact_draft(other))
    filled.show_only(ours)

    with pytest.raises(NothingToUndo):
        filled.run(undo)
    filled.show_all()

    assert filled.run(undo).records[0][0] == "contact"


@pytest.mark.parametrize("whose", [None, "another"])
def test_a_form_is_typed_in_while_a_hidden_draft_has_its_name(
    filled: Database, ours: Id, whose: str | None
) -> None:
    """X05, C08: neither text replaces the other, and each is seen where it was typed."""
    family = filled.run(_another, ours) if whose else None
    filled.run(keep_draft, FORM, {"family": family, "text": "van ginder"})
    filled.show_only(ours)

    before = filled.run(draft_of, FORM)
    for text in ("hier", "hier getypt"):
        filled.run(keep_draft, FORM, {"family": None, "text": text})
    during = filled.run(draft_of, FORM), len(filled.run(drafts))
    filled.show_all()
    after = _text(filled)
    filled.run(drop_draft, FORM)

    assert before is None
    assert during == ({"family": None, "text": "hier getypt"}, 1)
    assert (after, _text(filled)) == ("van ginder", "hier getypt")


def test_what_was_typed_in_the_mode_goes_on_after_it(filled: Database, ours: Id) -> None:
    """C08: one draft all along, begun before and dropped by the act that saves."""
    filled.run(keep_draft, FORM, {"family": ours, "text": "eerst"})
    filled.show_only(ours)
    filled.run(keep_draft, FORM, {"family": None, "text": _text(filled) + " en dan"})
    during = _text(filled)
    filled.show_all()

    filled.run(keep_draft, FORM, {"family": ours, "text": _text(filled) + " verder"})
    after = _text(filled)
    filled.run(drop_draft, FORM)

    assert (during, after) == ("eerst en dan", "eerst en dan verder")
    assert filled.run(drafts) == []


def test_a_draft_is_dropped_in_the_mode_and_the_hidden_one_stays(
    filled: Database, ours: Id
) -> None:
    """X05, C08."""
    filled.run(keep_draft, FORM, {"family": None, "text": "van ginder"})
    filled.show_only(ours)
    filled.run(keep_draft, FORM, {"family": None, "text": "hier"})

    filled.run(drop_draft, FORM)
    filled.run(drop_draft, FORM)
    during = filled.run(drafts)
    filled.show_all()

    assert (during, _text(filled)) == ([], "van ginder")


def _text(filled: Database) -> str:
    found = filled.run(draft_of, FORM)
    return str(found["text"]) if found else ""


def _another(session: Session, ours: Id) -> Any:
    return session.scalars(sa.select(tables.Family.id).where(tables.Family.id != ours)).first()
