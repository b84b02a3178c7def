"""A bundle holds what the preview said and opens with stock tools, or is not there (B01-B07)."""

import hashlib
import subprocess
from datetime import date, datetime
from pathlib import Path

import pytest
from sqlalchemy.orm import Session

from ouderapp.base import clock
from ouderapp.base.errors import Problem
from ouderapp.base.ids import Id, new_id
from ouderapp.exchange.enrolment import NotEnrolled
from ouderapp.exchange.export import BundleRequest, make_bundle
from ouderapp.exchange.identity import own_keys
from ouderapp.exchange.manifest import Bundle
from ouderapp.exchange.manifest_reading import read_manifest
from ouderapp.exchange.outbox import bundle_file, confirmed_lsn, sent_bundles, sweep
from ouderapp.exchange.preview import preview
from ouderapp.exchange.series import own_series
from ouderapp.sealing.envelope import open_sealed
from ouderapp.sealing.keys import Opener
from ouderapp.sealing.spoken import file_words
from ouderapp.store import tables
from ouderapp.store.database import Database
from ouderapp.store.own import own
from tests.exchange.sides import REQUEST, Link, lines_of, linked, members_of, payload_of
from tests.work_builders import a_consent, a_family, a_person


class Cancelled(Problem):
    """Somebody pressed Stop."""


def a_month(session: Session, name: str = "Haddad") -> Id:
    family = a_family(session, name, remark="woont boven de bakker")
    person = a_person(session, family, "Rania", phone="0400 00 00 00")
    session.add(
        tables.Contact(
            id=new_id(),
            family=family,
            held_on=date(2025, 4, 3),
            kind="huisbezoek",
            initiative="gezin",
            persons=(person,),
            summary="samen de brief gelezen",
        )
    )
    session.flush()
    return family


def manifest_of(payload: bytes) -> Bundle:
    return read_manifest(members_of(payload)["manifest.json"], Bundle)


def test_age_and_tar_recover_everything(link: Link, tmp_path: Path) -> None:
    link.write(a_month)
    made = link.make()
    identity = tmp_path / "identity.txt"
    identity.write_text(link.office.run(own_keys, "office").opener.text)

    opened = subprocess.run(
        ["age", "-d", "-i", identity, link.path(made)], capture_output=True, check=True
    ).stdout
    out = tmp_path / "out"
    out.mkdir()
    subprocess.run(["tar", "x", "-C", out], input=opened, check=True)

    assert opened == payload_of(link, made)
    assert sorted(path.name for path in (out / "records").iterdir()) == [
        "contact.jsonl",
        "family.jsonl",
        "member.jsonl",
        "person.jsonl",
    ]
    assert (out / "records" / "contact.jsonl").read_bytes().count(b"\n") == 1


def test_the_escrow_opens_it_too_and_nobody_else(worker: Database, office: Database) -> None:
    escrow = Opener.new()
    link = linked(worker, office, escrow=(escrow.recipient,))
    made = link.make()

    with link.path(made).open("rb") as file:
        gate = open_sealed(file, _Nowhere(), [escrow])

    assert gate.recipients == 2
    with link.path(made).open("rb") as file, pytest.raises(Problem):
        open_sealed(file, _Nowhere(), [Opener.new()])


class _Nowhere:
    def write(self, data: bytes, /) -> int:
        return len(data)


def test_the_preview_equals_the_content(link: Link) -> None:
    family = link.write(a_month)
    link.write(a_family, "Peeters", is_kept_back=True)
    seen = link.worker.run(preview, REQUEST)

    found = lines_of(payload_of(link, link.make()))

    assert [(table, line["op"], line["id"], line["data"]) for table, line in found] == sorted(
        ((row.table, row.op, row.id, row.data) for row in seen.rows()),
        key=lambda row: [name for name, _ in found].index(row[0]),
    )
    by_name = {one.name: (one.level, one.why, len(one.rows)) for one in seen.families}
    assert by_name == {"Haddad": ("coded", "", 4), "Peeters": ("", "kept_back", 0)}
    assert seen.families[0].family == family
    assert seen.totals == {"put": 4}


def test_looking_changes_nothing(link: Link) -> None:
    link.write(a_month)

    for _ in range(2):
        link.worker.run(preview, REQUEST)

    assert link.worker.written == frozenset()
    assert link.worker.run(own_series).last_seq == 0
    assert link.worker.run(lambda session: session.query(tables.Shared).count()) == 0


def test_coded_facts_hold_no_name_and_no_word(link: Link) -> None:
    link.write(a_month)
    link.write(lambda session: a_consent(session, link.write(a_family), note="bij de koffie"))

    payload = payload_of(link, link.make())

    planted = ["Haddad", "Rania", "bakker", "0400", "samen de brief", "koffie"]
    assert [word for word in planted if word.encode() in payload] == []


def test_every_bundle_repeats_what_no_receipt_confirmed(link: Link) -> None:
    first = link.write(a_month, "Haddad")
    link.make()
    second = link.write(a_month, "Peeters")

    made = link.make()
    payload = payload_of(link, made)

    families = {line["id"] for table, line in lines_of(payload) if table == "family"}
    assert families == {first, second}
    assert (made.seq, made.kind, manifest_of(payload).prev_seq) == (2, "full", 1)


def test_after_a_receipt_only_what_is_new_leaves(link: Link) -> None:
    link.write(a_month, "Haddad")
    link.confirm(link.deliver(link.make()))
    second = link.write(a_month, "Peeters")

    made = link.make()
    payload = payload_of(link, made)

    families = {line["id"] for table, line in lines_of(payload) if table == "family"}
    manifest = manifest_of(payload)
    assert families == {second}
    assert (made.kind, manifest.base_lsn) == ("delta", link.worker.run(confirmed_lsn))
    assert manifest.state_count == 8


def test_a_deletion_leaves_as_an_id_without_content(link: Link) -> None:
    family = link.write(a_family)
    link.make()
    link.write(lambda session: session.delete(own(session, tables.Family, family)))

    ((table, line),) = lines_of(payload_of(link, link.make()))

    assert (table, line["op"], line["id"], line["data"]) == ("family", "del", family, None)
    assert line["ver"] == 2


def test_the_totals_of_the_month_are_written_first(link: Link) -> None:
    def fill(session: Session, period: str) -> None:
        session.add(
            tables.Count(
                id="c" * 32, month=period, indicator="contacts", dimension="kind", key="x", value=2
            )
        )

    made = link.make(BundleRequest("2025-04", fill))

    ((table, line),) = lines_of(payload_of(link, made))
    assert (table, line["level"], line["data"]["value"]) == ("count", "counts", 2)


def test_a_new_policy_repeats_everything(link: Link) -> None:
    link.write(a_month)
    link.confirm(link.deliver(link.make()))
    with link.worker.transaction("policy") as session:
        pin = session.query(tables.Pin).one()
        pin.policy = pin.policy | {"serial": 2}

    made = link.make()

    assert (made.kind, made.counts["put"]) == ("full", 4)


def test_the_slip_says_what_is_in_it(link: Link) -> None:
    link.write(a_month)

    with clock.standing_at(date(2025, 4, 30)):
        made = link.make()

    content = link.path(made).read_bytes()
    assert (made.period, made.seq, made.counts["put"]) == ("2025-04", 1, 4)
    assert (made.first_on, made.last_on) == ("2025-04-03", "2025-04-03")
    assert made.size == len(content)
    assert made.words == file_words(hashlib.sha256(content).digest())


def test_without_an_office_nothing_is_made(worker: Database) -> None:
    with pytest.raises(NotEnrolled):
        make_bundle(worker, REQUEST)

    assert worker.run(sent_bundles) == []


@pytest.mark.parametrize("after", [0, 1])
def test_cancelling_leaves_nothing_but_a_number(link: Link, after: int) -> None:
    link.write(a_month)
    ticks = iter(range(100))

    def tick() -> None:
        if next(ticks) >= after:
            raise Cancelled

    with pytest.raises(Cancelled):
        link.make(BundleRequest("2025-04", REQUEST.fill_counts, tick=tick))

    assert list(link.worker.paths.outbox.iterdir()) == []
    assert [one.state for one in link.worker.run(sent_bundles)] == ["given_up"]
    made = link.make()
    assert (made.seq, manifest_of(payload_of(link, made)).prev_seq) == (2, 0)


def test_what_a_killed_program_left_is_swept(link: Link) -> None:
    made = link.make()
    with link.worker.transaction("crash") as session:
        session.get_one(tables.Outbox, (made.epoch_id, made.seq)).state = "making"
    folder = link.worker.paths.outbox
    (folder / "oud-aaaaaaaa-000009.age").write_bytes(b"x")
    (folder / ".oud-aaaaaaaa-000010.age.0123abcd.part").write_bytes(b"x")

    link.worker.run(sweep)

    assert [path.name for path in folder.iterdir()] == [made.file]
    assert [one.state for one in link.worker.run(sent_bundles)] == ["given_up"]


def test_the_last_three_files_without_a_receipt_stay(link: Link) -> None:
    made = [link.make() for _ in range(4)]

    names = {path.name for path in link.worker.paths.outbox.iterdir()}

    assert names == {one.file for one in made[1:]}
    assert [one.seq for one in link.worker.run(sent_bundles)] == [4, 3, 2, 1]
    path, file_hash = link.worker.run(bundle_file, made[3].epoch_id, 4)
    assert (path, file_hash) == (link.path(made[3]), made[3].file_hash)


def test_the_same_facts_give_the_same_payload(link: Link) -> None:
    link.write(a_month)

    first = members_of(payload_of(link, link.make()))
    second = members_of(payload_of(link, link.make()))

    tables_ = [name for name in first if name.startswith("records/")]
    assert [first[name] for name in tables_] == [second[name] for name in tables_]


def test_a_failure_while_writing_is_told_and_leaves_no_file(link: Link) -> None:
    link.worker.paths.outbox.parent.mkdir(exist_ok=True)
    link.worker.paths.outbox.write_text("in the way")

    with pytest.raises(OSError, match="outbox"):
        link.make()

    assert [one.state for one in link.worker.run(sent_bundles)] == ["given_up"]


def test_the_list_of_bundles_says_when(link: Link) -> None:
    with clock.standing_at(date(2025, 4, 30)):
        link.make()

    (row,) = link.worker.run(sent_bundles)

    assert row.made_at == datetime(2025, 4, 30, 12)
    assert (row.state, row.period, row.answered_at) == ("made", "2025-04", None)
