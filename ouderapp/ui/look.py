"""How everything looks: Fusion, two palettes, one text factor, two densities (UX 2.18)."""

from PySide6.QtCore import QObject, QSettings, Signal
from PySide6.QtGui import QFont, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from ouderapp.base.paths import resources_folder
from ouderapp.ui.desktop import Desktop
from ouderapp.ui.early import show_plainly
from ouderapp.ui.icons import redraw_all
from ouderapp.ui.palette import DARK, LIGHT, Palette
from ouderapp.ui.steady import keep_none
from ouderapp.ui.style import BODY, Measures, qt_palette, style_sheet

SCHEMES = ("system", "light", "dark")
DENSITIES = ("standard", "roomy")
LEAST, MOST, STEP = 90, 200, 10
FAMILY = "Noto Sans"
STYLE = "fusion"
PROGRAM = "ouderapp"
"""The name in every title bar; a name of a family never stands there."""


class Look(QObject):
    """Colour scheme, text size and density of the whole program; remembers them in QSettings.

    With `is_quick` the first window comes sooner: the desktop is asked by its own palette, and
    more closely when `settle` is called.
    """

    changed = Signal()

    def __init__(
        self, app: QApplication, settings: QSettings | None = None, *, is_quick: bool = False
    ) -> None:
        super().__init__(app)
        self._desktop: Desktop | None = None
        self._is_dark = app.palette().color(QPalette.ColorRole.Window).lightness() < 128
        self._app = app
        self._settings = settings
        self._hints = QGuiApplication.styleHints()
        self.scheme = self._kept("scheme", "system", SCHEMES)
        self.measures = Measures(
            _within(int(str(self._value("percent", 100)))),
            self._kept("density", "standard", DENSITIES),
        )
        app.setProperty("look", self)
        load_fonts()
        self._hints.colorSchemeChanged.connect(self._follow)
        if not is_quick:
            app.setStyle(STYLE)
            self.settle()
        self._paint()

    def settle(self) -> None:
        """Ask the desktop closely for dark colours and high contrast, once a window is painted."""
        keep_none()
        self._follow()

    @property
    def palette(self) -> Palette:
        """The palette of the chosen scheme; `system` follows the desktop."""
        if self.scheme != "system":
            return DARK if self.scheme == "dark" else LIGHT
        is_dark = self._desktop.is_dark if self._desktop else self._is_dark
        return DARK if is_dark else LIGHT

    def set_scheme(self, scheme: str) -> None:
        """`system`, `light` or `dark`, at once."""
        self.scheme = scheme
        self._desktop = self._desktop or Desktop(self._hints)
        self._desktop.ask_for(scheme)
        self._keep("scheme", scheme)

    def set_percent(self, percent: int) -> None:
        """The text factor, 90 to 200 %."""
        self.measures = Measures(_within(percent), self.measures.density)
        self._keep("percent", self.measures.percent)

    def set_density(self, density: str) -> None:
        """`standard`, or `roomy` for fingers."""
        self.measures = Measures(self.measures.percent, density)
        self._keep("density", density)

    def larger(self) -> None:
        """One step more."""
        self.set_percent(self.measures.percent + STEP)

    def smaller(self) -> None:
        """One step less."""
        self.set_percent(self.measures.percent - STEP)

    def _paint(self) -> None:
        font = QFont(FAMILY)
        font.setPointSizeF(self.measures.points(BODY))
        self._app.setFont(font)
        if self._has_high_contrast:
            self._app.setStyleSheet("")
        else:
            self._app.setPalette(qt_palette(self.palette))
            self._app.setStyleSheet(style_sheet(self.palette, self.measures))
        redraw_all()
        self.changed.emit()

    def _follow(self) -> None:
        """The desktop has changed, or is asked closely for the first time."""
        before = (self.palette, self._has_high_contrast)
        self._desktop = self._desktop or Desktop(self._hints)
        if before != (self.palette, self._has_high_contrast):
            self._paint()

    @property
    def _has_high_contrast(self) -> bool:
        return self._desktop is not None and self._desktop.has_high_contrast

    def _kept(self, name: str, default: str, allowed: tuple[str, ...]) -> str:
        value = str(self._value(name, default))
        return value if value in allowed else default

    def _value(self, name: str, default: object) -> object:
        return self._settings.value(f"look/{name}", default) if self._settings else default

    def _keep(self, name: str, value: object) -> None:
        if self._settings:
            self._settings.setValue(f"look/{name}", value)
        self._paint()


def look() -> Look:
    """The one look of the running program."""
    found = QApplication.instance()
    held = found.property("look") if found else None
    if not isinstance(held, Look):
        raise RuntimeError("Look is made before the first window")
    return held


def measures() -> Measures:
    """The heights in use; the plain ones before a Look is made."""
    found = QApplication.instance()
    held = found.property("look") if found else None
    return held.measures if isinstance(held, Look) else Measures()


def set_type(widget: QWidget, style: str) -> None:
    """Give a label a place on the type scale: small, muted, h3, h2, h1 or figure.

    Words on it are shown as they were typed, never read as markup.
    """
    if isinstance(widget, QLabel):
        show_plainly(widget)
    is_new = widget.property("type") is None and widget.parent() is None
    widget.setProperty("type", style)
    if not is_new:  # a new one is polished when it is shown
        repolish(widget)


def repolish(widget: QWidget) -> None:
    """Let the style sheet look at the widget's properties again."""
    widget.style().unpolish(widget)
    widget.style().polish(widget)


def load_fonts() -> None:
    """Load the shipped letters, so that every computer shows the same ones."""
    for file in sorted((resources_folder() / "fonts").glob("*.ttf")):
        QFontDatabase.addApplicationFont(str(file))


def _within(percent: int) -> int:
    return max(LEAST, min(MOST, percent))
