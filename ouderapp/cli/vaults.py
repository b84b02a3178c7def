"""Opening and making vaults from the command line."""

import argparse
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ouderapp.base.errors import Problem
from ouderapp.base.i18n import mark
from ouderapp.base.paths import Paths, own_vault
from ouderapp.cli import terminal
from ouderapp.sealing.argon import Cost
from ouderapp.sealing.keyfile import Created, create, exists, open_with_passphrase
from ouderapp.store import renewal
from ouderapp.store.database import Database

cheap: Cost | None = None
"""A cost that only tests set; with None this machine is measured."""


class NoVault(Problem):
    message = mark("There are no files of ouderapp in this folder: {folder}")
    hint = mark("Check the folder after --store.")


class PassphraseEmpty(Problem):
    message = mark("The passphrase is empty.")
    hint = mark("Type it, or put it on the first line of the file after --passphrase-file.")


def paths_of(asked: argparse.Namespace) -> Paths:
    """The vault that the words name, or the person's own."""
    return Paths(asked.store or own_vault(is_practice=asked.practice))


@contextmanager
def opened(asked: argparse.Namespace) -> Iterator[Database]:
    """The store of an existing vault, closed afterwards; raises NoVault, WrongPassphrase, …"""
    paths = paths_of(asked)
    if not exists(paths):
        raise NoVault(folder=str(paths.vault))
    unlocked = open_with_passphrase(paths, _passphrase(asked.passphrase_file), cheap=cheap)
    keys = renewal.settled(paths, unlocked)
    database = Database.open(paths, keys)
    try:
        yield database
    finally:
        database.close()


@contextmanager
def made(asked: argparse.Namespace) -> Iterator[tuple[Database, Created]]:
    """A new vault with an empty store, and the words for its recovery; raises KeyFileExists."""
    paths = paths_of(asked)
    created = create(paths, _passphrase(asked.passphrase_file), cheap=cheap)
    database = Database.open(paths, created.keys)
    try:
        yield database, created
    finally:
        database.close()


def _passphrase(file: Path | None) -> str:
    words = terminal.passphrase(file)
    if not words.strip():
        raise PassphraseEmpty
    return words
