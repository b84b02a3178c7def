"""Nieuw contact (Ctrl+N): one dialog, one required thing, and nothing typed is ever lost."""

from collections.abc import Mapping

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLabel, QWidget

from ouderapp.base.errors import Problem
from ouderapp.base.i18n import _, mark
from ouderapp.contacts.queries.form import overlapping
from ouderapp.contacts.records import Busy, Recorded
from ouderapp.ui import problems
from ouderapp.ui.background import Background
from ouderapp.ui.contacts.filling import Filling
from ouderapp.ui.contacts.form import ContactForm
from ouderapp.ui.contacts.keeping import Keeping
from ouderapp.ui.contacts.saving import recorded_or_planned, typed_contact
from ouderapp.ui.contacts.typed import TypedWords
from ouderapp.ui.contacts.words import busy_words, remarks_on
from ouderapp.ui.look import set_type
from ouderapp.ui.news import News
from ouderapp.ui.sheet import START_ANEW, YOUR_DRAFT, Sheet

TITLE = mark("New contact")
NOTHING_YET = mark("Type a note or choose a family.")
SAVE = mark("Save")
KEYS = mark("Ctrl+Enter saves, Esc closes and keeps your draft")
BECAME = mark("This became an appointment")
WIDTH = 860


class QuickContact(Sheet):
    """Opened with nothing, with the id of a family, or with values: `{"draft": name}`.

    Values may be `family`, `kind`, `held_on`, `starts`, `minutes`, as an appointment has them.
    """

    def __init__(
        self, background: Background, about: object = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(background, TITLE, parent, width=WIDTH)
        wanted = dict(about) if isinstance(about, Mapping) else {"family": about}
        self._saves_when_known = False
        self.form = ContactForm()
        self.words = TypedWords(self.form)
        self.keeping = Keeping(background, self.form, self.words)
        self.filling = Filling(background, self.form, self.words, self.keeping, wanted)
        self._overlap: list[str] = []
        self._remark = QLabel(wordWrap=True)
        set_type(self._remark, "mark")
        self._remark.hide()
        self._state = QLabel(_(KEYS))
        set_type(self._state, "small")
        self.body.addWidget(self.form)
        self.body.addWidget(self._remark)
        self.add_note(self._state)
        self._more = self.add_button(mark("More…"), self._show_more)
        self.save = self.add_button(SAVE, self._save, kind="primary")
        self._growing = QTimer(self, interval=0, singleShot=True)
        self._listen()
        self.filling.begin()
        self._tell_state()
        self.form.family.setFocus()

    def keep_now(self) -> None:
        """The draft, at once."""
        self.keeping.keep_now()

    def _listen(self) -> None:
        self._growing.timeout.connect(self.grow)
        self.form.edited.connect(self._tell_state)
        self.form.edited.connect(self._look_for_overlap)
        self.words.changed.connect(self._tell_state)
        self.words.changed.connect(self._show_remarks)
        self.keeping.told.connect(self._state.setText)
        self.filling.settled.connect(self._settle)
        self.filling.resumed.connect(self._offer_new_start)
        self.form.family.line.returnPressed.connect(self._to_note)

    def _to_note(self) -> None:
        """Enter: the first family that fits, and on to the note."""
        if self.form.family.line.text().strip():
            self.form.family.take_first()
        self.form.summary.setFocus()

    def _offer_new_start(self) -> None:
        anew = News(_(YOUR_DRAFT), button=_(START_ANEW), does=self.filling.start_anew)
        self.show_news(anew)
        self._growing.start()

    def _settle(self) -> None:
        """Every answer is there: a save that was asked meanwhile happens now."""
        self._tell_state()
        self._look_for_overlap()
        if self._saves_when_known:
            self._saves_when_known = False
            self._save()

    def _show_more(self) -> None:
        self.form.more.show()
        self._more.hide()
        self.form.set_tabs()
        self.form.more.initiative.setFocus()
        self.grow()
        QTimer.singleShot(0, self._see_more)

    def _see_more(self) -> None:
        self.bring_into_view(self.form.more.initiative)

    def _tell_state(self) -> None:
        """The button is off, and says why, as long as there is neither note nor family."""
        has_content = self.keeping.has_note() or bool(self.form.family.value())
        self.save.setEnabled(has_content)
        self.save.setText(_(SAVE) if has_content else _(NOTHING_YET))
        self._growing.start()

    def _look_for_overlap(self) -> None:
        form = self.form
        if None in (form.held_on.value(), form.starts.value(), form.minutes.value()):
            self._show_overlap([])
            return
        contact = typed_contact(form, self.words)
        self.background.run(overlapping, contact, then=self._show_overlap, owner=self)

    def _show_overlap(self, found: list[Busy]) -> None:
        self._overlap = [busy_words(busy) for busy in found]
        self._show_remarks()

    def _show_remarks(self) -> None:
        """What deserves a second look; nothing of it keeps anybody from saving."""
        lines = [*self._overlap, *remarks_on(self.words.typed.text)]
        self._remark.setText("\n".join(lines))
        self._remark.setVisible(bool(lines))
        self._growing.start()

    def _save(self) -> None:
        if self.filling.asking:
            self._saves_when_known = True
            return
        if not self.form.is_ready():
            return
        self.save.setEnabled(False)
        self.background.run(
            recorded_or_planned(self.form.held_on.value()),
            typed_contact(self.form, self.words),
            self.words.promises(),
            self.keeping.name,
            then=self._saved,
            failed=self._refused,
            owner=self,
        )

    def _refused(self, problem: Problem) -> None:
        self._tell_state()
        problems.show(self, problem)

    def _saved(self, recorded: Recorded) -> None:
        self.keeping.stop()
        if recorded.is_appointment:
            self.message_asked.emit(_(BECAME))
        self.accept()
