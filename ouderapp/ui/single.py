"""One window a vault: a second start brings the first one to the front and ends."""

import time
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLockFile, QObject, Signal

from ouderapp.base import clock
from ouderapp.base.paths import Paths

# The unlock window comes sooner when Qt's network module is loaded behind it.
if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalServer, QLocalSocket

PATIENCE_MS = 3000
_AGAIN_SECONDS = 0.05
_MADE_SECONDS = 10
"""A lock file is filled at once; one that is empty for longer was left by a power cut."""


class SingleInstance(QObject):
    """Holds the lock file of a vault; `called` is emitted when another start knocks."""

    called = Signal(str)
    """The file that the other start was asked to open, or an empty text."""

    def __init__(self, paths: Paths, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._paths = paths
        self._lock = QLockFile(str(paths.lock))
        self._lock.setStaleLockTime(0)
        self._server: QLocalServer | None = None

    def is_first(self) -> bool:
        """Take the lock; False when another window holds this vault."""
        return self._lock.tryLock(0) or (self._remove_empty() and self._lock.tryLock(0))

    def listen(self) -> None:
        """Hear later starts from now on; one that knocked before knocks again for a while."""
        from PySide6.QtNetwork import QLocalServer

        if self._server is not None or not self._lock.isLocked():
            return
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._answer)
        QLocalServer.removeServer(self._name)
        self._server.listen(self._name)

    def call_first(self, file: str = "") -> bool:
        """Ask the window that is open to come to the front; whether it heard."""
        from PySide6.QtNetwork import QLocalSocket

        socket = QLocalSocket()
        if not self._reach(socket):
            return False
        socket.write(f"{file}\n".encode())
        socket.waitForBytesWritten(PATIENCE_MS)
        socket.disconnectFromServer()
        return True

    def release(self) -> None:
        """Let a fresh process take this vault."""
        if self._server is not None:
            self._server.close()
        self._lock.unlock()

    def _remove_empty(self) -> bool:
        """Whether a lock file that names nobody is gone now: Qt would wait for it for ever.

        One start at a time looks, so that none takes away what another has just made.
        """
        alone = QLockFile(f"{self._paths.lock}.rmlock")
        if not alone.tryLock(PATIENCE_MS):
            return False
        is_gone = _names_nobody(self._paths.lock) and self._lock.removeStaleLockFile()
        alone.unlock()
        return is_gone

    @cached_property
    def _name(self) -> str:
        """What the vault is called among local sockets: no folder of a person is read in it."""
        from hashlib import sha256

        return f"ouderapp-{sha256(str(self._paths.vault).encode()).hexdigest()[:24]}"

    def _reach(self, socket: "QLocalSocket") -> bool:
        """Knock until the other start listens, for as long as a person would wait."""
        until = time.monotonic() + PATIENCE_MS / 1000
        while True:
            socket.connectToServer(self._name)
            if socket.waitForConnected(PATIENCE_MS):
                return True
            if time.monotonic() > until:
                return False
            time.sleep(_AGAIN_SECONDS)

    def _answer(self) -> None:
        assert self._server is not None
        socket = self._server.nextPendingConnection()
        socket.readyRead.connect(lambda: self.called.emit(_line(socket)))
        socket.disconnected.connect(socket.deleteLater)


def _names_nobody(lock: Path) -> bool:
    """Whether this file was made a while ago and still holds no number of a process."""
    try:
        age = clock.now().timestamp() - lock.stat().st_mtime
        number = lock.read_bytes().partition(b"\n")[0]
    except OSError:
        return False
    return abs(age) > _MADE_SECONDS and not number.isdigit()


def _line(socket: "QLocalSocket") -> str:
    return bytes(socket.readAll().data()).decode("utf-8", "replace").strip()
