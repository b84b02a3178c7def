"""No dialog and no form may forget what is typed in it; a new one is noticed here (C08)."""

import ast
from collections.abc import Iterator
from pathlib import Path

UI = Path(__file__).parents[2] / "ouderapp" / "ui"
KEEPS_ITSELF = {"QuickContact", "NewFamilySheet"}
NOTHING_TO_KEEP = {
    "SearchSheet": "looks for something, and writes nothing",
    "LeaveSheet": "a secret is never kept",
    "ReceiptSheet": "six words that are read out while they are typed",
    "CouplingSheet": "files to choose, and a name that the person knows",
    "PolicySheet": "one choice that is signed at once",
    "PassphraseSheet": "a secret is never kept",
    "ReferSheet": "one choice, and on to the next dialog",
    "ClassListSheet": "a file to choose; what it says is read anew",
}
"""Dialogs in which nothing is typed that could be lost, each with its reason."""


def classes() -> Iterator[tuple[Path, ast.ClassDef]]:
    for file in sorted(UI.rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.ClassDef):
                yield file, node


def bases_of(node: ast.ClassDef) -> set[str]:
    return {base.id for base in node.bases if isinstance(base, ast.Name)}


def is_said_in(node: ast.AST, name: str) -> bool:
    return any(isinstance(one, ast.Attribute) and one.attr == name for one in ast.walk(node))


def takes_typing(node: ast.ClassDef) -> bool:
    """Whether fields are made in it; those for a secret are never kept."""
    made = [
        one.func.id
        for one in ast.walk(node)
        if isinstance(one, ast.Call) and isinstance(one.func, ast.Name)
    ]
    kinds = ("Form", "Field", "Fields", "QLineEdit", "QPlainTextEdit")
    return any(name.endswith(kinds) and name != "SecretField" for name in made)


def forgetful() -> list[str]:
    """The dialogs in which somebody types and that neither keep it nor stand in the list."""
    known = {*KEEPS_ITSELF, *NOTHING_TO_KEEP}
    known |= {node.name for _, node in classes() if is_said_in(node, "keep_as")}
    found = []
    for _file, node in classes():
        bases = bases_of(node)
        is_sheet = node.name != "Sheet" and any(one.endswith("Sheet") for one in bases)
        if is_sheet and takes_typing(node) and not ({node.name} | bases) & known:
            found.append(node.name)
    return found


def test_a_dialog_keeps_what_is_typed_or_says_why_not() -> None:
    """C08: a new dialog without keeping is noticed here."""
    assert forgetful() == []
    names = {node.name for _, node in classes()}
    assert names >= KEEPS_ITSELF


def test_a_form_on_a_page_keeps_itself_too() -> None:
    """A form lies in a dialog, or in a part of a page that has a keeper."""
    found = {}
    for file in sorted(UI.rglob("*.py")):
        tree = ast.parse(file.read_text("utf-8"))
        calls = {
            node.func.id
            for node in ast.walk(tree)
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
        }
        own = [node for node in ast.walk(tree) if isinstance(node, ast.ClassDef)]
        forms = {node.name for node in own if any("Form" in base for base in bases_of(node))}
        has_dialog = any(one.name.endswith("Sheet") or is_said_in(one, "keep_as") for one in own)
        if calls & forms and not has_dialog:
            found[file.name] = "Keeper" in calls

    assert found.pop("choosing.py") is False, "one choice, made again in a second"
    assert found.pop("form.py") is False, "the form of a contact lies in the dialogs of contacts"
    assert found == {"profile_form.py": True}
