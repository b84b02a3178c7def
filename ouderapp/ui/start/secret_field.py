"""The field for a passphrase: hidden unless asked, and it says when Caps Lock is on."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QWidget

from ouderapp.base.i18n import _, mark
from ouderapp.ui.field import Field
from ouderapp.ui.icons import set_icon
from ouderapp.ui.look import set_type
from ouderapp.ui.place import row_of

SHOW = mark("Show the passphrase")
CAPS = mark("Caps Lock is on")
_LONGEST = 400


class SecretField(Field):
    """One line with an eye beside it; nothing typed here is kept by the clipboard or undo."""

    def __init__(self) -> None:
        self.line = QLineEdit(maxLength=_LONGEST)
        self.line.setEchoMode(QLineEdit.EchoMode.Password)
        self.eye = QPushButton()
        self.eye.setCheckable(True)
        self.eye.setProperty("kind", "eye")
        self.eye.setAccessibleName(_(SHOW))
        self.eye.setToolTip(_(SHOW))
        set_icon(self.eye, "eye")
        self.caps = QLabel(_(CAPS))
        set_type(self.caps, "mark")
        self.caps.hide()
        super().__init__(self.line, is_required=True)
        self.line.installEventFilter(self)
        self.line.textEdited.connect(self.edited)
        self.eye.clicked.connect(self._show_text)

    def lay_out(self, *widgets: QWidget) -> None:
        both = QWidget()
        line = row_of(*widgets, self.eye)
        line.setContentsMargins(0, 0, 0, 0)
        both.setLayout(line)
        super().lay_out(both, self.caps)

    def value(self) -> str:
        return self.line.text()

    def set_value(self, value: object) -> None:
        self.line.setText(str(value or ""))
        self.clear_wrong()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            self._look_at_caps(event)
        return super().eventFilter(watched, event)

    def _look_at_caps(self, event: QKeyEvent) -> None:
        from PySide6.QtCore import Qt  # the window comes sooner without it

        if event.key() == Qt.Key.Key_CapsLock:
            self.caps.setVisible(self.caps.isHidden())
        letter = event.text()
        if len(letter) == 1 and letter.isalpha() and letter.upper() != letter.lower():
            shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.caps.setVisible(letter.isupper() != shift)

    def _show_text(self, is_shown: bool) -> None:
        from PySide6.QtCore import Qt

        kind = QLineEdit.EchoMode
        self.line.setEchoMode(kind.Normal if is_shown else kind.Password)
        self.line.setInputMethodHints(
            self.line.inputMethodHints() | Qt.InputMethodHint.ImhSensitiveData
        )
        set_icon(self.eye, "eye-slash" if is_shown else "eye")
        QGuiApplication.inputMethod().reset()
        self.line.setFocus()
