"""Only a head that follows every rule of FORMAT.md 5.2 gets past the gate (B02, G3)."""

import base64
import io
import subprocess

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ouderapp.sealing.envelope import check_header, seal
from ouderapp.sealing.gate import LIMIT, Gate, read_header
from ouderapp.sealing.keys import Opener
from ouderapp.sealing.refusals import (
    EnvelopeHeader,
    EnvelopeRefused,
    EnvelopeType,
    EnvelopeUnknown,
)

FIRST = b"age-encryption.org/v1\n"


def b64(data: bytes) -> bytes:
    return base64.b64encode(data).rstrip(b"=")


KEY = b64(bytes(range(32)))
MAC = b"--- " + KEY + b"\n"
STANZA = b"-> X25519 " + KEY + b"\n" + KEY + b"\n"
GREASE = b"-> x-grease a ~!\n\n"
LONG_GREASE = b"-> y-grease\n" + b64(bytes(96))[:64] + b"\n" + b64(bytes(96))[64:] + b"\n\n"
WHOLE = FIRST + STANZA + MAC


def head(*stanzas: bytes, mac: bytes = MAC) -> bytes:
    return FIRST + b"".join(stanzas) + mac + b"payload"


ACCEPTED = {
    "one receiver": (head(STANZA), 1),
    "grease before and behind": (head(GREASE, STANZA, GREASE), 1),
    "grease of two full lines": (head(LONG_GREASE, STANZA), 1),
    "twelve stanzas": (head(*[STANZA] * 12), 12),
    "grease named nearly like ours": (head(b"-> X25519a\n\n", STANZA), 1),
    "no payload yet": (WHOLE, 1),
}

HEADER = {
    "no stanza": head(),
    "thirteen stanzas": head(*[STANZA] * 13),
    "a line end with a carriage return": head(STANZA.replace(b"\n", b"\r\n")),
    "two spaces": head(STANZA.replace(b"X25519 ", b"X25519  ")),
    "a space at the end": head(STANZA.replace(KEY + b"\n", KEY + b" \n", 1)),
    "no argument": head(b"-> \n\n", STANZA),
    "no space behind the arrow": head(b"->x\n\n", STANZA),
    "a tab in an argument": head(b"-> a\tb\n\n", STANZA),
    "a byte above 0x7E in an argument": head(b"-> a\x7f\n\n", STANZA),
    "a byte of UTF-8 in an argument": head("-> é\n\n".encode(), STANZA),
    "an empty line between stanzas": head(STANZA, b"\n", STANZA),
    "a body without its last line": FIRST + b"-> g\n" + b"A" * 64 + b"\n" + MAC,
    "a body without any line": FIRST + b"-> X25519 " + KEY + b"\n" + MAC,
    "a body line of 65 signs": head(b"-> g\n" + b"A" * 65 + b"\n\n", STANZA),
    "a body with padding": head(b"-> g\nAA==\n", STANZA),
    "a body of one sign": head(b"-> g\nA\n", STANZA),
    "a body with loose bits": head(b"-> g\nAB\n", STANZA),
    "a body in the other alphabet": head(b"-> g\n-_-_\n", STANZA),
    "our body too short": head(b"-> X25519 " + KEY + b"\n" + b64(bytes(31)) + b"\n"),
    "our body too long": head(b"-> X25519 " + KEY + b"\n" + b64(bytes(33)) + b"\n"),
    "our body empty": head(b"-> X25519 " + KEY + b"\n\n"),
    "our share too short": head(b"-> X25519 " + b64(bytes(31)) + b"\n" + KEY + b"\n"),
    "our share too long": head(b"-> X25519 " + b64(bytes(33)) + b"\n" + KEY + b"\n"),
    "our share with loose bits": head(b"-> X25519 " + b"A" * 42 + b"B\n" + KEY + b"\n"),
    "our share not base64": head(b"-> X25519 " + b"~" * 43 + b"\n" + KEY + b"\n"),
    "no share": head(b"-> X25519\n" + KEY + b"\n"),
    "two shares": head(b"-> X25519 " + KEY + b" " + KEY + b"\n" + KEY + b"\n"),
    "no end": FIRST + STANZA,
    "an end without its line end": WHOLE[:-1],
    "an end without a code": head(STANZA, mac=b"---\n"),
    "an end with two spaces": head(STANZA, mac=b"---  " + KEY + b"\n"),
    "a code that is too short": head(STANZA, mac=b"--- " + KEY[:-1] + b"\n"),
    "a code that is too long": head(STANZA, mac=b"--- " + KEY + b"A\n"),
    "a code with padding": head(STANZA, mac=b"--- " + KEY + b"=\n"),
    "a code with loose bits": head(STANZA, mac=b"--- " + b"A" * 42 + b"B\n"),
    "an end that carries more": head(STANZA, mac=b"--- " + KEY + b" x\n"),
    "a head longer than the limit": head(b"-> g " + b"a" * LIMIT + b"\n\n", STANZA),
}

TYPES = {
    "a passphrase": head(b"-> scrypt " + b64(bytes(16)) + b" 31\n" + KEY + b"\n"),
    "a passphrase beside a key": head(STANZA, b"-> scrypt a 1\n\n"),
    "the way of later": head(b"-> mlkem768x25519 a\n\n", STANZA),
    "only grease": head(GREASE),
    "another kind of key": head(b"-> ssh-ed25519 a b\n" + KEY + b"\n"),
}

UNKNOWN = {
    "nothing": b"",
    "another program": b"PK\x03\x04",
    "the armored form": b"-----BEGIN AGE ENCRYPTED FILE-----\n",
    "a later version": WHOLE.replace(b"/v1", b"/v2"),
    "a first line that goes on": WHOLE.replace(b"/v1\n", b"/v1 \n"),
    "a first line with a carriage return": WHOLE.replace(b"/v1\n", b"/v1\r\n"),
    "a byte order mark": b"\xef\xbb\xbf" + WHOLE,
    "half a first line": FIRST[:-1],
}


@pytest.mark.parametrize(("data", "receivers"), ACCEPTED.values(), ids=ACCEPTED)
def test_a_head_by_the_rules_passes_and_says_for_how_many_it_is(
    data: bytes, receivers: int
) -> None:
    assert read_header(data) == Gate(receivers, len(data.removesuffix(b"payload")))


@pytest.mark.parametrize("data", HEADER.values(), ids=HEADER)
def test_a_head_that_breaks_a_rule_of_form_is_refused(data: bytes) -> None:
    with pytest.raises(EnvelopeHeader):
        read_header(data)


@pytest.mark.parametrize("data", TYPES.values(), ids=TYPES)
def test_another_way_of_encrypting_is_refused_before_it_costs_anything(data: bytes) -> None:
    with pytest.raises(EnvelopeType):
        read_header(data)


@pytest.mark.parametrize("data", UNKNOWN.values(), ids=UNKNOWN)
def test_another_kind_of_file_is_no_bundle(data: bytes) -> None:
    with pytest.raises(EnvelopeUnknown):
        read_header(data)


def test_the_head_may_fill_the_limit_to_the_last_byte() -> None:
    rest = LIMIT - len(WHOLE) - len(b"-> g \n\n")

    assert read_header(head(b"-> g " + b"a" * rest + b"\n\n", STANZA)).size == LIMIT
    with pytest.raises(EnvelopeHeader):
        read_header(head(b"-> g " + b"a" * (rest + 1) + b"\n\n", STANZA))


def test_every_reason_names_its_identifier_and_what_helps() -> None:
    told = {kind.reason: kind.next for kind in EnvelopeRefused.__subclasses__()}

    assert told == {
        "envelope_unknown": "A",
        "envelope_header": "A",
        "envelope_type": "C",
        "envelope_not_for_us": "C",
        "envelope_damaged": "A",
    }


@given(st.integers(1, 9))
def test_what_we_seal_passes_for_as_many_as_it_was_sealed_for(number: int) -> None:
    target = io.BytesIO()
    seal(io.BytesIO(b"x"), target, [Opener.new().recipient for _ in range(number)])

    assert check_header(target).recipients == number
    assert target.tell() == 0


def test_what_the_age_program_seals_passes(tmp_path_factory: pytest.TempPathFactory) -> None:
    sealed = tmp_path_factory.mktemp("age") / "a.age"
    keys = [Opener.new().recipient for _ in range(3)]

    subprocess.run(
        ["age", "-o", sealed, *[word for key in keys for word in ("-r", key)]],
        input=b"x",
        check=True,
    )

    with sealed.open("rb") as file:
        assert check_header(file).recipients == 3


def judged(data: bytes) -> Gate | str:
    """What the gate says of these bytes: the head, or the reason of the refusal."""
    try:
        return read_header(data)
    except EnvelopeRefused as refused:
        return refused.reason


@given(st.binary(max_size=400))
def test_any_bytes_pass_or_are_refused_with_a_reason(data: bytes) -> None:
    for tried in (data, FIRST + data, FIRST + b"-> X25519 " + data, FIRST + STANZA + data):
        verdict = judged(tried)

        assert isinstance(verdict, Gate) or verdict.startswith("envelope_")


def test_no_single_changed_bit_moves_the_end_of_a_head() -> None:
    verdicts = set()
    for place in range(len(WHOLE) * 8):
        data = bytearray(WHOLE + b"payload")
        data[place // 8] ^= 1 << place % 8
        verdicts.add(judged(bytes(data)))

    assert verdicts == {
        Gate(1, len(WHOLE)),
        "envelope_unknown",
        "envelope_header",
        "envelope_type",
    }
