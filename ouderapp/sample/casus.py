"""Reading a story file: the form of `resources/sample/casus.json`, checked before it is used."""

import json
import re
import uuid
from dataclasses import dataclass
from datetime import date, time
from pathlib import Path
from typing import Any

from ouderapp.base.errors import Problem
from ouderapp.base.i18n import mark
from ouderapp.base.paths import resources_folder

Block = dict[str, Any]

# DOMAIN 11: ids of a story are made from its short keys when the file does not give them.
NAMESPACE = uuid.uuid5(uuid.NAMESPACE_URL, "https://ouderapp.example/casus/v1")
WEEKDAYS = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")


class CasusUnreadable(Problem):
    message = mark("This file is not a story that ouderapp can play: {what}.")
    hint = mark("Check the file, or play the story that comes with ouderapp.")


@dataclass(frozen=True)
class Bundle:
    """One month-end of the story."""

    month: str
    exported_on: date


@dataclass(frozen=True)
class Casus:
    """A story as read; `ids` maps every short key to its identity."""

    data: Block
    ids: dict[str, str]

    def block(self, name: str) -> list[Block]:
        """The records of one block, empty when the file has none."""
        return list(self.data.get(name) or ())

    def id(self, key: str | None) -> str | None:
        """The identity of a short key, None for None."""
        return None if key is None else self.ids[key]

    @property
    def bundles(self) -> list[Bundle]:
        """The month-ends in the order of their dates."""
        found = [Bundle(b["month"], day(b["exported_on"])) for b in self.block("monthly_bundles")]
        return sorted(found, key=lambda b: b.exported_on)


def day(text: str) -> date:
    """A date of the file."""
    return date.fromisoformat(text)


def hour(text: str | None) -> time | None:
    """A time of the file."""
    return None if text is None else time.fromisoformat(text)


def weekday(word: str) -> int:
    """ISO weekday (1 to 7) of a Dutch day name."""
    return WEEKDAYS.index(word.lower()) + 1


def code(text: str) -> str:
    """A word of the file as a code: `brengt broer` becomes `brengt_broer`."""
    return re.sub(r"[^a-z0-9-]+", "_", text.lower()).strip("_")


def read(path: Path | None = None) -> Casus:
    """The story in a file, or the one that comes with ouderapp; raises CasusUnreadable."""
    try:
        data = json.loads((path or resources_folder() / "sample" / "casus.json").read_text("utf-8"))
        if not isinstance(data, dict):
            raise CasusUnreadable(what=type(data).__name__)
        return Casus(data, dict(_keyed(data)))
    except OSError as error:
        raise CasusUnreadable(what=type(error).__name__) from None
    except (ValueError, KeyError, TypeError) as error:
        raise CasusUnreadable(what=type(error).__name__) from None


def _keyed(value: Any) -> list[tuple[str, str]]:
    """Every (key, id) pair anywhere in the file."""
    if isinstance(value, list):
        return [pair for item in value for pair in _keyed(item)]
    if not isinstance(value, dict):
        return []
    found = [pair for item in value.values() for pair in _keyed(item)]
    if isinstance(value.get("key"), str):
        found.append((value["key"], _identity(value)))
    return found


def _identity(block: Block) -> str:
    given = block.get("id")
    return uuid.UUID(given).hex if given else uuid.uuid5(NAMESPACE, block["key"]).hex


def derived_id(*parts: str) -> str:
    """The identity of a record that the file has no key for, always the same."""
    return uuid.uuid5(NAMESPACE, "|".join(parts)).hex
