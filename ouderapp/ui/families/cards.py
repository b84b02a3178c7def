"""A family in three cards: who, now, mind (UX 2.8)."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QVBoxLayout, QWidget

from ouderapp.base.i18n import _, mark, ngettext
from ouderapp.families.codes import Interpreter
from ouderapp.families.overview import AppointmentLine, Dossier, PromiseLine
from ouderapp.families.rows import HomeRow, MemberRow
from ouderapp.ui.families.columns import near_date
from ouderapp.ui.icons import set_picture
from ouderapp.ui.look import set_type
from ouderapp.ui.nesting import nest
from ouderapp.ui.words import word, words_of

WHO, NOW, MIND = mark("Who"), mark("Now"), mark("Mind")
Line = tuple[str, str]
"""A line of a card: its words, and the icon before it ("" for none)."""


class Card(QFrame):
    """A framed block with a title and lines of plain words."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", True)
        self.setAccessibleName(_(title))
        words = QLabel(_(title))
        set_type(words, "h3")
        self._lines = QGridLayout()
        self._lines.setColumnStretch(1, 1)
        self._lines.setHorizontalSpacing(6)
        self._lines.setVerticalSpacing(4)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 8, 16, 12)
        layout.setSpacing(4)
        layout.addWidget(words)
        nest(layout, self._lines)
        layout.addStretch(1)

    def show_lines(self, lines: Sequence[Line], nothing: str) -> None:
        """Show these lines, or when there are none these quiet words."""
        while item := self._lines.takeAt(0):
            if widget := item.widget():
                widget.deleteLater()
        for at, (words, picture) in enumerate(lines or ((nothing, ""),)):
            label = QLabel(words, wordWrap=True)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            if not lines:
                set_type(label, "muted")
            if picture:
                sign = QLabel()
                set_picture(sign, picture, "warn", 16)
                self._lines.addWidget(sign, at, 0, Qt.AlignmentFlag.AlignTop)
                self._lines.addWidget(label, at, 1)
            else:
                self._lines.addWidget(label, at, 0, 1, 2)


class Cards(QWidget):
    """The three cards of one family, beside each other or under each other."""

    def __init__(self, *, is_upright: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.who, self.now, self.mind = Card(WHO), Card(NOW), Card(MIND)
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        for at, card in enumerate((self.who, self.now, self.mind)):
            layout.addWidget(card, at if is_upright else 0, 0 if is_upright else at)
            if not is_upright:
                layout.setColumnStretch(at, 1)
        if is_upright:
            layout.setRowStretch(3, 1)

    def show_family(self, told: Dossier) -> None:
        """Show what the overview knows."""
        self.who.show_lines(_who(told), _("Nobody is written down yet."))
        self.now.show_lines(_now(told), _("Nothing planned, nothing promised."))
        self.mind.show_lines(_mind(told), _("Nothing to mind."))


def _who(told: Dossier) -> list[Line]:
    adults = [(_person(one), "") for one in told.members if not one.is_child]
    children = [(_person(one), "") for one in told.members if one.is_child]
    homes = [(_home(one), "") for one in told.homes if one.is_now]
    return adults + children + homes


def _person(one: MemberRow) -> str:
    said = f" “{one.said_as}”" if one.said_as else ""
    first = (one.name or _("without a name")) + said
    facts = [one.class_name or one.stream or "", one.school_name or ""] if one.is_child else []
    facts += [_age(one)] if one.is_child else [_languages(one), _whole(one.phone)]
    return _joined((f"{first} ({word('role', one.role)})", *facts))


def _languages(one: MemberRow) -> str:
    """What we talk, else what is talked at home."""
    return words_of("language", (one.language,) if one.language else one.home_languages)


def _age(one: MemberRow) -> str:
    if one.age is None:
        return ""
    if one.is_exact:
        return ngettext("{n} year old", "{n} years old", one.age).format(n=one.age)
    return _("turns {n} this year").format(n=one.age)


def _home(one: HomeRow) -> str:
    street = " ".join(filter(None, (one.street, one.number)))
    return _joined((one.name or "", street, one.municipality or "", _whole(one.phone)))


def _whole(phone: str | None) -> str:
    """A phone number that no line breaks in two."""
    return (phone or "").replace(" ", "\u00a0")


def _now(told: Dossier) -> list[Line]:
    planned = [(_appointment(one), "") for one in told.appointments[:3]]
    return [(_promise(one), "warning" if one.is_late else "") for one in told.promises] + planned


def _promise(one: PromiseLine) -> str:
    day = near_date(one.due_on) if one.due_on else ""
    late = _("late") if one.is_late else ""
    return _joined((one.words or "", day, late))


def _appointment(one: AppointmentLine) -> str:
    kind = word("contact_kind", one.kind)
    return _joined((_("planned: {kind}").format(kind=kind), near_date(one.planned_on), one.words))


def _mind(told: Dossier) -> list[Line]:
    family = told.family
    lines: list[Line] = []
    if family.interpreter and family.interpreter != Interpreter.NONE:
        lines.append((word("interpreter", family.interpreter), "translate"))
    lines += [(_interpreter(one), "translate") for one in told.members if one.interpreter]
    if family.remark:
        lines.append((family.remark, "info"))
    lines += [(_no_contact(one), "warning") for one in told.members if one.has_no_contact]
    if not told.consents:
        lines.append((_("No consent noted yet."), "shield-check"))
    if family.is_kept_back:
        lines.append((_("This family is not shared with the office."), "eye-slash"))
    return lines


def _interpreter(one: MemberRow) -> str:
    words = _("{name}: interpreter {language}")
    return words.format(name=one.given_name or one.name, language=word("language", one.interpreter))


def _no_contact(one: MemberRow) -> str:
    return _("No contact with {name}: nothing is sent or told.").format(name=one.name)


def _joined(parts: Iterable[str | None]) -> str:
    return ", ".join(filter(None, parts))
