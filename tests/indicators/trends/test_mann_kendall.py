"""Kendall's score and its chance: printed tables, all orders written out, and simulation."""

from __future__ import annotations

from itertools import permutations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats

from impact.indicators.trends.mann_kendall import (
    correlated_tail,
    exact_tail,
    kendall_p_values,
    kendall_scores,
    score_variance,
)

short = st.lists(st.integers(0, 4), min_size=3, max_size=7)
numbers = st.lists(st.floats(-50, 50).map(lambda x: round(x, 2)), min_size=5, max_size=12)


def p_value(values, autocorrelation=0.0) -> float:
    years = np.arange(len(values))
    return kendall_p_values(np.array([values], dtype=float), years, autocorrelation)[0]


@pytest.mark.parametrize(
    ("points", "score", "printed"),
    [
        (4, 6, 0.042),
        (5, 6, 0.117),
        (5, 8, 0.042),
        (5, 10, 0.0083),
        (7, 13, 0.035),
        (7, 17, 0.0054),
        (8, 16, 0.031),
        (8, 20, 0.0071),
        (9, 18, 0.038),
        (10, 19, 0.054),
        (10, 21, 0.036),
        (10, 27, 0.0083),
    ],
)
def test_the_exact_chance_is_that_of_kendalls_table(points, score, printed):
    """Kendall (1970), Rank Correlation Methods, appendix table 1: P(S >= score), one-sided,
    two significant digits, hence up to 1.7 % off."""
    assert exact_tail((1,) * points)[score] / 2 == pytest.approx(printed, rel=0.017)


@settings(max_examples=40)
@given(short)
def test_the_exact_chance_with_ties_is_that_of_all_orders(values):
    """Independent: all orders of the values written out."""
    every = np.array(list(permutations(values)), dtype=float)
    scores = np.abs(kendall_scores(every))
    own = abs(kendall_scores(np.array([values], dtype=float))[0])
    assert p_value(values) == pytest.approx((scores >= own).mean(), abs=1e-12)


@given(numbers)
def test_without_ties_the_chance_is_that_of_scipy(values):
    if len(set(values)) == len(values):
        expected = stats.kendalltau(range(len(values)), values, method="exact").pvalue
        assert p_value(values) == pytest.approx(expected, abs=1e-12)


def test_long_series_with_ties_stay_exact_and_near_the_normal_curve():
    """Variance with ties: (n(n-1)(2n+5) - sum t(t-1)(2t+5)) / 18, Kendall (1970)."""
    values = np.round(np.random.default_rng(3).normal(size=40), 1)
    tie = np.unique(values, return_counts=True)[1]
    variance = (40 * 39 * 85 - (tie * (tie - 1) * (2 * tie + 5)).sum()) / 18
    tail = np.array(exact_tail(tuple(tie.tolist())))
    chance = tail[:-1] - tail[1:]
    assert (np.arange(len(chance)) ** 2 * chance).sum() == pytest.approx(variance, rel=1e-9)


@given(numbers, st.sampled_from([0.0, 0.5]))
def test_only_order_counts(values, autocorrelation):
    moved = np.arctan(np.array(values) / 10) * 7 + 3
    if len(set(np.round(moved, 6))) == len(set(values)):
        assert p_value(moved, autocorrelation) == p_value(values, autocorrelation)


@given(numbers, st.sampled_from([0.0, 0.5]))
def test_turning_time_or_the_scale_round_changes_nothing(values, autocorrelation):
    expected = p_value(values, autocorrelation)
    assert p_value(values[::-1], autocorrelation) == expected
    assert p_value([-value for value in values], autocorrelation) == expected


def test_differences_of_rounding_are_ties():
    values = [95.3 - 90.1, 94.2 - 89.0, 5.2, 5.3, 5.4]
    assert p_value(values) == p_value([1, 1, 1, 2, 3])


def test_guarding_against_waves_never_lowers_the_p_value():
    rng = np.random.default_rng(4)
    for points in (5, 6, 7, 8, 9, 12):
        series, years = rng.normal(size=(300, points)), np.arange(points)
        guarded = kendall_p_values(series, years, 0.5)
        assert (guarded >= kendall_p_values(series, years, 0.0) - 1e-12).all()


def test_variance_of_the_score_without_autocorrelation_is_kendalls():
    for points in (5, 8, 12):
        expected = points * (points - 1) * (2 * points + 5) / 18
        assert score_variance(np.arange(points), 0.0) == pytest.approx(expected)


def waves(rng, size, years, autocorrelation) -> np.ndarray:
    noise = rng.standard_normal((size, len(years)))
    for at in range(1, len(years)):
        kept = autocorrelation ** (years[at] - years[at - 1])
        noise[:, at] = kept * noise[:, at - 1] + np.sqrt(1 - kept**2) * noise[:, at]
    return noise


@pytest.mark.slow
@pytest.mark.parametrize(
    "years",
    [range(5), range(6), range(7), range(8), (0, 1, 2, 4, 5), range(10), range(15)],
    ids=str,
)
def test_without_a_trend_at_most_five_per_cent_of_waves_are_called_one(years):
    """40,000 series of autocorrelation 0.5; Monte Carlo error 0.11 percentage points."""
    years = np.array(years)
    rng = np.random.default_rng(20261121)
    for level in (0.05, 0.01):
        series = waves(rng, 40000, years, 0.5)
        assert (kendall_p_values(series, years) < level).mean() < level + 0.003
    heavy = np.sinh(2 * waves(rng, 40000, years, 0.5))
    assert (kendall_p_values(heavy, years) < 0.05).mean() < 0.053
    mild = waves(rng, 40000, years, 0.3)
    assert (kendall_p_values(mild, years) < 0.05).mean() < 0.035


@pytest.mark.slow
@pytest.mark.parametrize("points", [5, 8, 12])
def test_the_chance_with_autocorrelation_is_the_simulated_one(points):
    """200,000 series; the table within three standard errors, beta at or above the simulation."""
    series = waves(np.random.default_rng(9), 200000, np.arange(points), 0.5)
    size = np.abs(kendall_scores(series))
    tail = correlated_tail(tuple(range(points)), 0.5)
    for score in np.unique(size):
        simulated = (size >= score).mean()
        error = np.sqrt(simulated * (1 - simulated) / len(size))
        if points in (5, 8):
            assert tail[score] == pytest.approx(simulated, abs=3.5 * error + 1e-5)
        elif 0.0005 < simulated < 0.12:
            assert simulated - 3 * error < tail[score] < 3 * simulated
