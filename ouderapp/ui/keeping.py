"""Every field of a dialog keeps itself while somebody types, and gives it back later (C08)."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from ouderapp.base.i18n import mark
from ouderapp.store.drafts import draft_of, drop_draft, keep_draft
from ouderapp.ui.background import Background
from ouderapp.ui.field import Field
from ouderapp.ui.typed import Kept, fields_in, size_of, type_again, typed_in

KEEP_MS, AT_MOST_MS = 400, 800
"""After the last key, and while somebody types on: a second is the most that is lost (C08)."""
PREFIX = "form/"
PRIVATE = f"{PREFIX}NoteSheet/"
"""The drafts of private notes."""
KEPT = mark("Kept as a draft at {time}")


class Keeper(QObject):
    """The draft of one dialog: what a person changed in its fields since it was opened.

    Work that is a named act and is asked by the dialog forgets the draft in its own transaction.
    """

    kept = Signal()
    """What was typed is in the store."""
    resumed = Signal()
    """The fields show what was typed earlier."""

    def __init__(
        self, background: Background, root: QWidget, name: str, about: Mapping[str, Any]
    ) -> None:
        super().__init__(root)
        self.name = f"{PREFIX}{name}"
        self._background = background
        self._root = root
        self._about = dict(about)
        self._watched: list[Field] = []
        self._typed: list[Field] = []
        self._before: dict[str, Kept] = {}
        self._waiting: dict[str, Kept] = {}
        self._given_back: dict[str, Kept] = {}
        self._is_due = False
        self._is_restoring = False
        self._timer = QTimer(self, interval=KEEP_MS, singleShot=True)
        self._latest = QTimer(self, interval=AT_MOST_MS, singleShot=True)
        for timer in (self._timer, self._latest):
            timer.timeout.connect(self.keep_now)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._left)

    def watch(self) -> None:
        """Listen to the fields that are there by now, and show in them what was typed earlier."""
        for field in fields_in(self._root).values():
            if field not in self._watched:
                self._watched.append(field)
                field.edited.connect(self._note)
        if self._waiting:
            self._show_again()

    def begin(self) -> None:
        """Watch, and ask what was typed earlier: the answer comes after those to the dialog."""
        if not self._watched:
            self.watch()
            self._background.run(draft_of, self.name, then=self._resume, owner=self)

    def keep_now(self) -> None:
        """Keep what was typed; forget the draft when all of it was emptied again."""
        self._timer.stop()
        self._latest.stop()
        if not self._is_due:
            return
        self._is_due = False
        typed = self._waiting | {
            key: typed_in(field)
            for key, field in fields_in(self._root).items()
            if field in self._typed
        }
        if not any(value not in ("", None, [], False) for value in typed.values()):
            self._background.run(drop_draft, self.name)
            return
        body = {**self._about, "fields": typed, "size": sum(map(size_of, typed.values()))}
        self._background.run(keep_draft, self.name, body, then=self._tell, owner=self._root)

    def about_to_act(self) -> str:
        """An act is asked: keep what stands here; gives the name of the draft that it forgets."""
        self.keep_now()
        return self.name

    def forget(self) -> None:
        """What was typed is not wanted any more."""
        self._timer.stop()
        self._latest.stop()
        self._is_due = False
        self._typed.clear()
        self._background.run(drop_draft, self.name)

    def begin_anew(self) -> None:
        """Every field as it was before what was typed earlier came back."""
        self.forget()
        self._put(self._before)
        self._typed.clear()
        self._is_due = False

    def _note(self) -> None:
        field = self.sender()
        if self._is_restoring or not isinstance(field, Field):
            return
        if field not in self._typed:
            self._typed.append(field)
        for key in [key for key, one in fields_in(self._root).items() if one is field]:
            self._given_back.pop(key, None)
        self._is_due = True
        self._timer.start()
        if not self._latest.isActive():
            self._latest.start()

    def _left(self, _old: QWidget | None, _new: QWidget | None) -> None:
        # The focus also moves when a window is taken apart.
        if self._is_due and isValid(self._root):
            self.keep_now()

    def _tell(self, _answer: object) -> None:
        self.kept.emit()

    def _resume(self, body: Mapping[str, Any] | None) -> None:
        if body is None:
            return
        typed = [key for key, field in fields_in(self._root).items() if field in self._typed]
        self._waiting = {key: v for key, v in body["fields"].items() if key not in typed}
        self._show_again()
        # What depends on these fields asks the store now; after its answers once more.
        self._background.run(draft_of, self.name, then=self._settle, owner=self)
        self.resumed.emit()

    def _settle(self, _body: object) -> None:
        self._put(self._given_back, is_said=False)

    def _show_again(self) -> None:
        here = fields_in(self._root)
        found = {key: value for key, value in self._waiting.items() if key in here}
        self._before = {key: typed_in(here[key]) for key in found} | self._before
        self._waiting = {key: v for key, v in self._waiting.items() if key not in here}
        self._given_back |= found
        self._put(found)
        self._typed.extend(here[key] for key in found)

    def _put(self, values: Mapping[str, Kept], *, is_said: bool = True) -> None:
        here = fields_in(self._root)
        self._is_restoring = True
        for key, value in values.items():
            field = here.get(key)
            if field is not None and typed_in(field) != value:
                type_again(field, value)
                if is_said:
                    field.edited.emit()
        self._is_restoring = False
