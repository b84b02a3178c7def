"""What waits for the worker: promises, notes without a family, drafts, services that are silent."""

from collections.abc import Sequence
from typing import Any, ClassVar

from PySide6.QtWidgets import QPushButton

from ouderapp.base.clock import today
from ouderapp.base.i18n import _, mark
from ouderapp.contacts.commands import delete_contact
from ouderapp.contacts.queries.lists import contacts_without_family
from ouderapp.follow_up.commands import delete_promise, keep_promise
from ouderapp.follow_up.queries import open_promises
from ouderapp.follow_up.records import By
from ouderapp.referrals.queries import silent_referrals
from ouderapp.referrals.records import SilentReferral
from ouderapp.store.drafts import drafts, drop_draft
from ouderapp.ui.background import Background
from ouderapp.ui.contacts.contact_draft import is_contact_draft
from ouderapp.ui.contacts.match_sheet import MatchSheet
from ouderapp.ui.draft_words import NEW_FAMILY, told_of
from ouderapp.ui.follow_up.sheet import PromiseSheet
from ouderapp.ui.referrals.outcome_sheet import OutcomeSheet
from ouderapp.ui.today import columns
from ouderapp.ui.today.columns import DraftRow, Waiting
from ouderapp.ui.today.section import Section


class Promises(Section):
    """What was promised and not yet kept; Space keeps a promise."""

    title: ClassVar = mark("Promised")
    name: ClassVar = mark("Promises")
    empty: ClassVar = (mark("No open promises."),)
    button_words: ClassVar = mark("Done")
    columns: ClassVar = columns.PROMISES
    across: ClassVar = (1, 2, 0)

    def __init__(self, background: Background) -> None:
        super().__init__(background)
        self.mine = QPushButton(_("Only mine"))
        self.mine.setCheckable(True)
        self.mine.setProperty("kind", "chip")
        self.mine.clicked.connect(self.reload)
        self.line.addWidget(self.mine)

    def reload(self) -> None:
        by = By.WORKER.value if self.mine.isChecked() else ""
        self.background.run(open_promises, by, then=self.show_rows, owner=self)

    def open_row(self, id_: Any) -> None:
        family = self.family_of(id_)
        if family:
            self.open_asked.emit("family", (family, "promises"))
        else:
            self.edit_row(id_)

    def press_row(self, id_: Any) -> None:
        self.mark_row(id_)

    def mark_row(self, id_: Any) -> None:
        self.background.run(keep_promise, id_, owner=self)

    def edit_row(self, id_: Any) -> None:
        PromiseSheet(self.background, self.window(), promise_id=id_).open_beside()

    def bin_rows(self, ids: Sequence[Any]) -> None:
        for id_ in ids:
            self.background.run(delete_promise, id_, owner=self)


class Loose(Section):
    """Contacts whose family was not known; Enter links one."""

    title: ClassVar = mark("Without a family")
    name: ClassVar = mark("Contacts without a family")
    button_words: ClassVar = mark("Link")
    columns: ClassVar = columns.LOOSE
    across: ClassVar = (1, 2, 0)
    is_counted: ClassVar = True

    def reload(self) -> None:
        self.background.run(contacts_without_family, then=self.show_rows, owner=self)

    def open_row(self, id_: Any) -> None:
        MatchSheet(self.background, id_, self.window()).open_beside()

    def edit_row(self, id_: Any) -> None:
        self.sheet_asked.emit("edit_contact", id_)

    def bin_rows(self, ids: Sequence[Any]) -> None:
        for id_ in ids:
            self.background.run(delete_contact, id_, owner=self)


class Drafts(Section):
    """What was begun and not saved."""

    title: ClassVar = mark("Drafts")
    name: ClassVar = mark("Begun and not saved")
    button_words: ClassVar = mark("Continue working")
    columns: ClassVar = columns.DRAFTS
    across: ClassVar = (1, 0)
    is_counted: ClassVar = True

    def reload(self) -> None:
        self.background.run(drafts, then=self._show_drafts, owner=self)

    def open_row(self, id_: Any) -> None:
        family = self.family_of(id_)
        if is_contact_draft(id_):
            self.sheet_asked.emit("new_contact", {"draft": id_})
        elif id_ == NEW_FAMILY:
            self.sheet_asked.emit("new_family", None)
        elif family:
            self.open_asked.emit("family", family)
        else:
            self.message_asked.emit(_("Open the form again: what you typed stands in it."))

    def bin_rows(self, ids: Sequence[Any]) -> None:
        for id_ in ids:
            self.background.run(drop_draft, id_, owner=self)

    def _show_drafts(self, found: list[tuple[str, dict[str, Any]]]) -> None:
        self.show_rows([_draft_row(name, body) for name, body in found])


def _draft_row(name: str, body: dict[str, Any]) -> DraftRow:
    told = told_of(name, body)
    return DraftRow(name, told.text, told.what, told.family)


class Silent(Section):
    """Referrals of which nobody told what came of them (R04)."""

    title: ClassVar = mark("No news yet")
    name: ClassVar = mark("Referrals without news")
    button_words: ClassVar = mark("Note the outcome")
    columns: ClassVar = columns.SILENT
    across: ClassVar = (1, 2, 0)
    is_counted: ClassVar = True

    def reload(self) -> None:
        self.background.run(silent_referrals, today(), then=self._show_silent, owner=self)

    def open_row(self, id_: Any) -> None:
        OutcomeSheet(self.background, id_, self.window()).open_beside()

    def _show_silent(self, found: list[SilentReferral]) -> None:
        self.show_rows([Waiting(one.referral.id, one) for one in found])
