"""Nothing of the practice files reaches an office: no link, and no bundle (O02)."""

import pytest

from ouderapp.demo.months import fill_counts
from ouderapp.exchange.enrolment import PracticeStaysHere, confirm_office, make_worker_file
from ouderapp.exchange.export import BundleRequest, make_bundle
from ouderapp.store.settings import set_setting
from tests.exchange.sides import Link

REQUEST = BundleRequest("2025-03", fill_counts)


def test_a_bundle_is_made_from_files_that_are_linked_and_never_from_practice_files(
    link: Link,
) -> None:
    """The first bundle is the control: only the mark of practice makes the difference."""
    made = make_bundle(link.worker, REQUEST)
    link.worker.run(set_setting, "is_practice", True)

    with pytest.raises(PracticeStaysHere):
        make_bundle(link.worker, REQUEST)

    assert made.seq == 1


def test_practice_files_are_linked_to_no_office(link: Link) -> None:
    link.worker.run(set_setting, "is_practice", True)

    with pytest.raises(PracticeStaysHere):
        link.worker.run(make_worker_file, "Lies")
    with pytest.raises(PracticeStaysHere):
        link.worker.run(confirm_office, "0" * 64)
