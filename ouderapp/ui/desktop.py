"""What the desktop asks of every program: dark colours, high contrast."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtGui import QStyleHints


class Desktop:
    """Asks Qt's style hints; the first time that this is made costs some 20 ms."""

    def __init__(self, hints: "QStyleHints") -> None:
        from PySide6.QtCore import Qt  # the unlock window comes sooner without it

        self._qt = Qt
        self._hints = hints

    @property
    def is_dark(self) -> bool:
        """Whether it shows light letters on dark."""
        return self._hints.colorScheme() == self._qt.ColorScheme.Dark

    @property
    def has_high_contrast(self) -> bool:
        """Whether it has colours of its own for people who see little."""
        wishes = self._hints.accessibility()
        return wishes.contrastPreference() == self._qt.ContrastPreference.HighContrast

    def ask_for(self, scheme: str) -> None:
        """Say to Qt that the windows are `light` or `dark`, or as the desktop has it."""
        schemes = self._qt.ColorScheme
        asked = {"light": schemes.Light, "dark": schemes.Dark}
        self._hints.setColorScheme(asked.get(scheme, schemes.Unknown))
