"""The way back is as long as a person needs, and no longer."""

import pytest

from ouderapp.ui.history import History


@pytest.mark.parametrize("steps", [60, 3])
def test_history_forgets_only_its_oldest_steps(steps: int) -> None:
    history = History()
    for number in range(steps):
        history.go(("page", number))

    assert history.back() == ("page", steps - 2)
    assert len(history.before) <= 50
