"""The Phosphor icons of `resources/icons`, drawn in the colours of the palette in use."""

from functools import lru_cache

from PySide6.QtCore import QByteArray, QSize
from PySide6.QtGui import QAction, QColor, QGuiApplication, QIcon, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel

from ouderapp.base.paths import resources_folder
from ouderapp.ui.palette import DARK, LIGHT, Palette
from ouderapp.ui.style import BODY

_SIZES = (16, 20, 24, 32, 40, 48, 80)
_NAME = "icon_name"
_ROLE = "icon_role"


def colours() -> Palette:
    """The palette in use: the dark one when the windows of the program are dark."""
    window = QGuiApplication.palette().color(QPalette.ColorRole.Window)
    return DARK if window.lightness() < 128 else LIGHT


def icon(name: str, role: str = "text") -> QIcon:
    """The icon in the colour of this role, for a model or a painter that asks each time."""
    return _drawn(name, str(getattr(colours(), role)))


def pixmap(name: str, role: str = "text", side: int = 20) -> QPixmap:
    """The icon as a picture of `side` by `side` pixels, or more where the text is larger."""
    grown = round(side * max(1.0, QApplication.font().pointSizeF() / BODY))
    return icon(name, role).pixmap(QSize(grown, grown))


def set_icon(target: QAbstractButton | QAction, name: str, role: str = "text") -> None:
    """Give a button or an action an icon that follows the colour scheme."""
    target.setProperty(_NAME, name)
    target.setProperty(_ROLE, role)
    target.setIcon(icon(name, role))


def set_picture(label: QLabel, name: str, role: str = "text", side: int = 20) -> None:
    """Give a label a picture that follows the colour scheme."""
    label.setProperty(_NAME, name)
    label.setProperty(_ROLE, role)
    label.setProperty("icon_side", side)
    label.setPixmap(pixmap(name, role, side))


def redraw_all() -> None:
    """Draw every icon again in the colours of the palette that is in use now."""
    for widget in QApplication.allWidgets():
        name = widget.property(_NAME)
        if isinstance(widget, QAbstractButton) and name:
            widget.setIcon(icon(name, widget.property(_ROLE)))
        elif isinstance(widget, QLabel) and name:
            side = int(widget.property("icon_side"))
            widget.setPixmap(pixmap(name, widget.property(_ROLE), side))
        for action in widget.actions():
            if action.property(_NAME):
                action.setIcon(icon(action.property(_NAME), action.property(_ROLE)))


@lru_cache(maxsize=512)
def _drawn(name: str, colour: str) -> QIcon:
    text = (resources_folder() / "icons" / f"{name}.svg").read_text(encoding="utf-8")
    renderer = QSvgRenderer(QByteArray(text.replace("currentColor", colour).encode()))
    made = QIcon()
    for side in _SIZES:
        picture = QPixmap(side, side)
        picture.fill(QColor(0, 0, 0, 0))
        painter = QPainter(picture)
        renderer.render(painter)
        painter.end()
        made.addPixmap(picture)
    return made
