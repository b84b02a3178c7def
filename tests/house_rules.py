"""What the house rules look for in the source, as functions of a parsed module."""

import ast
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parent.parent
MARKS = {"_", "mark", "ngettext", "pgettext"}
# Methods, constructors and keywords of Qt and of our own that put words before a person's eyes.
SHOWING_METHODS = {
    *("setText", "setWindowTitle", "setToolTip", "setStatusTip", "setWhatsThis", "setTitle"),
    *("setPlaceholderText", "setAccessibleName", "setAccessibleDescription", "setPlainText"),
    *("setInformativeText", "setHtml", "setSuffix", "setPrefix", "setSpecialValueText"),
    *("addAction", "addItem", "addMenu", "addTab", "addButton", "insertItem", "insertTab"),
    *("setTabText", "setItemText", "setHeaderLabels", "setHorizontalHeaderLabels", "showMessage"),
}
SHOWING_CLASSES = {
    *("QLabel", "QPushButton", "QToolButton", "QCheckBox", "QRadioButton", "QGroupBox"),
    *("QAction", "QMenu", "QDockWidget", "QMessageBox", "QCommandLinkButton", "QListWidgetItem"),
    *("QTableWidgetItem", "QStandardItem", "Column"),
}
SHOWING_KEYWORDS = {
    *("text", "title", "toolTip", "placeholderText", "accessibleName", "accessibleDescription"),
    *("windowTitle", "statusTip", "suffix", "prefix", "whatsThis"),
}
WRITING = {"add", "add_all", "delete", "merge", "flush"}
PROBLEM_WORDS = {"message", "hint", "button"}


def sources(*folders: str) -> list[Path]:
    """Every module in these folders of the project."""
    return sorted(path for folder in folders for path in (ROOT / folder).rglob("*.py"))


def where(path: Path, node: ast.AST | None = None) -> str:
    """`ouderapp/ui/page.py:12`."""
    line = f":{getattr(node, 'lineno', 1)}" if node else ""
    return f"{path.relative_to(ROOT)}{line}"


def naked_texts(tree: ast.Module) -> Iterator[ast.AST]:
    """Texts with letters that reach a widget without `_()` or `mark()`."""
    for call in _calls(tree):
        name = _name(call.func)
        if name in SHOWING_METHODS | SHOWING_CLASSES:
            yield from filter(_has_letters, call.args)
        if name in SHOWING_CLASSES or name.startswith("Q"):
            words = (word.value for word in call.keywords if word.arg in SHOWING_KEYWORDS)
            yield from filter(_has_letters, words)


def naked_problems(tree: ast.Module) -> Iterator[ast.AST]:
    """Words of a class that stand there without `mark()`: message, hint, button."""
    for owner in (node for node in ast.walk(tree) if isinstance(node, ast.ClassDef)):
        for line in owner.body:
            targets = line.targets if isinstance(line, ast.Assign) else ()
            if any(isinstance(one, ast.Name) and one.id in PROBLEM_WORDS for one in targets):
                assert isinstance(line, ast.Assign)
                if _has_letters(line.value):
                    yield line


def broken_marks(tree: ast.Module) -> Iterator[ast.AST]:
    """Texts inside `_()` and its kin that the extractor cannot read as one whole sentence."""
    for call in _calls(tree):
        name = _name(call.func)
        if name in MARKS:
            words = call.args[:2] if name in ("ngettext", "pgettext") else call.args[:1]
            yield from filter(_is_pieced, words)


def unseen_texts(tree: ast.Module) -> Iterator[ast.AST]:
    """`_()` inside an f-string: the extractor does not look there, so it stays English."""
    for text in (node for node in ast.walk(tree) if isinstance(node, ast.JoinedStr)):
        for call in _calls(text):
            words = call.args[0] if call.args else None
            if _name(call.func) in MARKS and isinstance(words, ast.Constant):
                yield text


def commands_without_action(tree: ast.Module) -> Iterator[ast.AST]:
    """Public functions that write in a session, and that nobody could undo by name."""
    for function in (node for node in tree.body if isinstance(node, ast.FunctionDef)):
        takes = function.args.args
        if function.name.startswith("_") or not takes or takes[0].arg != "session":
            continue
        marks = (one.func if isinstance(one, ast.Call) else one for one in function.decorator_list)
        writes = WRITING & {_name(call.func) for call in _calls(function)}
        if writes and "action" not in {_name(mark) for mark in marks}:
            yield function


def long_functions(tree: ast.Module, longest: int) -> Iterator[ast.AST]:
    """Functions of more lines than this."""
    for node in ast.walk(tree):
        match node:
            case ast.FunctionDef(lineno=first, end_lineno=int(last)) if last - first >= longest:
                yield node


def blanket_excepts(tree: ast.Module) -> Iterator[ast.AST]:
    """`except Exception`, `except BaseException` without raising again, bare `except`."""
    for node in ast.walk(tree):
        if isinstance(node, ast.ExceptHandler):
            catches = _name(node.type) if node.type else "BaseException"
            raises = any(isinstance(inner, ast.Raise) for inner in ast.walk(node))
            if catches in ("Exception", "BaseException") and not raises:
                yield node


def layouts_with_two_owners(tree: ast.Module) -> Iterator[ast.AST]:
    """Layouts put into another one without `ouderapp.ui.nesting.nest`."""
    for call in _calls(tree):
        if _name(call.func) in ("addLayout", "insertLayout", "addRow"):
            yield call


def _calls(tree: ast.AST) -> Iterator[ast.Call]:
    return (node for node in ast.walk(tree) if isinstance(node, ast.Call))


def _name(node: ast.AST) -> str:
    if isinstance(node, ast.Attribute):
        return node.attr
    return node.id if isinstance(node, ast.Name) else ""


def _is_pieced(node: ast.AST) -> bool:
    """A text put together before it is translated."""
    if isinstance(node, ast.Call):
        return _name(node.func) in ("format", "join", "replace", "format_map")
    return isinstance(node, ast.JoinedStr | ast.BinOp)


def _has_letters(node: ast.AST) -> bool:
    parts = node.values if isinstance(node, ast.JoinedStr) else (node,)
    texts = (one.value for one in parts if isinstance(one, ast.Constant))
    words = (text for text in texts if isinstance(text, str) and text != "ouderapp")
    return any(any(map(str.isalpha, text)) for text in words)
