"""One way to the master key: a box that a secret, the office or the key of before opens."""

import base64
import io
import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from nacl.bindings import (
    crypto_aead_xchacha20poly1305_ietf_decrypt,
    crypto_aead_xchacha20poly1305_ietf_encrypt,
)
from nacl.exceptions import CryptoError

from ouderapp.base import canonical
from ouderapp.sealing.argon import SALT_BYTES, Cost, stretch
from ouderapp.sealing.derive import Keys
from ouderapp.sealing.envelope import open_sealed, seal
from ouderapp.sealing.keys import Opener, recipient_hash
from ouderapp.sealing.refusals import EnvelopeRefused

SecretKind = Literal["passphrase", "recovery"]

MASTER_BYTES = 32
NONCE_BYTES = 24
BOX_BYTES = MASTER_BYTES + 16

_BOUND = b"ouderapp vault slot v1\0"


@dataclass(frozen=True)
class Place:
    """Where a slot stands: its generation and vault are bound into its box."""

    gen: int
    vault: bytes


@dataclass(frozen=True, repr=False)
class Slot:
    """The master key under a secret that a person knows or has on paper (SECURITY 4.3)."""

    kind: SecretKind
    cost: Cost
    salt: bytes
    nonce: bytes
    box: bytes

    @property
    def body(self) -> bytes:
        """The random bytes that a slot written anew has all different."""
        return self.salt + self.nonce + self.box

    def shown(self) -> dict[str, canonical.Value]:
        """The object of the file."""
        return {**self._parameters(), "box": self.box.hex()}

    def bound(self, place: Place) -> bytes:
        """What the box is bound to: no parameter can be changed unnoticed."""
        told = {**self._parameters(), "gen": place.gen, "vault": place.vault.hex()}
        return _BOUND + canonical.encode(told)

    def _parameters(self) -> dict[str, canonical.Value]:
        return {
            "kind": self.kind,
            "m": self.cost.m,
            "nonce": self.nonce.hex(),
            "salt": self.salt.hex(),
            "t": self.cost.t,
        }

    def open(self, secret: bytes, place: Place) -> bytes | None:
        """The master key, or None when the secret is another one or a byte was changed."""
        key = stretch(secret, self.salt, self.cost)
        try:
            return crypto_aead_xchacha20poly1305_ietf_decrypt(
                self.box, self.bound(place), self.nonce, key
            )
        except CryptoError:
            return None


@dataclass(frozen=True, repr=False)
class OfficeSlot:
    """The master key in an age file that only the escrow key of the organisation opens."""

    box: bytes
    recipients: tuple[str, ...]
    kind: Literal["office"] = "office"

    @property
    def body(self) -> bytes:
        """The random bytes that a slot written anew has all different."""
        return self.box

    def shown(self) -> dict[str, canonical.Value]:
        """The object of the file."""
        box = base64.b64encode(self.box).decode("ascii")
        return {"box": box, "kind": "office", "recipients": list(self.recipients)}

    def open(self, openers: Sequence[Opener]) -> bytes | None:
        """The master key, or None when none of the keys fits or a byte was changed."""
        found = io.BytesIO()
        try:
            open_sealed(io.BytesIO(self.box), found, openers)
        except EnvelopeRefused:
            return None
        return found.getvalue()


@dataclass(frozen=True, repr=False)
class OlderSlot:
    """The master key under the one before it: until a renewal ends, the old sheet opens too."""

    nonce: bytes
    box: bytes
    kind: Literal["older"] = "older"

    @property
    def body(self) -> bytes:
        """The random bytes that a slot written anew has all different."""
        return self.nonce + self.box

    def shown(self) -> dict[str, canonical.Value]:
        """The object of the file."""
        return {"box": self.box.hex(), "kind": self.kind, "nonce": self.nonce.hex()}

    def bound(self, place: Place) -> bytes:
        """What the box is bound to."""
        told = {"gen": place.gen, "kind": self.kind, "vault": place.vault.hex()}
        return _BOUND + canonical.encode(told)

    def open(self, older: Keys, place: Place) -> bytes | None:
        """The master key, or None when the older key is another one or a byte was changed."""
        try:
            return crypto_aead_xchacha20poly1305_ietf_decrypt(
                self.box, self.bound(place), self.nonce, older.newer
            )
        except CryptoError:
            return None


AnySlot = Slot | OfficeSlot | OlderSlot


def close_slot(kind: SecretKind, secret: bytes, master: bytes, place: Place, cost: Cost) -> Slot:
    """A new slot with fresh salt and nonce."""
    salt, nonce = secrets.token_bytes(SALT_BYTES), secrets.token_bytes(NONCE_BYTES)
    empty = Slot(kind, cost, salt, nonce, b"")
    key = stretch(secret, salt, cost)
    box = crypto_aead_xchacha20poly1305_ietf_encrypt(master, empty.bound(place), nonce, key)
    return Slot(kind, cost, salt, nonce, box)


def close_office_slot(master: bytes, recipients: Sequence[str]) -> OfficeSlot:
    """A slot for the escrow keys; raises RecipientUnsound."""
    box = io.BytesIO()
    seal(io.BytesIO(master), box, recipients)
    hashes = (recipient_hash(recipient).hex() for recipient in recipients)
    return OfficeSlot(box.getvalue(), tuple(sorted(hashes)))


def close_older_slot(older: Keys, master: bytes, place: Place) -> OlderSlot:
    """A slot that the key of before opens."""
    nonce = secrets.token_bytes(NONCE_BYTES)
    bound = OlderSlot(nonce, b"").bound(place)
    return OlderSlot(
        nonce, crypto_aead_xchacha20poly1305_ietf_encrypt(master, bound, nonce, older.newer)
    )
