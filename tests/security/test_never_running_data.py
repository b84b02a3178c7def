"""The source holds no pickle, no eval, no shell, no SQL of words, and no way to a network (X11)."""

import ast
import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest

from tests.house_rules import ROOT, sources, where
from tests.security import dangerous

Rule = Callable[[ast.Module], Iterator[ast.AST]]

# Where the text of a question is put together from names of our own tables; values are bound.
KNOWS_TABLES = (
    *("ouderapp/store/", "ouderapp/backup/", "ouderapp/search/sources.py"),
    *("ouderapp/exchange/columns_in.py", "ouderapp/exchange/known_ids.py"),
    *("ouderapp/exchange/leftovers.py", "ouderapp/exchange/missing.py"),
)
NAMES_OF_OURS = {"table", "columns", "values", "marks", "kind", "','.join(columns)"}
# Which library asks for what could reach a network, and why nothing comes of it.
ASKED_BY_OTHERS = {
    "asyncio": ("sqlalchemy", "its way of waiting for servers, which this store is none of"),
    "socket": ("asyncio", "comes along"),
    "ssl": ("asyncio", "comes along"),
    "urllib.request": ("xml", "Python's own SAX, which the writers of documents escape text with"),
    "http.client": ("urllib", "comes along"),
}


@cache
def parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def found(rule: Rule, *folders: str) -> list[str]:
    return [where(path, node) for path in sources(*folders) for node in rule(parsed(path))]


def asked_for(package: str) -> dict[str, str]:
    """Who first asks for a module of a network when all of a package is imported."""
    command = [sys.executable, "-m", "tests.security.asked_for", package]
    answer = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    assert answer.returncode == 0, answer.stderr
    asked: dict[str, str] = json.loads(answer.stdout)
    return asked


@pytest.mark.parametrize(
    "rule",
    [dangerous.run_data, dangerous.shells, dangerous.network_names, dangerous.unsafe_modules],
)
def test_the_program_never_does_this(rule: Rule) -> None:
    assert found(rule, "ouderapp") == []


def test_sql_is_put_together_only_where_the_tables_are_known() -> None:
    places = found(dangerous.built_sql, "ouderapp")

    assert places
    assert [place for place in places if not place.startswith(KNOWS_TABLES)] == []


def test_beyond_the_store_only_names_of_our_own_stand_in_sql() -> None:
    named = {
        ast.unparse(part.value)
        for path in sources("ouderapp")
        if where(path).startswith(("ouderapp/exchange/", "ouderapp/search/"))
        for question in dangerous.built_sql(parsed(path))
        for part in ast.walk(question)
        if isinstance(part, ast.FormattedValue)
    }

    assert named <= NAMES_OF_OURS


def test_only_libraries_ask_for_a_network_and_each_for_a_known_reason() -> None:
    asked = asked_for("ouderapp")

    assert asked == {name: asker for name, (asker, _reason) in ASKED_BY_OTHERS.items()}


def test_a_module_that_asks_for_a_network_is_noticed() -> None:
    asked = asked_for("wsgiref")

    assert asked["http.server"] == "wsgiref"


@pytest.mark.parametrize(
    ("rule", "line"),
    [
        (dangerous.unsafe_modules, "import pickle"),
        (dangerous.unsafe_modules, "from xml.etree import ElementTree"),
        (dangerous.unsafe_modules, "import lxml.etree"),
        (dangerous.unsafe_modules, "import marshal as m"),
        (dangerous.unsafe_modules, "import yaml"),
        (dangerous.run_data, "eval(text)"),
        (dangerous.run_data, "exec(text)"),
        (dangerous.shells, "subprocess.run(text, shell=True)"),
        (dangerous.shells, "subprocess.run(text, shell=is_shell)"),
        (dangerous.shells, "os.system(text)"),
        (dangerous.built_sql, "session.execute(f'SELECT {name}')"),
        (dangerous.built_sql, "session.execute('SELECT ' + name)"),
        (dangerous.built_sql, "session.execute('SELECT %s' % name)"),
        (dangerous.built_sql, "session.execute('SELECT {}'.format(name))"),
        (dangerous.built_sql, "question = f'DELETE FROM {name}'"),
        (dangerous.network_names, "from PySide6.QtNetwork import QTcpSocket"),
        (dangerous.network_names, "from PySide6 import QtNetwork"),
        (dangerous.network_names, "import PySide6.QtNetwork"),
    ],
)
def test_a_rule_sees_what_it_is_for(rule: Rule, line: str) -> None:
    assert len(list(rule(ast.parse(line)))) == 1


@pytest.mark.parametrize(
    ("rule", "line"),
    [
        (dangerous.unsafe_modules, "import json"),
        (dangerous.run_data, "app.exec()"),
        (dangerous.run_data, "re.compile(text)"),
        (dangerous.shells, "subprocess.run(words, shell=False)"),
        (dangerous.built_sql, "session.execute('SELECT name FROM family WHERE id = ?', (id_,))"),
        (dangerous.built_sql, "session.execute(gone.join(Action, on))"),
        (dangerous.network_names, "from PySide6.QtNetwork import QLocalServer"),
    ],
)
def test_a_rule_leaves_good_lines_alone(rule: Rule, line: str) -> None:
    assert list(rule(ast.parse(line))) == []
