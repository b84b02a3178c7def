"""Recente dossiers (Ctrl+D): the files that were opened last, one key away."""

from PySide6.QtWidgets import QLabel, QWidget

from ouderapp.base.i18n import _, mark, ngettext
from ouderapp.base.ids import Id
from ouderapp.families.overview import FamilyCard
from ouderapp.families.queries.dossier import recent_families
from ouderapp.ui.background import Background
from ouderapp.ui.families.columns import near_date
from ouderapp.ui.look import set_type
from ouderapp.ui.rows_model import Column
from ouderapp.ui.rows_view import RowsView
from ouderapp.ui.sheet import Sheet


def _children(card: FamilyCard) -> str:
    if not card.children:
        return ""
    return ngettext("{n} child", "{n} children", card.children).format(n=card.children)


COLUMNS = (
    Column(mark("Family"), lambda r: r.name or _("without a name"), width=0, is_bold=True),
    Column(mark("Street"), lambda r: r.street or "", width=22),
    Column(mark("Children"), _children, width=12),
    Column(mark("Last"), lambda r: near_date(r.last_contact_on), width=13),
)


class RecentSheet(Sheet):
    """Arrows choose, Enter opens."""

    def __init__(
        self, background: Background, about: object = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(background, mark("Recent files"), parent, width=640)
        self.view = RowsView(COLUMNS, mark("Recent files"))
        self._none = QLabel(_("No file was opened yet."))
        set_type(self._none, "muted")
        self.body.addWidget(self._none)
        self.body.addWidget(self.view, 1)
        self.add_button(mark("Close"), self.close)
        self.view.opened.connect(self._open)
        background.run(recent_families, then=self._show, owner=self)

    def _show(self, cards: list[FamilyCard]) -> None:
        self.view.show_rows(cards)
        self.view.setVisible(bool(cards))
        self._none.setVisible(not cards)
        if cards:
            self.view.setFocus()

    def _open(self, family: Id) -> None:
        self.open_asked.emit("family", family)
        self.close()
