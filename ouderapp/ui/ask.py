"""Questions that work cannot go on without: yes or no, and which file; never modal calls."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from ouderapp.base.i18n import _
from ouderapp.ui.look import PROGRAM, repolish

Chosen = Callable[[Path], object]


def question(
    parent: QWidget,
    words: str,
    *,
    yes: str,
    no: str,
    then: Callable[[], object],
    more: str = "",
    is_danger: bool = False,
) -> QMessageBox:
    """Ask, and do `then` on yes. All texts are already in the person's language."""
    box = QMessageBox(parent)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setWindowTitle(PROGRAM)
    box.setText(words)
    box.setInformativeText(more)
    role = QMessageBox.ButtonRole
    agreed = box.addButton(yes, role.DestructiveRole if is_danger else role.AcceptRole)
    stay = box.addButton(no, role.RejectRole)
    agreed.setProperty("kind", "danger" if is_danger else "primary")
    repolish(agreed)
    box.setDefaultButton(stay if is_danger else agreed)
    box.setEscapeButton(stay)
    agreed.clicked.connect(lambda: then())
    box.open()
    return box


def save_file(parent: QWidget, name: str, kinds: str, then: Chosen) -> None:
    """Ask where to save; `name` is the proposed file name, `kinds` like `PDF (*.pdf)`."""
    dialog = _dialog(parent, _("Save"), kinds, then)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(Path(name).suffix.lstrip("."))
    dialog.selectFile(name)
    dialog.open()


def open_file(parent: QWidget, kinds: str, then: Chosen) -> None:
    """Ask which file to read."""
    dialog = _dialog(parent, _("Open"), kinds, then)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.open()


def choose_folder(parent: QWidget, then: Chosen) -> None:
    """Ask for a folder, such as a stick."""
    dialog = _dialog(parent, _("Choose a folder"), "", then)
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    dialog.open()


def _dialog(parent: QWidget, title: str, kinds: str, then: Chosen) -> QFileDialog:
    dialog = QFileDialog(parent, title)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    if kinds:
        dialog.setNameFilter(kinds)
    dialog.destroyed.connect(_forget_folders)
    dialog.fileSelected.connect(lambda name: then(Path(name)))
    return dialog


def _forget_folders() -> None:
    """Qt writes down in plain words which folders were visited: nobody may read a name there."""
    settings = QSettings(QSettings.Scope.UserScope, "QtProject")
    for place in ("history", "lastVisited", "shortcuts"):
        settings.remove(f"FileDialog/{place}")
