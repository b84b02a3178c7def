"""Nothing leaves the laptop that is not listed by hand (B07, P07, EXCHANGE 10.3)."""

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa

from ouderapp.exchange.code_lists import LISTS as CODES
from ouderapp.exchange.field_lists import LISTS, PLACE, TABLES, references
from ouderapp.exchange.kept import KEPT, MACHINERY
from ouderapp.exchange.sent import CODED, COUNTS, DOSSIER, SENT
from ouderapp.exchange.value_types import value_type
from ouderapp.store.tables.base import ORIGIN, RECORDS, Texts

FROZEN = Path(__file__).parent / "vectors" / "fields-1.json"
RECORD_TABLES: dict[str, Any] = {name: kind.__table__ for name, kind in RECORDS.all().items()}


def test_every_column_of_every_record_is_named_exactly_once() -> None:
    columns = {
        (name, column.name)
        for name, table in RECORD_TABLES.items()
        for column in table.columns
        if column.name not in MACHINERY
    }

    named = Counter([(table, field) for table, field, *_ in SENT] + list(KEPT))

    assert set(named) == columns
    assert [pair for pair, times in named.items() if times != 1] == []


def test_the_machinery_is_what_the_store_says_it_is() -> None:
    assert set(MACHINERY) == {*ORIGIN, "id", "folded"}


def test_coded_facts_hold_no_free_text_but_the_names_of_schools() -> None:
    texts = [
        (table, field)
        for table, field, kind, level in SENT
        if kind.startswith("text") and level != DOSSIER
    ]

    assert texts == [("count", "key"), ("school", "name")]


@pytest.mark.parametrize("table", ["private_note", "appointment", "co_account", "directory_person"])
def test_a_table_that_stays_sends_nothing(table: str) -> None:
    assert table not in TABLES
    assert table in {name for name, _ in KEPT}


@pytest.mark.parametrize(
    ("table", "field"),
    [
        ("family", "name"),
        ("person", "given_name"),
        ("person", "family_name"),
        ("person", "born_on"),
        ("person", "phone"),
        ("schooling", "class_name"),
        ("contact", "summary"),
        ("capital_observation", "tendency"),
        ("capital_observation", "step"),
        ("capital_observation", "own_words"),
        ("household", "street"),
    ],
)
def test_what_names_or_judges_somebody_leaves_only_with_a_dossier(table: str, field: str) -> None:
    levels = {level for name, column, _, level in SENT if (name, column) == (table, field)}

    assert levels == {DOSSIER}
    assert field not in dict(LISTS[table][CODED])
    assert field in dict(LISTS[table][DOSSIER])


def test_parents_stand_before_their_children() -> None:
    for table in TABLES:
        for field, kind in references(table):
            assert PLACE[kind.target] < PLACE[table], (table, field)


def test_a_dossier_row_holds_everything_that_a_coded_row_holds() -> None:
    for table, lists in LISTS.items():
        if DOSSIER in lists:
            assert set(dict(lists[CODED])) < set(dict(lists[DOSSIER]))
        assert set(lists) <= {COUNTS} or set(lists) <= {CODED, DOSSIER}, table


def test_every_type_fits_its_column() -> None:
    wanted = {
        sa.Date: ("date",),
        sa.Time: ("time",),
        sa.Boolean: ("bool",),
        sa.Integer: ("int",),
        Texts: ("codes", "refs", "langs"),
        sa.String: ("text", "code", "ref", "lang", "post", "label", "stream", "month"),
    }
    for table, field, text, _ in SENT:
        column = RECORD_TABLES[table].columns[field]
        kind = value_type(text)
        kinds = next(kinds for type_, kinds in wanted.items() if isinstance(column.type, type_))
        assert kind.kind in kinds, (table, field)
        assert kind.is_optional == bool(column.nullable), (table, field)


def test_a_text_is_never_longer_than_its_column() -> None:
    for table, field, text, _ in SENT:
        length = getattr(RECORD_TABLES[table].columns[field].type, "length", None)
        if text.startswith("text"):
            assert f"text {length}" == text.rstrip("?"), (table, field)


def test_a_column_that_must_be_filled_is_sent_or_has_a_default() -> None:
    missing = []
    for table, lists in LISTS.items():
        least = dict(next(iter(lists.values())))
        for column in RECORD_TABLES[table].columns:
            is_sent = column.name in least or column.name in MACHINERY
            if not (is_sent or column.nullable or column.default is not None):
                missing.append((table, column.name))

    assert missing == []


def test_the_list_of_the_released_schema_is_frozen() -> None:
    frozen = json.loads(FROZEN.read_text(encoding="utf-8"))

    assert frozen["fields"] == [list(row) for row in SENT]
    assert frozen["codes"] == {name: sorted(known) for name, known in CODES.items()}
