"""The steps of a scripted month: each one session of work, on vaults that stand already."""

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import ParamSpec, TypeVar

from sqlalchemy.orm import Session

from ouderapp.base.ids import Id, new_id
from ouderapp.class_lists.commands import import_class_list
from ouderapp.class_lists.queries import planned
from ouderapp.class_lists.records import ClassListDraft, Pupil
from ouderapp.contacts.commands import delete_contact, edit_contact, record_contact
from ouderapp.exchange.answering import answer_worker, confirm_worker
from ouderapp.exchange.confirming import apply_receipt
from ouderapp.exchange.enrolment import confirm_office, make_worker_file, read_office_file
from ouderapp.exchange.export import make_bundle
from ouderapp.exchange.own_office import set_up_office
from ouderapp.exchange.receive import Reception, receive
from ouderapp.letters.queries.papers import blobs_of
from ouderapp.sealing import keyfile
from ouderapp.sealing.derive import Keys
from ouderapp.sealing.rotation import begin_rotation
from ouderapp.store import tables
from ouderapp.store.database import Database
from ouderapp.store.drafts import drop_draft, keep_draft
from ouderapp.store.journal import action
from ouderapp.store.problems import problem_of_system
from ouderapp.store.undo import redo, undo
from tests.exchange.sides import REQUEST
from tests.faults import older
from tests.faults.desk import Desk, Watched
from tests.sealing.cheap import CHEAP
from tests.work_builders import a_contact_draft, a_family, a_person

P = ParamSpec("P")
T = TypeVar("T")
Step = Callable[[Desk], None]
STEPS: dict[str, Step] = {}
DAY = date(2025, 3, 3)
YEAR = 2024


def step(work: Step) -> Step:
    """Add a session to the month; it comes after those that stand above it."""
    STEPS[work.__name__] = work
    return work


@action("A family")
def open_family(session: Session) -> Id:
    family = a_family(session)
    a_person(session, family)
    return family


@action("A letter")
def write_letter(session: Session, family: Id, text: bytes) -> None:
    facts = {"template": "clb", "language": "nl", "reader": "partner", "title": "Brief"}
    letter = tables.Letter(id=new_id(), family=family, dated_on=DAY, **facts)
    letter.pdf = blobs_of(session).put(text)
    session.add(letter)
    session.flush()


@step
def first_start(desk: Desk) -> None:
    """Two vaults and two stores, made from nothing."""
    for side, phrase in (("worker", "banaan fiets wolk deur tafel zon"), ("office", "kantoor")):
        desk.tell("coming", side, phrase)
        made = desk.do(in_words(keyfile.create), desk.paths(side), phrase, cheap=CHEAP)
        desk.phrases[side], desk.words[side] = phrase, made.words
        desk.tell("words", side, " ".join(made.words))
        desk.tell("phrase", side, phrase)
        with desk.store(side):
            pass


@step
def visits(desk: Desk) -> None:
    with desk.store() as database:
        family = desk.notes["family"] = desk.do(database.run, open_family)
        desk.notes["contacts"] = [_visit(desk, database, family, day) for day in range(4)]


@step
def second_thoughts(desk: Desk) -> None:
    """A change, a removal, and both taken back and done again."""
    one, other = desk.notes["contacts"][:2]
    with desk.store() as database:
        nicer = a_contact_draft(desk.notes["family"], summary="Nog eens nagelezen.")
        desk.do(database.run, edit_contact, one, nicer)
        desk.do(database.run, delete_contact, other)
        for act in (undo, undo, redo):
            desk.do(database.run, act)


@step
def half_typed(desk: Desk) -> None:
    with desk.store() as database:
        for words in ("Sa", "Samen de b", "Samen de brief gelezen."):
            desk.do(database.run, keep_draft, "contact", {"summary": words})
        desk.do(database.run, drop_draft, "contact")


@step
def class_list(desk: Desk) -> None:
    with desk.store() as database:
        pupils = [Pupil(line, f"Kind {line}", f"Gezin {line}", "1A") for line in range(2, 10)]
        rows = desk.do(database.run, planned, pupils, None, YEAR)
        desk.do(database.run, import_class_list, ClassListDraft(None, YEAR, rows))


@step
def letters(desk: Desk) -> None:
    with desk.store() as database:
        for text in (b"Beste, " * 400, b"Geachte, " * 900):
            desk.do(database.run, write_letter, desk.notes["family"], text)


@step
def new_passphrase(desk: Desk) -> None:
    phrase = "een heel nieuwe wachtzin"
    keys = desk.do(keyfile.open_with_passphrase, desk.paths(), desk.phrases["worker"], cheap=CHEAP)
    desk.tell("coming", "worker", phrase)
    desk.do(in_words(keyfile.change_passphrase), desk.paths(), keys.keys, phrase, cheap=CHEAP)
    desk.phrases["worker"] = phrase
    desk.tell("phrase", "worker", phrase)
    _new_sheet(desk, keys.keys)


@step
def enrolment(desk: Desk) -> None:
    """The two sides come to know each other."""
    with desk.store("office") as office, desk.store() as worker:
        desk.do(office.run, set_up_office, "Voorbeeldkantoor", "000 00 00 00", "coded", ())
        asked = desk.do(worker.run, make_worker_file, "Medewerker 1")
        offer = desk.do(office.run, answer_worker, asked)
        answer = desk.do(worker.run, read_office_file, offer.answer)
        desk.do(worker.run, confirm_office, answer.manifest)
        desk.do(office.run, confirm_worker, offer.key_id)


@step
def month_end(desk: Desk) -> None:
    """A bundle is sealed, taken in and confirmed."""
    with desk.store("office") as office, desk.store() as worker:
        made = desk.do(make_bundle, worker, REQUEST)
        reception = desk.do(_received, office, desk.paths().outbox / made.file)
        assert reception.receipt is not None
        desk.do(worker.run, apply_receipt, reception.receipt.content)


@step
def new_key(desk: Desk) -> None:
    """The laptop was lost and found: everything comes under a new key, and a new sheet."""
    phrase = desk.phrases["worker"]
    with desk.store() as database:
        fresh = desk.do(in_words(begin_rotation), desk.paths(), database.keys, phrase, cheap=CHEAP)
        desk.do(in_words(database.renew_key), fresh)
    _new_sheet(desk, fresh)


@step
def migration(desk: Desk) -> None:
    """A store of before the first step is brought up to this version."""
    with desk.store() as database:
        desk.do(older.grow_old, database)
        desk.do(older.take_step, database, desk.folder.parent / "steps")
        desk.tell_state(database)


@step
def more_visits(desk: Desk) -> None:
    with desk.store() as database:
        for day in range(4, 7):
            _visit(desk, database, desk.notes["family"], day)
        desk.do(database.checkpoint)
        _visit(desk, database, desk.notes["family"], 7)


def in_words(work: Callable[P, T]) -> Callable[P, T]:
    """What the disk says while a key file is written, in words, as the screens of keys do it."""

    def told(*args: P.args, **kwargs: P.kwargs) -> T:
        try:
            return work(*args, **kwargs)
        except OSError as error:
            raise problem_of_system(error) from None

    return told


def _new_sheet(desk: Desk, keys: Keys) -> None:
    words = keyfile.new_words()
    desk.tell("coming-words", "worker", "")
    desk.do(in_words(keyfile.keep_words), desk.paths(), keys, words, cheap=CHEAP)
    desk.words["worker"] = words
    desk.tell("words", "worker", " ".join(words))


def _received(office: Database, file: Path) -> Reception:
    reception = receive(office, file)
    if reception.problem is not None:
        raise reception.problem
    return reception


def _visit(desk: Desk, database: Watched, family: Id, day: int) -> Id:
    draft = a_contact_draft(family, held_on=DAY + timedelta(day), summary=f"Bezoek {day}.")
    return desk.do(database.run, record_contact, draft).id
