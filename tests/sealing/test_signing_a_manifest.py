"""A manifest is believed only when its pinned key signed these very bytes (B02, FORMAT.md 7.1)."""

from ouderapp.sealing.envelope import (
    SIGNATURE_SIZE,
    is_manifest_signed,
    sign_manifest,
    signer_of,
)
from ouderapp.sealing.keys import Signer


def test_a_signature_names_its_key_and_covers_the_manifest() -> None:
    worker = Signer(bytes.fromhex("11" * 32))
    manifest = b'{"format":1}'

    signature = sign_manifest(manifest, worker)

    assert len(signature) == SIGNATURE_SIZE
    assert signer_of(signature) == worker.key_id
    assert is_manifest_signed(manifest, signature, worker.public)


def test_no_other_manifest_key_or_signature_is_believed() -> None:
    worker, other = Signer.new(), Signer.new()
    manifest = b'{"format":1}'
    signature = sign_manifest(manifest, worker)
    bare = worker.key_id + worker.sign(manifest)

    assert not is_manifest_signed(manifest + b" ", signature, worker.public)
    assert not is_manifest_signed(manifest, signature, other.public)
    assert not is_manifest_signed(manifest, signature[:-1], worker.public)
    assert not is_manifest_signed(manifest, signature + b"\0", worker.public)
    assert not is_manifest_signed(manifest, bare, worker.public)
