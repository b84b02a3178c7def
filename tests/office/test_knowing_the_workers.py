"""Enrolling a worker, and seeing who delivered what and where numbers differ."""

from datetime import date
from pathlib import Path

import pytest
import sqlalchemy as sa

from ouderapp.base import clock
from ouderapp.base.errors import FieldMissing
from ouderapp.exchange.answering import confirm_worker, drop_worker, revoke_worker
from ouderapp.exchange.enrolment import confirm_office, make_worker_file, read_office_file
from ouderapp.exchange.refusals.file import FileUnreadable
from ouderapp.office.commands import OfficeExists, make_office, sign_policy
from ouderapp.office.intake import Arrival, answer_file, receive_file, save_answer
from ouderapp.office.queries import differences, laptops, office, workers
from ouderapp.office.records import Delivery, OfficeDraft
from ouderapp.store import tables
from ouderapp.store.database import Database
from ouderapp.store.settings import setting
from tests.exchange.conftest import Opening
from tests.exchange.sides import Link, enrolled
from tests.office.month import a_month

DRAFT = OfficeDraft("Voorbeeldkantoor", "000 00 00 00")


def test_an_office_is_made_once_and_its_vault_has_that_role(opening: Opening) -> None:
    database = opening("fresh")

    database.run(make_office, DRAFT)

    made = database.run(office)
    assert made is not None
    assert (made.name, made.level) == ("Voorbeeldkantoor", "coded")
    assert database.run(setting, "role") == "office"
    with pytest.raises(OfficeExists):
        database.run(make_office, DRAFT)


@pytest.mark.parametrize("field", ["name", "phone"])
def test_an_office_has_a_name_and_a_telephone_number(opening: Opening, field: str) -> None:
    database = opening("fresh")

    with pytest.raises(FieldMissing) as refused:
        database.run(make_office, OfficeDraft(**(vars(DRAFT) | {field: " "})))

    assert refused.value.field == field
    assert database.run(office) is None


def test_enrolling_takes_a_file_and_gives_a_file_and_six_words(
    worker: Database, opening: Opening, stick: Path
) -> None:
    """J1: the words are the same on both sides before anything is pinned."""
    database = opening("fresh")
    database.run(make_office, DRAFT)
    file = stick / "medewerker.oudid"
    file.write_bytes(worker.run(make_worker_file, "Medewerker 1"))

    offer = database.run(answer_file, file)
    answer = worker.run(read_office_file, save_answer(offer, stick).read_bytes())

    assert answer.words == offer.words
    assert [row.state for row in database.run(laptops)] == ["waiting"]
    worker.run(confirm_office, answer.manifest)
    database.run(confirm_worker, offer.key_id)
    assert [row.state for row in database.run(laptops)] == ["confirmed"]


def test_words_that_differ_leave_nothing_behind(
    worker: Database, opening: Opening, stick: Path
) -> None:
    database = opening("fresh")
    database.run(make_office, DRAFT)
    file = stick / "medewerker.oudid"
    file.write_bytes(worker.run(make_worker_file, "Medewerker 1"))
    offer = database.run(answer_file, file)

    database.run(drop_worker, offer.key_id)

    assert database.run(laptops) == []


def test_an_enrolment_file_that_is_not_there_is_a_problem_with_words(
    link: Link, stick: Path
) -> None:
    with pytest.raises(FileUnreadable):
        link.office.run(answer_file, stick / "weg.oudid")


def test_a_lost_laptop_delivers_nothing_any_more(link: Link, came_in: Arrival) -> None:
    link.office.run(revoke_worker, link.key_id)

    arrival = receive_file(link.office, a_month(link, "2025-04", "Peeters"))

    assert came_in.reception.state == "accepted"
    assert arrival.reception.problem is not None
    assert arrival.reception.problem.reason == "sender_revoked"


def test_a_month_that_never_came_is_missing_by_name_and_month(opening: Opening) -> None:
    """B04, B20: who delivered what, and what is missing from whom."""
    worker, database = opening("worker"), opening("fresh")
    with clock.standing_at(date(2025, 2, 3)):
        database.run(make_office, DRAFT)
        link = enrolled(worker, database)
    with clock.standing_at(date(2025, 4, 2)):
        receive_file(database, a_month(link, "2025-03"))

    (row,) = database.run(workers, date(2025, 5, 7))

    assert row.deliveries == {
        "2025-02": Delivery.MISSING,
        "2025-03": Delivery.IN,
        "2025-04": Delivery.MISSING,
        "2025-05": Delivery.OPEN,
    }
    assert row.missing == ("2025-02", "2025-04")


def test_equal_numbers_have_no_differences(link: Link, came_in: Arrival) -> None:
    """B18: the office counts the same from the rows as the worker sent."""
    assert came_in.reception.state == "accepted"

    assert link.office.run(differences) == []


def test_a_number_that_differs_is_listed_with_both_values(link: Link, came_in: Arrival) -> None:
    """B18: never a reason to refuse, always a line to look at."""
    assert came_in.reception.state == "accepted"
    count = tables.Count
    wrong = sa.update(count).where(count.indicator == "contacts", count.dimension == "total")
    link.office.run(lambda session: session.execute(wrong.values(value=7)))

    found = link.office.run(differences)

    assert [(one.month, one.sent, one.found) for one in found] == [("2025-03", 7, 1)]


def test_another_agreement_has_another_number_and_the_same_one_changes_nothing(
    link: Link,
) -> None:
    before = link.office.run(office)

    link.office.run(sign_policy, "coded")
    same = link.office.run(office)
    link.office.run(sign_policy, "counts")
    after = link.office.run(office)

    assert before == same
    assert before is not None
    assert after is not None
    assert (after.level, after.serial) == ("counts", before.serial + 1)
