"""The rules for weak and neutral signs inside one stretch of text (UAX #9, W1 to I2)."""

from collections.abc import Sequence

# BidiBrackets.txt has more pairs; letters are written with these.
BRACKETS = {"(": ")", "[": "]", "{": "}"}
MAX_OPEN_BRACKETS = 63
NEUTRAL = frozenset({"B", "S", "WS", "ON", "LRI", "RLI", "FSI", "PDI"})
ISOLATING = frozenset({"LRI", "RLI", "FSI", "PDI"})
NUMBERS = frozenset({"EN", "AN"})


def resolve_weak(kinds: list[str], before: str) -> list[str]:
    """The classes after the rules for marks, digits and their separators (W1 to W7)."""
    found = _marks_and_digits(kinds, before)
    _separators(found)
    _terminators(found)
    found = ["ON" if kind in ("ES", "ET", "CS") else kind for kind in found]
    strong = before
    for place, kind in enumerate(found):
        if kind in ("L", "R"):
            strong = kind
        elif kind == "EN" and strong == "L":
            found[place] = "L"
    return found


def _marks_and_digits(kinds: Sequence[str], before: str) -> list[str]:
    """W1 marks follow their letter, W2 digits after Arabic letters are Arabic, W3."""
    found: list[str] = []
    strong = last = before
    for kind in kinds:
        if kind == "NSM":
            kind = "ON" if last in ISOLATING else last
        last = kind
        if kind in ("L", "R", "AL"):
            strong = kind
        found.append("AN" if kind == "EN" and strong == "AL" else kind)
    return ["R" if kind == "AL" else kind for kind in found]


def _separators(kinds: list[str]) -> None:
    """W4: one separator between two numbers of a kind belongs to them."""
    for place in range(1, len(kinds) - 1):
        left, kind, right = kinds[place - 1 : place + 2]
        if left == right and (
            (kind == "ES" and left == "EN") or (kind == "CS" and left in NUMBERS)
        ):
            kinds[place] = left


def _terminators(kinds: list[str]) -> None:
    """W5: signs such as € and % beside a number belong to it."""
    place = 0
    while place < len(kinds):
        if kinds[place] != "ET":
            place += 1
            continue
        end = place
        while end < len(kinds) and kinds[end] == "ET":
            end += 1
        beside = (place and kinds[place - 1] == "EN") or (end < len(kinds) and kinds[end] == "EN")
        if beside:
            kinds[place:end] = ["EN"] * (end - place)
        place = end


def resolve_neutral(
    signs: Sequence[str],
    original: Sequence[str],
    kinds: list[str],
    level: int,
    edges: tuple[str, str],
) -> list[str]:
    """The classes after brackets and neutral signs took a direction (N0 to N2)."""
    inner = "R" if level % 2 else "L"
    for opening, closing in _pairs(signs, kinds):
        _set_pair(original, kinds, (opening, closing), inner, edges[0])
    place = 0
    while place < len(kinds):
        end = place
        while end < len(kinds) and kinds[end] in NEUTRAL:
            end += 1
        if end > place:
            left = _strong(kinds[place - 1]) if place else edges[0]
            right = _strong(kinds[end]) if end < len(kinds) else edges[1]
            kinds[place:end] = [left if left == right else inner] * (end - place)
        place = end + 1
    return kinds


def _strong(kind: str) -> str:
    """Numbers count as right to left beside neutral signs."""
    return "R" if kind in NUMBERS else kind


def _pairs(signs: Sequence[str], kinds: Sequence[str]) -> list[tuple[int, int]]:
    """The brackets that belong together, in the order of the opening ones (BD16)."""
    found: list[tuple[int, int]] = []
    waiting: list[tuple[str, int]] = []
    for place, sign in enumerate(signs):
        if kinds[place] != "ON":
            continue
        if sign in BRACKETS:
            if len(waiting) == MAX_OPEN_BRACKETS:
                return []
            waiting.append((BRACKETS[sign], place))
            continue
        for depth in range(len(waiting) - 1, -1, -1):
            if waiting[depth][0] == sign:
                found.append((waiting[depth][1], place))
                del waiting[depth:]
                break
    return sorted(found)


def _set_pair(
    original: Sequence[str],
    kinds: list[str],
    pair: tuple[int, int],
    inner: str,
    before: str,
) -> None:
    """N0: a pair follows what it holds, or what stands before it."""
    opening, closing = pair
    inside = {_strong(kind) for kind in kinds[opening + 1 : closing]} & {"L", "R"}
    if inner in inside:
        direction = inner
    elif inside:
        outer = next(
            (found for kind in reversed(kinds[:opening]) if (found := _strong(kind)) in ("L", "R")),
            before,
        )
        direction = outer if outer != inner else inner
    else:
        return
    for bracket in pair:
        kinds[bracket] = direction
        follower = bracket + 1
        while follower < len(kinds) and original[follower] == "NSM":
            kinds[follower] = direction
            follower += 1


def with_implicit(level: int, kind: str) -> int:
    """The level of a sign of this class inside a stretch of this level (I1, I2)."""
    if level % 2:
        return level + 1 if kind in ("L", "EN", "AN") else level
    if kind == "R":
        return level + 1
    return level + 2 if kind in NUMBERS else level
