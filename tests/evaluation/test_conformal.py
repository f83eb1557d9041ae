"""Conformal intervals by hand, by a grid of effects, and by how often they are right."""

from __future__ import annotations

import numpy as np
import pytest

from impact.errors import InvalidInput, UnknownName
from impact.evaluation.inference.conformal import conformal_interval


def _after(length: int, count: int) -> np.ndarray:
    return np.arange(length) >= length - count


def test_five_years_by_hand() -> None:
    """Gaps 1, 0, 1, 0 | 3, no level taken off: means of one year 1, 0, 1, 0, 3; p = 1/5.

    At 60 % an effect is kept while more than 2 of 5 count: |3 - t| is reached by 1 for t in
    [2, 4], twice, and by 0 only at 3. So three count between 2 and 4.
    """
    found = conformal_interval(
        np.array([1.0, 0, 1, 0, 3]), _after(5, 1), trend="none", confidence=0.6
    )
    assert (found.estimate, found.p_value, found.smallest_p) == (3, 1 / 5, 1 / 5)
    assert (found.lower, found.upper) == pytest.approx((2, 4))


def test_level_by_hand() -> None:
    """Gaps 1, 0, 1, 0 | 3 with their level: 3 - mean before 0.5 = 2.5; u sums to 0, |2| leads."""
    found = conformal_interval(np.array([1.0, 0, 1, 0, 3]), _after(5, 1))
    assert found.estimate == pytest.approx(2.5)
    assert found.p_value == pytest.approx(1 / 5)


def test_line_is_the_regression_on_time_and_after() -> None:
    years = np.arange(14.0)
    gaps = 2 + 0.3 * years + np.random.default_rng(0).normal(size=14) + 1.5 * _after(14, 4)
    design = np.column_stack([np.ones(14), years, _after(14, 4)])
    expected = np.linalg.lstsq(design, gaps, rcond=None)[0][2]
    found = conformal_interval(gaps, _after(14, 4), trend="line")
    assert found.estimate == pytest.approx(expected)
    moved = conformal_interval(gaps + 5 - 2 * years, _after(14, 4), trend="line")
    assert (moved.estimate, moved.p_value) == pytest.approx((expected, found.p_value))


@pytest.mark.parametrize("exchangeable", [False, True])
@pytest.mark.parametrize("trend", ["none", "level", "line"])
def test_the_interval_ends_where_a_new_test_rejects(trend: str, exchangeable: bool) -> None:
    gaps, after = np.random.default_rng(3).normal(size=16), _after(16, 3)
    found = conformal_interval(
        gaps + after, after, trend=trend, exchangeable=exchangeable, confidence=0.8
    )
    assert found.lower < found.estimate < found.upper
    for limit, inward in ((found.lower, 1e-6), (found.upper, -1e-6)):
        for moved, kept in ((limit + inward, True), (limit - inward, False)):
            again = conformal_interval(
                gaps + after - moved * after, after, trend=trend, exchangeable=exchangeable
            )
            assert (again.p_value > 0.2) == kept


def test_few_years_reject_nothing() -> None:
    """Ten years have ten turns: p is at least 1/10, and no interval of 95 % ends."""
    found = conformal_interval(np.arange(10.0) ** 3, _after(10, 2), trend="none")
    assert found.smallest_p == 1 / 10
    assert (found.lower, found.upper) == (-np.inf, np.inf)


def test_sets_of_years_are_finer_than_blocks() -> None:
    """Two of ten years: 45 sets, the largest of which is the real one."""
    gaps = np.array([0.1, -0.2, 0.3, 0, -0.1, 0.2, -0.3, 0.1, 5, 6])
    found = conformal_interval(gaps, _after(10, 2), exchangeable=True)
    assert found.permutations == 45
    assert found.p_value == found.smallest_p == 1 / 45
    assert found.lower > 4


def test_half_of_the_years_are_mirrored_by_the_other_half() -> None:
    """With the level off, years before and after are equally far: the smallest p is 2/8."""
    found = conformal_interval(np.array([0.0, 0, 0, 0, 9, 9, 9, 9]), _after(8, 4))
    assert found.p_value == found.smallest_p == 2 / 8


def test_independent_errors_are_rejected_as_often_as_said() -> None:
    """Exchangeable errors, 20 years: at most 5 % rejected, with ties only at the real turn."""
    generator = np.random.default_rng(5)
    found = [
        conformal_interval(generator.normal(size=20), _after(20, 3)).p_value <= 0.05
        for _ in range(2000)
    ]
    assert np.mean(found) == pytest.approx(0.05, abs=4 * np.sqrt(0.05 * 0.95 / 2000))


def test_scale_goes_through() -> None:
    gaps = np.random.default_rng(6).normal(size=24)
    small, large = (conformal_interval(gaps * by, _after(24, 4)) for by in (1, 1000))
    assert large.p_value == small.p_value
    assert (large.lower, large.upper) == pytest.approx((1000 * small.lower, 1000 * small.upper))


@pytest.mark.parametrize(
    ("gaps", "after", "word"),
    [
        ([1.0, 2.0], [False, False], "years before"),
        ([1.0, 2.0, 3.0], [True, False, True], "years before"),
        ([1.0, np.nan], [False, True], "missing"),
        ([1.0, 2.0], [True], "shapes"),
    ],
)
def test_what_has_no_interval(gaps: list[float], after: list[bool], word: str) -> None:
    with pytest.raises(InvalidInput, match=word):
        conformal_interval(np.array(gaps), np.array(after))


def test_other_refusals() -> None:
    gaps, after = np.arange(60.0), _after(60, 30)
    with pytest.raises(InvalidInput, match="sets of years"):
        conformal_interval(gaps, after, exchangeable=True)
    with pytest.raises(UnknownName, match="trend"):
        conformal_interval(gaps, after, trend="curve")
    with pytest.raises(InvalidInput, match="confidence"):
        conformal_interval(gaps, after, confidence=2)
    with pytest.raises(InvalidInput, match="leaves nothing"):
        conformal_interval(np.arange(2.0), _after(2, 1), trend="line")
