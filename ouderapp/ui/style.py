"""The palette and the style sheet made from our roles, sizes and `resources/style.qss`."""

from dataclasses import dataclass, fields

from PySide6.QtCore import QDir
from PySide6.QtGui import QColor, QPalette

from ouderapp.base.paths import resources_folder
from ouderapp.ui.palette import Palette

SMALL, BODY, H3, H2, H1, FIGURE = 9.0, 10.5, 12.0, 14.0, 18.0, 24.0
"""The type scale in points at 100 %."""

_FRAME = 8
"""Border and padding, above and below together, of a field."""
_TYPE = {"pt9": SMALL, "pt10": BODY, "pt12": H3, "pt14": H2, "pt18": H1, "pt24": FIGURE}
_Role = QPalette.ColorRole
_QT_ROLES = {
    _Role.Window: "bg",
    _Role.WindowText: "text",
    _Role.Base: "surface",
    _Role.AlternateBase: "bg",
    _Role.Text: "text",
    _Role.Button: "surface2",
    _Role.ButtonText: "text",
    _Role.BrightText: "danger",
    _Role.PlaceholderText: "placeholder",
    _Role.Highlight: "sel",
    _Role.HighlightedText: "seltext",
    _Role.Accent: "accent",
    _Role.Link: "accent",
    _Role.LinkVisited: "accent",
    _Role.ToolTipBase: "surface2",
    _Role.ToolTipText: "text",
    _Role.Light: "surface",
    _Role.Midlight: "divider",
    _Role.Mid: "border",
    _Role.Dark: "border",
    _Role.Shadow: "border",
}


@dataclass(frozen=True)
class Measures:
    """Heights and sizes at one text factor and one density, in device-independent pixels."""

    percent: int = 100
    density: str = "standard"

    @property
    def control(self) -> int:
        """Height of a field, a button or a row in a list."""
        return self.scaled(44 if self.density == "roomy" else 32)

    @property
    def tile(self) -> int:
        """Height of a tile in the homework class."""
        return self.scaled(64 if self.density == "roomy" else 54)

    @property
    def sidebar(self) -> int:
        """Width of the bar with the nine destinations."""
        return self.scaled(208)

    def points(self, size: float) -> float:
        """A size of the type scale at this text factor."""
        return round(size * self.percent / 100, 2)

    def scaled(self, pixels: int) -> int:
        """A length that grows along with the text, and never shrinks."""
        return round(pixels * max(self.percent, 100) / 100)


def qt_palette(colours: Palette) -> QPalette:
    """Our roles as Qt's, for everything that the style sheet does not paint."""
    made = QPalette()
    for role, name in _QT_ROLES.items():
        made.setColor(role, QColor(str(getattr(colours, name))))
    for role in (_Role.Text, _Role.WindowText, _Role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, role, QColor(colours.muted))
    return made


def style_sheet(colours: Palette, sizes: Measures) -> str:
    """`resources/style.qss` with the colours and sizes in their places."""
    QDir.setSearchPaths("marks", [str(resources_folder() / "icons" / "marks" / colours.name)])
    text = (resources_folder() / "style.qss").read_text(encoding="utf-8")
    places = {field.name: getattr(colours, field.name) for field in fields(colours)}
    places |= {name: sizes.points(size) for name, size in _TYPE.items()}
    places |= {"control": sizes.control - _FRAME, "row": sizes.control, "field": sizes.control}
    places |= {"bar": sizes.scaled(28), "fact": sizes.scaled(22)}
    places |= {"icon": sizes.scaled(16), "place_icon": sizes.scaled(20)}
    for name in sorted(places, key=len, reverse=True):
        text = text.replace(f"@{name}", str(places[name]))
    return text
