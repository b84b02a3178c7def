"""What a page and a dialog share: news on top, and forms that can say what is wrong."""

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ouderapp.base.errors import Problem
from ouderapp.base.i18n import _
from ouderapp.ui.icons import set_icon
from ouderapp.ui.news import News, NewsBar


class PlaceParts:
    """Mixed into a widget that calls `_make_parts`; see `problems.Place`."""

    news: NewsBar
    answers: dict[type[Problem], Callable[[], object]]

    def show_news(self, news: News) -> None:
        """Say this on top, until it is read."""
        self.news.show_news(news)

    def show_beside(self, field: str, words: str) -> bool:
        """Say it beside the field of this name; False when no form here has it."""
        from ouderapp.ui.form import Form  # the unlock window has none, and comes sooner

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
