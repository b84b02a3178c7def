"""Identities: 16 random bytes as 32 lower-case hex digits, the same in table, form and bundle."""

import os
import re
from typing import NewType

Id = NewType("Id", str)

_FORM = re.compile(r"[0-9a-f]{32}")


def new_id() -> Id:
    """A fresh random identity."""
    return Id(os.urandom(16).hex())


def is_id(text: object) -> bool:
    """Whether the text has the form of an identity."""
    return isinstance(text, str) and _FORM.fullmatch(text) is not None
