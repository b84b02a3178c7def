"""What the program never does: walks over its source that find pickles, shells, eval and SQL."""

import ast
import re
from collections.abc import Iterator

# Modules that run or build objects from data, or read XML of others without a limit.
UNSAFE_MODULES = frozenset(
    {
        *("pickle", "cPickle", "_pickle", "marshal", "shelve", "dill", "cloudpickle", "jsonpickle"),
        *("yaml", "xml", "lxml", "xmltodict", "plistlib", "code", "codeop", "runpy", "imp"),
    }
)
RUNNING = frozenset({"eval", "exec", "compile", "__import__"})
SHELLS = frozenset({"system", "popen", "getoutput", "getstatusoutput", "create_subprocess_shell"})
ASKING = frozenset({"execute", "executemany", "executescript", "exec_driver_sql", "text"})
VERB = re.compile(r"\s*(SELECT|INSERT|UPDATE|DELETE|PRAGMA|CREATE|DROP|ATTACH|ALTER|WITH)\b")
NETWORK_NAMES = frozenset({"QLocalServer", "QLocalSocket"})
"""What of Qt's network module never leaves the machine."""


def unsafe_modules(tree: ast.Module) -> Iterator[ast.AST]:
    """Imports of a module that runs data, or reads XML without a limit."""
    for node in ast.walk(tree):
        match node:
            case ast.Import(names=names):
                found = [one.name for one in names]
            case ast.ImportFrom(module=str(module)):
                found = [module]
            case _:
                found = []
        if any(name.partition(".")[0] in UNSAFE_MODULES for name in found):
            yield node


def run_data(tree: ast.Module) -> Iterator[ast.AST]:
    """Calls of the builtins that run text as a program."""
    for call in _calls(tree):
        if isinstance(call.func, ast.Name) and call.func.id in RUNNING:
            yield call


def shells(tree: ast.Module) -> Iterator[ast.AST]:
    """Commands that a shell reads."""
    for call in _calls(tree):
        is_shell = isinstance(call.func, ast.Attribute) and call.func.attr in SHELLS
        asks = (word.arg == "shell" and not _is_false(word.value) for word in call.keywords)
        if is_shell or any(asks):
            yield call


def built_sql(tree: ast.Module) -> Iterator[ast.AST]:
    """Questions to the store whose text is put together, where it is asked or before."""
    for node in ast.walk(tree):
        match node:
            case ast.Call(func=ast.Attribute(attr=name), args=[first, *_]) if name in ASKING:
                if _is_built(first) and not _starts_as_sql(first):
                    yield node
            case ast.JoinedStr() if _is_built(node) and _starts_as_sql(node):
                yield node


def network_names(tree: ast.Module) -> Iterator[ast.AST]:
    """Names taken from Qt's network module that are no local socket."""
    for node in ast.walk(tree):
        match node:
            case ast.ImportFrom(module="PySide6.QtNetwork", names=names):
                if any(one.name not in NETWORK_NAMES for one in names):
                    yield node
            case ast.ImportFrom(module="PySide6", names=names) | ast.Import(names=names):
                if any("QtNetwork" in one.name for one in names):
                    yield node


def _is_built(node: ast.expr) -> bool:
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
        is_text = isinstance(node.func.value, ast.Constant)
        return is_text and node.func.attr in ("format", "join", "replace")
    if isinstance(node, ast.JoinedStr):
        return any(isinstance(part, ast.FormattedValue) for part in node.values)
    return isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add | ast.Mod)


def _starts_as_sql(node: ast.expr) -> bool:
    match node:
        case ast.JoinedStr(values=[ast.Constant(value=str(text)), *_]):
            return bool(VERB.match(text))
        case _:
            return False


def _is_false(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and node.value is False


def _calls(tree: ast.Module) -> Iterator[ast.Call]:
    return (node for node in ast.walk(tree) if isinstance(node, ast.Call))
