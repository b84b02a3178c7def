"""Step 3 of the stappenplan: the mail that pupil and worker write together (A16)."""

from typing import Any

from PySide6.QtWidgets import QLabel, QPlainTextEdit, QWidget

from ouderapp.base import clock
from ouderapp.base.errors import Problem
from ouderapp.base.i18n import _, mark
from ouderapp.base.ids import Id
from ouderapp.groups.commands.questions import note_teacher_mail
from ouderapp.groups.queries.names import Named, written_name
from ouderapp.letters.teacher_mail import TeacherMail, teacher_mail
from ouderapp.letters.texts import SOURCE, translator
from ouderapp.ui import problems
from ouderapp.ui.background import Background
from ouderapp.ui.copying import copy_text
from ouderapp.ui.day_fields import DateField
from ouderapp.ui.fields import LineField, TextField
from ouderapp.ui.form import Form
from ouderapp.ui.look import set_type
from ouderapp.ui.sheet import Sheet


class MailForm(Form):
    """What goes in the mail; the first two steps come before the question."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.teacher = self.add(mark("Teacher"), LineField(limit=60))
        self.pupil = self.add(mark("First name and name"), LineField(limit=80, is_required=True))
        self.class_name = self.add(mark("Class"), LineField(limit=20))
        self.subject = self.add(mark("Subject"), LineField(limit=60, is_required=True))
        self.lesson = self.add(mark("Lesson"), LineField(limit=80))
        self.task = self.add(mark("Task, page or exercise"), LineField(limit=120))
        self.due_on = self.add(mark("To be ready on"), DateField(is_past=False))
        self.point = self.add(mark("What I do not understand"), TextField(limit=300, lines=2))
        self.book = self.add(mark("Looked up in the textbook"), LineField(limit=120))
        self.source = self.add(mark("Asked or looked up elsewhere"), LineField(limit=120))
        self.question = self.add(mark("My one question"), LineField(limit=200))


class TeacherMailSheet(Sheet):
    """The form, the mail as it will read, and two ways to take it along."""

    def __init__(
        self, background: Background, question: Id, subject: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(background, mark("Mail to the subject teacher"), parent, width=620)
        self.keep_as(question)
        self._question = question
        self.form = MailForm()
        self.form.subject.set_value(subject)
        self.text = QPlainTextEdit(readOnly=True)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(_("The mail"))
        self.text.setMinimumHeight(180)
        hint = QLabel(
            _("ouderapp keeps only the day, the subject and that it was sent; not the text."),
            wordWrap=True,
        )
        set_type(hint, "muted")
        for part in (self.form, self.text, hint):
            self.body.addWidget(part)
        self.add_button(mark("Cancel"), self.cancel)
        self.add_button(mark("Copy for Smartschool"), self._copy, kind="primary")
        self.form.edited.connect(self._draw)
        self.background.run(written_name, question, then=self._fill, owner=self)

    def _fill(self, pupil: Named) -> None:
        """Who asks; a name that was typed meanwhile stays."""
        if not self.form.pupil.value():
            self.form.pupil.set_value(pupil.name)
            self.form.class_name.set_value(pupil.class_name or "")
        self._draw()

    def _draw(self) -> None:
        try:
            self.text.setPlainText(self._letter_text())
        except Problem:
            self.text.setPlainText("")

    def _letter_text(self) -> str:
        values: dict[str, Any] = {name: value or "" for name, value in self.form.values().items()}
        mail = TeacherMail(**{**values, "due_on": values["due_on"] or None})
        return teacher_mail(mail, clock.today(), translator(SOURCE)).as_text()

    def _copy(self) -> None:
        try:
            text = self._letter_text()
        except Problem as problem:
            problems.show(self, problem)
            return
        if self.form.is_ready():
            copy_text(text)
            self.background.run(
                note_teacher_mail, self._question, clock.today(),
                then=lambda _id: self.close(), owner=self,
            )  # fmt: skip
