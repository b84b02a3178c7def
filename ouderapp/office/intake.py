"""How files come in: an enrolment file, one bundle, or everything on a stick."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy.orm import Session

from ouderapp.exchange.answering import WorkerOffer, answer_worker
from ouderapp.exchange.inbox import REFUSED
from ouderapp.exchange.naming import office_file_name
from ouderapp.exchange.receipt import ReceiptFile
from ouderapp.exchange.receive import Reception, receive, receive_again
from ouderapp.exchange.small_files import keep_file, read_enrolment_file
from ouderapp.exchange.stick import problem_of
from ouderapp.office.queries import open_files
from ouderapp.sealing.refusals import EnvelopeUnknown
from ouderapp.store.database import Database

AGE_HEAD = b"age-encryption.org/"
BUNDLE_ENDING = ".age"

Report = Callable[[int, int], object]


@dataclass(frozen=True)
class Arrival:
    """One file of a stick and what became of it; `file` is its name, for the screen only."""

    file: str
    reception: Reception


def answer_file(session: Session, source: Path) -> WorkerOffer:
    """The answer to a worker's enrolment file; raises file_unreadable, file_not_regular, …"""
    return answer_worker(session, read_enrolment_file(source))


def save_answer(offer: WorkerOffer, folder: Path) -> Path:
    """Put the office's answer in this folder; raises StickFull, StickGone and their kin."""
    return keep_file(folder / office_file_name(), offer.answer)


def save_receipt(receipt: ReceiptFile, folder: Path) -> Path:
    """Put a receipt in this folder; raises as `save_answer`."""
    return keep_file(folder / receipt.name, receipt.content)


def save_receipts(arrivals: Iterable[Arrival], folder: Path) -> list[Path]:
    """Put the receipts of these files in this folder, those of parked bundles included."""
    receptions = (one for arrival in arrivals for one in everything(arrival.reception))
    return [save_receipt(one.receipt, folder) for one in receptions if one.receipt is not None]


def receive_file(database: Database, source: Path) -> Arrival:
    """Take in one file that a person chose, whatever its name is."""
    return Arrival(source.name, receive(database, source))


def receive_folder(
    database: Database, folder: Path, report: Report = lambda done, of: None
) -> list[Arrival]:
    """Take in every bundle of a folder, each on its own; what is no bundle is named, not copied.

    Subfolders and hidden files are left alone. `report` hears how many of how many are done.
    Raises StickGone and its kin when the folder itself cannot be read.
    """
    return receive_files(database, files_in(folder), report)


def receive_files(
    database: Database, sources: Sequence[Path], report: Report = lambda done, of: None
) -> list[Arrival]:
    """As `receive_folder`, for files that were dropped on the window."""
    arrivals = []
    for done, source in enumerate(sources):
        report(done, len(sources))
        arrivals.append(_taken_in(database, source))
    report(len(sources), len(sources))
    return arrivals


def retry(database: Database, file_hash: str) -> Arrival:
    """Try a kept file again; a new series still waits for a person (FORMAT.md 19)."""
    return Arrival("", receive_again(database, file_hash))


def retry_all(database: Database) -> list[Arrival]:
    """Try every file again that is refused, parked or waits, in the order of their numbers."""
    rows = sorted(database.run(open_files), key=lambda row: (row.worker_name, row.seq))
    kept = [row for row in rows if (database.paths.quarantine / f"{row.id}.age").is_file()]
    still_open = {row.id for row in kept}
    arrivals = []
    for row in kept:
        if row.id in still_open:
            arrivals.append(retry(database, row.id))
            still_open = {one.id for one in database.run(open_files)}
    return arrivals


def everything(reception: Reception) -> list[Reception]:
    """A reception and the parked bundles that went in after it."""
    return [reception, *reception.followed]


def files_in(folder: Path) -> list[Path]:
    """The visible files of a folder, by number where the name ends in one, then by name.

    Only the order follows the names: what a file is, its content says. Raises StickGone, ….
    """
    try:
        found = sorted(folder.iterdir(), key=lambda path: (path.name.rpartition("-")[2], path.name))
    except OSError as error:
        raise problem_of(error.errno) from error
    return [path for path in found if not path.name.startswith(".") and not path.is_dir()]


def _taken_in(database: Database, source: Path) -> Arrival:
    if _looks_like_bundle(source):
        return receive_file(database, source)
    return Arrival(source.name, Reception(REFUSED, problem=EnvelopeUnknown()))


def _looks_like_bundle(source: Path) -> bool:
    """By its first bytes, or by its ending: a damaged bundle deserves its own sentence."""
    if source.suffix.lower() == BUNDLE_ENDING or source.is_symlink() or not source.is_file():
        return True
    try:
        with source.open("rb") as file:
            return file.read(len(AGE_HEAD)) == AGE_HEAD
    except OSError:
        return True
