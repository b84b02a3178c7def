"""The nasty set N: names, texts and days that break programs that were written in a hurry."""

from collections.abc import Iterator
from datetime import date, time
from typing import Any

from sqlalchemy.orm import Session

from ouderapp.base.i18n import mark
from ouderapp.sample.casus import derived_id
from ouderapp.store.bulk import insert_many
from ouderapp.store.journal import action

Row = dict[str, Any]

NASTY_NAMES = (
    "A", "X" * 120, "D'Hondt", "van den Berghe-de l'Étoile", "O’Neill", '"; DROP TABLE family; --',
    "=cmd|' /C calc'!A0", "+32 470", "@som(1)", "<b>vet</b> & co", "%s %d {family}", "\\N{BULLET}",
    "👩‍👧‍👦 gezin", "محمّد آل خطیب", "ښاغلی ځدراڼ", "ተስፋይ ገብረ", "Nguyễn Thị Ánh",
    "Łukaszewicz-Świątek", "İIıi Işık", "ﬁﬂ ligatuur", "\u202eomgekeerd\u202c", "null", "None",
    "0", "-", "é" + "\u0301" * 20, "名前", "Ştefănescu și Țurcanu", "a\u200bb",
    "Zoë-Noëlle van 't Hof",
    "CON", "../../etc",
)  # fmt: skip
NASTY_TEXTS = (
    "", " ", "a", "x" * 500, "regel 1\nregel 2\n\n\nregel 5", "tab\tin\teen\tzin",
    "'; DELETE FROM contact; --", "=1+1", "100 % zeker {maar} niet %s", "‏ערב רב שלום‏ en 15.30 uur",
    "الساعة 15.30 يوم 24/03/2025", "🙂" * 100, "\u2028scheiding\u2029", "0470 12 34 56",
)  # fmt: skip
NASTY_DAYS = (
    date(1900, 1, 1), date(2100, 12, 31), date(2012, 2, 29), date(2024, 2, 29),
    date(2025, 3, 30), date(2025, 10, 26), date(2024, 12, 31), date(2025, 1, 1),
)  # fmt: skip


@action(mark("Sample data"), "system")
def fill_nasty(session: Session) -> None:
    """Fill an empty store with the nasty set: a family for each name, with contacts."""
    for tbl, rows in _tables():
        insert_many(session, tbl, rows)


def _id(*parts: object) -> str:
    return derived_id("nasty", *(str(part) for part in parts))


def _tables() -> Iterator[tuple[str, list[Row]]]:
    names = list(enumerate(NASTY_NAMES))
    yield "school", [{"id": _id("school", nr), "name": name, "community": "vlaams",
                      "school_level": "secundair"} for nr, name in names[:6]]  # fmt: skip
    yield (
        "partner",
        [{"id": _id("partner", nr), "name": name, "kind": "ocmw"} for nr, name in names],
    )
    yield "family", [_family(nr, name) for nr, name in names] + [_empty_family()]
    yield "person", [_person(nr, name) for nr, name in names]
    yield "member", [
        {"id": _id("member", nr), "family": _id("family", nr), "person": _id("person", nr),
         "role": "dochter" if nr % 2 else "moeder"} for nr, _ in names
    ]  # fmt: skip
    yield "participant", [
        {"id": _id("participant", nr), "given_name": name[:80], "class_name": name[:40],
         "year_stream": name[:2]} for nr, name in names
    ]  # fmt: skip
    yield (
        "contact",
        [
            _contact(nr, text, day)
            for nr, (text, day) in enumerate((t, d) for t in NASTY_TEXTS for d in NASTY_DAYS)
        ],
    )


def _family(nr: int, name: str) -> Row:
    day = NASTY_DAYS[nr % len(NASTY_DAYS)]
    return {
        "id": _id("family", nr), "name": name, "status": "lopend", "inflow": "zelf",
        "opened_on": day, "contact_language": "nl", "remark": NASTY_TEXTS[nr % len(NASTY_TEXTS)],
    }  # fmt: skip


def _empty_family() -> Row:
    return {"id": _id("family", "empty"), "name": "", "status": "nieuw", "inflow": "zelf",
            "opened_on": date(2025, 3, 30)}  # fmt: skip


def _person(nr: int, name: str) -> Row:
    born = NASTY_DAYS[nr % len(NASTY_DAYS)]
    return {
        "id": _id("person", nr), "given_name": name[:80], "family_name": name[:80],
        "born_on": born, "birth_year": born.year, "phone": "+32 (0)470/00.00.00",
    }  # fmt: skip


def _contact(nr: int, text: str, day: date) -> Row:
    family = nr % (len(NASTY_NAMES) + 1)
    return {
        "id": _id("contact", nr), "held_on": day, "starts": time(nr % 24, 59), "minutes": nr % 481,
        "family": None if family == len(NASTY_NAMES) else _id("family", family),
        "persons": [] if family == len(NASTY_NAMES) else [_id("person", family)],
        "kind": "informeel", "initiative": "jongere", "summary": text, "themes": [],
    }  # fmt: skip
