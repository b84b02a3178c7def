"""The quiet bar that offers to take the last act back; it goes by itself and takes no focus."""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from ouderapp.base.i18n import _, mark

SECONDS = 8
UNDO = mark("Undo")
UNDO_NAMED = mark("Undo {action}")


class UndoBar(QFrame):
    """Floats at the bottom of the page for 8 seconds."""

    undo_asked = Signal()

    def __init__(self, page_area: QWidget) -> None:
        super().__init__(page_area)
        self.setObjectName("undo")
        self._words = QLabel()
        self._undo = QPushButton(_(UNDO))
        self._undo.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._timer = QTimer(self, interval=SECONDS * 1000, singleShot=True)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 6, 8, 6)
        layout.setSpacing(16)
        layout.addWidget(self._words)
        layout.addWidget(self._undo)
        self._undo.clicked.connect(self._ask)
        self._timer.timeout.connect(self.hide)
        page_area.installEventFilter(self)
        self.hide()

    @property
    def words(self) -> str:
        """What the bar says now, empty when it is away."""
        return "" if self.isHidden() else self._words.text()

    def offer(self, words: str, *, can_undo: bool = True) -> None:
        """Say what happened, and offer to take it back."""
        self._words.setText(words)
        self._undo.setVisible(can_undo)
        self._undo.setAccessibleName(_(UNDO_NAMED).format(action=words))
        self.show()
        self._place()
        self.raise_()
        self._timer.start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)

    def _ask(self) -> None:
        self.hide()
        self.undo_asked.emit()

    def _place(self) -> None:
        area = self.parentWidget()
        if area is not None:
            self.adjustSize()
            self.move((area.width() - self.width()) // 2, area.height() - self.height() - 16)
