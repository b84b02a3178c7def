"""The base of every dialog: modeless, news on top, one main button that Ctrl+Enter presses."""

from collections.abc import Callable

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ouderapp.base.clock import local_now
from ouderapp.base.errors import Problem
from ouderapp.base.i18n import _, clock_time, mark
from ouderapp.base.ids import Id
from ouderapp.ui.background import Background
from ouderapp.ui.keeping import KEPT, Keeper
from ouderapp.ui.look import set_type
from ouderapp.ui.nesting import nest
from ouderapp.ui.news import News, NewsBar
from ouderapp.ui.place import PlaceParts, button
from ouderapp.ui.scrolled import Scrolled

YOUR_DRAFT = mark("This is what you typed earlier and did not save.")
START_ANEW = mark("Start anew")


class Sheet(PlaceParts, QDialog):
    """A window beside the page for one piece of work; Esc closes it. Show it with `open_beside`.

    A subclass builds into `self.body`, and adds buttons with `add_button`. One in which somebody
    types says with `keep_as` what it is about: then every field keeps itself.
    """

    open_asked = Signal(str, object)
    message_asked = Signal(str)
    action_asked = Signal(str)
    """A wish to run an action of the registry."""
    sheet_asked = Signal(str, object)
    """A wish to open another dialog of `pages.SHEETS`: its name, and what it is about."""

    def __init__(
        self, background: Background, title: str, parent: QWidget | None = None, *, width: int = 560
    ) -> None:
        super().__init__(parent)
        self.background = background
        self.answers: dict[type[Problem], Callable[[], object]] = {}
        self.keeper: Keeper | None = None
        self._kept_at = QLabel()
        set_type(self._kept_at, "small")
        self._kept_at.hide()
        self.news = NewsBar(self)
        self.setWindowTitle(_(title))
        self.setMinimumWidth(width)
        self.body = QVBoxLayout()
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(8)
        inside = QWidget()
        inside.setLayout(self.body)
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(8)
        self._buttons.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 16, 24, 16)
        layout.setSpacing(16)
        layout.addWidget(self.news)
        self._scrolled = Scrolled(inside)
        layout.addWidget(self._scrolled, 1)
        nest(layout, self._buttons)

    def add_button(
        self, words: str, does: Callable[[], object], *, kind: str = "", icon: str = ""
    ) -> QPushButton:
        """A button at the bottom; the primary one is pressed by Ctrl+Enter too."""
        made = button(words, does, kind=kind, icon=icon)
        made.setAutoDefault(False)
        self._buttons.addWidget(made)
        if kind == "primary":
            for keys in ("Ctrl+Return", "Ctrl+Enter"):
                QShortcut(QKeySequence(keys), self).activated.connect(made.click)
        return made

    def add_note(self, widget: QWidget) -> None:
        """Something quiet at the start of the line with the buttons."""
        self._buttons.insertWidget(0, widget)

    def grow(self) -> None:
        """As high as its content wants by now, as far as the screen goes; never lower."""
        self._scrolled.updateGeometry()
        layout = self.layout()
        if layout is not None:
            layout.activate()
        wanted = min(self.sizeHint().height(), self.maximumHeight())
        if wanted > self.height():
            self.resize(self.width(), wanted)

    def keep_as(
        self, *about: object, family: Id | None = None, inside: QWidget | None = None
    ) -> None:
        """Let every field keep itself, apart for each record, or family, that this is about.

        `inside` names a part of the dialog, for fields that come after it was opened.
        """
        self.keep_now()
        name = "/".join([type(self).__name__, *(str(one or "") for one in about)])
        told = {"title": self.windowTitle(), "family": family}
        self.keeper = Keeper(self.background, inside or self, name, told)
        self.keeper.kept.connect(self._tell_kept)
        self.keeper.resumed.connect(self._tell_resumed)
        self._kept_at = QLabel()
        if inside is not None:
            self.keeper.begin()

    def keep_now(self) -> None:
        """Keep what was typed and not saved: the dialog closes, or the program locks or ends."""
        if self.keeper is not None:
            self.keeper.keep_now()

    def cancel(self) -> None:
        """Close, and forget what was typed."""
        if self.keeper is not None:
            self.keeper.forget()
        self.close()

    def done(self, code: int) -> None:
        """Esc, or the cross: the window goes, what was typed stays."""
        self.keep_now()
        super().done(code)

    def bring_into_view(self, widget: QWidget) -> None:
        """Scroll until this part of the dialog can be seen."""
        self._scrolled.ensureWidgetVisible(widget)

    def open_beside(self) -> None:
        """Show it in front, with the focus inside; the window behind stays usable."""
        room = self.screen().availableGeometry().height() - 48
        self.setMaximumHeight(room)
        self.show()
        self.raise_()
        self.activateWindow()
        QTimer.singleShot(0, self, self.grow)
        if self.keeper is not None:
            self.keeper.begin()

    def _tell_kept(self) -> None:
        if self._kept_at.parentWidget() is None:
            self.add_note(self._kept_at)
        self._kept_at.show()
        self._kept_at.setText(_(KEPT).format(time=clock_time(local_now().time())))

    def _tell_resumed(self) -> None:
        assert self.keeper is not None
        anew = News(_(YOUR_DRAFT), button=_(START_ANEW), does=self.keeper.begin_anew)
        self.news.show_news(anew)
        QTimer.singleShot(0, self, self.grow)
