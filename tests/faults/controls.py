"""Programs that were spoiled on purpose: the fault tools must see what is wrong with each."""

from collections.abc import Callable
from pathlib import Path

from sqlalchemy import event
from sqlalchemy.orm import Session

from ouderapp.sealing import keyfile, keyfile_disk
from ouderapp.store import connection, journal

CONTROLS: dict[str, Callable[[], None]] = {}


def control(spoil: Callable[[], None]) -> Callable[[], None]:
    """A way to spoil the program, by its name."""
    CONTROLS[spoil.__name__] = spoil
    return spoil


@control
def synchronous_normal() -> None:
    """A save is told before the disk holds it."""
    _synchronous("NORMAL", 1)


@control
def synchronous_off() -> None:
    """The disk is never asked to hold anything."""
    _synchronous("OFF", 0)


@control
def key_file_written_plainly() -> None:
    """The key file is written over itself."""
    _write_key_files(_plainly)


@control
def key_file_renamed_unsynced() -> None:
    """The key file takes its name before its bytes are on the disk."""
    _write_key_files(_renamed)


@control
def journal_in_a_second_transaction() -> None:
    """The record is kept first, its line in the journal after."""
    write = journal._after_flush

    def later(session: Session, context: object) -> None:
        pen = journal.pen_of(session)
        if pen.lines and pen.kind != "system":
            session.connection().exec_driver_sql("COMMIT")
            session.connection().exec_driver_sql("BEGIN IMMEDIATE")
        write(session, context)

    event.remove(journal.WritingSession, "after_flush", write)
    event.listen(journal.WritingSession, "after_flush", later)


def _synchronous(word: str, number: int) -> None:
    connection.PRAGMAS = tuple(
        (name, word, number) if name == "synchronous" else (name, value, expected)
        for name, value, expected in connection.PRAGMAS
    )


def _write_key_files(write: Callable[[Path, bytes], None]) -> None:
    for module in (keyfile, keyfile_disk):
        module.__dict__["write_file"] = write


def _plainly(path: Path, data: bytes) -> None:
    path.write_bytes(data)


def _renamed(path: Path, data: bytes) -> None:
    beside = path.with_suffix(".new")
    beside.write_bytes(data)
    beside.replace(path)
