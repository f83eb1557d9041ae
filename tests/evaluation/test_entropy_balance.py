"""Entropy balancing: weights by hand, a general optimiser as peer, what cannot be balanced."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.optimize import minimize

from impact.evaluation.weighting.entropy_balance import entropy_balance


def test_two_units_by_hand():
    weights = entropy_balance(np.array([[0.0], [1.0]]), np.array([0.3]))
    assert weights == pytest.approx([0.7, 0.3])


def test_three_units_by_hand():
    """Weights are 1, r, r^2 with (r + 2 r^2) / (1 + r + r^2) = 10/7 for r = 2."""
    weights = entropy_balance(np.array([[0.0], [1.0], [2.0]]), np.array([10 / 7]))
    assert weights == pytest.approx([1 / 7, 2 / 7, 4 / 7])


def test_base_weights_by_hand():
    """From 1, 2, 1 and with r = 3: 1, 6, 9 of 16, whose mean of 0, 1, 2 is 24/16."""
    weights = entropy_balance(
        np.array([[0.0], [1.0], [2.0]]), np.array([1.5]), base=np.array([1.0, 2.0, 1.0])
    )
    assert weights == pytest.approx([1 / 16, 6 / 16, 9 / 16])


def test_means_that_agree_already_change_nothing():
    covariates = np.random.default_rng(0).normal(size=(12, 3))
    weights = entropy_balance(covariates, covariates.mean(axis=0))
    assert weights == pytest.approx(np.full(12, 1 / 12))


def test_agrees_with_a_general_optimiser():
    """SLSQP on the weights themselves; it stops at 1e-6 of the objective, so weights to 1e-4."""
    covariates = np.random.default_rng(1).normal(size=(9, 2))
    target = np.array([0.2, -0.1])
    found = minimize(
        lambda w: float(w @ np.log(np.maximum(w, 1e-12) * 9)),
        np.full(9, 1 / 9),
        bounds=[(0, 1)] * 9,
        constraints=[
            {"type": "eq", "fun": lambda w: w.sum() - 1},
            {"type": "eq", "fun": lambda w: w @ covariates - target},
        ],
        method="SLSQP",
        options={"ftol": 1e-12, "maxiter": 1000},
    )
    assert found.success
    assert entropy_balance(covariates, target) == pytest.approx(found.x, abs=1e-4)


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 100_000), st.integers(1, 4), st.permutations(range(25)))
def test_balance_holds_whatever_order_and_scale(seed, count, order):
    draws = np.random.default_rng(seed)
    covariates = draws.normal(size=(25, count))
    target = draws.dirichlet(np.ones(25)) @ covariates
    weights = entropy_balance(covariates, target)
    assert weights is not None
    assert (weights >= 0).all()
    assert weights.sum() == pytest.approx(1)
    assert weights @ covariates == pytest.approx(target, abs=1e-6)
    scale, shift = draws.uniform(0.01, 1000, size=count), draws.normal(size=count)
    order = np.array(order)
    again = entropy_balance((covariates * scale + shift)[order], target * scale + shift)
    assert again == pytest.approx(weights[order], abs=1e-6)


@pytest.mark.parametrize("target", [[2.5], [-0.01]])
def test_targets_outside_what_units_span_have_no_weights(target):
    assert entropy_balance(np.array([[0.0], [1.0], [2.0]]), np.array(target)) is None


def test_far_away_in_two_dimensions_has_no_weights():
    covariates = np.random.default_rng(2).normal(size=(30, 2))
    assert entropy_balance(covariates, np.array([40.0, 1.0])) is None
    assert entropy_balance(covariates, np.array([1.0, 1e6])) is None


def test_a_covariate_all_share_must_agree():
    covariates = np.column_stack([np.full(5, 7.0), np.arange(5.0)])
    assert entropy_balance(covariates, np.array([7.0, 2.0])) == pytest.approx(np.full(5, 0.2))
    assert entropy_balance(covariates, np.array([7.1, 2.0])) is None


def test_a_covariate_given_twice_does_no_harm():
    once = np.arange(6.0)[:, None]
    twice = entropy_balance(np.hstack([once, 3 * once]), np.array([3.1, 9.3]))
    assert twice == pytest.approx(entropy_balance(once, np.array([3.1])), abs=1e-7)
