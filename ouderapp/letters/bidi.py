"""The order in which mixed left-to-right and right-to-left text stands on a line (UAX #9)."""

import unicodedata
from bisect import bisect_left
from collections.abc import Sequence

from ouderapp.letters.bidi_rules import resolve_neutral, resolve_weak, with_implicit

MAX_DEPTH = 125
ISOLATES = frozenset({"LRI", "RLI", "FSI"})
EMBEDDINGS = frozenset({"LRE", "RLE", "LRO", "RLO"})
# Rule X9: these leave no trace on the page.
REMOVED = EMBEDDINGS | {"PDF", "BN"}
SPACES = frozenset({"WS"}) | ISOLATES | {"PDI"} | REMOVED
RIGHT_TO_LEFT = frozenset({"R", "AL", "RLE", "RLO", "RLI"})


def kinds_of(text: str) -> list[str]:
    """The bidirectional class of every sign; an unassigned sign counts as left to right."""
    return [unicodedata.bidirectional(sign) or "L" for sign in text]


def has_right_to_left(text: str) -> bool:
    """Whether the text holds a sign that runs from right to left."""
    return not text.isascii() and any(kind in RIGHT_TO_LEFT for kind in kinds_of(text))


def base_level(kinds: Sequence[str], start: int = 0, end: int | None = None) -> int:
    """1 when the first strong sign outside isolates runs right to left, else 0 (P2, P3)."""
    depth = 0
    for kind in kinds[start:end]:
        if kind in ISOLATES:
            depth += 1
        elif kind == "PDI":
            depth = max(0, depth - 1)
        elif depth == 0 and kind in ("L", "R", "AL"):
            return 0 if kind == "L" else 1
    return 0


def levels_of(text: str, base: int | None = None) -> list[int]:
    """The embedding level of every sign of one paragraph, before lines are broken (P2 to I2)."""
    kinds = kinds_of(text)
    base = base_level(kinds) if base is None else base
    partners = _partners(kinds)
    explicit = _Explicit(kinds, partners, base).levels
    kept = [place for place, kind in enumerate(kinds_of(text)) if kind not in REMOVED]
    levels = list(explicit)
    for run in _sequences(explicit, kept, partners):
        level = explicit[run[0]]
        before, after = _around(explicit, kept, run, base)
        if kinds[run[-1]] in ISOLATES and run[-1] not in partners:
            after = base
        edges = _direction(max(level, before)), _direction(max(level, after))
        _resolve(text, kinds, levels, run, edges)
    return _with_removed(text, levels, base)


def line_levels(text: str, levels: Sequence[int], base: int) -> list[int]:
    """The levels of one line: white space at its end and around tabs goes back to `base` (L1)."""
    kinds = kinds_of(text)
    found = list(levels)
    at_end = True
    for place in range(len(kinds) - 1, -1, -1):
        if kinds[place] in ("S", "B"):
            at_end = True
            found[place] = base
        elif kinds[place] not in SPACES:
            at_end = False
        elif at_end:
            found[place] = base
    return found


def visual_order(levels: Sequence[int]) -> list[int]:
    """The places in the order in which they stand on the page, from left to right (L2)."""
    order = list(range(len(levels)))
    if not levels:
        return order
    for level in range(max(levels), 0, -1):
        start = 0
        while start < len(order):
            end = start
            while end < len(order) and levels[order[end]] >= level:
                end += 1
            order[start:end] = order[start:end][::-1]
            start = end + 1
    return order


class _Explicit:
    """Rules X1 to X8: levels from embeddings, overrides and isolates; changes `kinds` in place."""

    def __init__(self, kinds: list[str], partners: dict[int, int], base: int) -> None:
        self._kinds = kinds
        self._partners = partners
        self._stack: list[tuple[int, str, bool]] = [(base, "", False)]
        self._lost_isolates = self._lost_embeddings = self._isolates = 0
        self.levels = [base] * len(kinds)
        for place, kind in enumerate(list(kinds)):
            if kind != "B":
                self._take(place, kind)

    def _take(self, place: int, kind: str) -> None:
        if kind in ISOLATES:
            self._set(place)
            self._open_isolate(place, kind)
        elif kind in EMBEDDINGS:
            self.levels[place] = self._stack[-1][0]
            self._open_embedding(kind)
        elif kind == "PDI":
            self._close_isolate()
            self._set(place)
        elif kind == "PDF":
            self.levels[place] = self._stack[-1][0]
            self._close_embedding()
        elif kind == "BN":
            self.levels[place] = self._stack[-1][0]
        else:
            self._set(place)

    def _set(self, place: int) -> None:
        level, override, _ = self._stack[-1]
        self.levels[place] = level
        if override:
            self._kinds[place] = override

    def _next(self, is_right_to_left: bool) -> int:
        level = self._stack[-1][0]
        return (level + 1) | 1 if is_right_to_left else (level + 2) & ~1

    def _open_isolate(self, place: int, kind: str) -> None:
        inside = self._partners.get(place, len(self._kinds))
        first = kind == "FSI" and base_level(self._kinds, place + 1, inside) == 1
        level = self._next(kind == "RLI" or first)
        if level > MAX_DEPTH or self._lost_isolates or self._lost_embeddings:
            self._lost_isolates += 1
            return
        self._isolates += 1
        self._stack.append((level, "", True))

    def _open_embedding(self, kind: str) -> None:
        level = self._next(kind in ("RLE", "RLO"))
        if level <= MAX_DEPTH and not self._lost_isolates and not self._lost_embeddings:
            self._stack.append((level, {"LRO": "L", "RLO": "R"}.get(kind, ""), False))
        elif not self._lost_isolates:
            self._lost_embeddings += 1

    def _close_isolate(self) -> None:
        if self._lost_isolates:
            self._lost_isolates -= 1
        elif self._isolates:
            self._lost_embeddings = 0
            while not self._stack[-1][2]:
                self._stack.pop()
            self._stack.pop()
            self._isolates -= 1

    def _close_embedding(self) -> None:
        if self._lost_isolates:
            return
        if self._lost_embeddings:
            self._lost_embeddings -= 1
        elif not self._stack[-1][2] and len(self._stack) > 1:
            self._stack.pop()


def _partners(kinds: Sequence[str]) -> dict[int, int]:
    """{place of an isolate: place of the sign that ends it} (BD9)."""
    found: dict[int, int] = {}
    open_at: list[int] = []
    for place, kind in enumerate(kinds):
        if kind in ISOLATES:
            open_at.append(place)
        elif kind == "PDI" and open_at:
            found[open_at.pop()] = place
    return found


def _sequences(
    levels: Sequence[int], kept: Sequence[int], partners: dict[int, int]
) -> list[list[int]]:
    """The isolating run sequences: runs of one level, joined across an isolate (BD13)."""
    runs: list[list[int]] = []
    for place in kept:
        if runs and levels[runs[-1][-1]] == levels[place]:
            runs[-1].append(place)
        else:
            runs.append([place])
    starting_at = {run[0]: run for run in runs}
    ended = set(partners.values())
    found = []
    for run in runs:
        if run[0] in ended:
            continue
        whole = list(run)
        while whole[-1] in partners:
            whole += starting_at[partners[whole[-1]]]
        found.append(whole)
    return found


def _around(
    levels: Sequence[int], kept: Sequence[int], run: Sequence[int], base: int
) -> tuple[int, int]:
    """The levels of the signs before and after a sequence; `base` outside the text (X10)."""
    first, last = bisect_left(kept, run[0]), bisect_left(kept, run[-1])
    before = levels[kept[first - 1]] if first else base
    return before, levels[kept[last + 1]] if last + 1 < len(kept) else base


def _direction(level: int) -> str:
    return "R" if level % 2 else "L"


def _resolve(
    text: str, kinds: list[str], levels: list[int], run: Sequence[int], edges: tuple[str, str]
) -> None:
    found = resolve_weak([kinds[place] for place in run], edges[0])
    level = levels[run[0]]
    signs = [text[place] for place in run]
    original = [unicodedata.bidirectional(sign) for sign in signs]
    found = resolve_neutral(signs, original, found, level, edges)
    for place, kind in zip(run, found, strict=True):
        levels[place] = with_implicit(level, kind)


def _with_removed(text: str, levels: list[int], base: int) -> list[int]:
    """Signs without a trace take the level of the sign before them, so that no run is cut."""
    before = base
    for place, kind in enumerate(kinds_of(text)):
        if kind in REMOVED:
            levels[place] = before
        before = levels[place]
    return levels
