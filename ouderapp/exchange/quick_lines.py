"""One regular expression a table and level: lines that fit it are canonical and well typed."""

import re
from collections.abc import Mapping, Sequence
from hashlib import sha256
from itertools import starmap

from ouderapp.exchange.oddness import oddities, watched
from ouderapp.exchange.puts import Puts, in_order
from ouderapp.exchange.quick_columns import Column, Doubtful, column_of
from ouderapp.exchange.records import Fields

_ID = "[0-9a-f]{32}"
_TAIL = r',"lsn":(0|[1-9][0-9]{0,15}),"op":"put","ver":([1-9][0-9]{0,15})\}\n'


class QuickLines:
    """Reads many `put` lines of one table at one level at once, column by column.

    It is sure of every line or it reads none: whatever it doubts is read slowly, line by line,
    where every rule stands in the agreed order.
    """

    def __init__(self, table: str, level: str, fields: Fields) -> None:
        self._table, self._level = table, level
        self._columns: Mapping[str, Column] = {
            name: column_of(kind) for name, kind in in_order(fields)
        }
        self._watched = [name for name in watched(table) if name in self._columns]
        self._named = [name for name, kind in fields if kind.is_reference]
        data = ",".join(f'"{name}":{one.pattern}' for name, one in self._columns.items())
        head = rf'(\{{"data":\{{{data}\}},"id":"({_ID})","level":"{level}")'
        # From the beginning of a line to its end: as many as there are lines, or there is doubt.
        self._all = re.compile(f"^{head}{_TAIL}", re.MULTILINE).findall

    def read(self, text: str, numbers: Sequence[int]) -> Puts | None:
        """The rows of these lines, LF included, with their numbers; None when in doubt."""
        found = self._all(text)
        if not found or len(found) != len(numbers):
            return None
        heads, *data, ids, lsns, vers = zip(*found, strict=True)
        tokens = dict(zip(self._columns, data, strict=True))
        try:
            columns = {name: one.stored(tokens[name]) for name, one in self._columns.items()}
            named = {name: self._columns[name].ids(tokens[name]) for name in self._named}
            values = {name: self._columns[name].values(tokens[name]) for name in self._watched}
        except Doubtful:
            return None
        return Puts(
            self._level,
            numbers,
            ids,
            list(map(int, vers)),
            list(map(int, lsns)),
            list(starmap(self._hash, zip(heads, vers, strict=True))),
            oddities(self._table, values, len(ids)),
            named,
            columns,
        )

    def _hash(self, head: str, ver: str) -> str:
        """The row hash, from the line as it stands: it is canonical, only lsn and op go."""
        return sha256(f'{self._table}\0{head},"ver":{ver}}}'.encode()).hexdigest()
