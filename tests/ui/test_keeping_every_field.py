"""Every field of every dialog keeps itself; what was typed is back at the next opening (C08)."""

from datetime import date
from typing import Any

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from sqlalchemy.orm import Session

from ouderapp.base.i18n import mark
from ouderapp.base.ids import Id
from ouderapp.families.commands.family import open_family
from ouderapp.families.records import FamilyDraft, NewFamily
from ouderapp.follow_up.queries import open_promises
from ouderapp.follow_up.records import By
from ouderapp.help_requests.queries import help_requests_of
from ouderapp.store.drafts import draft_of, drafts
from ouderapp.store.journal import action
from ouderapp.store.undo import NothingToUndo
from ouderapp.ui.background import Background
from ouderapp.ui.choice_fields import ChipsField, ChoiceField, ManyField, SuggestField
from ouderapp.ui.day_fields import DateField, TimeField
from ouderapp.ui.field import Field
from ouderapp.ui.fields import LineField, NumberField, TextField, YearField, YesNoField
from ouderapp.ui.follow_up.sheet import PromiseSheet
from ouderapp.ui.form import Form
from ouderapp.ui.help_requests.sheets import HelpRequestSheet
from ouderapp.ui.keeping import AT_MOST_MS, KEEP_MS
from ouderapp.ui.sheet import Sheet
from ouderapp.ui.typed import type_again, typed_in
from tests.ui.screen import Screen


class EveryField(Form):
    """One of each kind."""

    def __init__(self) -> None:
        super().__init__()
        three = [("a", "Aap"), ("b", "Beer"), ("c", "Cavia")]
        self.line = self.add(mark("Name"), LineField())
        self.text = self.add(mark("Note"), TextField())
        self.number = self.add(mark("Number"), NumberField(is_optional=True))
        self.year = self.add(mark("Day"), YearField())
        self.yes = self.add("", YesNoField(mark("Lives with this family")))
        self.day = self.add(mark("Day"), DateField())
        self.hour = self.add(mark("Hour"), TimeField())
        self.choice = self.add(mark("Kind"), ChoiceField(three, is_optional=True))
        self.chips = self.add(mark("Kind"), ChipsField(three))
        self.many = self.add(mark("Languages"), ManyField(three))
        self.found = self.add(mark("Family"), SuggestField(three))


class EverySheet(Sheet):
    """A dialog with one field of each kind."""

    def __init__(self, background: Background, about: str, parent: QWidget | None = None) -> None:
        super().__init__(background, mark("New person"), parent)
        self.keep_as(about)
        self.form = EveryField()
        self.body.addWidget(self.form)


TYPED: dict[str, Any] = {
    "line": "Lies en ",
    "text": "een halve zin\n met een tweede regel ",
    "number": 7,
    "year": "20",
    "yes": True,
    "day": "24/",
    "hour": "15",
    "choice": "b",
    "chips": "c",
    "many": ["a", "c"],
    "found": "Bee",
}


def type_all(form: EveryField) -> None:
    for name, field in form.fields().items():
        type_again(field, TYPED[name])
        field.edited.emit()


def shown(form: Form) -> dict[str, Any]:
    return {name: typed_in(field) for name, field in form.fields().items()}


@pytest.fixture
def family(screen: Screen) -> Id:
    return Id(screen.run(open_family, NewFamily(FamilyDraft("Haddad", date(2025, 3, 1)))))


def opened(screen: Screen, sheet: Sheet) -> Any:
    sheet.open_beside()
    screen.wait()
    screen.wait()
    return sheet


def test_every_kind_of_field_comes_back_letter_by_letter(screen: Screen) -> None:
    """C08: also what is not valid yet."""
    first = opened(screen, EverySheet(screen.background, "x"))
    type_all(first.form)
    first.close()
    screen.wait()

    again = opened(screen, EverySheet(screen.background, "x"))

    assert shown(again.form) == TYPED
    assert "Dit typte je eerder en bewaarde je nog niet." in screen.message()


def test_there_is_no_kind_of_field_that_is_forgotten() -> None:
    def under(kind: type[Field]) -> set[type[Field]]:
        return {kind, *(deeper for one in kind.__subclasses__() for deeper in under(one))}

    ours = {one for one in under(Field) if one.__module__.startswith("ouderapp")}
    form_kinds = {type(field) for field in EveryField().fields().values()}
    covered = {one for one in ours if any(issubclass(one, kind) for kind in form_kinds)}

    assert {one.__name__ for one in ours - covered} <= {
        "Field",
        "_Stepped",
        "_Chips",
        "SecretField",
    }


def test_what_is_typed_about_one_record_never_shows_at_another(screen: Screen) -> None:
    first = opened(screen, EverySheet(screen.background, "x"))
    type_all(first.form)
    first.close()
    screen.wait()

    other = opened(screen, EverySheet(screen.background, "y"))

    assert other.form.line.value() == ""
    assert screen.message() == ""


def test_typing_is_kept_soon_while_somebody_types_on(screen: Screen) -> None:
    """C08: the two times together stay under a second."""
    sheet = opened(screen, EverySheet(screen.background, "x"))
    QTest.keyClicks(sheet.form.line.line, "nog niet")
    QTest.qWait(KEEP_MS + 50)
    screen.wait()

    [(_name, body)] = screen.run(drafts)

    assert body["fields"]["EveryField.line"] == "nog niet"
    assert AT_MOST_MS < 1000


def test_leaving_a_field_keeps_it_at_once(screen: Screen) -> None:
    sheet = opened(screen, EverySheet(screen.background, "x"))
    sheet.form.line.setFocus()
    QTest.keyClicks(sheet.form.line.line, "weg")

    sheet.form.text.setFocus()
    QApplication.processEvents()
    screen.wait()

    assert [body["size"] for _name, body in screen.run(drafts)] == [3]


def test_starting_anew_shows_the_fields_as_they_were(screen: Screen) -> None:
    first = opened(screen, EverySheet(screen.background, "x"))
    before = shown(first.form)
    type_all(first.form)
    first.close()
    screen.wait()
    again = opened(screen, EverySheet(screen.background, "x"))

    screen.click("Opnieuw beginnen")

    assert shown(again.form) == before
    assert screen.run(drafts) == []


def test_saving_forgets_the_draft_in_the_same_transaction(screen: Screen, family: Id) -> None:
    sheet = opened(screen, PromiseSheet(screen.background, family=family))
    QTest.keyClicks(sheet.form.words.line, "formulier vragen")
    screen.click("Bewaren")

    assert screen.run(drafts) == []
    assert [row.words for row in screen.run(open_promises, By.WORKER.value)] == ["formulier vragen"]


@action("Promise made")
def refuse(_session: Session) -> None:
    raise NothingToUndo


def test_what_is_refused_stays_a_draft(screen: Screen) -> None:
    sheet = opened(screen, EverySheet(screen.background, "x"))
    QTest.keyClicks(sheet.form.line.line, "formulier vragen")

    screen.background.run(refuse, owner=sheet)
    screen.wait()

    assert [body["size"] for _name, body in screen.run(drafts)] == [16]


def test_cancelling_forgets_what_was_typed(screen: Screen) -> None:
    sheet = opened(screen, EverySheet(screen.background, "x"))
    QTest.keyClicks(sheet.form.line.line, "toch niet")
    sheet.keep_now()

    sheet.cancel()
    screen.wait()

    assert screen.run(drafts) == []


def test_a_forbidden_number_is_not_kept_as_a_draft(screen: Screen) -> None:
    sheet = opened(screen, EverySheet(screen.background, "x"))
    QTest.keyClicks(sheet.form.line.line, "85.07.30-033.28")
    sheet.keep_now()
    screen.wait()

    assert screen.run(draft_of, sheet.keeper.name) is None
    assert screen.message()


def test_a_help_request_that_was_half_typed_is_back_with_its_person(
    screen: Screen, family: Id
) -> None:
    sheet = opened(screen, HelpRequestSheet(screen.background, family))
    QTest.keyClicks(sheet.form.words.text, "Smartschool lukt niet")
    sheet.close()
    screen.wait()

    again = opened(screen, HelpRequestSheet(screen.background, family))

    assert again.form.words.value() == "Smartschool lukt niet"
    assert screen.run(help_requests_of, family) == []
