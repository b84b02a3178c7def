"""Makes the vectors of FORMAT.md 25; run it by hand, and only when a format is new."""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from ouderapp.base import canonical
from ouderapp.base.words import SHA256, index_of, indices, word_list
from ouderapp.exchange.archive import header
from ouderapp.exchange.code_lists import LISTS as CODES
from ouderapp.exchange.digest import row_hash
from ouderapp.exchange.padding import padded_length
from ouderapp.exchange.sent import SENT
from ouderapp.sealing.envelope import sign_manifest
from ouderapp.sealing.keys import recipient_hash
from tests.exchange import example
from tests.exchange import vector_parts as parts
from tests.exchange.vector_canonical import accepted, refused
from tests.exchange.vector_files import bundles, enrolments, receipts
from tests.exchange.vector_headers import headers
from tests.exchange.vector_refused import refusals

FOLDER = Path(__file__).parent / "vectors"


def main() -> None:
    """Write every vector; envelopes that exist are kept, because age is random."""
    FOLDER.mkdir(exist_ok=True)
    write("keys.json", keys())
    write("fields-1.json", {"codes": codes(), "fields": [list(row) for row in SENT]})
    write("words.json", spelled())
    write("canonical.json", [*accepted(), *refused()])
    write("ustar.json", ustar())
    write("padme.json", [[length, padded_length(length)] for length in lengths()])
    write("signature.json", signatures())
    write("digest.json", digests())
    write("gate/cases.json", list(headers()))
    enrolments(FOLDER / "enrol")
    bundles(FOLDER / "bundle")
    receipts(FOLDER / "receipt")
    refusals(FOLDER / "refused")


def write(name: str, value: Any) -> None:
    """One file of JSON, a case a line where it is a list."""
    path = FOLDER / name
    path.parent.mkdir(exist_ok=True)
    if isinstance(value, list):
        text = "[\n" + ",\n".join(json.dumps(one, ensure_ascii=True) for one in value) + "\n]\n"
    else:
        text = json.dumps(value, indent=1, ensure_ascii=True, sort_keys=True) + "\n"
    path.write_text(text, encoding="utf-8")


def keys() -> dict[str, Any]:
    """Signers and openers with their published seeds."""
    return {
        "openers": {
            name: {
                "hash": recipient_hash(opener.recipient).hex(),
                "identity": opener.text,
                "recipient": opener.recipient,
                "secret": opener.secret.hex(),
            }
            for name, opener in parts.OPENERS.items()
        },
        "signers": {
            name: {
                "key_id": signer.key_id.hex(),
                "public": signer.public.hex(),
                "seed": signer.seed.hex(),
            }
            for name, signer in parts.SIGNERS.items()
        },
        "org": parts.ORG,
        "worker": parts.WORKER,
        "device": parts.DEVICE,
    }


def codes() -> dict[str, list[str]]:
    """The lists outside which a code is held."""
    return {name: sorted(known) for name, known in CODES.items()}


def spelled() -> dict[str, Any]:
    """Bytes as indices, and typed words with their index; null is refused."""
    data = [parts.seed(f"ouderapp vector words {number}") for number in range(20)]
    return {
        "list": SHA256,
        "indices": [[one.hex(), list(indices(one, 6))] for one in data],
        "typed": [[text, index_of(text)] for text in typed()],
    }


def typed() -> Iterable[str]:
    """Words as people type them; the last ones are on no list."""
    for word in (word_list()[0], word_list()[1143], word_list()[2047]):
        yield from (word, word.upper(), f" {word} ", word[:4], word.capitalize())
        yield "".join(sign + "\u0301" if sign in "aeiou" else sign for sign in word)
    yield from ("", "a", "xyzxyz", "1234", word_list()[0] + "q")


def ustar() -> list[Any]:
    """(name, size) with the 512 bytes, and blocks that are the header of no member."""
    names = ["manifest.sig", "manifest.json", *(f"records/{t}.jsonl" for t, *_ in SENT[:40:8])]
    sound = [(name, size) for name in names for size in (1, 80, 511, 512, 2 << 30)]
    cases: list[Any] = [
        {"name": name, "size": size, "header": header(name, size).hex(), "is_right": True}
        for name, size in sound
    ]
    block = header("manifest.sig", 80)
    for place in (0, 12, 99, 100, 107, 116, 124, 135, 147, 148, 155, 156, 157, 257, 264, 265, 511):
        broken = bytearray(block)
        broken[place] ^= 1
        case = {"name": "manifest.sig", "size": 80, "header": broken.hex(), "is_right": False}
        cases.append(case)
    return cases


def lengths() -> Iterable[int]:
    """Small, round and large contents."""
    yield from (6_144, 300_032, 1_048_576, 10_000_384)
    yield from range(1_536, 16_384, 512)
    yield from ((1 << power) + step for power in range(15, 33, 3) for step in (-512, 0, 512))
    yield from (parts.seed(str(number))[0] * 512_000 + 2_048 for number in range(20))


def signatures() -> list[Any]:
    """Manifests, signatures and public keys that fit, and that do not."""
    raw = example.MANIFEST
    worker, other = parts.SIGNERS["worker"], parts.SIGNERS["stranger"]
    good = sign_manifest(raw, worker)
    order = 2**252 + 27742317777372353535851937790883648493
    bigger = int.from_bytes(good[48:], "little") + order
    cases = [
        (raw, good, worker.public, True),
        (raw, sign_manifest(raw, other), other.public, True),
        (raw, good, other.public, False),
        (raw + b" ", good, worker.public, False),
        (raw, good[:16] + bytes(64), worker.public, False),
        (raw, good[:48] + bigger.to_bytes(32, "little"), worker.public, False),
        (raw, good, bytes(32), False),
        (raw, good, (1).to_bytes(32, "little"), False),
        (raw, good, b"\xff" * 32, False),
    ]
    cases += [(raw, _flipped(good, bit), worker.public, False) for bit in range(128, 640, 31)]
    return [
        {"manifest": m.hex(), "signature": s.hex(), "public": p.hex(), "is_right": right}
        for m, s, p, right in cases
    ]


def _flipped(data: bytes, bit: int) -> bytes:
    changed = bytearray(data)
    changed[bit // 8] ^= 1 << bit % 8
    return bytes(changed)


def digests() -> list[Any]:
    """Rows of every table at every level, with their hashes and the digest over all."""
    found = []
    for level in ("counts", "coded", "dossier"):
        rows = parts.everything(level)
        state = parts.state_of(rows)
        listed = [
            [table, one, row_hash(table, one["id"], one["level"], 1, one["data"]).hex()]
            for table, several in rows.items()
            for one in several
        ]
        found.append({"rows": listed, "count": state.count, "digest": state.hex()})
    assert canonical.encode(found)
    return found


if __name__ == "__main__":
    main()
