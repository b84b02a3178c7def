"""A class list is read as a school makes it; anything else is refused with words (D26, X10)."""

import io

import pytest

from ouderapp.class_lists import problems
from ouderapp.class_lists.reading import read_class_list
from ouderapp.class_lists.records import ClassList, Holds, Pupils, Wishes
from ouderapp.class_lists.rules import pupils_of
from ouderapp.sample.nasty import NASTY_NAMES
from tests.class_lists.lists import BELGIAN, NAMES, csv_of, one_class, workbook

NUMBER = "85.07.30-033.28"


def read(raw: bytes | str, **wishes: str) -> ClassList:
    return read_class_list(raw.encode() if isinstance(raw, str) else raw, Wishes(**wishes))  # type: ignore[arg-type]


def pupils(raw: bytes | str) -> Pupils:
    found = read(raw)
    return pupils_of(found, found.holds, found.class_name)


def names(raw: bytes | str) -> list[tuple[str, str, str]]:
    return [(one.given_name, one.family_name, one.class_name) for one in pupils(raw).pupils]


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("separator", [";", ",", "\t", "|"])
def test_letters_and_separator_are_found(codec: str, separator: str) -> None:
    """Scenario 23: Belgian Excel writes semicolons and often Windows-1252."""
    raw = BELGIAN.replace(";", separator).encode(codec)

    assert names(raw) == [
        ("Zoë", "D'Hondt", "1A"), ("Bilal", "El Amrani", "1A"), ("Renée", "De Smet", "1B")
    ]  # fmt: skip
    assert [one.birth_year for one in pupils(raw).pupils] == [2014, 2013, 2014]


def test_how_it_was_read_is_told() -> None:
    found = [read(BELGIAN.encode("cp1252")), read(BELGIAN.replace(";", "\t")), read(one_class())]

    told = [(one.letters, one.separator, one.sheet) for one in found]

    assert told == [("Windows-1252", ";", ""), ("UTF-8", "\t", ""), ("", "", "Blad1")]


def test_what_a_person_chooses_about_letters_and_separator_counts() -> None:
    raw = "Naam;Voornaam\r\nNowak,a;Renée\r\n".encode("mac_roman")

    found = read(raw, letters="Mac", separator=";")

    assert found.lines[0].cells == ("Nowak,a", "Renée")
    with pytest.raises(problems.LettersUnknown):
        read(raw, letters="UTF-8")


def test_what_excel_says_of_its_separator_counts() -> None:
    assert names("sep=|\r\nNaam|Voornaam\r\nDe Smet, J.|Renée\r\n") == [
        ("Renée", "De Smet, J.", "")
    ]


def test_a_workbook_is_read_with_its_title_its_dates_and_whole_numbers() -> None:
    found = pupils(one_class())

    assert [(one.given_name, one.family_name) for one in found.pupils] == [
        ("Bilal", "El Amrani"), ("Renée", "De Smet")
    ]  # fmt: skip
    assert [(one.class_name, one.birth_year) for one in found.pupils] == [
        ("1A", 2013),
        ("1A", 2014),
    ]
    assert [one.line for one in found.pupils] == [4, 5]
    assert len(read(one_class()).columns) == 4


def test_the_tab_of_a_workbook_can_be_chosen() -> None:
    rows = [["Naam", "Voornaam"], ["De Smet", "Renée"]]
    raw = workbook(
        ("Uitleg", [["Lees dit eerst"]]), ("1A", rows), ("1B", [*rows, ["Nowak", "Łukasz"]])
    )

    assert read(raw).sheet == "1A"
    assert read(raw).sheets == ("Uitleg", "1A", "1B")
    assert len(read(raw, sheet="1B").lines) == 2
    assert read(raw, sheet="1B").class_name == "1B"


def test_a_formula_is_never_worked_out() -> None:
    raw = workbook(("1A", [["Naam", "Voornaam"], ["=1+1", "Renée"], ["Nowak", "=A1"]]))

    assert names(raw) == [("Renée", "", "1A"), ("", "Nowak", "1A")]


@pytest.mark.parametrize(
    ("headings", "holds"),
    [
        ("Voornaam;Naam;Klas", "voornaam familienaam klas"),
        ("KLAS;NAAM;VOORNAAM", "klas familienaam voornaam"),
        ("Klascode;Achternaam;Roepnaam", "klas familienaam voornaam"),
        ("Nr.;Leerling;Klas", "niets familienaam_voornaam klas"),
        ("Naam", "familienaam_voornaam"),
        ("Naam en voornaam;Officiële klas", "familienaam_voornaam klas"),
        ("Voornaam + naam;klasnummer;E-mail", "voornaam_familienaam niets niets"),
        ("first name;last name;class;birthday", "voornaam familienaam klas geboortejaar"),
        ("Voornaam;Naam;Voornaam moeder;Naam", "voornaam familienaam niets niets"),
        ("Nom;Prénom;Classe;Date de naissance", "familienaam voornaam klas geboortejaar"),
        ("naam;voornaam;gebruikersnaam;internnummer", "familienaam voornaam niets niets"),
    ],
)  # fmt: skip
def test_headings_are_known_in_any_order(headings: str, holds: str) -> None:
    """DOMAIN 5.3: what Smartschool, WISA, Informat and schools themselves write."""
    cells = ";".join("x" for _heading in headings.split(";"))

    assert " ".join(read(f"{headings}\n{cells}\n").holds) == holds


@pytest.mark.parametrize(
    ("heading", "name", "parts"),
    [
        ("Naam", "van den Berghe Noor", ("Noor", "van den Berghe")),
        ("Naam", "van den Berghe, Noor Lina", ("Noor Lina", "van den Berghe")),
        ("Voornaam en naam", "Noor van den Berghe", ("Noor", "van den Berghe")),
        ("Naam", "Nowak", ("Nowak", "")),
        ("Naam", "VAN DEN BERGHE Noor Lina", ("Noor Lina", "VAN DEN BERGHE")),
        ("Naam", "NOWAK NOOR", ("NOOR", "NOWAK")),
    ],
)
def test_a_whole_name_is_split(heading: str, name: str, parts: tuple[str, str]) -> None:
    assert names(f"{heading};Klas\n{name};1A\n") == [(*parts, "1A")]


@pytest.mark.parametrize(
    "rows",
    [
        [["Naam", "Voornaam", "Rijksregisternummer"], ["De Smet", "Renée", NUMBER]],
        [["Naam", "Voornaam", "Kenmerk"], ["De Smet", "Renée", NUMBER]],
        [["Naam", "Voornaam", "Kenmerk"], ["De Smet", "Renée", "85073003328"]],
        [["Naam", "Voornaam", "Insz"], ["De Smet", "Renée", "8,5073E+10"]],
        [["Naam", "Voornaam", "Nationaliteit"], ["De Smet", "Renée", "…"]],
        [["Naam", "Voornaam", "Godsdienstkeuze"], ["De Smet", "Renée", "…"]],
        [["Naam", "Voornaam", "Rekening"], ["De Smet", "Renée", "BE71 0961 2345 6769"]],
    ],
)
def test_what_may_stand_in_no_file_is_left_out_when_it_is_read(rows: list[list[str]]) -> None:
    """P07, decision 14: not even the preview holds it."""
    found = read(csv_of(rows))

    assert [column.is_left_out for column in found.columns] == [False, False, True]
    assert found.lines[0].cells == ("De Smet", "Renée", "")
    assert names(csv_of(rows)) == [("Renée", "De Smet", "")]


def test_a_number_that_lost_its_zeros_in_a_spreadsheet_is_left_out_too() -> None:
    raw = workbook(("1A", [["Naam", "Voornaam", "Code"], ["De Smet", "Renée", 5073000158]]))

    assert read(raw).columns[2].is_left_out


def test_a_number_in_a_name_sets_that_line_aside() -> None:
    found = pupils(f"Naam;Voornaam\nDe Smet {NUMBER};Renée\nNowak;Łukasz\n")

    assert [one.given_name for one in found.pupils] == ["Łukasz"]
    assert [(one.line, one.why) for one in found.aside] == [
        (2, "a number in the name that may stand in no file")
    ]


def test_a_line_that_is_no_pupil_is_set_aside_with_its_reason() -> None:
    """D26: a reject list with reasons."""
    raw = f"Naam,Voornaam,Klas\n,,1A\nPeeters,Jan,Jr,1A\n{'x' * 81},Renée,1A\nNowak,Ł,{'1' * 41}\n"

    assert [(one.line, one.why) for one in pupils(raw).aside] == [
        (2, "no name"),
        (3, "more cells than headings"),
        (4, "the name is longer than 80 signs"),
        (5, "the class is longer than 40 signs"),
    ]


@pytest.mark.parametrize(
    "name", [one for one in NASTY_NAMES if len(one) <= 80 and any(map(str.isalnum, one))]
)
@pytest.mark.parametrize("is_workbook", [False, True])
def test_every_name_of_the_nasty_set_survives(name: str, is_workbook: bool) -> None:
    """Set N: Turkish, Vietnamese, Arabic script, marks of direction, quotes, formulas as text."""
    rows = [["Voornaam", "Familienaam"], ["Renée", name]]
    quoted = [["Voornaam", "Familienaam"], ["Renée", '"' + name.replace('"', '""') + '"']]
    raw = _text_cells(rows) if is_workbook else csv_of(quoted).encode()

    assert names(raw) == [("Renée", " ".join(name.split()), "")]


def _text_cells(rows: list[list[str]]) -> bytes:
    from openpyxl import load_workbook

    book = load_workbook(io.BytesIO(workbook(("Blad", [["" for _ in row] for row in rows]))))
    for at, row in enumerate(rows, 1):
        for column, text in enumerate(row, 1):
            cell = book.worksheets[0].cell(at, column)
            cell.value = text
            cell.data_type = "s"
    data = io.BytesIO()
    book.save(data)
    return data.getvalue()


def test_quotes_inside_a_name_are_no_end_of_it() -> None:
    assert names('Naam;Voornaam\n"De ""Kleine"" Smet";Jan "Jantje"\n') == [
        ('Jan "Jantje"', 'De "Kleine" Smet', "")
    ]


def test_a_column_without_a_heading_takes_nobody_away() -> None:
    assert len(pupils(";Naam;Voornaam\n1;Nowak;Noor\n2;De Smet;Jan\n").pupils) == 2
    assert len(pupils("Naam;Voornaam\nNowak;Noor;x\nDe Smet;Jan;y\n").pupils) == 2


def test_a_heading_that_a_person_chose_counts_the_next_time() -> None:
    """D26: the mapping is remembered."""
    chosen = {"kind": Holds.FAMILY_FIRST, "groep": Holds.CLASS}

    found = read_class_list(b"Kind;Groep\nNowak Jan;1A\n", Wishes(headings=chosen))

    assert found.holds == (Holds.FAMILY_FIRST, Holds.CLASS)


def test_all_names_that_schools_have_are_read_from_both_kinds_of_file() -> None:
    rows = [["Voornaam", "Familienaam"], *map(list, NAMES)]

    assert [(a, b) for a, b, _class in names(csv_of(rows))] == list(NAMES)
    assert [(a, b) for a, b, _class in names(workbook(("Blad", rows)))] == list(NAMES)
