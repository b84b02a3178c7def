"""The window of the program driven as a person does: by the words on it."""

from PySide6.QtWidgets import QApplication

from ouderapp.ui.background import Background
from ouderapp.ui.main_window import MainWindow
from ouderapp.ui.page import Page
from tests.ui.windows import Windows, plain


class Screen(Windows):
    """The main window, and every other window that is open."""

    def __init__(self, background: Background) -> None:
        super().__init__(background)
        self.window = MainWindow(background)
        self.window.resize(1366, 768)
        self.window.show()
        self.window.activateWindow()

    def open(self, name: str, about: object = None) -> Page:
        """Go to a page by its name in `pages.py`, and wait until it shows what it has."""
        self.window.go(name, about)
        self.wait()
        if QApplication.activeWindow() is None:
            self.window.activateWindow()
            self.wait()
        page = self.window.page
        assert page is not None
        assert page.name == name, f"{name} did not open; {page.name} is in front"
        return page

    def do(self, act: str) -> None:
        """Run an action of the registry."""
        self.window.do(act)
        self.wait()

    def close(self) -> None:
        """Close every window."""
        self.window.deleteLater()
        super().close()

    def _click_other(self, words: str) -> None:
        actions = [one for one in self.window.actions() if plain(one.text()) == words]
        assert actions, f"nothing says {words!r}; there are {self.buttons()}"
        actions[0].trigger()
