"""The journeys by keyboard once more on a real X server, from Belgian keys (Y20)."""

# A line field swallows some keys under X only, and digits need Shift; only this run says whether a
# journey can be walked without a mouse.

import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest

from tests.ui.belgian import belgian_screen, on_display

ROOT = Path(__file__).parent.parent.parent.parent
JOURNEYS = {
    "test_j01_first_start": ("test_j1_from_nothing_to_the_first_contact",),
    "test_j03_quick_contact": (
        "test_j3_from_vandaag_takes_three_keys_and_three_letters",
        "test_j3_with_the_family_in_front_takes_two_keys",
        "test_j3_inside_a_dossier_takes_two_keys",
    ),
    "test_j04_corridor_chat": ("test_j4_takes_twelve_seconds_without_a_name_and_two_keys_later",),
    "test_j06_homework_class": (
        "test_j6_twenty_of_twenty_four_take_twenty_four_keys",
        "test_j6_letters_and_enter_mark_who_comes_in",
        "test_j6_everyone_is_one_shortcut_and_one_undo",
        "test_j6_everyone_but_four_takes_five_actions_and_one_undo",
    ),
    "test_j07_drop_in": (
        "test_j7_a_new_name_takes_one_key",
        "test_j7_who_brought_a_friend_is_one_letter_and_a_name",
    ),
    "test_j08_parent_along": ("test_j8_a_mother_along_takes_two_keys",),
    "test_j09_three_steps": ("test_j9_a_question_takes_at_most_three_keys",),
    "test_j10_referral_letter": ("test_j10_two_languages_without_a_printer",),
    "test_j11_month_end": ("test_j11_five_keys_close_the_month",),
    "test_through_unlock": ("test_from_the_locked_window_to_a_saved_note",),
}
NAMES = [(file, name) for file, names in JOURNEYS.items() for name in names]


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """{test: what went wrong, empty when nothing did}, of one run on a screen of its own."""
    answer = tmp_path_factory.mktemp("journeys") / "answer.xml"
    wanted = [f"tests/ui/journeys/{file}.py::{name}" for file, name in NAMES]
    with belgian_screen() as display:
        subprocess.run(
            [sys.executable, "-m", "pytest", "-q", "-p", "no:randomly", "-p", "no:cacheprovider",
             f"--junitxml={answer}", *wanted],
            cwd=ROOT,
            env=on_display(display) | {"OUDERAPP_KEYS": "real"},
            stdout=subprocess.DEVNULL,
            check=False,
            timeout=300,
        )  # fmt: skip
    cases = ElementTree.parse(answer).iter("testcase")  # noqa: S314 - we wrote it ourselves
    return {case.get("name", ""): _trouble(case) for case in cases}


def _trouble(case: ElementTree.Element) -> str:
    wrong = [part for part in case if part.tag in ("failure", "error")]
    return "\n".join(f"{part.get('message')}\n{part.text}" for part in wrong)


@pytest.mark.parametrize(("file", "name"), NAMES)
def test_the_journey_can_be_walked_with_real_keys(
    told: dict[str, str], file: str, name: str
) -> None:
    """Y19, Y20: the same script, the same counts."""
    assert told.get(name, f"{file} did not run") == ""
