"""Instellingen: look at once, who you are with one save, security, and who helps you."""

from typing import ClassVar

from PySide6.QtWidgets import QComboBox, QLabel, QTabWidget, QVBoxLayout, QWidget

from ouderapp.base.i18n import _, mark
from ouderapp.ui.background import Background
from ouderapp.ui.look import look
from ouderapp.ui.page import Page
from ouderapp.ui.settings.about import AboutTab
from ouderapp.ui.settings.backups import BackupsTab
from ouderapp.ui.settings.profile_form import ProfileTab
from ouderapp.ui.settings.security import SecurityTab

SCHEMES = (("system", mark("As the system")), ("light", mark("Light")), ("dark", mark("Dark")))
DENSITIES = (("standard", mark("Standard")), ("roomy", mark("Roomy, for fingers")))
PERCENTS = (90, 100, 110, 125, 150, 175, 200)


class SettingsPage(Page):
    """Tabs: Weergave, Wie ben je, Beveiliging, Back-ups, Over ouderapp."""

    name: ClassVar = "settings"
    title: ClassVar = mark("Settings")
    tables: ClassVar = frozenset(("setting",))

    def __init__(self, background: Background, parent: QWidget | None = None) -> None:
        super().__init__(background, parent)
        self.scheme = _choice(SCHEMES)
        self.percent = QComboBox()
        for percent in PERCENTS:
            self.percent.addItem(_("{percent} %").format(percent=percent), percent)
        self.density = _choice(DENSITIES)
        self._profile = ProfileTab(background)
        tabs = QTabWidget()
        tabs.setAccessibleName(_("Settings"))
        tabs.addTab(self._look_tab(), _("Appearance"))
        tabs.addTab(self._profile, _("Who you are"))
        self._security = SecurityTab(background)
        self._security.message_asked.connect(self.message_asked)
        tabs.addTab(self._security, _("Security"))
        self._backups = BackupsTab(background)
        self._backups.message_asked.connect(self.message_asked)
        tabs.addTab(self._backups, _("Backups"))
        about = AboutTab(background)
        about.message_asked.connect(self.message_asked)
        tabs.addTab(about, _("About ouderapp"))
        self.body.addWidget(tabs)
        self._profile.saved.connect(self.message_asked)
        self._listen()

    def reload(self) -> None:
        """Ask who works with this store."""
        self._profile.load()
        self._security.load()
        self._backups.load()
        self._show_look()

    def _look_tab(self) -> QWidget:
        tab = QWidget()
        layout = QVBoxLayout(tab)
        rows = (
            (_("Theme"), self.scheme), (_("Size of the text"), self.percent),
            (_("Size of buttons and rows"), self.density),
        )  # fmt: skip
        for words, box in rows:
            label = QLabel(words)
            label.setBuddy(box)
            box.setAccessibleName(words)
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
            box.setMaximumWidth(320)
            layout.addWidget(label)
            layout.addWidget(box)
        layout.addStretch(1)
        return tab

    def _listen(self) -> None:
        self.scheme.activated.connect(lambda: look().set_scheme(self.scheme.currentData()))
        self.percent.activated.connect(lambda: look().set_percent(self.percent.currentData()))
        self.density.activated.connect(lambda: look().set_density(self.density.currentData()))

    def _show_look(self) -> None:
        self.scheme.setCurrentIndex(self.scheme.findData(look().scheme))
        self.percent.setCurrentIndex(self.percent.findData(look().measures.percent))
        self.density.setCurrentIndex(self.density.findData(look().measures.density))


def _choice(values: tuple[tuple[str, str], ...]) -> QComboBox:
    box = QComboBox()
    for value, words in values:
        box.addItem(_(words), value)
    return box
