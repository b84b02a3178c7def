"""What we seal the age program opens, and the other way round (B01)."""

import io
import random
import subprocess
from pathlib import Path

from ouderapp.sealing.envelope import (
    open_sealed,
    seal,
)
from ouderapp.sealing.keys import Opener

OFFICE, ESCROW, STRANGER = (Opener(bytes([number]) * 32) for number in (1, 2, 3))
CHUNK = 64 << 10


def sealed(data: bytes, *openers: Opener) -> bytes:
    target = io.BytesIO()
    seal(io.BytesIO(data), target, [opener.recipient for opener in openers or (OFFICE,)])
    return target.getvalue()


def opened(data: bytes, *openers: Opener) -> bytes:
    sink = io.BytesIO()
    open_sealed(io.BytesIO(data), sink, openers or (OFFICE,))
    return sink.getvalue()


def test_the_age_program_opens_what_we_sealed(tmp_path: Path) -> None:
    data = random.Random(7).randbytes(200_000)
    (tmp_path / "key").write_text(OFFICE.text + "\n")

    done = subprocess.run(
        ["age", "-d", "-i", tmp_path / "key"],
        input=sealed(data, ESCROW, OFFICE),
        capture_output=True,
        check=True,
    )

    assert done.stdout == data


def test_we_open_what_the_age_program_sealed() -> None:
    data = random.Random(8).randbytes(200_000)

    done = subprocess.run(
        ["age", "-r", OFFICE.recipient, "-r", ESCROW.recipient],
        input=data,
        capture_output=True,
        check=True,
    )

    assert opened(done.stdout, ESCROW) == data


def test_a_key_made_by_the_age_program_is_read() -> None:
    made = subprocess.run(["age-keygen"], capture_output=True, text=True, check=True).stdout

    opener = Opener.read(made.splitlines()[-1])

    assert opener is not None
    assert f"# public key: {opener.recipient}" in made
