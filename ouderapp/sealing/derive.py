"""Every key of a vault comes from its one master key (SECURITY 4.1)."""

import hashlib
import hmac
from dataclasses import dataclass
from typing import Literal

Label = Literal["db", "backup", "blob", "ledger", "receipt", "check", "newer"]


def hkdf(master: bytes, vault: bytes, label: Label, length: int = 32) -> bytes:
    """HKDF-SHA-256 (RFC 5869): salt is the vault id, info is `ouderapp v1 ` and the label."""
    secret = hmac.digest(vault, master, hashlib.sha256)
    info, block, found = b"ouderapp v1 " + label.encode("ascii"), b"", b""
    while len(found) < length:
        block = hmac.digest(secret, block + info + bytes([len(found) // 32 + 1]), hashlib.sha256)
        found += block
    return found[:length]


@dataclass(frozen=True, repr=False)
class Keys:
    """The master key of an open vault and what is derived from it; never shown, never logged."""

    master: bytes
    vault: bytes

    @property
    def db(self) -> bytes:
        return hkdf(self.master, self.vault, "db")

    @property
    def backup(self) -> bytes:
        return hkdf(self.master, self.vault, "backup")

    @property
    def blob(self) -> bytes:
        return hkdf(self.master, self.vault, "blob")

    @property
    def ledger(self) -> bytes:
        return hkdf(self.master, self.vault, "ledger")

    @property
    def receipt(self) -> bytes:
        return hkdf(self.master, self.vault, "receipt")

    @property
    def newer(self) -> bytes:
        """What opens the key that takes the place of this one, while it does so."""
        return hkdf(self.master, self.vault, "newer")

    @property
    def check(self) -> bytes:
        return hkdf(self.master, self.vault, "check", 16)
