"""Keeps a half-typed contact in the store, 400 ms after the last key or while one types on."""

from PySide6.QtCore import QObject, QTimer, Signal

from ouderapp.base import clock
from ouderapp.base.i18n import _, clock_time
from ouderapp.store.drafts import drop_draft, keep_draft
from ouderapp.ui.background import Background
from ouderapp.ui.contacts import contact_draft
from ouderapp.ui.contacts.form import ContactForm
from ouderapp.ui.contacts.typed import TypedWords
from ouderapp.ui.keeping import AT_MOST_MS, KEEP_MS, KEPT


class Keeping(QObject):
    """One draft with a name of its own; an empty form keeps none."""

    told = Signal(str)
    """What was kept and when, in words."""

    def __init__(self, background: Background, form: ContactForm, words: TypedWords) -> None:
        super().__init__(form)
        self._background = background
        self._form = form
        self._words = words
        self.name = contact_draft.new_name()
        self._is_kept = False
        self._is_over = False
        self._timer = QTimer(self, interval=KEEP_MS, singleShot=True)
        self._latest = QTimer(self, interval=AT_MOST_MS, singleShot=True)
        for timer in (self._timer, self._latest):
            timer.timeout.connect(self.keep_now)
        form.edited.connect(self._start)
        words.changed.connect(self._start_when_touched)

    def go_on(self, name: str) -> None:
        """This draft was there already."""
        self.name, self._is_kept = name, True

    def begin_anew(self) -> None:
        """From now on another draft; the one before stays as it is."""
        self._stop_timers()
        self.name, self._is_kept = contact_draft.new_name(), False

    def stop(self) -> None:
        """It was saved for good: nothing is kept any more."""
        self._stop_timers()
        self._is_over = True

    def has_note(self) -> bool:
        """Whether somebody typed words, a promise or the name of a family."""
        form = self._form
        typed = (form.summary.text.toPlainText(), form.promise.line.text(), self._name_typed())
        return any(text.strip() for text in typed) or bool(self._words.added)

    def keep_now(self) -> None:
        """Keep what is there; forget the draft when everything was emptied again."""
        is_due = self._timer.isActive() or self._form.touched
        self._stop_timers()
        if self._is_over or not is_due:
            return
        self._form.touched = False
        if self.has_note():
            values = self._form.values() | {"summary": self._form.summary.text.toPlainText()}
            body = contact_draft.as_body(values, self._words.kept, self._words.added)
            owner = self._form
            self._background.run(keep_draft, self.name, body, then=self._tell, owner=owner)
        elif self._is_kept:
            self._background.run(drop_draft, self.name)
            self._is_kept = False

    def _name_typed(self) -> str:
        """A name that stands in the family field and fits no family."""
        family = self._form.family
        return "" if family.value() else family.line.text()

    def _start(self) -> None:
        self._timer.start()
        if not self._latest.isActive():
            self._latest.start()

    def _start_when_touched(self) -> None:
        if self._form.touched:
            self._start()

    def _stop_timers(self) -> None:
        self._timer.stop()
        self._latest.stop()

    def _tell(self, _answer: object) -> None:
        self._is_kept = True
        self.told.emit(_(KEPT).format(time=clock_time(clock.local_now().time())))
