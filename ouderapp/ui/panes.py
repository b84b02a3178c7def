"""F6 and Shift+F6: the focus goes from the sidebar to the page, to the status bar, and round."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from ouderapp.ui.facts import FactsBar
from ouderapp.ui.focus import focused
from ouderapp.ui.page import Page
from ouderapp.ui.sidebar import Sidebar


def walk(step: int, *panes: QWidget) -> None:
    """Put the focus in the pane that comes so many steps after the one that has it."""
    pane = panes[(focused(panes) + step) % len(panes)]
    if isinstance(pane, Sidebar):
        pane.focus_lit()
    elif isinstance(pane, Page):
        give_focus(pane, pane.focusWidget())
    elif isinstance(pane, FactsBar):
        pane.focus_first()


def give_focus(page: Page, held: QWidget | None) -> None:
    """Where it was on this page, else where its work begins."""
    if held is not None and held.isVisible():
        held.setFocus(Qt.FocusReason.OtherFocusReason)
    else:
        page.focus_first()
