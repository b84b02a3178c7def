"""Every figure of the worked example in the specification comes out (B01, EXCHANGE 26)."""

import hashlib
import hmac
from itertools import pairwise

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from ouderapp.base import canonical
from ouderapp.exchange.archive import MANIFEST, header, payload, piece
from ouderapp.exchange.digest import StateDigest, row_hash
from ouderapp.exchange.manifest import Bundle, EnrolOffice, EnrolWorker, Policy, manifest_bytes
from ouderapp.exchange.manifest_reading import read_manifest
from tests.exchange import example


def sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def indices(data: bytes, count: int) -> list[int]:
    bits = "".join(f"{byte:08b}" for byte in data)
    return [int(bits[start:end], 2) for start, end in pairwise(range(0, 11 * count + 1, 11))]


def test_the_lines_have_the_lengths_and_hashes_of_the_text() -> None:
    found = [(len(line) + 1, sha256(line + b"\n")) for _, line in example.TABLES]

    assert found == [
        (289, "c55900441c1898a8e20012fc619619679d4770e901eb48daeebad6f2a35bd674"),
        (256, "c60ca881a0a54d436222a125245995a1ceea74ce214e6fd665b0c2df031de630"),
        (332, "90fa20ed9a72b5ae05bb332a77ab08cb85a4dfb1057118f7ddfb4ba57de63ae5"),
    ]


def test_the_row_hashes_and_the_state_digest_come_out() -> None:
    digest = StateDigest()
    hashes = []
    for table, line in example.TABLES:
        row = canonical.decode_object(line)
        hashes.append(
            row_hash(table, str(row["id"]), str(row["level"]), int(row["ver"]), row["data"])  # type: ignore[arg-type]
        )
        digest.add(hashes[-1])

    assert [one.hex() for one in hashes] == [
        "f610fedc8ab92530c9e1970939fc6f59aa231a976073d71ef412fbdd36822b5e",
        "3904b957e76b70fd0a9e93a10e75be8e76f046e0f96bb87aeb74244bcd307294",
        "03f304920f6b5889b9435c76d6cb72485795ef986b2ac6d67d6481662be09f77",
    ]
    assert (digest.count, digest.hex()) == (3, example.STATE_DIGEST)


def test_the_policy_has_the_hash_of_the_text() -> None:
    policy = Policy(0, ("handover",), "da3e51b9be97d4e107f74bdb181c5048", "coded", False, 1)

    assert policy.hash == "d6e82f540aaa4779708d097021e88fb075e3fcba767ed959d35d503a8a216f28"


def test_the_manifest_is_read_and_written_back_byte_for_byte() -> None:
    manifest = read_manifest(example.MANIFEST, Bundle)

    assert len(example.MANIFEST) == 1472
    assert manifest_bytes(manifest) == example.MANIFEST
    assert sha256(example.MANIFEST) == (
        "117bda237609e5aa5a91392aaa877a4d9954edd7617e887f030d51bda2f9751d"
    )
    assert [member.table for member in manifest.members] == ["family", "consent", "contact"]


def test_the_signature_comes_out_with_another_library() -> None:
    seed = hashlib.sha256(b"ouderapp vector worker sign").digest()
    key = Ed25519PrivateKey.from_private_bytes(seed)
    public = key.public_key().public_bytes_raw()

    signature = key.sign(b"ouderapp bundle manifest v1\0" + example.MANIFEST)

    assert hashlib.sha256(public).digest()[:16] + signature == example.SIGNATURE


def test_the_payload_has_the_length_and_hash_of_the_text() -> None:
    pieces = [piece("manifest.sig", example.SIGNATURE), piece(MANIFEST, example.MANIFEST)]
    pieces += [piece(f"records/{table}.jsonl", line + b"\n") for table, line in example.TABLES]

    raw = b"".join(payload(pieces))

    assert len(raw) == 7168
    assert sha256(raw) == "9f2cc1c7494553f027d76a7ce57f13eecbb32f9cab57f47e44583f2f4436b34f"
    assert raw[148:156] == b"010240\0 "
    assert sha256(header("manifest.sig", 80)) == (
        "08573925baf41793c0ef2579804a09994e3662f42074a8cad38e4279849784ce"
    )


def test_the_receipt_words_come_out() -> None:
    manifest_hash = hashlib.sha256(example.MANIFEST).digest()
    message = b"ouderapp receipt words v1\0" + manifest_hash + bytes.fromhex(example.STATE_DIGEST)

    found = hmac.digest(example.RECEIPT_KEY, message, "sha256")

    assert indices(found, 6) == [1143, 629, 1939, 1067, 1867, 141]


def test_the_enrolment_manifests_are_read_and_written_back() -> None:
    worker = read_manifest(example.ENROL_WORKER, EnrolWorker)
    office = read_manifest(example.ENROL_OFFICE, EnrolOffice)

    assert (len(example.ENROL_WORKER), len(example.ENROL_OFFICE)) == (418, 909)
    assert manifest_bytes(worker) == example.ENROL_WORKER
    assert manifest_bytes(office) == example.ENROL_OFFICE
    assert office.worker_file == sha256(example.ENROL_WORKER)
    assert sha256(example.ENROL_OFFICE) == (
        "a156c61fbcfd1d40ca02028876774605e27f928a5e0bf82a756909957f2d386a"
    )
