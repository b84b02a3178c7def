"""Every word that is stored stands in the glossary of CONTRIBUTING.md, beside its Dutch."""

import ast
from collections.abc import Iterator
from pathlib import Path

from ouderapp.store.tables.base import Base
from tests.house_rules import ROOT, sources

GLOSSARY = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8").partition("## Glossary")[2]


def code_lists() -> Iterator[str]:
    """One line for each list of codes: where it lies, and each name with the word that is kept."""
    for path in sources("ouderapp"):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        for node in tree.body:
            if isinstance(node, ast.ClassDef) and "StrEnum" in map(ast.unparse, node.bases):
                yield f"| `{_module(path)}.{node.name}` | {', '.join(_members(node))} |"


def _module(path: Path) -> str:
    return ".".join(path.relative_to(ROOT / "ouderapp").with_suffix("").parts)


def _members(node: ast.ClassDef) -> Iterator[str]:
    for line in node.body:
        match line:
            case ast.Assign(targets=[ast.Name(id=name)], value=ast.Constant(value=str(word))):
                yield f"`{name}` {word}"


def test_every_table_stands_in_the_glossary() -> None:
    assert [name for name in Base.metadata.tables if f"| `{name}` |" not in GLOSSARY] == []


def test_every_list_of_codes_stands_in_the_glossary() -> None:
    missing = [line for line in code_lists() if line not in GLOSSARY.splitlines()]

    assert "\n".join(missing) == ""
