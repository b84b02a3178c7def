"""Dossier: one family, its tabs, and what can be done with its file (UX 2.8)."""

from collections.abc import Mapping
from typing import Any, ClassVar

from PySide6.QtWidgets import QTabWidget, QWidget

from ouderapp.base.clock import today
from ouderapp.base.i18n import _, mark
from ouderapp.base.ids import Id
from ouderapp.families.codes import Status
from ouderapp.families.commands.family import note_opened
from ouderapp.families.overview import Dossier
from ouderapp.families.queries.dossier import dossier_of
from ouderapp.families.rules import name_of
from ouderapp.ui.background import Background
from ouderapp.ui.families.file_menu import FileMenu
from ouderapp.ui.families.tabs import maker_of, tabs_there
from ouderapp.ui.page import Crumb, Page
from ouderapp.ui.words import word


class FamilyPage(Page):
    """The file of one family; `about` is its id, or its id and the name of a tab."""

    name: ClassVar = "family"
    title: ClassVar = mark("Case file")
    tables: ClassVar = frozenset(
        ("family", "member", "person", "household", "residence", "relation", "schooling",
         "co_account", "school", "consent", "contact", "follow_up", "appointment", "help_request",
         "capital_observation", "referral", "letter", "private_note", "rights_check")
    )  # fmt: skip

    def __init__(self, background: Background, parent: QWidget | None = None) -> None:
        super().__init__(background, parent)
        self.family: Id | None = None
        self.told: Dossier | None = None
        self.tabs = QTabWidget(documentMode=True)
        self.tabs.setUsesScrollButtons(True)
        self._entries = tabs_there()
        self._made: dict[str, Any] = {}
        self._wanted = ""
        self._menu = FileMenu(background, self)
        self.body.addWidget(self.tabs, 1)
        self.add_button(mark("Contact"), lambda: self.action_asked.emit("new_contact"),
                        kind="primary", icon="plus")  # fmt: skip
        self.add_button(mark("Letter"), lambda: self.action_asked.emit("write_letter"))
        self._menu.put_on(self.add_button(mark("More…"), lambda: None))
        self.tabs.currentChanged.connect(self._turn_to)

    def look_at(self, about: Any) -> None:
        family, tab = about if isinstance(about, tuple) else (about, "")
        self._wanted = str(tab or "")
        if family != self.family:
            self._begin(Id(family))
        if self._wanted:
            self.show_tab(self._wanted)

    def reload(self) -> None:
        """Ask what the head and the overview show, then what the tab in front shows."""
        if self.family is None:
            return
        self.background.run(
            dossier_of, self.family, today(), then=self._show, owner=self, failed=self._gone
        )

    def show_tab(self, name: str) -> None:
        """Bring the tab of this name to the front."""
        names = [entry.name for entry in self._entries]
        if name in names:
            self.tabs.setCurrentIndex(names.index(name))

    def about(self) -> object:
        return self.family

    def state(self) -> dict[str, Any]:
        return {"tab": self._entries[self.tabs.currentIndex()].name}

    def restore(self, state: Mapping[str, Any]) -> None:
        self.show_tab(str(state.get("tab") or ""))

    def focus_first(self) -> None:
        """The row of tabs: arrows go on from there."""
        self.tabs.tabBar().setFocus()

    def _begin(self, family: Id) -> None:
        self.family, self.told = family, None
        self._made.clear()
        self.tabs.blockSignals(True)
        self.tabs.clear()
        for entry in self._entries:
            self.tabs.addTab(QWidget(), _(entry.title))
        self.tabs.blockSignals(False)
        self.background.run(note_opened, family)
        self._turn_to(0)

    def _turn_to(self, at: int) -> None:
        """Make the tab when it is first looked at, and let it ask its rows."""
        if self.family is None or at < 0:
            return
        entry = self._entries[at]
        if entry.name not in self._made:
            self._make(at)
        self._refresh(self._made[entry.name])

    def _make(self, at: int) -> None:
        entry = self._entries[at]
        tab: Any = maker_of(entry)(self.background, self.family)
        self._made[entry.name] = tab
        for signal in ("open_asked", "message_asked", "action_asked", "sheet_asked"):
            if hasattr(tab, signal):
                getattr(tab, signal).connect(getattr(self, signal))
        self.tabs.blockSignals(True)
        self.tabs.removeTab(at)
        self.tabs.insertTab(at, tab, _(entry.title))
        self.tabs.setCurrentIndex(at)
        self.tabs.blockSignals(False)

    def _refresh(self, tab: Any) -> None:
        if self.told is not None:
            _tell(tab, self.told)
        tab.reload()

    def _show(self, told: Dossier) -> None:
        self.told = told
        name = told.family.name or _("without a name")
        self.set_title(name, _subtitle(told))
        self.set_crumbs(Crumb(_("Families"), "families"), Crumb(name, "family"))
        self._menu.show_family(told.family)
        at = max(0, self.tabs.currentIndex())
        self._refresh(self._made[self._entries[at].name])

    def _gone(self, _problem: object) -> None:
        self.message_asked.emit(_("This file is no longer there. It may be in the bin."))
        self.open_asked.emit("families", None)


def _tell(tab: Any, told: Dossier) -> None:
    """Give a tab what the head knows already, in the shape that it takes."""
    if hasattr(tab, "show_family"):
        tab.show_family(told)
    if hasattr(tab, "show_people"):
        people = [(one.id, one.name, one.is_child) for one in told.members]
        adults = [(id_, name) for id_, name, is_child in people if not is_child]
        tab.show_people(adults, [(id_, name) for id_, name, is_child in people if is_child])


def _subtitle(told: Dossier) -> str:
    """Street, and where the file stands when it is not simply open."""
    home = next((one for one in told.homes if one.is_now), None)
    street = name_of(home.street, home.number) if home else ""
    status = told.family.status
    stands = "" if status == Status.OPEN else word("family_status", status)
    return ", ".join(filter(None, (street, stands)))
