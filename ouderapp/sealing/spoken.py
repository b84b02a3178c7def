"""Six words that two people compare by voice: enrolment, receipt, restored laptop or office."""

import hashlib
import hmac

from ouderapp.base.words import words
from ouderapp.sealing.argon import FLOOR, stretch

WORDS = 6

_ENROLMENT, _ENROLMENT_SALT = b"ouderapp enrolment v1\0", b"ouderapp-words-1"
_EPOCH = b"ouderapp new epoch v1\0"
_OFFICE = b"ouderapp office restore v1\0"
_RECEIPT = b"ouderapp receipt words v1\0"


def enrolment_words(worker_manifest: bytes, office_manifest: bytes) -> tuple[str, ...]:
    """The fingerprint of two enrolment manifests, made slow to imitate (FORMAT.md 4.3)."""
    manifests = (hashlib.sha256(part).digest() for part in (worker_manifest, office_manifest))
    mixed = hashlib.sha256(_ENROLMENT + b"".join(manifests)).digest()
    return words(stretch(mixed, _ENROLMENT_SALT, FLOOR, 16), WORDS)


def epoch_words(worker: str, epoch_id: str, manifest_hash: bytes) -> tuple[str, ...]:
    """What both sides read when a laptop was set back (FORMAT.md 19.1); ids of 32 digits."""
    told = bytes.fromhex(worker) + bytes.fromhex(epoch_id) + manifest_hash
    return words(hashlib.sha256(_EPOCH + told).digest(), WORDS)


def office_words(office_epoch_id: str, manifest_hash: bytes) -> tuple[str, ...]:
    """What both sides read when the office was set back (FORMAT.md 19.2)."""
    told = bytes.fromhex(office_epoch_id) + manifest_hash
    return words(hashlib.sha256(_OFFICE + told).digest(), WORDS)


def receipt_words(receipt_key: bytes, manifest_hash: bytes, state_digest: bytes) -> tuple[str, ...]:
    """What the office reads after the commit (FORMAT.md 16.3)."""
    told = hmac.digest(receipt_key, _RECEIPT + manifest_hash + state_digest, hashlib.sha256)
    return words(told, WORDS)


def file_words(ciphertext_hash: bytes) -> tuple[str, ...]:
    """The six words on the slip that goes with a stick (FORMAT.md 13.6)."""
    return words(ciphertext_hash, WORDS)
