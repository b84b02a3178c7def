"""Every figure of the worked example in the specification comes out (B01, EXCHANGE 26)."""

import hashlib

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from ouderapp.base import canonical
from ouderapp.base.words import word_list
from ouderapp.exchange.archive import MANIFEST, header, payload, piece
from ouderapp.exchange.digest import StateDigest, row_hash
from ouderapp.exchange.manifest import Bundle, EnrolOffice, EnrolWorker, Policy, manifest_bytes
from ouderapp.exchange.manifest_reading import read_manifest
from ouderapp.sealing.envelope import is_manifest_signed, sign_manifest
from ouderapp.sealing.keys import Opener, Signer, recipient_hash
from ouderapp.sealing.spoken import enrolment_words, epoch_words, receipt_words
from tests.exchange import example


def sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def spelled(*places: int) -> tuple[str, ...]:
    return tuple(word_list()[place] for place in places)


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


def test_the_signature_and_the_key_ids_come_out_with_our_own() -> None:
    worker, office = (
        Signer(hashlib.sha256(f"ouderapp vector {who} sign".encode()).digest())
        for who in ("worker", "office")
    )

    assert sign_manifest(example.MANIFEST, worker) == example.SIGNATURE
    assert is_manifest_signed(example.MANIFEST, example.SIGNATURE, worker.public)
    assert not is_manifest_signed(example.MANIFEST, example.SIGNATURE, office.public)
    assert worker.key_id.hex() == "f74d0dd756f8ed8a7c80d69e133f2f45"
    assert office.key_id.hex() == "7241507060d251d996885a823381cee2"


def test_the_recipients_come_out() -> None:
    office, escrow = (
        Opener(hashlib.sha256(f"ouderapp vector {who} age".encode()).digest()).recipient
        for who in ("office", "escrow")
    )

    assert office == "age1xfz7rt5xy4ak47v2aknnuns3rftwgatp3yx6fmdqj9ghtfmnhchsqyqej4"
    assert escrow == "age1df9f4xexjt9r2jta0c3hen5zlp8cd0hjwjx29ufzhqnlyg2ta4qqxne3kk"
    assert sorted(recipient_hash(one).hex() for one in (office, escrow)) == list(
        read_manifest(example.MANIFEST, Bundle).recipients
    )


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

    found = receipt_words(example.RECEIPT_KEY, manifest_hash, bytes.fromhex(example.STATE_DIGEST))

    assert found == spelled(1143, 629, 1939, 1067, 1867, 141)


def test_the_words_of_a_new_epoch_come_out() -> None:
    manifest = read_manifest(example.MANIFEST, Bundle)
    manifest_hash = hashlib.sha256(example.MANIFEST).digest()

    found = epoch_words(manifest.worker, manifest.epoch_id, manifest_hash)

    assert found == spelled(1376, 523, 253, 247, 1809, 717)


def test_the_words_of_the_enrolment_come_out() -> None:
    found = enrolment_words(example.ENROL_WORKER, example.ENROL_OFFICE)

    assert found == spelled(1928, 272, 469, 503, 579, 18)


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
