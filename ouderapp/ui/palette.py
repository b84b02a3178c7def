"""The two palettes of ouderapp and the contrast that each pair of colours must keep (UX 2.18)."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, eq=False, repr=False)
class Palette:
    """The colours of one scheme by role, as `#RRGGBB`."""

    name: str
    bg: str
    surface: str
    surface2: str
    text: str
    muted: str
    placeholder: str
    border: str
    divider: str
    accent: str
    on_accent: str
    sel: str
    seltext: str
    focus: str
    danger: str
    danger_bg: str
    warn: str
    warn_bg: str
    ok: str
    ok_bg: str
    info: str
    info_bg: str
    capitals: Mapping[str, str]
    heat: tuple[str, str, str, str, str]
    heat_text: tuple[str, str, str, str, str]

    @property
    def is_dark(self) -> bool:
        return self.name == "dark"


LIGHT = Palette(
    name="light",
    bg="#F6F7F9",
    surface="#FFFFFF",
    surface2="#ECEFF3",
    text="#1A2330",
    muted="#4B5866",
    placeholder="#5F6C7A",
    border="#7A8693",
    divider="#D5DBE1",
    accent="#0B6B6B",
    on_accent="#FFFFFF",
    sel="#CFE8E7",
    seltext="#10222A",
    focus="#0A3D91",
    danger="#B3261E",
    danger_bg="#FCE9E7",
    warn="#855000",
    warn_bg="#FFF3DC",
    ok="#1D6B35",
    ok_bg="#E5F4E9",
    info="#1C5BA3",
    info_bg="#E6F0FB",
    capitals={
        "financieel": "#3D7FB6",
        "sociaal": "#CA6011",
        "cultureel": "#7C1CD4",
        "gezondheid": "#29926E",
        "psychologisch": "#3A1522",
    },
    heat=("#EEF4F4", "#BFDDDC", "#82BDBB", "#55A5A3", "#0B6B6B"),
    heat_text=("#1A2330", "#1A2330", "#1A2330", "#1A2330", "#FFFFFF"),
)

DARK = Palette(
    name="dark",
    bg="#13171C",
    surface="#1B2128",
    surface2="#252D36",
    text="#E7ECF2",
    muted="#AAB5C1",
    placeholder="#95A1AE",
    border="#74818F",
    divider="#323C46",
    accent="#54C7C3",
    on_accent="#042423",
    sel="#1D4A4C",
    seltext="#F2F6FA",
    focus="#8AB8FF",
    danger="#FF8F85",
    danger_bg="#3A1B1A",
    warn="#F0B74A",
    warn_bg="#362810",
    ok="#74D391",
    ok_bg="#16301F",
    info="#84B8F7",
    info_bg="#15283D",
    capitals={
        "financieel": "#8FAFDD",
        "sociaal": "#F5AB5D",
        "cultureel": "#C837F8",
        "gezondheid": "#AEEED9",
        "psychologisch": "#C1596D",
    },
    heat=("#232B33", "#1F4648", "#23696A", "#37999A", "#6FD6D2"),
    heat_text=("#E7ECF2", "#E7ECF2", "#E7ECF2", "#13171C", "#13171C"),
)

TEXT = 4.5
PART = 3.0

PAIRS: tuple[tuple[str, str, float], ...] = (
    ("text", "bg", TEXT),
    ("text", "surface", TEXT),
    ("text", "surface2", TEXT),
    ("muted", "bg", TEXT),
    ("muted", "surface", TEXT),
    ("muted", "surface2", TEXT),
    ("muted", "sel", TEXT),
    ("placeholder", "surface", TEXT),
    ("border", "bg", PART),
    ("border", "surface", PART),
    ("border", "surface2", PART),
    ("accent", "surface", TEXT),
    ("accent", "sel", TEXT),
    ("on_accent", "accent", TEXT),
    ("seltext", "sel", TEXT),
    ("focus", "bg", PART),
    ("focus", "surface", PART),
    ("focus", "surface2", PART),
    ("focus", "sel", PART),
    ("danger", "surface", TEXT),
    ("danger", "danger_bg", TEXT),
    ("warn", "surface", TEXT),
    ("warn", "warn_bg", TEXT),
    ("ok", "surface", TEXT),
    ("ok", "ok_bg", TEXT),
    ("info", "surface", TEXT),
    ("info", "info_bg", TEXT),
    ("text", "danger_bg", TEXT),
    ("text", "warn_bg", TEXT),
    ("text", "ok_bg", TEXT),
    ("text", "info_bg", TEXT),
)
"""Foreground role, background role, least contrast: 4.5 for text, 3.0 for parts."""


def contrast(one: str, other: str) -> float:
    """How far two colours stand apart, 1 to 21 (WCAG 2.2, relative luminance, read 2026-11)."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return 0.2126 * _linear(red) + 0.7152 * _linear(green) + 0.0722 * _linear(blue)


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)
