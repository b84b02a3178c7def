"""Many lines of a table at once: quickly where nothing is in doubt, else one by one (8)."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain, islice
from operator import lt

from ouderapp.base.canonical import LARGEST
from ouderapp.exchange.puts import Numbered, Puts, puts_of
from ouderapp.exchange.quick_lines import QuickLines
from ouderapp.exchange.records import RANK, Lists, Row, RowReader

_GONE = '{"data":null,'
_GONE_LINE = (
    r'\{"data":null,"id":"([0-9a-f]{32})","level":"%s","lsn":(0|[1-9][0-9]{0,15}),'
    r'"op":"(del|erase)","ver":([1-9][0-9]{0,15})\}\n'
)
_LEVEL = re.compile(r',"level":"([a-z]+)","lsn":')


@dataclass(frozen=True, slots=True)
class Batch:
    """Lines that follow each other: rows to put, by level, and what must go."""

    puts: Sequence[Puts]
    gone: Sequence[Numbered]


class BatchReader:
    """Reads the lines of one table in order; its parameters are those of a RowReader.

    Where one line of many is in doubt they are all read again slowly, so that the reason and the
    line are always those of the careful reader.
    """

    def __init__(self, table: str, lists: Lists, most: str, base_lsn: int, to_lsn: int) -> None:
        self._careful = RowReader(table, lists, most, base_lsn, to_lsn)
        self._lists = lists
        self._base_lsn, self._to_lsn = base_lsn, to_lsn
        allowed = sorted((one for one in lists if RANK[one] <= RANK[most]), key=RANK.__getitem__)
        # Most lines are of the highest level allowed, so that one is tried first.
        self._quick = {level: QuickLines(table, level, lists[level]) for level in allowed[::-1]}
        self._gone = _GoneLines(most)

    @property
    def number(self) -> int:
        """How many lines were read so far."""
        return self._careful.number

    def read(self, body: bytes) -> Batch:
        """The rows of whole lines, LF included; raises what a RowReader does."""
        return self._quickly(body) or self._slowly(body)

    def _quickly(self, body: bytes) -> Batch | None:
        try:
            text = body.decode()
        except UnicodeDecodeError:
            return None
        numbers = range(self.number + 1, self.number + 1 + text.count("\n"))
        batch = self._of_one_level(text, numbers) or self._of_several(text, numbers)
        if batch is None:
            return None
        ids = _in_order(batch, numbers)
        if not self._fits(batch, ids):
            return None
        self._careful.number, self._careful.last = numbers[-1], ids[-1]
        return batch

    def _of_one_level(self, text: str, numbers: Sequence[int]) -> Batch | None:
        for quick in islice(self._quick.values(), 1):
            puts = quick.read(text, numbers)
            return None if puts is None else Batch([puts], [])
        return None

    def _of_several(self, text: str, numbers: Sequence[int]) -> Batch | None:
        by_level: dict[str, tuple[list[str], list[int]]] = {}
        for number, line in zip(numbers, text.split("\n"), strict=False):
            lines, places = by_level.setdefault(_level(line), ([], []))
            lines.append(f"{line}\n")
            places.append(number)
        gone = self._gone.read(*by_level.pop(_GONE, ([], [])))
        if gone is None or not self._quick.keys() >= by_level.keys():
            return None
        puts = [
            self._quick[level].read("".join(lines), places)
            for level, (lines, places) in by_level.items()
        ]
        found = [one for one in puts if one is not None]
        return Batch(found, gone) if len(found) == len(puts) else None

    def _fits(self, batch: Batch, ids: Sequence[str]) -> bool:
        """Whether the lines may stand here, by id, lsn and version."""
        lsns = list(chain((row.lsn for _, row in batch.gone), *(one.lsns for one in batch.puts)))
        vers = chain((row.ver for _, row in batch.gone), *(one.vers for one in batch.puts))
        is_rising = self._careful.last < ids[0] and all(map(lt, ids, islice(ids, 1, None)))
        is_in_span = self._base_lsn < min(lsns) and max(lsns) <= self._to_lsn
        return is_rising and is_in_span and max(vers) <= LARGEST

    def _slowly(self, body: bytes) -> Batch:
        gone: list[Numbered] = []
        puts: dict[str, list[Numbered]] = {}
        for line in body.split(b"\n")[:-1]:
            row = self._careful.read(line)
            held = gone if row.op != "put" else puts.setdefault(row.level, [])
            held.append((self.number, row))
        table = self._careful.table
        return Batch(
            [puts_of(table, level, self._lists[level], rows) for level, rows in puts.items()],
            gone,
        )


class _GoneLines:
    """Lines of what is deleted or erased; they stand at the level of the bundle."""

    def __init__(self, level: str) -> None:
        self._level = level
        self._match = re.compile(_GONE_LINE % level).fullmatch

    def read(self, lines: Iterable[str], numbers: Iterable[int]) -> list[Numbered] | None:
        """The rows of these lines; None when in doubt."""
        rows: list[Numbered] = []
        for number, line in zip(numbers, lines, strict=True):
            found = self._match(line)
            if found is None:
                return None
            id_, lsn, op, ver = found.groups()
            rows.append((number, Row(op, id_, int(ver), int(lsn), self._level, {}, b"")))
        return rows


def _level(line: str) -> str:
    """At which level a line says it stands; only a first guess, its reader decides."""
    if line.startswith(_GONE):
        return _GONE
    found = _LEVEL.search(line)
    return found[1] if found else ""


def _in_order(batch: Batch, numbers: Sequence[int]) -> Sequence[str]:
    """The ids of all lines in their order."""
    if len(batch.puts) == 1 and not batch.gone:
        return batch.puts[0].ids
    by_number = {number: row.id for number, row in batch.gone}
    for one in batch.puts:
        by_number.update(zip(one.numbers, one.ids, strict=True))
    return [by_number[number] for number in numbers]
