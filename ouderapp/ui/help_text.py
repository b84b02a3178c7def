"""A page of the manual as it is read: words, and pictures as wide as there is room."""

import re
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, QTimer, QUrl
from PySide6.QtGui import QImage, QResizeEvent, QTextDocument
from PySide6.QtWidgets import QTextBrowser, QWidget

from ouderapp.base.i18n import _, mark
from ouderapp.ui.look import look

TEXT = mark("Text of the manual")
MARGIN = 16
LIGHT, DARK = "pictures/light/", "pictures/dark/"
PICTURE = re.compile(r"^!\[(.+?)\]\((.+?)\)$", re.MULTILINE)
_Kind = QTextDocument.ResourceType


class HelpText(QTextBrowser):
    """Follows links between the pages of one folder; the words of a picture stand under it.

    A page names the light picture; in the dark scheme its dark twin is shown.
    """

    def __init__(self, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent, openExternalLinks=False, openLinks=True)
        self._folder = folder
        self.setAccessibleName(_(TEXT))
        self.setSearchPaths([str(folder)])
        self.document().setDocumentMargin(MARGIN)
        # A bar that came and went would change the room for the pictures again and again.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self._again = QTimer(self, interval=0, singleShot=True)
        self._again.timeout.connect(self._draw_again)
        look().changed.connect(self._again.start)

    def loadResource(self, kind: int, name: QUrl | str) -> Any:  # noqa: D102 - Qt's own
        if kind == _Kind.MarkdownResource.value:
            return self._page(QUrl(name))
        if kind == _Kind.ImageResource.value:
            return self._picture(QUrl(name))
        return super().loadResource(kind, name)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._again.start()

    def _page(self, name: QUrl) -> str:
        file = self._folder / Path(name.path()).name
        text = file.read_text(encoding="utf-8") if file.is_file() else ""
        return PICTURE.sub(r"![\1](\2)\n\n*\1*", text)

    def _picture(self, name: QUrl) -> QImage:
        path = name.path()
        if look().palette.is_dark:
            path = path.replace(LIGHT, DARK)
        picture = QImage(str(self._folder / path))
        ratio = self.devicePixelRatioF()
        room = int((self.viewport().width() - 2 * MARGIN) * ratio)
        if picture.width() > room > 0:
            picture = picture.scaledToWidth(room, Qt.TransformationMode.SmoothTransformation)
        picture.setDevicePixelRatio(ratio)
        return picture

    def _draw_again(self) -> None:
        """Pictures of another width or scheme, at the place where the person was reading."""
        if self.source().isEmpty():
            return
        bar = self.verticalScrollBar()
        place = bar.value() / max(1, bar.maximum())
        self.reload()
        bar.setValue(round(place * bar.maximum()))
