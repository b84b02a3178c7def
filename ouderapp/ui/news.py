"""The bar on top of a page: something that is so, why, what to do, and one button that does it."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from ouderapp.base.i18n import _
from ouderapp.ui.early import show_plainly
from ouderapp.ui.icons import set_icon, set_picture
from ouderapp.ui.look import repolish

ICONS = {"danger": "warning-circle", "warn": "warning", "ok": "check-circle", "info": "info"}


@dataclass(frozen=True)
class News:
    """What a bar says; `does` runs at the button, and the bar goes away."""

    what: str
    why: str = ""
    todo: str = ""
    button: str = ""
    does: Callable[[], object] | None = None
    tone: str = "info"

    @property
    def words(self) -> str:
        return " ".join(part for part in (self.what, self.why, self.todo) if part)


class NewsBar(QFrame):
    """Shows one piece of news until it is read; red for what failed, amber for a look, blue."""

    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("news", True)
        self._picture = QLabel()
        self._words = QLabel(wordWrap=True)
        show_plainly(self._words)
        self._words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._button = QPushButton()
        self._close = QPushButton(_("Close"))
        self._close.setProperty("kind", "quiet")
        self._news: News | None = None

        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 6, 6, 6)
        layout.setSpacing(8)
        layout.addWidget(self._picture)
        layout.addWidget(self._words, 1)
        layout.addWidget(self._button)
        layout.addWidget(self._close)

        self._button.clicked.connect(self._do)
        self._close.clicked.connect(self.clear)
        self.hide()

    @property
    def words(self) -> str:
        """What the bar says now, empty when there is no news."""
        return self._news.words if self._news else ""

    def show_news(self, news: News) -> None:
        """Say this, in place of what was said before."""
        from PySide6.QtGui import QAccessible, QAccessibleEvent  # made when there is news

        self._news = news
        self.setProperty("tone", news.tone)
        repolish(self)
        set_icon(self._close, "x")
        set_picture(self._picture, ICONS[news.tone], news.tone)
        self._words.setText(news.words)
        self._button.setText(news.button)
        self._button.setVisible(bool(news.button and news.does))
        self.setAccessibleName(news.words)
        self.show()
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def focus_button(self) -> None:
        """Let Enter do what the button says."""
        if not self._button.isHidden():
            self._button.setFocus()

    def clear(self) -> None:
        """The news was read."""
        self._news = None
        self.hide()
        self.closed.emit()

    def _do(self) -> None:
        does = self._news.does if self._news else None
        self.clear()
        if does:
            does()
