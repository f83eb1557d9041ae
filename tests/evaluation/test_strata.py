"""Strata of size, and the weights a difference within them gives to units."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from impact.errors import InvalidInput
from impact.evaluation.panel import NEVER, Panel
from impact.evaluation.strata import difference_weights, size_strata, strata_of


def made(sizes: np.ndarray | None, treated: list[int], count: int) -> Panel:
    starts = np.full(count, NEVER)
    starts[treated] = 2020
    units = tuple(f"unit {row:03d}" for row in range(count))
    return Panel(units, (2019, 2020), np.zeros((count, 2)), starts, sizes)


@pytest.mark.parametrize(
    ("count", "parts"), [(290, [73, 72, 73, 72]), (160, [40] * 4), (159, [80, 79]), (79, [79])]
)
def test_quarters_then_halves_then_one(count: int, parts: list[int]) -> None:
    # 290 municipalities: floor(4 r / 290) is 0 for r = 0 to 72, which are 73; and so on. 159 would
    # leave 39 in a quarter; 79 would leave 39 in a half.
    assert list(np.bincount(size_strata(np.arange(count, dtype=float)))) == parts


def test_smallest_units_are_in_stratum_0() -> None:
    assert list(size_strata(np.array([5.0, 1, 9, 7]), minimum=1)) == [1, 0, 3, 2]
    assert list(size_strata(np.array([5.0, 1, 9, 7]), minimum=2)) == [0, 0, 1, 1]


def test_units_of_the_same_size_share_a_stratum() -> None:
    # ranks from below 0, 1, 1, 1, 4, 5, 6, 7 of 8: quarters 0, 0, 0, 0, 2, 2, 3, 3: the second is
    # empty, so halves
    sizes = np.array([1.0, 2, 2, 2, 3, 4, 5, 6])
    assert list(size_strata(sizes, minimum=1)) == [0, 0, 0, 0, 1, 1, 1, 1]
    assert not size_strata(np.ones(200)).any()


def test_no_known_size_is_one_stratum_and_a_few_unknown_are_refused() -> None:
    assert not size_strata(np.full(300, np.nan)).any()
    with pytest.raises(InvalidInput, match="unit 7: has no size"):
        size_strata(np.where(np.arange(300) == 7, np.nan, 1.0))
    assert not strata_of(made(None, [0], 300)).any()


@given(st.lists(st.integers(0, 60), min_size=1, max_size=200), st.randoms())
def test_neither_order_nor_unit_of_measure_matters(sizes: list[int], random: object) -> None:
    values = np.array(sizes, dtype=float)
    strata = size_strata(values, minimum=5)
    order = np.array(random.sample(range(len(sizes)), len(sizes)))  # type: ignore[attr-defined]
    np.testing.assert_array_equal(size_strata(values[order], minimum=5), strata[order])
    np.testing.assert_array_equal(size_strata(values**3, minimum=5), strata)
    assert len(values) < 5 or np.bincount(strata).min() >= 5
    for smaller, larger in zip(np.argsort(values)[:-1], np.argsort(values)[1:], strict=True):
        assert strata[smaller] <= strata[larger]


def test_a_stratum_full_of_treated_units_makes_strata_coarser() -> None:
    sizes = np.arange(160, dtype=float)
    assert set(strata_of(made(sizes, list(range(30)), 160))) == {0, 1, 2, 3}
    # 31 of the 40 smallest treated: 9 are left to compare with, so halves: 49 are left
    halves = strata_of(made(sizes, list(range(31)), 160))
    np.testing.assert_array_equal(halves, sizes >= 80)
    # 71 of the 80 smallest: neither quarters nor halves
    assert not strata_of(made(sizes, list(range(71)), 160)).any()


def test_untreated_strata_may_be_whatever_they_are() -> None:
    assert set(strata_of(made(np.arange(160.0), [], 160))) == {0, 1, 2, 3}


def test_weights_of_a_difference_by_hand() -> None:
    # Three treated: two in stratum 0 (one untreated there), one in stratum 1 (two untreated).
    # Untreated of stratum 0: -(2/3)/1; of stratum 1: -(1/3)/2 each. The last unit is neither.
    treated = np.array([1, 1, 0, 1, 0, 0, 0], dtype=bool)
    comparison = np.array([0, 0, 1, 0, 1, 1, 0], dtype=bool)
    weights = difference_weights(treated, comparison, np.array([0, 0, 0, 1, 1, 1, 1]))
    np.testing.assert_allclose(weights, [1 / 3, 1 / 3, -2 / 3, 1 / 3, -1 / 6, -1 / 6, 0])
    plain = difference_weights(treated, comparison)
    np.testing.assert_allclose(plain[comparison], -1 / 3)


def test_strata_take_away_what_goes_with_size() -> None:
    # Large units gain 10, small ones 0; two of three treated are large. Nothing was done.
    change = np.array([10.0, 10, 10, 10, 0, 0, 0, 0])
    treated = np.array([1, 1, 0, 0, 1, 0, 0, 0], dtype=bool)
    strata = np.array([1, 1, 1, 1, 0, 0, 0, 0])
    assert difference_weights(treated, ~treated, strata) @ change == pytest.approx(0)
    assert difference_weights(treated, ~treated) @ change == pytest.approx(20 / 3 - 20 / 5)


def test_a_stratum_without_comparison_is_refused() -> None:
    treated = np.array([True, False, False])
    with pytest.raises(InvalidInput, match="stratum 1 has treated units and none"):
        difference_weights(treated, ~treated, np.array([1, 0, 0]))
    with pytest.raises(InvalidInput, match="no treated unit"):
        difference_weights(np.zeros(3, dtype=bool), ~treated)
