"""What hides everything at once while the program locks: no name stays readable."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget

from ouderapp.base.i18n import _, mark
from ouderapp.ui.copying import clear_ours
from ouderapp.ui.icons import set_picture
from ouderapp.ui.look import PROGRAM, set_type

LOCKING = mark("Locking…")


class Cover(QWidget):
    """Fills its window with the colour of the window and the word that it locks."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setObjectName("start")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAutoFillBackground(True)
        picture, words = QLabel(), QLabel(_(LOCKING))
        set_picture(picture, "lock", "muted", 40)
        set_type(words, "h2")
        layout = QVBoxLayout(self)
        layout.addStretch(1)
        layout.addWidget(picture, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addWidget(words, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(1)
        self.setGeometry(window.rect())


def cover_all() -> None:
    """Cover every open window now, and empty the clipboard when it is ours."""
    for window in QApplication.topLevelWidgets():
        if window.isVisible() and window.isWindow():
            window.setWindowTitle(PROGRAM)
            window.setAccessibleDescription("")
            cover = Cover(window)
            cover.show()
            cover.raise_()
            cover.repaint()
    clear_ours()
