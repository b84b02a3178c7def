"""The names of files that travel: random, a number, and nothing about anybody (FORMAT.md 2)."""

import secrets

_LETTERS = "abcdefghijklmnopqrstuvwxyz234567"


def _random() -> str:
    return "".join(secrets.choice(_LETTERS) for _ in range(8))


def bundle_name(seq: int) -> str:
    """`oud-<r>-<seq>.age`."""
    return f"oud-{_random()}-{seq:06d}.age"


def receipt_name(seq: int) -> str:
    """`bon-<r>-<seq>.oudreceipt`."""
    return f"bon-{_random()}-{seq:06d}.oudreceipt"


def worker_file_name() -> str:
    """`medewerker-<r>.oudid`."""
    return f"medewerker-{_random()}.oudid"


def office_file_name() -> str:
    """`kantoor-<r>.oudid`."""
    return f"kantoor-{_random()}.oudid"
