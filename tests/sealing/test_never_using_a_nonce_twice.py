"""No two things encrypted here share a salt or a nonce; no parameter can be exchanged (X01)."""

from dataclasses import replace
from pathlib import Path

import pytest

from ouderapp.base.paths import Paths
from ouderapp.sealing.argon import Cost
from ouderapp.sealing.blobs import NONCE_BYTES, Blobs
from ouderapp.sealing.derive import Keys
from ouderapp.sealing.slots import Place, Slot, close_slot
from tests.sealing.cheap import CHEAP

SECRET, MASTER, PLACE = b"banaan fiets wolk", bytes(range(32)), Place(1, b"v" * 16)


@pytest.fixture
def slot() -> Slot:
    """The way to a master key by a passphrase."""
    return close_slot("passphrase", SECRET, MASTER, PLACE, CHEAP)


def test_every_slot_has_a_salt_and_a_nonce_of_its_own() -> None:
    slots = [close_slot("recovery", SECRET, MASTER, PLACE, CHEAP) for _ in range(3)]

    assert len({one.salt for one in slots}) == 3
    assert len({one.nonce for one in slots}) == 3


def test_a_slot_opens_where_it_was_made_and_with_its_own_parameters(slot: Slot) -> None:
    changed = [replace(slot, kind="recovery"), replace(slot, nonce=bytes(24))]

    assert slot.open(SECRET, PLACE) == MASTER
    assert [one.open(SECRET, PLACE) for one in changed] == [None, None]
    assert slot.open(SECRET, Place(2, PLACE.vault)) is None
    assert slot.open(SECRET, Place(1, b"w" * 16)) is None


def test_the_box_is_bound_to_what_the_derivation_costs(slot: Slot) -> None:
    dearer = replace(slot, cost=Cost(CHEAP.m, CHEAP.t + 1))

    assert dearer.bound(PLACE) != slot.bound(PLACE)


def test_an_attachment_written_again_is_encrypted_anew(tmp_path: Path) -> None:
    blobs = Blobs(Paths(tmp_path), Keys(b"m" * 32, b"v" * 16))
    name = blobs.put(b"brief")
    first = blobs.path(name).read_bytes()
    blobs.remove(name)

    blobs.put(b"brief")

    second = blobs.path(name).read_bytes()
    assert first[:NONCE_BYTES] != second[:NONCE_BYTES]
    assert first != second
