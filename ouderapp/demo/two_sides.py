"""A worker's store and an office's store, both new, linked by comparing six words."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from sqlalchemy.orm import Session

from ouderapp.base import clock
from ouderapp.base.errors import Problem
from ouderapp.base.i18n import mark
from ouderapp.base.paths import Paths
from ouderapp.exchange.answering import answer_worker, confirm_worker
from ouderapp.exchange.enrolment import confirm_office, make_worker_file, read_office_file
from ouderapp.exchange.identity import OFFICE, own_keys
from ouderapp.exchange.own_office import set_up_office
from ouderapp.sample.casus import Casus
from ouderapp.sealing.argon import Cost
from ouderapp.sealing.atomic import write_file
from ouderapp.sealing.derive import Keys
from ouderapp.sealing.keyfile import create
from ouderapp.sealing.passphrase import proposed
from ouderapp.store.database import Database
from ouderapp.store.settings import set_setting


class WordsDiffer(Problem):
    """The two sides of an enrolment show other words: somebody stands in between."""

    message = mark("The words are not equal. Nothing was linked.")
    hint = mark("Make new enrolment files and compare again.")


@dataclass(frozen=True)
class Side:
    """One side: its folder, its keys and its open store."""

    paths: Paths
    keys: Keys
    database: Database


def new_side(folder: Path, cheap: Cost | None = None) -> Side:
    """A new vault with a proposed passphrase and recovery words, kept beside it: for practice.

    `cheap` is for tests: a key derivation that costs nothing.
    """
    paths = Paths(folder)
    words = proposed()
    created = create(paths, words, cheap=cheap)
    sheet = f"wachtzin: {words}\nherstelblad: {' '.join(created.words)}\n"
    write_file(folder.with_name(f"{folder.name}-wachtzin.txt"), sheet.encode("utf-8"))
    return Side(paths, created.keys, Database.open(paths, created.keys))


def name_sides(worker: Side, office: Side, casus: Casus) -> None:
    """Who works where, as the story says."""
    people = casus.block("workers")
    name = str(people[0]["name"]) if people else "Medewerker"
    organisation = str(casus.data.get("organisation", {}).get("name", "Kantoor"))
    profile = {
        "name": name, "organisation": organisation, "phone": "000 00 00 00",
        "function": str(people[0].get("function", "")) if people else "",
        "municipality": str(casus.data.get("municipality", {}).get("name", "")),
    }  # fmt: skip
    worker.database.run(set_setting, "profile", profile)
    worker.database.run(set_setting, "role", "worker")
    office.database.run(set_setting, "role", "office")
    office.database.run(set_up_office, organisation, "000 00 00 00")


def link(worker: Side, office: Side, casus: Casus, day: date, out: Path) -> None:
    """Enrolment both ways on this day; raises WordsDiffer when the six words are not equal."""
    people = casus.block("workers")
    name = str(people[0]["name"])[:80] if people else "Medewerker"
    with clock.standing_at(day):
        asked = worker.database.run(make_worker_file, name)
        write_file(out / "medewerker.oudid", asked)
        offer = office.database.run(answer_worker, asked)
        write_file(out / "kantoor.oudid", offer.answer)
        answer = worker.database.run(read_office_file, offer.answer)
        if answer.words != offer.words:
            raise WordsDiffer
        worker.database.run(confirm_office, answer.manifest)
        office.database.run(confirm_worker, offer.key_id)


def office_identity(session: Session) -> str:
    """The age identity of a practice office, as the age program reads it."""
    return own_keys(session, OFFICE).opener.text
