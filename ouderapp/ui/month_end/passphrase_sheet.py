"""The passphrase once more, before whole files of families leave the laptop."""

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QWidget

from ouderapp.base.i18n import _, mark
from ouderapp.ui.background import Background
from ouderapp.ui.form import Form
from ouderapp.ui.look import set_type
from ouderapp.ui.sheet import Sheet
from ouderapp.ui.start import vaults
from ouderapp.ui.start.secret_field import SecretField

WHY = mark("Whole files of families go along this time. Type your passphrase to go on.")


class _Form(Form):
    def __init__(self) -> None:
        super().__init__()
        self.passphrase = self.add(mark("Passphrase"), SecretField())


class PassphraseSheet(Sheet):
    """One field; the signal comes only when it opened the vault."""

    opened = Signal()

    def __init__(self, background: Background, parent: QWidget | None = None) -> None:
        super().__init__(background, mark("Passphrase"), parent, width=440)
        why = QLabel(_(WHY), wordWrap=True)
        set_type(why, "muted")
        self.form = _Form()
        self.body.addWidget(why)
        self.body.addWidget(self.form)
        self.add_button(mark("Cancel"), self.close)
        self.add_button(mark("Make bundle"), self._try, kind="primary")
        self.form.passphrase.setFocus()

    def _try(self) -> None:
        if self.form.is_ready():
            typed = self.form.passphrase.value()
            self.background.run_whole(_open, typed, then=self._opened, owner=self)

    def _opened(self, _nothing: object) -> None:
        self.form.passphrase.set_value("")
        self.close()
        self.opened.emit()


def _open(database: Any, typed: str) -> None:
    vaults.open_vault(database.paths, typed)
