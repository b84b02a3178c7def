"""What is dropped on the window lands where it is read; what nobody knows is said (UX 2.18)."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from ouderapp.ui.background import Background
from ouderapp.ui.main_window import MainWindow
from ouderapp.ui.pages import OFFICE
from tests.ui.dropped import drop
from tests.ui.screen import Screen
from tests.ui.windows import Windows


def a_file(folder: Path, name: str) -> Path:
    file = folder / name
    file.write_bytes(b"niets van ons")
    return file


@pytest.mark.parametrize(
    "name", ["agenda.ics", "kaart.vcf", "foto.jpg", "brief.pdf", "zonder", "b.age"]
)
def test_what_nobody_knows_is_said_with_what_could_be_dropped(
    screen: Screen, tmp_path: Path, name: str
) -> None:
    screen.open("today")

    assert drop(screen.window, a_file(tmp_path, name))

    assert screen.message().startswith("Dit ken ik niet. Je kunt hier een klaslijst laten vallen")


def test_a_folder_is_not_known_either(screen: Screen, tmp_path: Path) -> None:
    screen.open("today")

    drop(screen.window, tmp_path)

    assert "Dit ken ik niet." in screen.message()


@pytest.mark.parametrize(
    ("name", "title"),
    [("a.oudreceipt", "Bevestiging inlezen"), ("A.OUDID", "Koppelen met het kantoor")],
)
def test_what_the_office_gave_lands_at_the_month_end(
    screen: Screen, tmp_path: Path, name: str, title: str
) -> None:
    screen.open("today")

    drop(screen.window, a_file(tmp_path, name))
    screen.wait()

    assert screen.window.page is not None
    assert screen.window.page.name == "month_end"
    titles = [one.windowTitle() for one in QApplication.topLevelWidgets() if one.isVisible()]
    assert title in titles
    assert screen.message()


def test_of_several_files_the_first_that_is_known_is_taken_and_named(
    screen: Screen, tmp_path: Path
) -> None:
    files = [a_file(tmp_path, name) for name in ("foto.jpg", "1A.csv", "1B.csv")]
    screen.open("today")

    drop(screen.window, *files)
    screen.wait()

    assert "Eén bestand tegelijk: dit is 1A.csv." in screen.message()


def test_text_that_is_dragged_is_left_to_the_fields(screen: Screen) -> None:
    data = QMimeData()
    data.setText("Nowak")
    plain, left = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton
    enters = QDragEnterEvent(QPointF(9, 9), Qt.DropAction.CopyAction, data, left, plain)
    enters.ignore()

    QApplication.sendEvent(screen.window, enters)

    assert not enters.isAccepted()


def test_a_file_let_go_above_the_filter_is_for_the_window(screen: Screen) -> None:
    page = screen.open("families")

    takes: QWidget | None = page.findChildren(QLineEdit)[0]
    while takes is not None and not takes.acceptDrops():
        takes = takes.parentWidget()

    assert takes is screen.window


class OfficeScreen(Screen):
    """The window in the role of the office, not set up yet."""

    def __init__(self, background: Background) -> None:
        Windows.__init__(self, background)
        self.window = MainWindow(background, role=OFFICE)
        self.window.show()


@pytest.mark.parametrize(
    ("name", "page"), [("b.age", "office_inbox"), ("w.oudid", "office_workers")]
)
def test_at_the_office_a_bundle_and_a_file_of_a_worker_land(
    background: Background, tmp_path: Path, name: str, page: str
) -> None:
    screen = OfficeScreen(background)
    screen.open("reports")

    drop(screen.window, a_file(tmp_path, name))
    screen.wait()

    assert screen.window.page is not None
    assert screen.window.page.name == page
    assert "Dit ken ik niet" not in screen.message()
    screen.close()


def test_at_the_office_several_bundles_come_in_at_once(
    background: Background, tmp_path: Path
) -> None:
    screen = OfficeScreen(background)
    screen.open("reports")

    drop(screen.window, *(a_file(tmp_path, name) for name in ("a.age", "foto.jpg", "b.age")))
    screen.wait()

    assert len(screen.table("Nu ingelezen")) == 2
    screen.close()


def test_the_page_of_bundles_leaves_the_file_of_a_worker_to_the_window(
    background: Background, tmp_path: Path
) -> None:
    screen = OfficeScreen(background)
    page = screen.open("office_inbox")
    drop(page, a_file(tmp_path, "a.age"))
    screen.wait()
    rows = len(screen.table("Nu ingelezen"))

    drop(page, a_file(tmp_path, "w.oudid"))
    screen.wait()

    assert rows == 1
    assert screen.window.page is not None
    assert screen.window.page.name == "office_workers"
    screen.close()


def test_the_office_has_no_class_lists(background: Background, tmp_path: Path) -> None:
    screen = OfficeScreen(background)
    screen.open("reports")

    drop(screen.window, a_file(tmp_path, "1A.csv"))
    screen.wait()

    assert "Je kunt hier een bundel laten vallen" in screen.message()
    screen.close()
