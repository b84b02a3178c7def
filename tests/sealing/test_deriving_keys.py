"""Every key of a vault comes from its one master key, and none leads to another (SECURITY 4.1)."""

import pytest
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from hypothesis import given
from hypothesis import strategies as st

from ouderapp.sealing.derive import Keys, Label, hkdf

LABELS: list[Label] = ["db", "backup", "blob", "ledger", "receipt", "newer", "check"]


@given(
    st.binary(min_size=32, max_size=32),
    st.binary(min_size=16, max_size=16),
    st.sampled_from(LABELS),
    st.integers(1, 100),
)
def test_the_derivation_is_that_of_another_library(
    master: bytes, vault: bytes, label: Label, length: int
) -> None:
    other = HKDF(SHA256(), length, vault, b"ouderapp v1 " + label.encode())

    assert hkdf(master, vault, label, length) == other.derive(master)


def test_each_use_has_a_key_of_its_own() -> None:
    keys = Keys(bytes(32), bytes(16))

    found = [keys.db, keys.backup, keys.blob, keys.ledger, keys.receipt, keys.newer]

    assert found == [hkdf(bytes(32), bytes(16), label) for label in LABELS[:6]]
    assert len(set(found)) == 6
    assert keys.check == hkdf(bytes(32), bytes(16), "check", 16)


@pytest.mark.parametrize("other", [Keys(b"x" * 32, bytes(16)), Keys(bytes(32), b"x" * 16)])
def test_another_master_key_or_vault_gives_other_keys(other: Keys) -> None:
    assert other.db != Keys(bytes(32), bytes(16)).db
    assert other.check != Keys(bytes(32), bytes(16)).check


def test_keys_never_show_themselves() -> None:
    assert "mmm" not in repr(Keys(b"m" * 32, b"v" * 16))
