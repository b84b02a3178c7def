"""Y18, D24: every act of the program is taken back and done again, down to the last letter."""

import ast
from collections.abc import Iterator
from datetime import date

import pytest
import sqlalchemy as sa
from sqlalchemy.orm import Session

from ouderapp.base.paths import Paths
from ouderapp.families.commands.family import delete_family
from ouderapp.groups.commands.sessions import open_register
from ouderapp.letters.records import LetterDraft
from ouderapp.sealing.derive import Keys
from ouderapp.store import tables
from ouderapp.store.database import Database
from ouderapp.store.journal import action
from ouderapp.store.undo import DEPTH, redo, undo
from tests.group_builders import MONDAY
from tests.house_rules import ROOT, sources
from tests.letters.dossier import Dossier
from tests.taking_back.of_families import walk_files
from tests.taking_back.of_groups import walk_around, walk_days, walk_register, walk_series
from tests.taking_back.of_work import (
    walk_agenda,
    walk_class_lists,
    walk_contacts,
    walk_questions,
    walk_referrals,
)
from tests.taking_back.walk import NotTakenBack, Walk
from tests.work_builders import a_family

STAYS = {
    "exchange.confirming.apply_receipt": "the office has what it confirms",
    "exchange.confirming.apply_words": "the office has what it confirms",
    "exchange.export._begin": "a bundle leaves the laptop",
    "exchange.export._write": "a bundle leaves the laptop",
    "exchange.preview.preview": "looking through a bundle changes no record",
    "month_end.commands.pass_over": "why an end was passed over belongs to the month",
    "office.commands.make_office": "the keys of an office go with it",
    "office.commands.sign_policy": "a signed agreement goes to every worker",
    "private_notes.commands.forget_lapsed_notes": "what lapsed is gone for good",
    "reports.commands.freeze_counts": "figures are counted again from the records",
    "sample.fill.fill": "a sample fills a store of its own",
    "sample.generate.generate": "a sample fills a store of its own",
    "sample.nasty.fill_nasty": "a sample fills a store of its own",
    "sample.replay.play": "a sample fills a store of its own",
    "store.bin.empty_bin": "the bin is emptied for good, and says so",
    "store.compaction.compact_journal": "the journal becomes smaller and says the same",
}
"""The acts that Ctrl+Z passes over, each with why: the code marks them with kind `system`."""


def registered() -> Iterator[tuple[str, str]]:
    """Every command of the program with `@action`: its name, and `do` or `system`."""
    for path in sources("ouderapp"):
        module = ".".join(path.relative_to(ROOT / "ouderapp").with_suffix("").parts)
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            for call in getattr(node, "decorator_list", ()):
                if isinstance(call, ast.Call) and ast.unparse(call.func) == "action":
                    assert isinstance(node, ast.FunctionDef)
                    kinds = [*call.args[1:], *(word.value for word in call.keywords)]
                    yield f"{module}.{node.name}", "".join(map(ast.literal_eval, kinds)) or "do"


@action("Written behind the journal")
def write_behind_the_journal(session: Session) -> None:
    """A change of the first family that the journal knows, one of the second that it does not."""
    row = tables.Family
    session.get_one(row, 1).remark = "in het journaal"
    session.flush()
    session.execute(sa.update(row).where(row.nr == 2).values(postcode="9450"))


def two_families(session: Session) -> tuple[str, str]:
    return a_family(session, "Haddad"), a_family(session, "Aziz")


def a_letter(session: Session) -> LetterDraft:
    """What a letter to the CLB says, of a family that gave its consent."""
    dossier = Dossier(session)
    dossier.consent()
    return dossier.draft()


def walk_all(walk: Walk) -> None:
    """Every act once or more, as a worker would; at the end a whole file goes."""
    draft = walk.set_up(a_letter)
    known = walk_files(walk)
    walk_agenda(walk, known)
    walk_contacts(walk, known)
    walk_questions(walk, known)
    walk_referrals(walk, known, draft)
    walk_class_lists(walk, known)
    series = walk_series(walk, known)
    walk_days(walk, series)
    held = walk.database.run(open_register, series, MONDAY)
    walk_register(walk, known, series, held)
    walk_around(walk, series)
    walk.do(delete_family, known.family)


def test_every_act_is_taken_back_and_done_again(paths: Paths, keys: Keys, today: date) -> None:
    """Y18, D24: each act at once, then the last hundred after the store was closed and opened."""
    first = Database.open(paths, keys)
    walk = Walk(first)

    walk_all(walk)
    first.close()

    acts = dict(registered())
    walked = {name.removeprefix("ouderapp.") for name in walk.walked}
    assert walked == {name for name, kind in acts.items() if kind == "do"}
    again = Database.open(paths, keys)
    walk.database = again
    last = walk.states[-DEPTH - 1 :]
    for wanted in reversed(last[:-1]):
        walk.take(undo, wanted, "taken back after opening again")
    again.close()
    walk.database = Database.open(paths, keys)
    for wanted in last[1:]:
        walk.take(redo, wanted, "done again after opening again")
    walk.database.close()


def test_every_act_that_stays_has_a_reason() -> None:
    """Y18: what cannot be taken back is named, with why."""
    acts = dict(registered())

    assert set(STAYS) == {name for name, kind in acts.items() if kind == "system"}
    assert all(STAYS.values())


def test_an_act_that_is_not_taken_back_whole_is_noticed(database: Database) -> None:
    walk = Walk(database)
    walk.set_up(two_families)

    with pytest.raises(NotTakenBack, match="9450"):
        walk.do(write_behind_the_journal)
