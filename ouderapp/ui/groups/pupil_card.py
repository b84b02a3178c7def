"""The card of one pupil at one session: remarks on having come, and the acts of the tile."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QWidget

from ouderapp.base.i18n import _, mark
from ouderapp.groups.codes import Mark
from ouderapp.groups.commands.register import change_remarks
from ouderapp.groups.pictures import PupilRow
from ouderapp.groups.records import Remarks
from ouderapp.ui.background import Background
from ouderapp.ui.day_fields import TimeField
from ouderapp.ui.fields import TextField, YesNoField
from ouderapp.ui.flow import Flow
from ouderapp.ui.form import Form
from ouderapp.ui.groups.tile_model import second_line, state_words
from ouderapp.ui.look import set_type
from ouderapp.ui.place import button
from ouderapp.ui.sheet import Sheet

ACTS = (
    ("parent", mark("Parent came along")),
    ("let_know", mark("Let us know beforehand")),
    ("question", mark("Question")),
    ("brought", mark("Brought along by…")),
)


class RemarksForm(Form):
    """What is remarked of a pupil who came."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.is_late = self.add("", YesNoField(mark("Came later")))
        self.has_left_early = self.add("", YesNoField(mark("Left earlier")))
        self.arrived = self.add(mark("Arrived at"), TimeField())
        self.left = self.add(mark("Left at"), TimeField())
        self.note = self.add(mark("Note"), TextField(lines=3, is_optional=True))


class PupilCard(Sheet):
    """Enter or a long press on a tile."""

    acted = Signal(str, object)

    def __init__(
        self, background: Background, pupil: PupilRow, parent: QWidget | None = None
    ) -> None:
        super().__init__(background, mark("Pupil"), parent, width=460)
        self.keep_as(pupil.participation or pupil.who)
        self._pupil = pupil
        name = QLabel(pupil.name)
        set_type(name, "h2")
        state = QLabel(f"{state_words(pupil)} · {second_line(pupil)}".rstrip(" ·"))
        set_type(state, "muted")
        self.form = RemarksForm()
        acts = QWidget()
        flow = Flow(acts)
        for what, words in ACTS:
            flow.addWidget(button(words, partial(self._act, what)))
        for part in (name, state, acts, self.form):
            self.body.addWidget(part)
        came = pupil.mark == Mark.CAME
        self.form.setVisible(came)
        self.form.fill(pupil)
        self.add_button(mark("Close"), self.close)
        if came:
            self.add_button(mark("Save"), self._save, kind="primary")
        else:
            hint = QLabel(_("Mark the pupil present first; then remarks can be noted here."))
            set_type(hint, "muted")
            hint.setWordWrap(True)
            self.body.addWidget(hint)

    def _act(self, what: str) -> None:
        self.close()
        self.acted.emit(what, self._pupil)

    def _save(self) -> None:
        if self.form.is_ready():
            draft = self.form.draft_as(Remarks, is_with_parent=self._pupil.is_with_parent)
            self.background.run(
                change_remarks, self._pupil.participation, draft,
                then=lambda _nothing: self.close(), owner=self,
            )  # fmt: skip
