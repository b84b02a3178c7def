"""Receives one bundle in a process of its own, so that its memory can be told apart."""

import json
import sys
import time
from pathlib import Path

from ouderapp.base.paths import Paths
from ouderapp.exchange.receive import receive
from ouderapp.sealing.derive import Keys
from ouderapp.store.database import Database


def resident(line: str) -> float:
    """VmRSS or VmHWM of this process in MiB."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return int(status.partition(f"{line}:")[2].split()[0]) / 1024


def main(vault: str, bundle: str) -> None:
    """Read the keys from standard input; say what it took, in seconds and MiB."""
    keys = Keys(**{name: bytes.fromhex(key) for name, key in json.load(sys.stdin).items()})
    database = Database.open(Paths(Path(vault)), keys)
    before, wall, cpu = resident("VmRSS"), time.perf_counter(), time.process_time()
    reception = receive(database, Path(bundle))
    took = {"wall": time.perf_counter() - wall, "cpu": time.process_time() - cpu}
    took["grown"] = resident("VmHWM") - before
    database.close()
    print(json.dumps({"state": reception.state, "counts": dict(reception.counts), **took}))


if __name__ == "__main__":
    main(*sys.argv[1:])
