"""Keys have the published names, and a weak one is refused before it is used (FORMAT.md 3.2)."""

import hashlib

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import given
from hypothesis import strategies as st

from ouderapp.sealing import bech32
from ouderapp.sealing.keys import (
    Opener,
    Signer,
    is_signed,
    is_sound_recipient,
    is_sound_sign_key,
    key_change,
    key_id_of,
    recipient_hash,
)

FIELD = 2**255 - 19
# The points of small order of both curves, and forms of them beyond the field
# (RFC 7748, section 6.1 and 7; Chalkias, Garillot, Nikolaenko 2020, table 6).
SMALL_ED25519 = [
    "0100000000000000000000000000000000000000000000000000000000000000",
    "0000000000000000000000000000000000000000000000000000000000000000",
    "0000000000000000000000000000000000000000000000000000000000000080",
    "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
    "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
    "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc85",
    "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
    "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa",
    "0100000000000000000000000000000000000000000000000000000000000080",
    "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
    "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
    "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
]
SMALL_X25519 = [
    "0000000000000000000000000000000000000000000000000000000000000000",
    "0100000000000000000000000000000000000000000000000000000000000000",
    "e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800",
    "5f9c95bca3508c24b1d0b1559c83ef5b04445cc4581c8e86d8224eddd09f1157",
    "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
    "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
    "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
]


def secret_of(label: str) -> bytes:
    return hashlib.sha256(label.encode()).digest()


@pytest.mark.parametrize(
    ("label", "public", "key_id"),
    [
        (
            "ouderapp vector worker sign",
            "b0bafaa70584afad57b665dea93c07545e1a6ad6bc9de076cb1f0cd03c26e159",
            "f74d0dd756f8ed8a7c80d69e133f2f45",
        ),
        (
            "ouderapp vector office sign",
            "cc5a9987a03702069a3df87f44e3865df1a626ce08912610d8d5ae7a62f1d351",
            "7241507060d251d996885a823381cee2",
        ),
    ],
)
def test_signing_keys_are_those_of_the_worked_example(label: str, public: str, key_id: str) -> None:
    signer = Signer(secret_of(label))

    assert (signer.public.hex(), signer.key_id.hex()) == (public, key_id)


@pytest.mark.parametrize(
    ("label", "recipient", "told"),
    [
        (
            "ouderapp vector office age",
            "age1xfz7rt5xy4ak47v2aknnuns3rftwgatp3yx6fmdqj9ghtfmnhchsqyqej4",
            "b4a4a77219f02b618a2e765bf11905f36f11842b50ae4bcbf013a674d3e71fdd",
        ),
        (
            "ouderapp vector escrow age",
            "age1df9f4xexjt9r2jta0c3hen5zlp8cd0hjwjx29ufzhqnlyg2ta4qqxne3kk",
            "06423abc1457c36ff9a548ad89f021a6b70b4ed1e754251f0cd06d2c87c98496",
        ),
    ],
)
def test_receivers_are_those_of_the_worked_example(label: str, recipient: str, told: str) -> None:
    opener = Opener(secret_of(label))

    assert (opener.recipient, recipient_hash(recipient).hex()) == (recipient, told)
    assert is_sound_recipient(recipient)


def test_new_keys_differ_and_come_back_from_their_text() -> None:
    one, other = Opener.new(), Opener.new()

    assert one != other
    assert Opener.read(f" {one.text}\n") == one
    assert Signer.new() != Signer.new()


@pytest.mark.parametrize(
    "text", ["", "AGE-SECRET-KEY-1", Opener.new().recipient], ids=["empty", "cut", "recipient"]
)
def test_what_is_no_identity_is_none(text: str) -> None:
    assert Opener.read(text) is None


def test_keys_never_show_their_secret() -> None:
    signer, opener = Signer(b"s" * 32), Opener(b"o" * 32)

    assert "sss" not in repr(signer)
    assert "ooo" not in repr(opener)


def test_our_signatures_are_those_of_another_library() -> None:
    seed, message = b"7" * 32, b"message"

    ours = Signer(seed).sign(message)

    assert ours == Ed25519PrivateKey.from_private_bytes(seed).sign(message)


@given(st.binary(max_size=64), st.integers(0, 511))
def test_a_signature_holds_for_its_message_only(message: bytes, bit: int) -> None:
    signer = Signer(b"3" * 32)
    signature = signer.sign(message)
    changed = bytearray(signature)
    changed[bit // 8] ^= 1 << bit % 8

    assert is_signed(message, signature, signer.public)
    assert not is_signed(message, bytes(changed), signer.public)
    assert not is_signed(message + b"x", signature, signer.public)


@pytest.mark.parametrize("point", SMALL_ED25519)
def test_a_signing_key_of_small_order_is_refused_and_has_signed_nothing(point: str) -> None:
    public = bytes.fromhex(point)

    assert not is_sound_sign_key(public)
    assert not is_signed(b"anything", public + bytes(32), public)


def test_a_signing_key_has_one_form_and_lies_on_the_curve() -> None:
    sound = Signer.new().public
    beyond = (2**255 - 1).to_bytes(32, "little")
    off_the_curve = (2).to_bytes(32, "little")

    assert is_sound_sign_key(sound)
    assert [is_sound_sign_key(key) for key in (beyond, off_the_curve, sound[:31], b"")] == [
        False
    ] * 4


@pytest.mark.parametrize("point", SMALL_X25519)
def test_a_receiver_whose_secret_would_be_zero_is_refused(point: str) -> None:
    assert not is_sound_recipient(bech32.encode("age", bytes.fromhex(point)))


def test_a_receiver_has_one_form() -> None:
    sound = Opener.new().recipient
    point = bech32.decode("age", sound)
    assert point is not None
    high_bit = bytes([*point[:31], point[31] | 0x80])
    beyond = (FIELD + 9).to_bytes(32, "little")

    assert is_sound_recipient(sound)
    for text in (
        sound.upper(),
        sound + "q",
        sound[:-1],
        " " + sound,
        sound.replace("age1", "age2"),
        bech32.encode("age", high_bit),
        bech32.encode("age", beyond),
        bech32.encode("age", point[:31]),
        "age1é",
        "",
    ):
        assert not is_sound_recipient(text), text


@given(st.binary(max_size=40))
def test_bytes_come_back_from_their_writing(data: bytes) -> None:
    text = bech32.encode("age", data)

    assert bech32.decode("age", text) == data
    assert bech32.decode("agf", text) is None


@given(st.integers(4, 61), st.sampled_from("qpzry9x8gf2tvdw0s3jn54khce6mua7l"))
def test_a_changed_sign_in_a_receiver_is_noticed(place: int, sign: str) -> None:
    recipient = Opener(b"5" * 32).recipient

    changed = recipient[:place] + sign + recipient[place + 1 :]

    assert (changed == recipient) == is_sound_recipient(changed)


def test_an_old_key_vouches_for_a_new_one_and_all_its_receivers() -> None:
    old, new = Signer.new(), Signer.new()
    one, other = Opener.new().recipient, Opener.new().recipient
    vouched = key_change(new.public, [one, other])

    assert vouched == key_change(new.public, [other, one])
    assert vouched.startswith(b"ouderapp key change v1\0" + new.public)
    assert is_signed(vouched, old.sign(vouched), old.public)
    assert vouched != key_change(new.public, [one])
    assert key_id_of(new.public) == hashlib.sha256(new.public).digest()[:16]
