"""A form: filled without being touched, read as a draft, and wrong in words (UX 2.16, 2.17)."""

from dataclasses import dataclass
from datetime import date, time

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from ouderapp.base.i18n import mark
from ouderapp.ui.choice_fields import ChipsField, ChoiceField, ManyField, SuggestField
from ouderapp.ui.day_fields import DateField, TimeField
from ouderapp.ui.fields import LineField, NumberField, TextField, YearField, YesNoField
from ouderapp.ui.form import Form
from tests.ui.screen import Screen

FAMILIES = (("1", "Haddad"), ("2", "Yılmaz"), ("3", "El Amrani"), ("4", "Amrani"))


@dataclass(frozen=True)
class Draft:
    family: str | None = None
    place: str = ""
    note: str | None = None
    held_on: date | None = None
    starts: time | None = None
    minutes: int | None = None
    born: int | None = None
    kind: str | None = None
    who: tuple[str, ...] = ()
    language: str | None = None
    has_interpreter: bool = False


FULL = Draft(
    family="2",
    place="thuis",
    note="samen aangevraagd",
    held_on=date(2025, 3, 24),
    starts=time(14, 5),
    minutes=45,
    born=2014,
    kind="telefoon",
    who=("moeder", "vader"),
    language="ar",
    has_interpreter=True,
)


class ContactForm(Form):
    def __init__(self) -> None:
        super().__init__()
        self.family = self.add("Gezin", SuggestField(FAMILIES))
        self.place = self.add("Plaats", LineField())
        self.note = self.add("Notitie", TextField(limit=20, is_optional=True))
        self.held_on = self.add("Datum", DateField(is_required=True))
        self.starts = self.add("Uur", TimeField())
        self.minutes = self.add("Duur", NumberField(step=5, is_optional=True))
        self.born = self.add("Jaar", YearField())
        self.kind = self.add("Soort", ChipsField((("bezoek", "Bezoek"), ("telefoon", "Telefoon"))))
        self.who = self.add("Wie", ManyField((("moeder", "Moeder"), ("vader", "Vader"))))
        self.language = self.add("Taal", ChoiceField((("ar", "Arabisch"),), is_optional=True))
        self.has_interpreter = self.add("", YesNoField("Tolk nodig"))


@pytest.fixture
def form(screen: Screen, today: date) -> ContactForm:
    assert today == date(2025, 3, 25)
    return screen.show(ContactForm())


def test_what_is_filled_in_comes_out_the_same_and_counts_as_untouched(form: ContactForm) -> None:
    form.fill(FULL)

    assert form.draft_as(Draft) == FULL
    assert not form.touched


def test_an_empty_form_gives_an_empty_draft(form: ContactForm) -> None:
    form.fill(FULL)

    form.clear()

    assert form.draft_as(Draft) == Draft()


@pytest.mark.parametrize(
    ("label", "typed"),
    [("Plaats", "school"), ("Notitie", "gebeld"), ("Datum", "gisteren"), ("Duur", "30")],
)
def test_typing_touches_the_form(screen: Screen, form: ContactForm, label: str, typed: str) -> None:
    screen.type_in(label, typed)

    assert form.touched


@pytest.mark.parametrize("words", ["Telefoon", "Moeder", "Tolk nodig"])
def test_clicking_touches_the_form(screen: Screen, form: ContactForm, words: str) -> None:
    screen.click(words)

    assert form.touched


def test_choosing_touches_the_form(screen: Screen, form: ContactForm) -> None:
    screen.choose("Taal", "Arabisch")

    assert form.touched
    assert form.language.value() == "ar"


@pytest.mark.parametrize(
    ("typed", "day"),
    [("gisteren", date(2025, 3, 24)), ("24/3", date(2025, 3, 24)), ("vrijdag", date(2025, 3, 21))],
)
def test_a_day_is_typed_as_people_say_it(
    screen: Screen, form: ContactForm, typed: str, day: date
) -> None:
    screen.type_in("Datum", typed)

    assert form.held_on.value() == day


def test_arrows_move_a_day_and_an_hour_without_digits(screen: Screen, form: ContactForm) -> None:
    form.fill(FULL)

    screen.press("Down", on=screen.field("Datum"))
    screen.press("Up", on=screen.field("Uur"))

    assert form.held_on.value() == date(2025, 3, 23)
    assert form.starts.value() == time(14, 10)
    assert form.touched


@pytest.mark.parametrize(
    ("label", "typed", "words"),
    [
        ("Datum", "blauw", "Dit is geen dag. Typ bijvoorbeeld 24/3, vrijdag of gisteren."),
        ("Uur", "27:80", "Dit is geen uur. Typ bijvoorbeeld 14:30 of 9."),
        ("Jaar", "20", "Dit is geen jaar. Typ vier cijfers, bijvoorbeeld 2014."),
        (
            "Gezin",
            "Peeters",
            "Dit staat niet in de lijst. Typ enkele letters en kies met de pijltjes.",
        ),
        (
            "Notitie",
            "x" * 23,
            "Deze tekst is 3 tekens te lang. "
            "Maak hem korter, of zet een deel in een andere notitie.",
        ),
    ],
)
def test_what_cannot_be_read_says_so_beside_its_field(
    screen: Screen, form: ContactForm, label: str, typed: str, words: str
) -> None:
    form.fill(FULL)
    screen.type_in(label, typed)

    assert not form.is_ready()
    assert screen.wrong() == [words]


def test_a_required_field_that_is_empty_gets_the_focus(screen: Screen, form: ContactForm) -> None:
    form.clear()

    assert not form.is_ready()
    assert screen.wrong() == ["Hier ontbreekt nog iets. Vul dit veld in en bewaar opnieuw."]
    assert QApplication.focusWidget() is form.held_on.line


def test_words_beside_a_field_go_away_when_it_is_mended(screen: Screen, form: ContactForm) -> None:
    form.clear()
    form.is_ready()

    screen.type_in("Datum", "vandaag")

    assert screen.wrong() == []


def test_only_one_chip_of_a_kind_is_down(screen: Screen, form: ContactForm) -> None:
    screen.click("Bezoek")
    screen.click("Telefoon")

    assert form.kind.value() == "telefoon"
    assert not screen.is_on("Bezoek")


def test_arrows_walk_over_the_chips(screen: Screen, form: ContactForm) -> None:
    form.who.chips["moeder"].setFocus()

    screen.press("Right")

    assert QApplication.focusWidget() is form.who.chips["vader"]


@pytest.mark.parametrize(
    ("typed", "first"), [("amr", "Amrani"), ("yil", "Yılmaz"), ("had", "Haddad")]
)
def test_a_family_is_found_by_a_part_of_its_name_without_accents(
    screen: Screen, form: ContactForm, typed: str, first: str
) -> None:
    screen.type_in("Gezin", typed)

    assert form.family.take_first()
    assert form.family.line.text() == first


def test_tab_leaves_a_note(screen: Screen, form: ContactForm) -> None:
    """UX 0.6."""
    screen.field("Notitie").setFocus()

    screen.press("Tab")

    assert QApplication.focusWidget() is form.held_on.line


def test_every_field_has_a_name_for_the_screen_reader(form: ContactForm) -> None:
    """U03."""
    named = [field.editor.accessibleName() for field in form.fields().values()]

    assert all(named)
    assert len(set(named)) == len(named)


def test_a_kept_draft_fills_only_what_it_names(form: ContactForm) -> None:
    form.fill(FULL)

    form.fill({"place": "school"})

    assert form.place.value() == "school"
    assert form.minutes.value() == 45


def test_a_label_is_a_text_to_translate(screen: Screen) -> None:
    class Small(Form):
        def __init__(self, parent: QWidget | None = None) -> None:
            super().__init__(parent)
            self.note = self.add(mark("Filter"), LineField())

    small = screen.show(Small())

    assert "Filter" in screen.labels()
    assert not small.touched
