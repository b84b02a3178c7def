"""The bytes of `vault.json`: read strictly, within limits, written in one form (SECURITY 4.3)."""

import base64
import hmac
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeVar

from ouderapp.base import canonical
from ouderapp.sealing.argon import CEILING, SALT_BYTES, Cost
from ouderapp.sealing.derive import Keys
from ouderapp.sealing.key_problems import KeyFileDamaged, KeyFileHostile, KeyFileNewer
from ouderapp.sealing.slots import (
    BOX_BYTES,
    NONCE_BYTES,
    AnySlot,
    OfficeSlot,
    OlderSlot,
    Place,
    SecretKind,
    Slot,
)

LIMIT = 4096
FORMAT = 1
VAULT_BYTES = CHECK_BYTES = 16

_HEX = re.compile(r"(?:[0-9a-f]{2})*")
_SECRET_KINDS: dict[str, SecretKind] = {"passphrase": "passphrase", "recovery": "recovery"}
_MOST_GENERATIONS, _MOST_SLOTS = 2, 4
_MOST_RECIPIENTS = 9

T = TypeVar("T")


@dataclass(frozen=True)
class Generation:
    """The ways to one master key; two generations stand side by side while a key is renewed."""

    gen: int
    check: bytes
    slots: tuple[AnySlot, ...]

    def slot(self, kind: str) -> AnySlot | None:
        """The slot of this kind, or None."""
        return next((slot for slot in self.slots if slot.kind == kind), None)

    def with_slot(self, new: AnySlot) -> "Generation":
        """The same generation with this slot in the place of the one of its kind."""
        slots = (*self.without(new.kind).slots, new)
        return Generation(self.gen, self.check, tuple(sorted(slots, key=_kind_of)))

    def without(self, kind: str) -> "Generation":
        """The same generation without the slot of this kind."""
        slots = tuple(slot for slot in self.slots if slot.kind != kind)
        return Generation(self.gen, self.check, slots)

    def holds(self, keys: Keys) -> bool:
        """Whether this generation is about this master key."""
        return hmac.compare_digest(self.check, keys.check)


@dataclass(frozen=True)
class KeyFile:
    """All that `vault.json` says."""

    vault: bytes
    gens: tuple[Generation, ...]

    def place(self, generation: Generation) -> Place:
        return Place(generation.gen, self.vault)

    def with_generation(self, new: Generation) -> "KeyFile":
        """The same file with this generation in the place of the one of its number."""
        gens = {generation.gen: generation for generation in (*self.gens, new)}
        return KeyFile(self.vault, tuple(gens[gen] for gen in sorted(gens)))


def _kind_of(slot: AnySlot) -> str:
    return slot.kind


def encode(file: KeyFile) -> bytes:
    """The bytes of the file; raises ValueError when it would be longer than the limit."""
    gens = [
        {
            "check": generation.check.hex(),
            "gen": generation.gen,
            "slots": [slot.shown() for slot in generation.slots],
        }
        for generation in file.gens
    ]
    data = canonical.encode({"format": FORMAT, "gens": gens, "vault": file.vault.hex()})
    if len(data) > LIMIT:
        raise ValueError("too many slots for one key file")
    return data


def decode(data: bytes, floor: Cost) -> KeyFile:
    """What these bytes say, checked before any work is done for them.

    Raises KeyFileDamaged, KeyFileNewer, and KeyFileHostile for a cost outside `floor` to the
    ceiling.
    """
    if len(data) > LIMIT:
        raise KeyFileDamaged
    try:
        told = canonical.decode_object(data)
    except canonical.NotCanonical:
        raise KeyFileDamaged from None
    if told.get("format") != FORMAT:
        raise KeyFileNewer if _is_newer(told) else KeyFileDamaged
    _check_keys(told, "format", "gens", "vault")
    gens = tuple(_generation(one, floor) for one in _objects(told["gens"], _MOST_GENERATIONS))
    numbers = [generation.gen for generation in gens]
    if numbers != sorted(set(numbers)):
        raise KeyFileDamaged
    return KeyFile(_bytes(told["vault"], VAULT_BYTES), gens)


def _is_newer(told: Mapping[str, canonical.Value]) -> bool:
    return isinstance(told.get("format"), int) and _int(told["format"]) > FORMAT


def _generation(told: Mapping[str, canonical.Value], floor: Cost) -> Generation:
    _check_keys(told, "check", "gen", "slots")
    slots = tuple(_slot(one, floor) for one in _objects(told["slots"], _MOST_SLOTS))
    kinds = [slot.kind for slot in slots]
    if kinds != sorted(set(kinds)) or _int(told["gen"]) < 1:
        raise KeyFileDamaged
    return Generation(_int(told["gen"]), _bytes(told["check"], CHECK_BYTES), slots)


def _slot(told: Mapping[str, canonical.Value], floor: Cost) -> AnySlot:
    kind = told.get("kind")
    if kind == "office":
        return _office_slot(told)
    if kind == "older":
        return _older_slot(told)
    if not isinstance(kind, str) or kind not in _SECRET_KINDS:
        raise KeyFileDamaged
    _check_keys(told, "box", "kind", "m", "nonce", "salt", "t")
    cost = Cost(_int(told["m"]), _int(told["t"]))
    if not cost.within(floor, CEILING):
        raise KeyFileHostile
    salt, nonce = _bytes(told["salt"], SALT_BYTES), _bytes(told["nonce"], NONCE_BYTES)
    return Slot(_SECRET_KINDS[kind], cost, salt, nonce, _bytes(told["box"], BOX_BYTES))


def _office_slot(told: Mapping[str, canonical.Value]) -> OfficeSlot:
    _check_keys(told, "box", "kind", "recipients")
    hashes = _list(told["recipients"], str, _MOST_RECIPIENTS)
    for one in hashes:
        _bytes(one, 32)
    return OfficeSlot(_base64(told["box"]), tuple(hashes))


def _older_slot(told: Mapping[str, canonical.Value]) -> OlderSlot:
    _check_keys(told, "box", "kind", "nonce")
    return OlderSlot(_bytes(told["nonce"], NONCE_BYTES), _bytes(told["box"], BOX_BYTES))


def _check_keys(told: Mapping[str, canonical.Value], *keys: str) -> None:
    if tuple(told) != keys:
        raise KeyFileDamaged


def _objects(value: canonical.Value, most: int) -> list[dict[str, canonical.Value]]:
    return _list(value, dict, most)


def _list(value: canonical.Value, kind: type[T], most: int) -> list[T]:
    if not isinstance(value, list) or not 1 <= len(value) <= most:
        raise KeyFileDamaged
    found = [one for one in value if isinstance(one, kind)]
    if len(found) != len(value):
        raise KeyFileDamaged
    return found


def _int(value: canonical.Value) -> int:
    if not isinstance(value, int) or isinstance(value, bool):
        raise KeyFileDamaged
    return value


def _bytes(value: canonical.Value, size: int) -> bytes:
    if not isinstance(value, str) or len(value) != size * 2 or not _HEX.fullmatch(value):
        raise KeyFileDamaged
    return bytes.fromhex(value)


def _base64(value: canonical.Value) -> bytes:
    try:
        data = base64.b64decode(str(value), validate=True)
    except ValueError:
        raise KeyFileDamaged from None
    if base64.b64encode(data).decode("ascii") != value:
        raise KeyFileDamaged
    return data
