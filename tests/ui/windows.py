"""Windows driven as a person does: by their words, and never by the names of widgets."""

from collections.abc import Callable
from typing import Any, TypeVar

from PySide6.QtCore import QEvent, QEventLoop, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QListView,
    QMainWindow,
    QPlainTextEdit,
    QSpinBox,
    QStatusBar,
    QTabBar,
    QTableView,
    QWidget,
)

from ouderapp.ui.background import Background
from ouderapp.ui.copying import clear_ours
from ouderapp.ui.news import NewsBar
from tests.ui.table import Table, View

W = TypeVar("W", bound=QWidget)
PATIENCE = 20_000


class Windows:
    """Every window that is open."""

    def __init__(self, background: Background) -> None:
        self.background = background
        self._broken: list[Exception] = []
        background.broke.connect(self._broken.append)

    # what a person does

    def show(self, widget: W) -> W:
        """Put a widget of one's own in front, and wait."""
        widget.show()
        self.wait()
        return widget

    def type_in(self, label: str, text: str) -> None:
        """Put this text in the field with this label, in place of what stands there."""
        field = self.field(label)
        field.setFocus()
        if isinstance(field, QLineEdit | QPlainTextEdit):
            field.selectAll()
        elif isinstance(field, QSpinBox):
            field.lineEdit().selectAll()
        if text:
            QTest.keyClicks(field, text)
        else:
            QTest.keyClick(field, Qt.Key.Key_Delete)
        self.wait()

    def choose(self, label: str, words: str) -> None:
        """Choose these words in the list with this label."""
        combo = self.field(label)
        assert isinstance(combo, QComboBox), f"{label} is no list to choose from"
        at = combo.findText(words)
        assert at >= 0, f"{words!r} is not in {[combo.itemText(i) for i in range(combo.count())]}"
        combo.setCurrentIndex(at)
        combo.activated.emit(at)
        self.wait()

    def click(self, words: str) -> None:
        """Press the button, tick the box, choose the tab or the menu item with these words."""
        button = self._button(words)
        if button is not None:
            assert button.isEnabled(), f"{words} is off: {button.toolTip()}"
            button.click()
        elif not self._click_tab(words):
            self._click_other(words)
        self.wait()

    def press(self, keys: str, on: QWidget | None = None) -> None:
        """Press keys such as `Ctrl+Return` or `Space` on what has the focus."""
        target = on or QApplication.focusWidget() or QApplication.activeWindow()
        assert target is not None, "no window has the focus"
        QTest.keySequence(target, keys)
        self.wait()

    # what a person sees

    def field(self, label: str) -> QWidget:
        """The field whose label or accessible name is this."""
        for words in self._all(QLabel):
            if plain(words.text()) == label and words.buddy() is not None:
                return words.buddy()
        named = [one for one in self._all(QWidget) if one.accessibleName() == label]
        assert named, f"no field {label!r}; there are {self.labels()}"
        return named[0]

    def text_of(self, label: str) -> str:
        """What stands in the field with this label."""
        field = self.field(label)
        if isinstance(field, QLineEdit):
            return field.text()
        if isinstance(field, QPlainTextEdit):
            return field.toPlainText()
        if isinstance(field, QComboBox):
            return field.currentText()
        if isinstance(field, QSpinBox):
            return field.text()
        assert isinstance(field, QLabel | QAbstractButton)
        return field.text()

    def table(self, name: str) -> Table:
        """The table or list with this accessible name."""
        views: list[View] = [*self._all(QTableView), *self._all(QListView)]
        named = [view for view in views if view.accessibleName() == name]
        assert named, f"no table {name!r}; there are {[view.accessibleName() for view in views]}"
        return Table(named[0])

    def message(self) -> str:
        """The news on top of the page, or the small fact in the status bar."""
        told = [bar.words for bar in self._all(NewsBar) if bar.words]
        small = [bar.currentMessage() for bar in self._all(QStatusBar)]
        return " ".join(told) or " ".join(small)

    def wrong(self) -> list[str]:
        """What is said beside the fields."""
        return [label.text() for label in self._all(QLabel) if label.property("type") == "error"]

    def words(self) -> str:
        """Every word on the screen, one line a widget."""
        labels = [plain(label.text()) for label in self._all(QLabel) if label.text()]
        buttons = [plain(button.text()) for button in self._all(QAbstractButton) if button.text()]
        return "\n".join(labels + buttons)

    def labels(self) -> list[str]:
        """The labels of the fields on the screen."""
        return [plain(label.text()) for label in self._all(QLabel) if label.buddy() is not None]

    def buttons(self) -> list[str]:
        """The buttons on the screen that can be pressed."""
        return [plain(one.text()) for one in self._all(QAbstractButton) if one.isEnabled()]

    def is_on(self, words: str) -> bool:
        """Whether the box or chip with these words is ticked."""
        button = self._button(words)
        assert button is not None, f"nothing says {words!r}; there are {self.buttons()}"
        return button.isChecked()

    # what a test needs

    def run(self, work: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
        """Do work on the store, as a page would, and give its answer."""
        answers: list[Any] = []
        self.background.run(work, *args, then=answers.append, **kwargs)
        self.wait()
        assert answers, f"no answer; {self.message()}"
        return answers[0]

    def wait(self) -> None:
        """Until nothing is asked any more and everything is drawn."""
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        QApplication.processEvents()
        patience = QTimer(singleShot=True, interval=PATIENCE)
        patience.start()
        while self.background.waiting and patience.isActive():
            self._sleep_until_answered(patience)
            # An answer may make a page ask for more.
            QApplication.processEvents()
        if self._broken:
            raise self._broken.pop()
        assert not self.background.waiting, "the store did not answer in time"

    def _sleep_until_answered(self, patience: QTimer) -> None:
        """Sleeps, for a loop that only looks would take the processor from the store."""
        loop = QEventLoop()
        self.background.idle.connect(loop.quit)
        patience.timeout.connect(loop.quit)
        loop.exec()
        self.background.idle.disconnect(loop.quit)

    def picture(self, file: str) -> None:
        """Keep a picture of the window in front."""
        front = QApplication.activeWindow()
        assert front is not None
        front.grab().save(file)

    def close(self) -> None:
        """Close every window, as at the end of the program."""
        self.wait()
        clear_ours()
        for window in QApplication.topLevelWidgets():
            window.close()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        QApplication.processEvents()

    def _all(self, kind: type[W]) -> list[W]:
        """All visible widgets of a kind, those of the newest window first."""
        windows = [one for one in QApplication.topLevelWidgets() if one.isVisible()]
        windows.sort(key=lambda one: isinstance(one, QMainWindow))
        return [
            widget
            for window in windows
            for widget in ([window] if isinstance(window, kind) else []) + window.findChildren(kind)
            if widget.isVisible()
        ]

    def _button(self, words: str) -> QAbstractButton | None:
        found = [
            one
            for one in self._all(QAbstractButton)
            if words in (plain(one.text()), one.accessibleName())
        ]
        return found[0] if found else None

    def _click_tab(self, words: str) -> bool:
        for bar in self._all(QTabBar):
            for at in range(bar.count()):
                if plain(bar.tabText(at)) == words:
                    bar.setCurrentIndex(at)
                    return True
        return False

    def _click_other(self, words: str) -> None:
        raise AssertionError(f"nothing says {words!r}; there are {self.buttons()}")


def plain(text: str) -> str:
    """The words without the sign of a mnemonic."""
    return text.replace("&&", "\0").replace("&", "").replace("\0", "&")
