"""One file dialog in a process of its own: a folder is chosen, and the dialog goes away."""

import sys
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

from ouderapp.ui import ask


def main(folder: Path) -> int:
    """Save under the proposed name in this folder, and tell that name."""
    app = QApplication([])
    window = QWidget()
    ask.save_file(window, "brief.pdf", "PDF (*.pdf)", lambda file: sys.stdout.write(file.name))
    dialog = window.findChild(QFileDialog)
    assert isinstance(dialog, QFileDialog)
    dialog.setDirectory(str(folder))
    dialog.selectFile("brief.pdf")
    app.processEvents()
    dialog.accept()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    app.processEvents()
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
