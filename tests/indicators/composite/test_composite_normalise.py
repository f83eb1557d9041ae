"""Scores against the numbers of COINr's own tests and numbers calculated by hand."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from index_cases import flat
from scipy import stats

from impact.errors import InvalidInput
from impact.indicators.composite import (
    FrozenParameters,
    IndexItem,
    fit_parameters,
    normalise,
    treatment_limits,
)
from impact.indicators.composite.treatment import excess_kurtosis, needs_treatment, skewness


def scores_of(values, base=None, **item):
    """Scores of one indicator; limits from `base`, else from the values."""
    spec = replace(flat(1), indicators=(IndexItem("i0", "all", **item),))
    column = np.array(values, float)[:, None]
    given = column if base is None else np.array(base, float)[:, None]
    return normalise(column, spec, fit_parameters(given, spec))[:, 0]


@pytest.mark.parametrize(
    ("value", "direction", "printed"),
    [(1, "higher", 10), (11, "higher", 100), (-1, "higher", 0),
     (1, "lower", 90), (-1, "lower", 100), (11, "lower", 0)],
)  # fmt: skip
def test_goalposts_as_coinr_tests_them(value, direction, printed):
    # COINr tests/testthat/test-normalise.R, n_goalposts with c(0, 10, 1): 0.1, 1, 0, 0.9, 1, 0.
    found = scores_of([value], normalisation="goalposts", goalposts=(0, 10), direction=direction)
    assert found == pytest.approx([printed])


def test_distance_to_target_as_coinr_tests_it():
    # Same file, n_dist2targ with a cap: x = 0, 5, 11 and target 10: 0, 0.5, 1;
    # x = -1, 1, 10, target 0, lower is better: 1, 0.9, 0.
    way = {"normalisation": "distance_to_target"}
    assert scores_of([0, 5, 11], target=10, **way) == pytest.approx([0, 50, 100])
    assert scores_of([-1, 1, 10], target=0, direction="lower", **way) == pytest.approx([100, 90, 0])


def test_a_target_below_all_values_is_reached_by_all():
    found = scores_of([5, 6, 9], target=5, normalisation="distance_to_target")
    assert found == pytest.approx([100, 100, 100])


def test_min_max_mirrors_with_the_direction():
    assert scores_of([2, 3, 6]) == pytest.approx([0, 25, 100])
    assert scores_of([2, 3, 6], direction="lower") == pytest.approx([100, 75, 0])


def test_z_scores_have_mean_50_and_standard_deviation_10():
    # 2, 4, 9: mean 5, squares 9 + 1 + 16 = 26, sample sd sqrt(13).
    expected = 50 + 10 * np.array([-3, -1, 4]) / np.sqrt(13)
    assert scores_of([2, 4, 9], normalisation="z_score") == pytest.approx(expected)


@pytest.mark.parametrize("method", ["min_max", "z_score", "rank", "percentile"])
def test_lower_is_better_is_as_the_negative_with_higher(method):
    values = np.array([3.0, 1, 1, 8, np.nan, 4])
    turned = scores_of(values, normalisation=method, direction="lower")
    assert turned == pytest.approx(scores_of(-values, normalisation=method), nan_ok=True)
    assert turned[1] > turned[3]


def test_ranks_and_percentiles_with_ties():
    # 1, 3, 3, 8. Ranks: (0, 1, 1, 3) below, over 3. Percentile: (.5, 2, 2, 3.5) over 4.
    values = [1, 3, 3, 8]
    assert scores_of(values, normalisation="rank") == pytest.approx([0, 100 / 3, 100 / 3, 100])
    percentiles = scores_of(values, normalisation="percentile")
    assert percentiles == pytest.approx([12.5, 50, 50, 87.5])
    turned = scores_of(values, normalisation="percentile", direction="lower")
    assert turned == pytest.approx([87.5, 50, 50, 12.5])
    turned = scores_of(values, normalisation="rank", direction="lower")
    assert turned == pytest.approx([100, 100 / 3, 100 / 3, 0])


@pytest.mark.parametrize("method", ["min_max", "z_score", "rank", "percentile"])
def test_a_constant_indicator_has_no_scores_and_is_named(method):
    spec = flat(2, normalisation=method)
    values = np.array([[4.0, 1], [4, 2], [4, np.nan]])
    parameters = fit_parameters(values, spec)
    assert parameters.constant == ("i0",)
    scores = normalise(values, spec, parameters)
    assert np.isnan(scores[:, 0]).all()
    assert np.isfinite(scores[:2, 1]).all()
    assert np.isnan(scores[2, 1])


def test_frozen_limits_keep_later_years_comparable():
    # Base 0 to 10: a later 12 scores 120, and the score of 5 stays 50 whatever others do.
    assert scores_of([5, 12], base=[0, 10]) == pytest.approx([50, 120])
    assert scores_of([5, 12], base=[0, 10], normalisation="rank") == pytest.approx([100, 100])


@pytest.mark.parametrize("method", ["min_max", "z_score", "rank", "percentile"])
def test_kept_parameters_give_the_same_scores(method):
    spec = flat(2, normalisation=method, treatment=True)
    values = np.random.default_rng(3).normal(size=(12, 2))
    values[0, 1] = np.nan
    values[1, 0] = 90
    parameters = fit_parameters(values, spec, 2020)
    again = FrozenParameters.from_dict(parameters.to_dict())
    assert again.base_year == 2020
    np.testing.assert_array_equal(
        normalise(values, spec, again), normalise(values, spec, parameters)
    )
    with pytest.raises(InvalidInput, match="lowest: is absent"):
        FrozenParameters.from_dict({"indicators": [], "base": []})
    with pytest.raises(InvalidInput, match="not for keeping"):
        fit_parameters(values[None], spec).to_dict()


@pytest.mark.parametrize("method", ["min_max", "z_score", "rank", "percentile"])
def test_draws_are_as_one_by_one(method):
    spec = flat(3, normalisation=method)
    values = np.random.default_rng(4).normal(size=(5, 8, 3)).round(1)
    values[:, 2, 1] = np.nan
    own = normalise(values, spec, fit_parameters(values, spec))
    fixed = fit_parameters(values[0], spec)
    together = normalise(values, spec, fixed)
    for draw in range(5):
        alone = normalise(values[draw], spec, fit_parameters(values[draw], spec))
        np.testing.assert_allclose(own[draw], alone)
        np.testing.assert_allclose(together[draw], normalise(values[draw], spec, fixed))


def test_an_outlier_is_pulled_in_as_coinr_does():
    # COINr tests/testthat/test-treat.R: c(1:10, 100) does not pass; 100 becomes 10.
    values = np.array([*range(1, 11), 100.0])
    assert needs_treatment(values)
    lower, upper = treatment_limits(values[:, None])
    assert (lower[0], upper[0]) == (-np.inf, 10)
    assert not needs_treatment(np.minimum(values, 10))
    lower, upper = treatment_limits(-values[:, None])
    assert (lower[0], upper[0]) == (-10, np.inf)


def test_pulled_in_values_score_as_the_limit_in_the_base_year_and_later():
    spec = flat(1, treatment=True)
    parameters = fit_parameters(np.array([*range(1, 11), 100.0])[:, None], spec)
    scores = normalise(np.array([[1.0], [5.5], [10], [100]]), spec, parameters)[:, 0]
    assert scores == pytest.approx([0, 50, 100, 100])


def test_moments_agree_with_scipy():
    values = np.random.default_rng(5).exponential(size=40)
    assert skewness(values) == pytest.approx(stats.skew(values, bias=False))
    assert excess_kurtosis(values) == pytest.approx(stats.kurtosis(values, bias=False))
    assert np.isnan(skewness(np.ones(9)))
    assert np.isnan(excess_kurtosis(np.array([1.0, 2, np.nan])))
