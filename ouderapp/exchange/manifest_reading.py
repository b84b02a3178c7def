"""From the bytes of a manifest to its record: exact keys, exact types, typed reasons."""

import dataclasses
from typing import Any, TypeVar, get_args, get_origin, get_type_hints

from ouderapp.base import canonical
from ouderapp.exchange.manifest import (
    FORMAT,
    NO_HASH,
    Bundle,
    EnrolOffice,
    EnrolWorker,
    Manifest,
    Receipt,
)
from ouderapp.exchange.manifest_shapes import (
    BUNDLE,
    BUNDLE_KINDS,
    ENROL_OFFICE,
    ENROL_WORKER,
    RECEIPT,
)
from ouderapp.exchange.refusals.sender import (
    FormatNewer,
    FormatUnknown,
    KindWrong,
    ManifestFields,
    ManifestJson,
)
from ouderapp.exchange.shapes import Check, is_object

M = TypeVar("M", Bundle, Receipt, EnrolWorker, EnrolOffice)

_SHAPES: dict[type[Manifest], dict[str, Check]] = {
    Bundle: BUNDLE,
    Receipt: RECEIPT,
    EnrolWorker: ENROL_WORKER,
    EnrolOffice: ENROL_OFFICE,
}
_KINDS: dict[str, type[Manifest]] = {
    **dict.fromkeys(BUNDLE_KINDS, Bundle),
    "receipt": Receipt,
    "enrol_worker": EnrolWorker,
    "enrol_office": EnrolOffice,
}


def read_manifest(raw: bytes, wanted: type[M]) -> M:
    """The manifest in these bytes, which somebody known has signed.

    Raises manifest_json, format_newer, format_unknown, kind_wrong, manifest_fields, in the order
    of FORMAT.md 14; the list of members is judged elsewhere.
    """
    try:
        value = canonical.decode(raw)
    except canonical.NotCanonical as error:
        raise ManifestJson from error
    if not isinstance(value, dict):
        raise ManifestFields
    _check_format(value.get("format"))
    _check_kind(value.get("kind"), wanted)
    if not is_object(_SHAPES[wanted])(value):
        raise ManifestFields
    manifest: M = _built(wanted, value)
    if isinstance(manifest, Bundle):
        _check_numbers(manifest)
    if isinstance(manifest, EnrolOffice):
        _check_addresses(manifest)
    return manifest


def _check_format(number: object) -> None:
    if type(number) is not int:
        raise ManifestFields
    if number > FORMAT:
        raise FormatNewer(need=number)
    if number < FORMAT:
        raise FormatUnknown


def _check_kind(kind: object, wanted: type[Manifest]) -> None:
    if not isinstance(kind, str):
        raise ManifestFields
    if kind not in _KINDS:
        raise FormatUnknown
    if _KINDS[kind] is not wanted:
        raise KindWrong


def _check_numbers(bundle: Bundle) -> None:
    """What the numbers of one bundle must be among themselves (FORMAT.md 7.3)."""
    is_sound = (
        (bundle.kind == "full") == (bundle.base_lsn == 0)
        and bundle.base_lsn <= bundle.to_lsn
        and bundle.prev_seq < bundle.seq
        and (bundle.prev == NO_HASH) == (bundle.prev_seq == 0)
        and (bundle.epoch_from != "" or bundle.epoch_from_lsn == 0)
        and len(bundle.recipients) > 0
    )
    if not is_sound:
        raise ManifestFields


def _check_addresses(office: EnrolOffice) -> None:
    """Offices first, each group sorted, nobody twice, at least one office."""
    in_order = sorted(office.recipients, key=lambda one: (one.role != "office", one.recipient))
    everybody = {one.recipient for one in office.recipients}
    offices = [one for one in office.recipients if one.role == "office"]
    if list(office.recipients) != in_order or len(everybody) != len(in_order) or not offices:
        raise ManifestFields


def _built(kind: Any, value: Any) -> Any:
    """The record of this kind, filled by the names it shares with the object."""
    if dataclasses.is_dataclass(kind):
        hints = get_type_hints(kind)
        return kind(**{name: _built(hints[name], value[name]) for name in hints})  # type: ignore[operator]
    if get_origin(kind) is tuple:
        return tuple(_built(get_args(kind)[0], item) for item in value)
    return value
