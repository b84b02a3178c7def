"""Imports whole packages, and tells who asked for a module that could reach a network."""

import json
import pkgutil
import sys
from importlib import import_module
from importlib.machinery import ModuleSpec
from types import FrameType

NETWORK = frozenset(
    {
        *("socket", "ssl", "asyncio", "http.client", "http.server", "urllib.request", "xmlrpc"),
        *("ftplib", "smtplib", "poplib", "imaplib", "telnetlib", "nntplib", "socketserver"),
        *("webbrowser", "wsgiref", "multiprocessing.connection", "requests", "urllib3", "httpx"),
        *("aiohttp", "websockets", "paramiko", "grpc", "zmq", "PySide6.QtNetwork"),
        *("PySide6.QtWebSockets", "PySide6.QtHttpServer", "PySide6.QtWebEngineCore"),
    }
)
# A migration's own script runs only inside a migration.
NOT_IMPORTED = ("ouderapp.__main__", "ouderapp.store.migrations.env")


class Listener:
    """Stands before every finder, finds nothing, and remembers who asked."""

    def __init__(self) -> None:
        self.asked: dict[str, str] = {}

    def find_spec(
        self, name: str, _path: object = None, _target: object = None
    ) -> ModuleSpec | None:
        """Note the package whose line led here."""
        if name in NETWORK:
            self.asked.setdefault(name, _package(sys._getframe(1)))
        return None


def _package(frame: FrameType | None) -> str:
    while frame is not None:
        name = str(frame.f_globals.get("__name__", ""))
        if not name.startswith(("importlib", "_frozen")):
            return name.partition(".")[0]
        frame = frame.f_back
    return ""


def main(words: list[str]) -> int:
    """Import every module of these packages, and tell."""
    listener = Listener()
    sys.meta_path.insert(0, listener)
    for package in map(import_module, words):
        for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            if module.name not in NOT_IMPORTED:
                import_module(module.name)
    sys.stdout.write(json.dumps(listener.asked))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
