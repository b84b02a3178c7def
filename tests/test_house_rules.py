"""The habits of the house that no other tool can see."""

import ast
import re
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest

from tests import house_rules as rules
from tests.house_rules import ROOT, sources, where

Rule = Callable[[ast.Module], Iterator[ast.AST]]

LONGEST_FILE, LONGEST_FUNCTION = 300, 50
# Longer than allowed, each with its reason.
LONG_FILES = {
    "ouderapp/store/migrations/versions/v0001_first.py": "every table of the first version, once",
}
# The two places where a defect of the program comes to rest: it is logged and told.
CATCHING_ALL = {"ouderapp/ui/background.py", "ouderapp/app.py"}
ADDRESS = re.compile(r"https?://|file://|--index|--find-links")
FOREIGN = re.compile(r"/root/|/work/|/home/[a-z]|pypi\.org|files\.pythonhosted|\bTODO\b|\bFIXME\b")


@cache
def parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def found(rule: Rule, *folders: str) -> list[str]:
    return [where(path, node) for path in sources(*folders) for node in rule(parsed(path))]


def test_no_text_reaches_a_widget_without_its_translation() -> None:
    assert found(rules.naked_texts, "ouderapp/ui") == []


def test_every_word_of_a_problem_is_marked_for_translation() -> None:
    assert found(rules.naked_problems, "ouderapp") == []


def test_texts_for_translation_are_whole_sentences() -> None:
    assert found(rules.broken_marks, "ouderapp") == []


def test_no_text_hides_from_the_extractor() -> None:
    assert found(rules.unseen_texts, "ouderapp") == []


def test_every_command_has_the_name_under_which_it_is_undone() -> None:
    commands = [path for path in sources("ouderapp") if "commands" in (path.stem, path.parent.name)]

    nameless = [
        where(path, node)
        for path in commands
        for node in rules.commands_without_action(parsed(path))
    ]

    assert nameless == []


def test_every_module_says_in_one_sentence_what_lives_there() -> None:
    silent = []
    for path in sources("ouderapp", "packaging", "tests"):
        lines = (ast.get_docstring(parsed(path)) or "").splitlines()
        most = 8 if path.name == "__init__.py" else 1
        if not 1 <= len(lines) <= most or not lines[-1].endswith("."):
            silent.append(where(path))

    assert silent == []


def test_every_package_has_a_signpost() -> None:
    folders = {path.parent for path in sources("ouderapp")}

    assert [where(folder) for folder in folders if not (folder / "__init__.py").exists()] == []


def test_no_file_is_longer_than_one_can_hold_in_mind() -> None:
    lengths = {
        where(path): len(path.read_text(encoding="utf-8").splitlines())
        for path in sources("ouderapp", "packaging", "tests")
    }

    too_long = {place for place, length in lengths.items() if length > LONGEST_FILE}

    assert too_long == set(LONG_FILES)


def test_no_function_is_longer_than_a_screen() -> None:
    long = found(lambda tree: rules.long_functions(tree, LONGEST_FUNCTION), "ouderapp")

    assert [place for place in long if place.split(":")[0] not in LONG_FILES] == []


def test_only_the_last_resorts_catch_everything() -> None:
    places = {place.split(":")[0] for place in found(rules.blanket_excepts, "ouderapp")}

    assert places <= CATCHING_ALL


def test_every_layout_is_nested_where_its_widgets_are_handed_over() -> None:
    told = found(rules.layouts_with_two_owners, "ouderapp")

    assert {line.split(":")[0] for line in told} == {"ouderapp/ui/nesting.py"}


def test_nothing_in_the_tree_knows_where_it_was_made() -> None:
    told = [
        f"{where(path)}: {line.strip()}"
        for path in sources("ouderapp", "packaging", "tests")
        if path.name != Path(__file__).name
        for line in path.read_text(encoding="utf-8").splitlines()
        if FOREIGN.search(line)
    ]

    assert told == []


def test_no_lock_file_holds_an_address() -> None:
    locks = sorted((ROOT / "packaging/requirements").glob("*.lock"))

    assert len(locks) >= 2
    assert [lock.name for lock in locks if ADDRESS.search(lock.read_text())] == []


@pytest.mark.parametrize(
    ("rule", "line"),
    [
        (rules.naked_texts, 'QLabel("Naam")'),
        (rules.naked_texts, 'QLabel(f"{count} gezinnen")'),
        (rules.naked_texts, 'self.field.setToolTip("Naam")'),
        (rules.naked_texts, 'QGroupBox(title="Gezin")'),
        (rules.naked_texts, 'Column("Naam", text)'),
        (rules.naked_texts, 'QLabel(text="Naam")'),
        (rules.naked_problems, 'class Wrong(Problem):\n    message = "Fout"'),
        (rules.broken_marks, '_(f"Hello {name}")'),
        (rules.broken_marks, '_("Hello " + name)'),
        (rules.broken_marks, '_("Hello {name}".format(name=name))'),
        (rules.unseen_texts, """f"{_('Name')}: {name}" """),
        (rules.commands_without_action, "def record(session: Session): session.flush()"),
        (rules.layouts_with_two_owners, "self.body.addLayout(row)"),
        (rules.blanket_excepts, "try:\n    work()\nexcept Exception:\n    pass"),
    ],
)
def test_a_rule_sees_what_it_is_for(rule: Rule, line: str) -> None:
    assert len(list(rule(ast.parse(line)))) == 1


@pytest.mark.parametrize(
    ("rule", "line"),
    [
        (rules.naked_texts, 'QLabel(_("Name"))'),
        (rules.naked_texts, 'QLabel("→")'),
        (rules.naked_problems, 'class Right(Problem):\n    message = mark("Wrong")'),
        (rules.broken_marks, '_("Hello {name}").format(name=name)'),
        (rules.broken_marks, "_(KIND_WORDS[kind])"),
        (rules.unseen_texts, 'f"{_(NAMES[one])}: {name}"'),
        (rules.commands_without_action, "@action(mark('X'))\ndef x(session): session.flush()"),
    ],
)
def test_a_rule_leaves_good_lines_alone(rule: Rule, line: str) -> None:
    assert list(rule(ast.parse(line))) == []
