"""Over ouderapp: version, licences, and what may be told to who helps you."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

import ouderapp
from ouderapp.base.i18n import _, mark
from ouderapp.store.facts import StoreFacts, facts
from ouderapp.ui.background import Background
from ouderapp.ui.copying import copy_text
from ouderapp.ui.nesting import nest
from ouderapp.ui.place import button

PROMISES = mark("What ouderapp promises, and what not")


class AboutTab(QWidget):
    """No name of a person stands in anything on this tab."""

    message_asked = Signal(str)

    def __init__(self, background: Background, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._background = background
        self._facts = QLabel(wordWrap=True)
        licence = QLabel(
            _(
                "ouderapp is free software under the European Union Public Licence (EUPL-1.2). It"
                " uses Qt (LGPL-3.0), SQLCipher, age, ReportLab, the Noto fonts (OFL-1.1) and the"
                " Phosphor icons (MIT). The licence texts travel with the program."
            ),
            wordWrap=True,
        )
        line = QHBoxLayout()
        line.addWidget(button(mark("Copy details for support"), self._copy))
        line.addWidget(button(PROMISES, self._show_promises))
        line.addStretch(1)
        layout = QVBoxLayout(self)
        for part in (self._facts, licence):
            part.setMaximumWidth(640)
            layout.addWidget(part)
        nest(layout, line)
        layout.addStretch(1)
        background.run(facts, then=self._show, owner=self)

    def _show(self, found: StoreFacts) -> None:
        self._facts.setText(
            _("Version {version}. Your files are {size} MB, schema {schema}.").format(
                version=ouderapp.__version__, size=found.megabytes, schema=found.schema
            )
        )

    def _copy(self) -> None:
        copy_text(self._facts.text())
        self.message_asked.emit(_("Copied."))

    def _show_promises(self) -> None:
        # The manual is seldom read, and the settings open sooner without it.
        from ouderapp.ui.help import HelpWindow

        HelpWindow.show_page("promises", self.window())
