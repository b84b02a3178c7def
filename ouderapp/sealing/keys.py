"""Who signs and who can open: the keys of worker and office, and whether a key may be trusted."""

import hashlib
import secrets
from collections.abc import Iterable
from dataclasses import dataclass

from nacl.bindings import crypto_core_ed25519_is_valid_point, crypto_scalarmult
from nacl.exceptions import BadSignatureError
from nacl.exceptions import RuntimeError as ZeroProduct
from nacl.signing import SigningKey, VerifyKey
from pyrage.x25519 import Identity

from ouderapp.sealing import bech32

KEY_BYTES = 32
KEY_ID_BYTES = 16
SIGNATURE_BYTES = 64

_RECIPIENT, _IDENTITY = "age", "age-secret-key-"
_KEY_CHANGE = b"ouderapp key change v1\0"
_FIELD = 2**255 - 19
# Any scalar that is a multiple of the cofactor after clamping shows a point of small order.
_PROBE = bytes(KEY_BYTES)


@dataclass(frozen=True, repr=False)
class Signer:
    """An Ed25519 key pair by its seed; the seed stays inside the store (FORMAT.md 3.2)."""

    seed: bytes

    @classmethod
    def new(cls) -> "Signer":
        return cls(secrets.token_bytes(KEY_BYTES))

    @property
    def public(self) -> bytes:
        """The public key, 32 bytes."""
        return bytes(SigningKey(self.seed).verify_key)

    @property
    def key_id(self) -> bytes:
        """16 bytes by which the other side finds the public key among those it pinned."""
        return key_id_of(self.public)

    def sign(self, message: bytes) -> bytes:
        """The signature, 64 bytes."""
        return SigningKey(self.seed).sign(message).signature


@dataclass(frozen=True, repr=False)
class Opener:
    """An age X25519 identity by its 32 secret bytes; it stays inside the store."""

    secret: bytes

    @classmethod
    def new(cls) -> "Opener":
        return cls(secrets.token_bytes(KEY_BYTES))

    @classmethod
    def read(cls, text: str) -> "Opener | None":
        """The identity of an `AGE-SECRET-KEY-1…` line; None when it is none."""
        secret = bech32.decode(_IDENTITY, text.strip().lower())
        return cls(secret) if secret is not None and len(secret) == KEY_BYTES else None

    @property
    def text(self) -> str:
        """The identity as the age program writes it."""
        return bech32.encode(_IDENTITY, self.secret).upper()

    @property
    def recipient(self) -> str:
        """The `age1…` text for which others encrypt."""
        return str(self.identity.to_public())

    @property
    def identity(self) -> Identity:
        return Identity.from_str(self.text)


def key_id_of(public: bytes) -> bytes:
    """The first 16 bytes of SHA-256 of a public signing key."""
    return hashlib.sha256(public).digest()[:KEY_ID_BYTES]


def recipient_hash(recipient: str) -> bytes:
    """SHA-256 over the signs of the `age1…` text."""
    return hashlib.sha256(recipient.encode("ascii")).digest()


def is_sound_sign_key(public: bytes) -> bool:
    """Whether this Ed25519 key is canonical, on the curve and of full order (FORMAT.md 3.2)."""
    return len(public) == KEY_BYTES and crypto_core_ed25519_is_valid_point(public)


def is_sound_recipient(recipient: str) -> bool:
    """Whether this is an `age1…` text in its one form whose key keeps a secret (FORMAT.md 3.2)."""
    point = bech32.decode(_RECIPIENT, recipient)
    if point is None or len(point) != KEY_BYTES or int.from_bytes(point, "little") >= _FIELD:
        return False
    try:
        crypto_scalarmult(_PROBE, point)
    except ZeroProduct:
        return False
    return True


def is_signed(message: bytes, signature: bytes, public: bytes) -> bool:
    """Whether this key signed this message; a key that is not sound has signed nothing."""
    if len(signature) != SIGNATURE_BYTES or not is_sound_sign_key(public):
        return False
    try:
        VerifyKey(public).verify(message, signature)
    except BadSignatureError:
        return False
    return True


def key_change(new_public: bytes, recipients: Iterable[str]) -> bytes:
    """What an old key signs to vouch for a new one and its recipients (FORMAT.md 4.4)."""
    listed = "\n".join(sorted(recipients)).encode("ascii")
    return _KEY_CHANGE + new_public + hashlib.sha256(listed).digest()
