"""What a page and a dialog share: news on top, and forms that can say what is wrong."""

from collections.abc import Callable, Iterator, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ouderapp.base.errors import Problem
from ouderapp.base.i18n import _
from ouderapp.ui.form import Form
from ouderapp.ui.icons import set_icon
from ouderapp.ui.news import News, NewsBar

FIELDS = (QLineEdit, QPlainTextEdit, QComboBox, QAbstractSpinBox, QAbstractItemView)
"""Where a person types or chooses."""


class PlaceParts:
    """Mixed into a widget that calls `_make_parts`; see `problems.Place`."""

    news: NewsBar
    answers: dict[type[Problem], Callable[[], object]]

    def show_news(self, news: News) -> None:
        """Say this on top, until it is read."""
        self.news.show_news(news)

    def show_beside(self, field: str, words: str) -> bool:
        """Say it beside the field of this name; False when no form here has it."""
        assert isinstance(self, QWidget)
        forms = [form for form in self.findChildren(Form) if form.isVisibleTo(self)]
        return any(form.show_beside(field, words) for form in forms)

    def answer_to(self, problem: Problem) -> Callable[[], object] | None:
        """What the button of this problem does here; `answers` names it by class."""
        kinds = (kind for kind in type(problem).__mro__ if kind in self.answers)
        return next((self.answers[kind] for kind in kinds), None)


def button(
    words: str, does: Callable[[], object], *, kind: str = "", icon: str = ""
) -> QPushButton:
    """A button with words; kind is primary, danger, quiet or chip, icon a name from Phosphor."""
    made = QPushButton(_(words))
    if kind:
        made.setProperty("kind", kind)
    if icon:
        set_icon(made, icon, "on_accent" if kind == "primary" else "text")
    made.clicked.connect(lambda _checked=False: does())
    return made


def allow(part: QWidget, is_on: bool, why: str) -> None:
    """Switch a button on or off; off, it tells eyes and screen reader why (marked text)."""
    part.setEnabled(is_on)
    part.setToolTip("" if is_on else _(why))
    part.setAccessibleDescription(part.toolTip())


def row_of(*widgets: QWidget, spacing: int = 8) -> QHBoxLayout:
    """Widgets beside each other."""
    layout = QHBoxLayout()
    layout.setSpacing(spacing)
    for widget in widgets:
        layout.addWidget(widget)
    return layout


def column_of(*widgets: QWidget, spacing: int = 8) -> QVBoxLayout:
    """Widgets under each other."""
    layout = QVBoxLayout()
    layout.setSpacing(spacing)
    for widget in widgets:
        layout.addWidget(widget)
    return layout


def focused(panes: Sequence[QWidget]) -> int:
    """Which of these panes holds the focus; the first when none does."""
    held = QApplication.focusWidget()
    found = (
        at
        for at, pane in enumerate(panes)
        if held is not None and (held is pane or pane.isAncestorOf(held))
    )
    return next(found, 0)


def focus_chain(part: QWidget) -> Iterator[QWidget]:
    """What Tab reaches inside this part of the window, in that order."""
    one = part.nextInFocusChain()
    while one is not None and one is not part:
        policy = one.focusPolicy() & Qt.FocusPolicy.TabFocus
        if policy and part.isAncestorOf(one) and one.isVisible() and one.isEnabled():
            yield one
        one = one.nextInFocusChain()
