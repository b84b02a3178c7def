"""`python -m tests.bench [words]`: runs the benches whose name holds one of the words."""

import importlib
import sys
from collections.abc import Iterator
from pathlib import Path

from tests.bench.stopwatch import Measured, table

HERE = Path(__file__).parent
RESULT = HERE.parents[1] / "build/bench.md"


def measured(words: list[str]) -> Iterator[Measured]:
    """The measurements of every `bench_….py` here, one after the other."""
    for file in sorted(HERE.glob("bench_*.py")):
        if not words or any(word in file.stem for word in words):
            yield from importlib.import_module(f"tests.bench.{file.stem}").measurements()


def main(words: list[str]) -> int:
    """Print and keep the table; 1 when something took longer than its limit."""
    lines = []
    for line in measured(words):
        print(f"{line.name}: {line.median * 1000:.1f} ms", file=sys.stderr, flush=True)
        lines.append(line)
    RESULT.parent.mkdir(exist_ok=True)
    RESULT.write_text(table(lines), encoding="utf-8")
    print(table(lines))
    return 0 if all(line.is_good for line in lines) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
