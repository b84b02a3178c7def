"""Reading and writing the two files of an enrolment, before anybody is trusted (FORMAT.md 4)."""

import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeVar

from ouderapp import __version__
from ouderapp.base import clock
from ouderapp.exchange.manifest import (
    FORMAT,
    EnrolOffice,
    EnrolWorker,
    manifest_bytes,
    manifest_hash,
)
from ouderapp.exchange.manifest_reading import read_manifest
from ouderapp.exchange.refusals.file import FileSize
from ouderapp.exchange.refusals.worker_side import EnrolKeyWeak, EnrolSignature
from ouderapp.exchange.signed_file import read_archive, signed_archive
from ouderapp.sealing.envelope import is_manifest_signed, signer_of
from ouderapp.sealing.keys import (
    Signer,
    is_signed,
    is_sound_recipient,
    is_sound_sign_key,
    key_change,
    key_id_of,
)

LARGEST = 64 << 10

E = TypeVar("E", EnrolWorker, EnrolOffice)


@dataclass(frozen=True)
class Vouch:
    """The old key's word for the new one; both empty when there is no old key."""

    prev_key: str = ""
    prev_sig: str = ""


def app_version() -> str:
    """The version of this program, as manifests say it."""
    return __version__


def moment() -> str:
    """This moment as manifests say it."""
    return clock.now().strftime("%Y-%m-%dT%H:%M:%SZ")


def nonce() -> str:
    """32 random bytes in hex."""
    return secrets.token_hex(32)


def vouch(old: Signer, new_public: bytes, recipients: Iterable[str]) -> Vouch:
    """What an old key says of a new one (FORMAT.md 4.4)."""
    return Vouch(old.key_id.hex(), old.sign(key_change(new_public, recipients)).hex())


def is_vouched(manifest: EnrolWorker | EnrolOffice, old_public: bytes) -> bool:
    """Whether the owner of this older key vouches for the key of the manifest."""
    if manifest.prev_key != key_id_of(old_public).hex() or not manifest.prev_sig:
        return False
    change = key_change(bytes.fromhex(manifest.sign_key), recipients_of(manifest))
    return is_signed(change, bytes.fromhex(manifest.prev_sig), old_public)


def recipients_of(manifest: EnrolWorker | EnrolOffice) -> list[str]:
    """Every recipient that the manifest names."""
    if isinstance(manifest, EnrolWorker):
        return [manifest.recipient]
    return [one.recipient for one in manifest.recipients]


def common_fields(kind: str) -> dict[str, object]:
    """The fields that both kinds begin with."""
    return {
        "app": app_version(),
        "created": moment(),
        "format": FORMAT,
        "kind": kind,
        "members": (),
        "nonce": nonce(),
    }


def enrolment_file(manifest: EnrolWorker | EnrolOffice, signer: Signer) -> bytes:
    """The bytes of a `.oudid` file."""
    return signed_archive(manifest_bytes(manifest), signer)


@dataclass(frozen=True)
class Read:
    """The hash and the bytes of a manifest whose signature held."""

    hash: str
    raw: bytes


def read_enrolment(raw: bytes, kind: type[E]) -> tuple[E, Read]:
    """The manifest of an enrolment file, signed by the key that it names itself.

    Raises file_size, archive_…, manifest_…, format_…, kind_wrong, enrol_key_weak,
    enrol_signature. Nothing of it may be trusted before the words were compared.
    """
    if len(raw) > LARGEST:
        raise FileSize
    found = read_archive(raw)
    manifest = read_manifest(found.content, kind)
    public = bytes.fromhex(manifest.sign_key)
    if not is_sound_sign_key(public) or not all(map(is_sound_recipient, recipients_of(manifest))):
        raise EnrolKeyWeak
    if signer_of(found.signature) != key_id_of(public):
        raise EnrolSignature
    if not is_manifest_signed(found.content, found.signature, public):
        raise EnrolSignature
    return manifest, Read(manifest_hash(found.content), found.content)
