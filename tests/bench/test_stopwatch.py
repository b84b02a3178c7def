"""The stopwatch counts rightly, on times that are written down."""

import pytest

from tests.bench.stopwatch import Measured, measure, percentile, table


@pytest.mark.parametrize(("share", "time"), [(50, 5.0), (95, 10.0), (90, 9.0), (1, 1.0)])
def test_a_percentile_is_the_time_within_which_so_many_rounds_stay(share: int, time: float) -> None:
    assert percentile([float(one) for one in range(10, 0, -1)], share) == time


def test_work_is_done_once_before_and_then_as_often_as_asked() -> None:
    done: list[str] = []

    line = measure("work", lambda: done.append("work"), bare=lambda: done.append("bare"), rounds=3)

    assert done == ["work", "bare"] * 4
    assert line.rounds == 3


def test_what_stays_within_its_limit_is_good() -> None:
    line = Measured("unlock", "Q01", 20, median=0.1, p95=0.2, bare=0.05, limit=0.2)

    assert line.is_good
    assert line.ratio == 2
    assert "| 20 |  | 100.0 ms | 200.0 ms | 200.0 ms | 50.0 ms | 2.00 |  | good |" in table([line])


def test_what_passes_its_limit_is_called_too_slow() -> None:
    line = Measured("unlock", "Q01", 20, median=0.1, p95=0.21, bare=None, limit=0.2)

    assert "too slow" in table([line])


def test_what_costs_too_many_times_the_bare_work_is_called_too_slow() -> None:
    line = Measured("dossier", "G7", 20, median=0.4, p95=0.5, bare=0.1, limit=None, most=3)

    assert not line.is_good
    assert "| 4.00 | 3.0 | too slow |" in table([line])


def test_memory_is_shown_in_its_own_unit() -> None:
    line = Measured("window", "G7", 1, median=181.4, p95=181.4, bare=None, limit=250, unit="MiB")

    assert "| 181 MiB | 181 MiB | 250 MiB |" in table([line])
