"""The register of one session: the name field, the tiles, the running total, the panels."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from ouderapp.base import clock
from ouderapp.base.i18n import _, mark
from ouderapp.base.ids import Id
from ouderapp.groups.codes import Mark
from ouderapp.groups.commands.along import note_brought, parent_came
from ouderapp.groups.commands.participants import drop_in, take_back_drop_in
from ouderapp.groups.commands.questions import note_question
from ouderapp.groups.commands.register import mark_came, mark_everyone, mark_let_know, unmark
from ouderapp.groups.pictures import PupilRow, Register
from ouderapp.groups.queries.register import register, usual_subject
from ouderapp.groups.records import BroughtDraft, ParentDraft, ParticipantDraft, QuestionDraft
from ouderapp.groups.words import running_total
from ouderapp.ui.background import Background
from ouderapp.ui.groups.pupil_card import PupilCard
from ouderapp.ui.groups.side_panels import BroughtPanel, ParentPanel, QuestionPanel, SidePanel
from ouderapp.ui.groups.tiles import TilesView
from ouderapp.ui.look import set_type
from ouderapp.ui.nesting import nest
from ouderapp.ui.place import button

PLACEHOLDER = mark("Who is there? Type a name, Enter marks present")
HINT = mark(
    "Space present · O parent along · W let us know · V question · M brought along by · Enter card"
    " · Ctrl+Z undo"
)


class NameField(QLineEdit):
    """Letters look for a pupil; Down goes to the tiles."""

    down = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down:
            self.down.emit()
        else:
            super().keyPressEvent(event)


class RegisterPane(QWidget):
    """One session, from the first name to Klaar."""

    shown = Signal(object)
    """The register that is on screen now."""
    message_asked = Signal(str)
    mail_asked = Signal(object, str)
    """Step 3: the id of the question, and the subject."""

    def __init__(self, background: Background, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._background = background
        self._session: Id | None = None
        self.register: Register | None = None
        self.name = NameField(placeholderText=_(PLACEHOLDER))
        self.name.setAccessibleName(_("Who is there?"))
        self.tiles = TilesView()
        self._total = QLabel()
        set_type(self._total, "h3")
        self._hint = QLabel(_(HINT), wordWrap=True)
        set_type(self._hint, "muted")
        self._side = QVBoxLayout()
        self._panel: SidePanel | None = None
        self._lay_out()
        self.name.returnPressed.connect(self._take_name)
        self.name.down.connect(self.tiles.setFocus)
        self.tiles.toggled.connect(self._toggle)
        self.tiles.asked.connect(self._act)

    def look_at(self, session: Id) -> None:
        """Show another session."""
        if session != self._session:
            self._session = session
            self.tiles.tiles.clear()
            self.close_panel()
        self.reload()

    def reload(self) -> None:
        """Ask the register again."""
        if self._session:
            self._background.run(register, self._session, then=self._show, owner=self)

    def close_panel(self) -> None:
        """Take the panel away and go back to the tiles."""
        if self._panel is not None:
            self._panel.deleteLater()
            self._panel = None
            self.tiles.setFocus()

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self.name, 1)
        line.addWidget(button(mark("Everyone here"), self.everyone))
        line.addWidget(button(mark("New pupil"), self._new_pupil))
        middle = QHBoxLayout()
        middle.addWidget(self.tiles, 1)
        nest(middle, self._side)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 12, 0, 0)
        layout.setSpacing(8)
        nest(layout, line)
        layout.addWidget(self._total)
        nest(layout, middle, 1)
        layout.addWidget(self._hint)

    def _show(self, found: Register) -> None:
        self.register = found
        self.tiles.show_pupils(found.pupils)
        self._total.setText(
            running_total(found.totals)
            if found.pupils
            else _("No pupils yet. Type the first name above.")
        )
        self.shown.emit(found)

    def _run(self, work: Callable[..., Any], *args: Any, **kwargs: Any) -> None:
        self._background.run(work, *args, owner=self, **kwargs)

    def _toggle(self, pupil: PupilRow) -> None:
        row = self.tiles.tiles.row_of(pupil.who)
        if pupil.mark == Mark.CAME:
            self.tiles.tiles.set_mark(row, "")
            self._run(unmark, self._session, pupil.who)
        else:
            self.tiles.tiles.set_mark(row, Mark.CAME)
            self._run(mark_came, self._session, pupil.who)

    def _act(self, what: str, pupil: PupilRow) -> None:
        acts = {
            "let_know": self._let_know, "take_back": self._take_back, "parent": self._ask_parent,
            "question": self._ask_question, "brought": self._ask_brought, "card": self._open_card,
        }  # fmt: skip
        acts[what](pupil)

    def _let_know(self, pupil: PupilRow) -> None:
        if pupil.mark == Mark.LET_KNOW:
            self.tiles.tiles.set_mark(self.tiles.tiles.row_of(pupil.who), "")
            self._run(unmark, self._session, pupil.who)
        else:
            self.tiles.tiles.set_mark(self.tiles.tiles.row_of(pupil.who), Mark.LET_KNOW)
            self._run(mark_let_know, self._session, pupil.who)

    def _take_back(self, pupil: PupilRow) -> None:
        if pupil.who.participant:
            self._run(take_back_drop_in, self._session, pupil.who.participant)

    def everyone(self) -> None:
        """Everybody who is not marked yet came."""
        self._run(mark_everyone, self._session)

    def _take_name(self) -> None:
        text = self.name.text().strip()
        row = self.tiles.tiles.first_match(text)
        if row >= 0:
            pupil = self.tiles.tiles.pupils[row]
            if pupil.mark != Mark.CAME:
                self._toggle(pupil)
            self.name.clear()
        elif text:
            self._new_pupil()

    def _new_pupil(self) -> None:
        text = self.name.text().strip()
        if not text:
            self.name.setFocus()
            self.message_asked.emit(_("Type the first name of the new pupil, then Enter."))
            return
        given, _space, class_name = text.partition(" ")
        draft = ParticipantDraft(given, class_name.strip() or None)
        self.name.clear()
        self._run(drop_in, self._session, draft)

    def _open_panel(self, panel: SidePanel) -> None:
        self.close_panel()
        self._panel = panel
        self._side.addWidget(panel)
        panel.closed.connect(self.close_panel)
        panel.focus_in()

    def _ask_parent(self, pupil: PupilRow) -> None:
        panel = ParentPanel(pupil)
        panel.answered.connect(lambda role: self._parent(pupil, role))
        self._open_panel(panel)

    def _parent(self, pupil: PupilRow, role: str) -> None:
        self.close_panel()
        self._with_mark(
            pupil,
            lambda id_: self._run(parent_came, self._session, ParentDraft(role, participation=id_)),
        )

    def _with_mark(self, pupil: PupilRow, then: Callable[[Id], object]) -> None:
        """The id of the mark; somebody who is not marked yet came."""
        if pupil.participation and pupil.mark == Mark.CAME:
            then(pupil.participation)
        else:
            self._run(mark_came, self._session, pupil.who, then=then)

    def _ask_question(self, pupil: PupilRow) -> None:
        panel = QuestionPanel(pupil)
        panel.answered.connect(lambda *answer: self._question(pupil, *answer))
        self._run(usual_subject, pupil.who, then=lambda text: panel.subject.setText(text or ""))
        self._open_panel(panel)

    def _question(self, pupil: PupilRow, step: str, source: str, subject: str) -> None:
        self.close_panel()

        def note(id_: Id) -> None:
            draft = QuestionDraft(id_, step or None, source or None, subject or None)
            then = self._write_mail(subject) if step == "mail_vakleerkracht" else None
            self._run(note_question, draft, then=then)

        self._with_mark(pupil, note)

    def _write_mail(self, subject: str) -> Callable[[Id], object]:
        return lambda question: self.mail_asked.emit(question, subject)

    def _ask_brought(self, pupil: PupilRow) -> None:
        others = [p for p in self.tiles.tiles.pupils if p.mark == Mark.CAME and p.who != pupil.who]
        panel = BroughtPanel(pupil, [other.name for other in others])
        panel.answered.connect(lambda nr: self._brought(pupil, others[nr]))
        self._open_panel(panel)

    def _brought(self, pupil: PupilRow, by: PupilRow) -> None:
        self.close_panel()
        day = self.register.session.held_on if self.register else clock.today()
        draft = BroughtDraft(by.who, pupil.who, day, session=self._session)
        self._with_mark(pupil, lambda _id: self._run(note_brought, draft))

    def _open_card(self, pupil: PupilRow) -> None:
        card = PupilCard(self._background, pupil, self)
        card.acted.connect(self._act)
        card.open_beside()
