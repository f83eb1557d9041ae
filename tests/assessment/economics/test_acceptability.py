"""Probability that an alternative pays."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from impact.assessment.economics.acceptability import acceptability, probability_best
from impact.errors import InvalidInput

# Critical Care 2009, cc7744, table 2: net benefits of standard practice and two treatments
SIMULATIONS = [[140, 150, 160], [100, 110, 120], [110, 100, 100], [100, 150, 130], [130, 120, 110]]
draw = st.tuples(st.floats(-1e3, 1e3), st.floats(-10, 10))


def test_published_example_of_three_alternatives() -> None:
    np.testing.assert_allclose(probability_best(SIMULATIONS), [0.4, 0.2, 0.4])
    # and the one with the highest mean, 126, is not the one most often best
    np.testing.assert_allclose(np.mean(SIMULATIONS, axis=0), [116, 126, 124])


def test_curve_of_normal_costs_and_effects() -> None:
    # Probability that threshold x effect - cost > 0 when both are normal and independent:
    # Phi(mean / standard deviation). Quantiles of a grid of 200 x 200 stand in for draws; they
    # thin the tails, hence 0.003.
    grid = stats.norm.ppf((np.arange(200) + 0.5) / 200)
    cost, effect = np.meshgrid(1000 + 300 * grid, 0.1 + 0.05 * grid)
    prices = np.array([0, 5_000, 10_000, 20_000, 50_000])
    found = acceptability(cost.ravel(), effect.ravel(), thresholds=prices)
    mean, spread = prices * 0.1 - 1000, np.hypot(prices * 0.05, 300)
    np.testing.assert_allclose(found, stats.norm.cdf(mean / spread), atol=0.003)


@given(st.lists(draw, min_size=1, max_size=30), st.lists(st.floats(0, 1e4), min_size=1, max_size=5))
def test_two_alternatives_are_the_same_by_both_ways(
    draws: list[tuple[float, float]], prices: list[float]
) -> None:
    cost, effect = np.array(draws).T
    curve = acceptability(cost, effect, thresholds=prices)
    for price, probability in zip(prices, curve, strict=True):
        both = np.stack([np.zeros(len(cost)), price * effect - cost], axis=-1)
        assert probability == pytest.approx(probability_best(both)[1])


def test_sure_gains_at_no_cost_always_pay_and_price_nought_asks_about_costs() -> None:
    assert acceptability([-1.0, -2.0], [1.0, 3.0], thresholds=0) == 1
    assert acceptability([1.0, -2.0, 5.0, 0.0], [1.0] * 4, thresholds=0) == pytest.approx(0.375)


def test_places_are_kept_and_unknown_draws_make_it_unknown() -> None:
    cost = np.ones((50, 1))
    effect = np.full((50, 3), 2.0)
    effect[7, 1] = np.nan
    found = acceptability(cost, effect, thresholds=[0.1, 1.0])
    assert found.shape == (3, 2)
    np.testing.assert_array_equal(found, [[0, 1], [np.nan, np.nan], [0, 1]])
    values = np.zeros((5, 2, 3))
    values[0, 1, 2] = np.nan
    shared = probability_best(values)
    np.testing.assert_allclose(shared[0], 1 / 3)
    assert np.isnan(shared[1]).all()


def test_bad_input() -> None:
    with pytest.raises(InvalidInput) as caught:
        acceptability(5, 3, thresholds=[-1, 2])
    assert len(caught.value.faults) == 2
    with pytest.raises(InvalidInput, match="more than one axis"):
        acceptability([5, 5], [3, 3], thresholds=[[1], [2]])
    with pytest.raises(InvalidInput, match="lack an axis"):
        probability_best([1, 2, 3])
