"""The menu bar and the shortcuts, made from the registry of actions."""

from collections.abc import Callable, Collection

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow

from ouderapp.base.i18n import _
from ouderapp.ui.actions import ACTS, MENUS, Act
from ouderapp.ui.icons import set_icon

GROUPS = {"write_letter", "print", "redo", "filter", "class_today", "smaller", "keys"}
"""Actions after which a menu has a line."""


def make_actions(
    window: QMainWindow, does: Callable[[str], object], missing: Collection[str] = ()
) -> dict[str, QAction]:
    """One QAction for every act of the window, in its menu, with all its keys.

    Those in `missing` are not for this role: hidden, and their keys do nothing.
    """
    made = {act.id: _action(window, act, does) for act in ACTS if act.scope in ("window", "page")}
    for name in missing:
        made[name].setVisible(False)
        made[name].setEnabled(False)
    for menu_id, words in MENUS:
        menu = window.menuBar().addMenu(_(words))
        for act in ACTS:
            if act.menu == menu_id:
                menu.addAction(made[act.id])
                if act.id in GROUPS:
                    menu.addSeparator()
    return made


def _action(window: QMainWindow, act: Act, does: Callable[[str], object]) -> QAction:
    action = QAction(_(act.words), window)
    action.setObjectName(act.id)
    action.setShortcuts([QKeySequence(keys) for keys in act.keys])
    if act.icon:
        set_icon(action, act.icon)
    action.triggered.connect(lambda _checked=False: does(act.id))
    window.addAction(action)
    return action
