"""Reading the memory of another process, as somebody with the right to do so can."""

from collections.abc import Iterator, Mapping
from pathlib import Path

PIECE = 16 * 1024 * 1024


def found_in(pid: int, secrets: Mapping[str, tuple[bytes, ...]]) -> set[str]:
    """Those of these secrets of which any form lies in any readable map of a process."""
    longest = max(len(form) for forms in secrets.values() for form in forms)
    found: set[str] = set()
    for piece in _pieces(pid, longest):
        for what, forms in secrets.items():
            if what not in found and any(form in piece for form in forms):
                found.add(what)
    return found


def _pieces(pid: int, overlap: int) -> Iterator[bytes]:
    """All that can be read, in pieces that overlap by the longest secret."""
    with Path(f"/proc/{pid}/mem").open("rb", buffering=0) as memory:
        for low, high in _maps(pid):
            at = low
            while at < high:
                size = min(PIECE, high - at)
                try:
                    memory.seek(at)
                    yield memory.read(size)
                except (OSError, ValueError):
                    break  # the kernel's own pages
                at += size if at + size >= high else size - overlap


def _maps(pid: int) -> Iterator[tuple[int, int]]:
    for line in Path(f"/proc/{pid}/maps").read_text().splitlines():
        span, rights = line.split()[:2]
        if rights.startswith("r"):
            low, high = span.split("-")
            yield int(low, 16), int(high, 16)
