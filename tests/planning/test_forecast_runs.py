"""Series cut into runs: gaps, breaks, one point, nothing at all."""

from __future__ import annotations

import numpy as np
import pytest

from impact.errors import InvalidInput
from impact.planning.forecasts import runs

GAP = np.nan


def test_one_or_two_missing_years_are_bridged_by_a_line() -> None:
    found = runs(np.array([[1.0, GAP, 3.0, GAP, GAP, 6.0]]))
    assert found.values[0] == pytest.approx([1, 2, 3, 4, 5, 6])
    assert found.measured[0].tolist() == [True, False, True, False, False, True]
    assert found.points[0].tolist() == [1, 1, 2, 2, 2, 3]
    assert found.fresh[0].tolist() == [True] + [False] * 5


def test_three_missing_years_start_anew() -> None:
    found = runs(np.array([[1.0, 2.0, GAP, GAP, GAP, 6.0, 7.0]]))
    assert found.fresh[0].tolist() == [True, False, False, False, False, True, False]
    assert found.points[0].tolist() == [1, 2, 0, 0, 0, 1, 2]


def test_a_break_starts_anew_and_no_gap_is_bridged_over_it() -> None:
    begins = np.array([[False, False, False, True, False]])
    found = runs(np.array([[1.0, 2.0, GAP, 9.0, 10.0]]), begins)
    assert found.fresh[0].tolist() == [True, False, False, True, False]
    assert np.isnan(found.values[0, 2])


@pytest.mark.parametrize("values", [[[5.0]], [[GAP, GAP, 5.0]], [[GAP, GAP]]])
def test_a_single_point_or_none_is_no_fault(values: list[list[float]]) -> None:
    found = runs(np.array(values))
    assert found.points.max() <= 1


def test_all_faults_are_told_at_once() -> None:
    with pytest.raises(InvalidInput) as caught:
        runs(np.array([1.0, np.inf]), np.array([True]))
    assert len(caught.value.faults) == 3
