"""Weights on the simplex: known answers, the conditions of an optimum, and what must not matter."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.optimize import minimize

from impact.evaluation.synthetic.simplex import simplex_weights

CORNERS = np.array([[0.0, 0.0], [2.0, 0.0], [0.0, 2.0]])


@pytest.mark.parametrize(
    ("target", "weights"),
    [
        ([0.5, 0.5], [0.5, 0.25, 0.25]),
        ([1.0, 1.0], [0.0, 0.5, 0.5]),
        ([3.0, 3.0], [0.0, 0.5, 0.5]),
        ([-1.0, -4.0], [1.0, 0.0, 0.0]),
        ([9.0, 1.0], [0.0, 1.0, 0.0]),
    ],
)
def test_three_corners_of_a_plane(target: list[float], weights: list[float]) -> None:
    assert simplex_weights(CORNERS, np.array(target)) == pytest.approx(weights, abs=1e-12)


def test_most_even_of_equally_near_mixes() -> None:
    # One year, donors 0, 1, 2, 3, target 1. Weights a + b (x - 1.5) with sum 1 and mean 1:
    # a = 1/4, b = (1 - 1.5) / 5 because the squares about 1.5 sum to 5.
    donors = np.array([[0.0], [1.0], [2.0], [3.0]])
    assert simplex_weights(donors, np.array([1.0])) == pytest.approx([0.4, 0.3, 0.2, 0.1])


def test_most_even_mix_may_still_need_a_zero() -> None:
    # Target 0.5: the line of the case above would give the donor at 3 a weight of -0.05. With
    # donors 0, 1, 2: a = 1/3, b = (0.5 - 1) / 2.
    donors = np.array([[0.0], [1.0], [2.0], [3.0]])
    wanted = [1 / 3 + 0.25, 1 / 3, 1 / 3 - 0.25, 0.0]
    assert simplex_weights(donors, np.array([0.5])) == pytest.approx(wanted, abs=1e-9)


def test_twins_share_their_weight() -> None:
    donors = np.vstack([CORNERS, CORNERS[1:2]])
    assert simplex_weights(donors, np.array([3.0, 3.0])) == pytest.approx([0, 0.25, 0.5, 0.25])


def test_donors_that_equal_the_target_share_equally() -> None:
    assert simplex_weights(np.full((4, 3), 7.0), np.full(3, 7.0)) == pytest.approx([0.25] * 4)


def test_ridge_of_two_donors() -> None:
    # (w - 1)^2 + r (w^2 + (1 - w)^2) has its least value at w = (1 + r) / (1 + 2 r).
    weights = simplex_weights(np.array([[1.0], [0.0]]), np.array([1.0]), ridge=0.5)
    assert weights == pytest.approx([0.75, 0.25])


def panels(seed: int, donors: int, years: int) -> tuple[np.ndarray, np.ndarray]:
    generator = np.random.default_rng(seed)
    return generator.normal(0, 3, (donors, years)), generator.normal(0, 2, years)


@settings(max_examples=60, deadline=None)
@given(
    seed=st.integers(0, 10_000),
    donors=st.integers(1, 25),
    years=st.integers(1, 12),
    ridge=st.sampled_from([0.0, 0.3, 20.0]),
)
def test_conditions_of_an_optimum(seed: int, donors: int, years: int, ridge: float) -> None:
    matrix, target = panels(seed, donors, years)
    weights = simplex_weights(matrix, target, ridge=ridge)
    slope = matrix @ (weights @ matrix - target) + ridge * weights
    assert weights.sum() == pytest.approx(1)
    assert (weights >= 0).all()
    assert (slope >= slope @ weights - 1e-6).all()


@settings(max_examples=80, deadline=None)
@given(
    seed=st.integers(0, 10_000),
    donors=st.integers(2, 25),
    years=st.integers(1, 8),
    capital=st.sampled_from([1.0, 1e4]),
    whole=st.booleans(),
)
def test_order_level_and_unit_do_not_matter(
    seed: int, donors: int, years: int, capital: float, whole: bool
) -> None:
    matrix, target = panels(seed, donors, years)
    if whole:
        matrix, target = np.round(matrix / 3), np.round(target / 3)
    matrix[0] *= capital
    weights = simplex_weights(matrix, target)
    order = np.random.default_rng(seed + 1).permutation(donors)
    assert simplex_weights(matrix[order], target) == pytest.approx(weights[order], abs=1e-6)
    moved = simplex_weights(1e3 * matrix + 5e4, 1e3 * target + 5e4)
    assert moved == pytest.approx(weights, abs=1e-5)


@settings(max_examples=60, deadline=None)
@given(seed=st.integers(0, 10_000), donors=st.integers(12, 60), years=st.integers(1, 4))
def test_exact_mix_is_the_most_even(seed: int, donors: int, years: int) -> None:
    # The smallest sum of squares under w >= 0, sum 1 and an exact fit: where w is above nought it
    # is linear in the donors' figures, and where that line lies below nought w is nought.
    matrix, _ = panels(seed, donors, years)
    weights = simplex_weights(matrix, matrix.mean(axis=0) + 0.2)
    assert weights @ matrix == pytest.approx(matrix.mean(axis=0) + 0.2)
    used = weights > 0
    design = np.column_stack([np.ones(donors), matrix])
    line = design @ np.linalg.lstsq(design[used], weights[used], rcond=None)[0]
    assert used.sum() > years + 1
    assert np.maximum(line, 0) == pytest.approx(weights, abs=1e-9)


@pytest.mark.parametrize("seed", range(6))
@pytest.mark.parametrize("ridge", [0.0, 2.0])
def test_no_worse_than_a_general_solver(seed: int, ridge: float) -> None:
    matrix, target = panels(seed, 8, 10)

    def missed(weights: np.ndarray) -> float:
        return float(((weights @ matrix - target) ** 2).sum() + ridge * (weights**2).sum())

    general = minimize(
        missed,
        np.full(8, 1 / 8),
        method="SLSQP",
        bounds=[(0, 1)] * 8,
        constraints={"type": "eq", "fun": lambda weights: weights.sum() - 1},
        options={"maxiter": 1000, "ftol": 1e-14},
    )
    ours = simplex_weights(matrix, target, ridge=ridge)
    assert missed(ours) <= general.fun + 1e-9
    assert ours == pytest.approx(general.x, abs=1e-4)


@pytest.mark.parametrize("away", [0.0, 1e-17, 1e-15])
def test_most_donors_beside_the_target_do_not_hide_the_others(away: float) -> None:
    """Seven donors are the target but for rounding; the three far ones must get no weight."""
    donors = np.vstack([np.full((7, 4), away), np.eye(3, 4) * 5])
    weights = simplex_weights(donors, np.zeros(4))
    assert weights == pytest.approx([1 / 7] * 7 + [0] * 3, abs=1e-9)
