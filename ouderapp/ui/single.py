"""One window a vault: a second start brings the first one to the front and ends."""

from PySide6.QtCore import QCryptographicHash, QLockFile, QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from ouderapp.base.paths import Paths

PATIENCE_MS = 1000


class SingleInstance(QObject):
    """Holds the lock file of a vault; `called` is emitted when another start knocks."""

    called = Signal(str)
    """The file that the other start was asked to open, or an empty text."""

    def __init__(self, paths: Paths, parent: QObject | None = None) -> None:
        super().__init__(parent)
        digest = QCryptographicHash.hash(
            str(paths.vault).encode(), QCryptographicHash.Algorithm.Sha256
        )
        self._name = f"ouderapp-{digest.data().hex()[:24]}"
        self._lock = QLockFile(str(paths.lock))
        self._lock.setStaleLockTime(0)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._answer)

    def is_first(self) -> bool:
        """Take the lock and listen; False when another window holds this vault."""
        if not self._lock.tryLock(0):
            return False
        QLocalServer.removeServer(self._name)
        self._server.listen(self._name)
        return True

    def call_first(self, file: str = "") -> bool:
        """Ask the window that is open to come to the front; whether it heard."""
        socket = QLocalSocket()
        socket.connectToServer(self._name)
        if not socket.waitForConnected(PATIENCE_MS):
            return False
        socket.write(f"{file}\n".encode())
        socket.waitForBytesWritten(PATIENCE_MS)
        socket.disconnectFromServer()
        return True

    def release(self) -> None:
        """Let a fresh process take this vault."""
        self._server.close()
        self._lock.unlock()

    def _answer(self) -> None:
        socket = self._server.nextPendingConnection()
        socket.readyRead.connect(lambda: self.called.emit(_line(socket)))
        socket.disconnected.connect(socket.deleteLater)


def _line(socket: QLocalSocket) -> str:
    return bytes(socket.readAll().data()).decode("utf-8", "replace").strip()
