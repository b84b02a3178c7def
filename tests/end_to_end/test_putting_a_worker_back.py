"""A worker's vault comes back from a backup and tells the office so; nothing is lost (B13)."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from ouderapp.backup import opening, restoring
from ouderapp.backup.making import make_backup
from ouderapp.base.i18n import _
from ouderapp.base.paths import Paths
from ouderapp.exchange.receive import receive_again
from ouderapp.exchange.series import own_epoch
from ouderapp.sealing import keyfile
from ouderapp.store import tables
from ouderapp.store.database import Database
from tests.backup.conftest import CHEAP, PHRASE, Vault, a_vault
from tests.backup.drills import digest, new_family
from tests.exchange.office_rows import held_by, told_by
from tests.exchange.sides import Link, linked


@pytest.fixture
def vault(tmp_path: Path) -> Vault:
    """The folder of a worker."""
    return a_vault(tmp_path / "worker")


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Database]:
    """The store of an office, with a key file of its own."""
    paths = Paths(tmp_path / "office")
    opened = Database.open(paths, keyfile.create(paths, PHRASE, cheap=CHEAP).keys)
    yield opened
    opened.close()


def put_back(vault: Vault, link: Link, backup: Path) -> Link:
    """Close the worker's store, put this backup back as the program does, and open it again."""
    link.worker.close()
    restoring.restore(vault.paths, opening.open_with_passphrase(backup, PHRASE, cheap=CHEAP))
    return Link(vault.opened(), link.office, link.worker_id, link.key_id)


def test_a_restored_vault_waits_at_the_office_until_somebody_approves(
    vault: Vault, office: Database
) -> None:
    """EXCHANGE 19.1: the Dutch sentence, six words, the office as it was; then all of it in."""
    link = linked(vault.opened(), office)
    link.worker.run(new_family, "Haddad")
    link.confirm(link.deliver(link.make()))
    backup = make_backup(link.worker)
    later = link.worker.run(new_family, "Peeters")
    link.confirm(link.deliver(link.make()))
    before, epoch = digest(office), link.worker.run(own_epoch)
    restored = put_back(vault, link, backup)
    made = restored.make()

    waiting = restored.deliver(made)

    assert (made.seq, made.kind, waiting.state, waiting.receipt) == (1, "full", "waiting", None)
    assert made.epoch_id != epoch.epoch_id
    assert waiting.problem
    said = _(waiting.problem.message).format(**waiting.problem.places)
    assert said.startswith(
        "De laptop is teruggezet. Bel de medewerker en vergelijk de zes woorden: "
    )
    after = digest(office)
    assert {table for table in after if after[table] != before[table]} == {"inbox"}

    approved = receive_again(office, waiting.file_hash, approved=made.epoch_id)

    assert approved.state == "accepted"
    assert held_by(link) == told_by(restored)
    aside = office.run(lambda session: session.query(tables.SetAside).all())
    assert [(row.id, row.why) for row in aside] == [(later, "lost_by_restore")]
    restored.worker.close()
