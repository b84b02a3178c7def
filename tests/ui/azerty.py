"""A window with every action of the registry on a real X server; it says which ones fired."""

import sys

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QMainWindow, QVBoxLayout, QWidget

from ouderapp.ui.look import Look
from ouderapp.ui.menus import make_actions
from ouderapp.ui.rows_model import Column
from ouderapp.ui.rows_view import RowsView

COLUMNS = (Column("Name", str),)


def say(word: str) -> None:
    """One word a line, at once."""
    sys.stdout.write(f"{word}\n")
    sys.stdout.flush()


def main(focus: str) -> int:
    """Show a table and a field, put the focus in one of them, and listen."""
    app = QApplication([])
    Look(app).set_scheme("light")
    window = QMainWindow()
    make_actions(window, say)
    middle, table, field = QWidget(), RowsView(COLUMNS, "Rows"), QLineEdit()
    table.show_rows(["one", "two"])
    layout = QVBoxLayout(middle)
    layout.addWidget(table)
    layout.addWidget(field)
    window.setCentralWidget(middle)
    window.resize(600, 400)
    window.show()
    window.activateWindow()
    (field if focus == "field" else table).setFocus(Qt.FocusReason.OtherFocusReason)
    app.focusWindowChanged.connect(lambda front: say("ready") if front else None)
    return app.exec()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
