"""What the windows before the work share: one quiet column in the middle."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ouderapp.ui.look import PROGRAM, measures, set_type
from ouderapp.ui.nesting import nest
from ouderapp.ui.news import NewsBar
from ouderapp.ui.place import PlaceParts
from ouderapp.ui.scrolled import Scrolled

WIDEST = 620


class StartWindow(PlaceParts, QFrame):
    """The name of the program, one line under it, news, and room for `self.body`."""

    def __init__(self, *, widest: int = WIDEST, is_on_top: bool = False) -> None:
        super().__init__()
        self.setObjectName("start")
        self.setWindowTitle(PROGRAM)
        self.resize(1000, 640)
        self.answers = {}
        self.news = NewsBar()
        self.heading = QLabel(PROGRAM)
        set_type(self.heading, "h1")
        self.line = QLabel(wordWrap=True)
        set_type(self.line, "muted")
        self.body = QVBoxLayout()
        self.body.setSpacing(12)
        column = QWidget()
        column.setMaximumWidth(measures().scaled(widest))
        inside = QVBoxLayout(column)
        inside.setSpacing(12)
        if is_on_top:
            inside.addSpacing(48)
        else:
            inside.addStretch(1)
        inside.addWidget(self.heading)
        inside.addWidget(self.line)
        inside.addWidget(self.news)
        nest(inside, self.body)
        inside.addStretch(2)
        middle = QWidget()
        across = QHBoxLayout(middle)
        across.addStretch(1)
        across.addWidget(column, 100)
        across.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.addWidget(Scrolled(middle))
