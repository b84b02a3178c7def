"""The reference sets S, M and L: invented families, the same ones every time."""

from collections.abc import Iterator
from datetime import date, time, timedelta
from itertools import cycle
from random import Random
from typing import Any

from sqlalchemy.orm import Session

from ouderapp.base.i18n import mark
from ouderapp.sample.names import NAMES, Names
from ouderapp.sample.notes import PROMISES, REQUESTS, note
from ouderapp.sample.sizes import LAST_YEAR, SIZES, Size
from ouderapp.store.bulk import insert_many
from ouderapp.store.journal import action

Row = dict[str, Any]

KINDS = ("informeel",) * 5 + ("telefoon",) * 3 + ("huisbezoek",) * 3 + (
    "gesprek_op_school", "smartschoolbericht", "oudercontact_begeleid", "gesprek_bij_partner",
    "begeleid_bezoek",
)  # fmt: skip
MINUTES = {"informeel": (5, 15), "telefoon": (5, 25), "huisbezoek": (45, 90)}
INITIATIVES = ("gezin", "gezin", "jongere", "jongere", "werker", "werker", "werker", "partner")
THEMES = (
    "huiswerkbegeleiding", "communicatie_school", "smartschool", "studiekeuze", "schoolkosten",
    "financiele_tegemoetkomingen", "vrije_tijd", "opvoeding", "taal", "welbevinden",
)  # fmt: skip
STREAMS = ("1A", "1A", "1A", "1B", "2A", "2A", "2B", "3M", "4E")
OUTCOMES = ("opgestart", "afspraak_gemaakt", "toegekend", "wachtlijst", "niet_gegaan", None)


class Sample:
    """One reference set: everything that it holds, drawn from one seed."""

    def __init__(self, size: Size, seed: int = 20031) -> None:
        self.size = size
        self.random = Random(seed)
        self.first_day = date(LAST_YEAR + 1 - size.years, 9, 2)
        self.schools = [self.draw_id() for _ in range(max(4, size.families // 300))]
        self.partners = [self.draw_id() for _ in range(max(6, size.families // 150))]
        self.families: list[Row] = []
        self.members: list[tuple[str, str, str]] = []
        self.persons: list[Row] = []
        self.children_of: dict[str, list[str]] = {}
        self.adults_of: dict[str, list[str]] = {}

    def draw_id(self) -> str:
        """The next identity."""
        return f"{self.random.getrandbits(128):032x}"

    def day(self, first: date | None = None) -> date:
        """A day between `first` and the end of the set, in the school year."""
        first = first or self.first_day
        days = (date(LAST_YEAR + 1, 6, 27) - first).days
        found = first + timedelta(days=self.random.randint(0, max(1, days)))
        return found - timedelta(days=60) if found.month in (7, 8) else found

    def _names(self) -> Names:
        return self.random.choices(NAMES, [names.share for names in NAMES])[0]

    def make_families(self) -> None:
        """Families with their adults and children, all homes and schools apart."""
        adults = self._spread(self.size.adults, self.size.families)
        children = self._spread(self.size.children, self.size.families)
        for grown, young in zip(adults, children, strict=True):
            names = self._names()
            self._family(names, self.random.choice(names.families), grown, young)

    def _spread(self, total: int, parts: int) -> list[int]:
        found = [1] * parts
        for _ in range(total - parts):
            found[self.random.randrange(parts)] += 1
        return found

    def _family(self, names: Names, name: str, adults: int, children: int) -> None:
        opened = self.day()
        closed = opened + timedelta(days=200) if self.random.random() < 0.3 else None
        family: Row = {
            "id": self.draw_id(), "name": name, "status": "afgerond" if closed else "lopend",
            "inflow": self.random.choice(("school", "huiswerkklas", "leerlingbegeleiding", "zelf")),
            "opened_on": opened, "closed_on": closed, "postcode": "9470",
            "contact_language": names.language if names.language != "ti" else "en",
            "letter_language": "nl", "letter_level": "a2", "home_languages": [names.language],
            "interpreter": "sociaal_tolk" if names.language in ("ti", "ps", "uk") else None,
        }  # fmt: skip
        self.families.append(family)
        grown = ["moeder", "vader", "plusmoeder", "grootmoeder", "grootvader"]
        roles = (
            grown[:adults]
            + ["voogd"] * (adults - len(grown))
            + [self.random.choice(("zoon", "dochter")) for _ in range(children)]
        )
        self.adults_of[family["id"]], self.children_of[family["id"]] = [], []
        for role in roles:
            self._person(names, name, role, family["id"])

    def _person(self, names: Names, family_name: str, role: str, family: str) -> None:
        is_child = role in ("zoon", "dochter")
        pool = names.boys if role in ("vader", "zoon", "grootvader") else names.girls
        year = LAST_YEAR - self.random.randint(11, 17) if is_child else None
        id_ = self.draw_id()
        self.persons.append({
            "id": id_, "given_name": self.random.choice(pool), "family_name": family_name,
            "birth_year": year, "language": names.language, "home_languages": [names.language],
            "phone": None if is_child else f"0470 {len(self.persons) % 100:02d} 00 "
            f"{self.random.randrange(100):02d}",
        })  # fmt: skip
        self.members.append((family, id_, role))
        (self.children_of if is_child else self.adults_of)[family].append(id_)

    def contacts(self) -> Iterator[Row]:
        """Contacts spread over the families; the first family has the longest timeline."""
        longest = self.families[0]
        rest = cycle(self.families[1:])
        for nr in range(self.size.contacts):
            family = longest if nr < self.size.longest else next(rest)
            yield self._contact(family)

    def _contact(self, family: Row) -> Row:
        kind = self.random.choice(KINDS)
        people = self.adults_of[family["id"]] + self.children_of[family["id"]]
        low, high = MINUTES.get(kind, (10, 45))
        return {
            "id": self.draw_id(), "family": family["id"], "held_on": self.day(family["opened_on"]),
            "starts": time(self.random.randint(8, 19), self.random.choice((0, 15, 30, 45))),
            "minutes": 5 * self.random.randint(low // 5, high // 5), "kind": kind,
            "initiative": self.random.choice(INITIATIVES),
            "themes": self.random.sample(THEMES, self.random.choice((1, 1, 2))),
            "persons": self.random.sample(people, min(len(people), self.random.choice((1, 1, 2)))),
            "place": "thuis" if kind == "huisbezoek" else None, "summary": note(self.random),
        }  # fmt: skip

    def _some_family(self) -> Row:
        return self.random.choice(self.families)

    def help_requests(self) -> Iterator[Row]:
        """What families asked."""
        for _ in range(self.size.help_requests):
            family = self._some_family()
            yield {
                "id": self.draw_id(), "family": family["id"],
                "themes": [self.random.choice(THEMES)],
                "raised_on": self.day(family["opened_on"]), "words": self.random.choice(REQUESTS),
                "status": self.random.choice(("lopend", "afgerond")),
            }  # fmt: skip

    def promises(self) -> Iterator[Row]:
        """Promises, most of them kept."""
        for _ in range(self.size.families // 2):
            family, on = self._some_family(), self.day()
            yield {
                "id": self.draw_id(), "family": family["id"], "noted_on": on,
                "by": self.random.choice(("werker", "werker", "gezin")),
                "due_on": on + timedelta(days=self.random.randint(2, 14)),
                "done_on": on + timedelta(days=3) if self.random.random() < 0.8 else None,
                "words": self.random.choice(PROMISES),
            }  # fmt: skip

    def referrals(self) -> Iterator[Row]:
        """Referrals in and out, most with an outcome."""
        for _ in range(self.size.referrals):
            family, on = self._some_family(), self.day()
            outcome = self.random.choice(OUTCOMES)
            yield {
                "id": self.draw_id(), "family": family["id"], "sent_on": on,
                "direction": self.random.choice(("uit", "uit", "uit", "in")),
                "partner": self.random.choice(self.partners), "theme": self.random.choice(THEMES),
                "mode": self.random.choice(("warm", "brief")), "outcome": outcome,
                "status": "afgerond" if outcome else "verstuurd",
                "outcome_on": on + timedelta(days=20) if outcome else None,
            }  # fmt: skip

    def letters(self) -> Iterator[Row]:
        """The letter log; the papers themselves were given away."""
        for _ in range(self.size.letters):
            yield {
                "id": self.draw_id(), "family": self._some_family()["id"], "dated_on": self.day(),
                "template": self.random.choice(("doorverwijzing_ocmw", "doorverwijzing_clb")),
                "language": "nl", "reader": "partner",
            }  # fmt: skip


@action(mark("Sample data"), "system")
def generate(session: Session, name: str) -> None:
    """Fill an empty store with the reference set S, M or L."""
    from ouderapp.sample.generate_groups import groups

    sample = Sample(SIZES[name])
    sample.make_families()
    for tbl, rows in _tables(sample):
        insert_many(session, tbl, rows)
    for tbl, rows in groups(sample):
        insert_many(session, tbl, rows)


def _tables(sample: Sample) -> Iterator[tuple[str, Iterator[Row]]]:
    random = sample.random
    yield "school", (
        {"id": id_, "name": f"Voorbeeldschool {nr}", "community": "vlaams",
         "school_level": "secundair"}
        for nr, id_ in enumerate(sample.schools, 1)
    )  # fmt: skip
    kinds = cycle(("huis_van_het_kind", "ocmw", "clb", "vrije_tijd", "ziekenfonds", "school"))
    yield "partner", (
        {"id": id_, "name": f"Voorbeelddienst {nr}", "kind": kind}
        for nr, (id_, kind) in enumerate(zip(sample.partners, kinds, strict=False), 1)
    )  # fmt: skip
    yield "family", iter(sample.families)
    yield "person", iter(sample.persons)
    yield "member", (
        {"id": sample.draw_id(), "family": family, "person": person, "role": role,
         "has_authority": None if role in ("zoon", "dochter") else True}
        for family, person, role in sample.members
    )  # fmt: skip
    yield "household", (
        {"id": sample.draw_id(), "family": f["id"], "from_on": f["opened_on"], "postcode": "9470",
         "street": "Voorbeeldstraat", "number": str(random.randint(1, 240)),
         "municipality": "Denderdorp"}
        for f in sample.families
    )  # fmt: skip
    yield "schooling", (
        {"id": sample.draw_id(), "person": person, "school": random.choice(sample.schools),
         "school_year": LAST_YEAR, "year_stream": (stream := random.choice(STREAMS)),
         "class_name": f"{stream}{random.randint(1, 4)}"}
        for _, person, role in sample.members if role in ("zoon", "dochter")
    )  # fmt: skip
    yield "consent", (
        {"id": sample.draw_id(), "family": f["id"], "purpose": "dossier_en_contact_met_school",
         "form": "schriftelijk", "given_on": f["opened_on"] + timedelta(days=5)}
        for f in sample.families
    )  # fmt: skip
    yield "help_request", sample.help_requests()
    yield "contact", sample.contacts()
    yield "follow_up", sample.promises()
    yield "referral", sample.referrals()
    yield "letter", sample.letters()
