"""Look-along mode (Ctrl+M): only the family in front exists, until it is left (X05, J17)."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QLabel, QToolTip, QWidget

from ouderapp.base import log
from ouderapp.base.i18n import _, mark
from ouderapp.ui.copying import clear_ours
from ouderapp.ui.facts import Fact
from ouderapp.ui.form import Form
from ouderapp.ui.look import look, set_type
from ouderapp.ui.sheet import Sheet
from ouderapp.ui.start import vaults
from ouderapp.ui.start.secret_field import SecretField

ASKS = "look_along_asks"
"""The setting that says whether leaving asks for the passphrase; it does unless this is off."""
IS_ON = mark("Look-along mode is on")
FIRST_OPEN = mark("First open the file of the family that looks along.")
NOT_NOW = mark("Not in look-along mode. Ctrl+M ends it.")
WHY = mark("Leaving look-along mode shows the other families again.")
PAGES = frozenset(("today", "families", "timeline", "letters", "directory", "family", "keys"))
SHEETS = frozenset(("search", "new_contact", "edit_contact", "write_letter", "recent"))
WITHHELD = frozenset(
    ("new_family", "class_list", "class_today", "bin", "go_homework", "go_reports",
     "go_month_end", "go_settings")
)  # fmt: skip
EDGE = 4


class LookAlong(QObject):
    """What the store shows is settled in the store; here everything shown before is taken away."""

    def __init__(self, window: Any) -> None:
        super().__init__(window)
        self._window = window
        self._background = window.background
        self.family = ""
        look().changed.connect(self._paint)

    def toggle(self) -> None:
        """Begin with the family in front, or ask to leave."""
        page = self._window.page
        if self.family:
            self._background.run(asks_at_leaving, then=self._leave_or_ask, owner=self)
        elif page is not None and page.name == "family" and page.about():
            self.begin(str(page.about()))
        else:
            self._window.facts.say(_(FIRST_OPEN))

    def begin(self, family: str, then: Callable[[], object] | None = None) -> None:
        """Forget what was shown, then show this family only."""
        self.family = family
        log.event("look_along_begun")
        self._turn(_show_only, then, family)

    def leave(self) -> None:
        """Everything is there again."""
        family, self.family = self.family, ""
        log.event("look_along_left")
        self._turn(_show_all, lambda: self._window.go("family", family))

    def may_go(self, page: str) -> bool:
        """Whether this page can be shown now; says so when it cannot."""
        return self._may(page in PAGES)

    def may_open(self, sheet: str) -> bool:
        """Whether this dialog can be opened now; says so when it cannot."""
        return self._may(sheet in SHEETS)

    def may_do(self, act: str) -> bool:
        """Whether this action can be done now; says so when it cannot."""
        return self._may(act not in WITHHELD)

    def _may(self, is_fine: bool) -> bool:
        if self.family and not is_fine:
            self._window.facts.say(_(NOT_NOW))
        return is_fine or not self.family

    def _turn(self, work: Any, then: Callable[[], object] | None, *args: object) -> None:
        """Take everything off the screen first: nothing asked before is shown after."""
        family = self.family
        self._window.forget_places()
        QToolTip.hideText()
        clear_ours()
        self._show_state()
        show = then or (lambda: self._window.go("family", family))
        self._background.run_whole(work, *args, then=lambda _nothing: show(), owner=self)

    def _show_state(self) -> None:
        is_on = bool(self.family)
        for name, button in self._window.sidebar.buttons.items():
            button.setVisible(not is_on or name in PAGES)
        for act in WITHHELD:
            self._window.actions_by_id[act].setVisible(not is_on)
            self._window.actions_by_id[act].setEnabled(not is_on)
        words = f"{_(IS_ON)} (Ctrl+M)"
        self._window.facts.show_fact("look_along", Fact(words, "", "on") if is_on else None)
        self._paint()

    def _paint(self) -> None:
        """A coloured edge around everything, for as long as it is on."""
        frame = self._window.edge
        width = EDGE if self.family else 0
        frame.setContentsMargins(width, width, width, width)
        colour = look().palette.accent
        edge = f"QWidget#edge {{ border: {EDGE}px solid {colour}; }}" if self.family else ""
        if frame.styleSheet() != edge:
            frame.setStyleSheet(edge)

    def _leave_or_ask(self, asks: bool) -> None:
        if not asks:
            self.leave()
            return
        sheet = LeaveSheet(self._background, self._window)
        sheet.accepted.connect(self.leave)
        sheet.open_beside()


class LeaveSheet(Sheet):
    """One field; it is accepted only when what was typed opens the vault."""

    def __init__(self, background: Any, parent: QWidget | None = None) -> None:
        super().__init__(background, mark("Passphrase"), parent, width=440)
        why = QLabel(_(WHY), wordWrap=True)
        set_type(why, "muted")
        self.form = Form()
        self.passphrase = self.form.add(mark("Passphrase"), SecretField())
        self.body.addWidget(why)
        self.body.addWidget(self.form)
        self.add_button(mark("Stay"), self.reject)
        self.add_button(mark("Leave look-along mode"), self._try, kind="primary")
        self.passphrase.line.returnPressed.connect(self._try)
        self.passphrase.setFocus()

    def _try(self) -> None:
        if self.form.is_ready():
            typed = self.passphrase.value()
            self.background.run_whole(_open, typed, then=lambda _opened: self.accept(), owner=self)


def asks_at_leaving(session: Any) -> bool:
    """Whether leaving asks for the passphrase."""
    from ouderapp.store.settings import setting

    return bool(setting(session, ASKS, True))


def let_leaving_ask(session: Any, is_on: bool) -> None:
    """Keep whether leaving asks for the passphrase."""
    from ouderapp.store.settings import set_setting

    set_setting(session, ASKS, is_on)


def _open(database: Any, typed: str) -> None:
    vaults.open_vault(database.paths, typed)


def _show_only(database: Any, family: str) -> None:
    database.show_only(family)


def _show_all(database: Any) -> None:
    database.show_all()
