"""The columns of the three lists of Personen: people, homes, relations."""

from dataclasses import dataclass

from ouderapp.base.i18n import _, mark, short_date
from ouderapp.families.rows import HomeRow, MemberRow, RelationRow
from ouderapp.ui.rows_model import Column
from ouderapp.ui.words import word, words_of


def _age(row: MemberRow) -> str:
    if row.age is None:
        return ""
    return str(row.age) if row.is_exact else _("about {n}").format(n=row.age)


def _school(row: MemberRow) -> str:
    return ", ".join(filter(None, (row.class_name or row.stream, row.school_name)))


def _languages(row: MemberRow) -> str:
    return words_of("language", (row.language,) if row.language else row.home_languages)


def _mind(row: MemberRow) -> str:
    if row.has_no_contact:
        return _("no contact")
    noted = ["" if row.may_get_letters else _("no letters")]
    noted.append("" if row.may_be_told else _("not to be told"))
    noted.append("" if row.lives_here else _("lives elsewhere"))
    noted += [_("also in {family}").format(family=name) for name in row.other_families]
    return ", ".join(filter(None, noted))


MEMBERS = (
    Column(mark("Name"), lambda r: r.name, width=0, is_bold=True),
    Column(mark("Role"), lambda r: word("role", r.role), width=12),
    Column(mark("Age"), _age, lambda r: r.age or 0, 11),
    Column(mark("School and class"), _school, width=26),
    Column(mark("Language"), _languages, width=15),
    Column(mark("Phone"), lambda r: r.phone or "", width=14),
    Column(mark("Mind"), _mind, width=16, tone=lambda r: "danger" if r.has_no_contact else ""),
)


def _address(row: HomeRow) -> str:
    street = " ".join(filter(None, (row.street, row.number)))
    left = _("until {day}").format(day=short_date(row.until_on)) if row.until_on else ""
    return ", ".join(filter(None, (row.name, street, row.municipality, left)))


def _residents(row: HomeRow) -> str:
    first = [one.name.split(" ")[0] for one in row.residents if one.until_on is None]
    return ", ".join(dict.fromkeys(first))


def _weeks(row: HomeRow) -> str:
    now = (one.pattern for one in row.residents if one.until_on is None)
    return words_of("pattern", dict.fromkeys(filter(None, now)))


HOMES = (
    Column(
        mark("Address"), _address, width=0, is_bold=True, tone=lambda r: "" if r.is_now else "muted"
    ),
    Column(mark("Who lives there"), _residents, width=18),
    Column(mark("In which weeks"), _weeks, width=15),
    Column(mark("Phone"), lambda r: r.phone or "", width=13),
)


@dataclass(frozen=True)
class RelationLine:
    """A relation in the list; its id is that of the pair, so that every line has one."""

    id: str
    row: RelationRow


def relation_lines(rows: list[RelationRow]) -> list[RelationLine]:
    """The lines of the list of relations."""
    return [RelationLine(f"{row.person} {row.to_person}", row) for row in rows]


def _relation(line: RelationLine) -> str:
    row = line.row
    words = _("{name} is {relation} {other}")
    return words.format(name=row.name, relation=word("relation", row.kind), other=row.to_name)


RELATIONS = (
    Column(mark("Relation"), _relation, width=0),
    Column(
        mark("Known from"), lambda r: _("written down") if r.row.id else _("the roles"), width=11
    ),
)
