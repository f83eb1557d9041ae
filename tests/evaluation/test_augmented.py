"""The ridge-augmented synthetic control: hand calculation, a peer, and its two limits."""

from __future__ import annotations

import numpy as np
import pytest

from impact.evaluation.panel import NEVER, Panel
from impact.evaluation.synthetic.augmented import SMALLEST, STEPS, augmented
from impact.evaluation.synthetic.placebos import unit_effects
from impact.evaluation.synthetic.simplex import simplex_weights
from impact.evaluation.synthetic.synthetic_control import synthetic_control


def simulated(seed: int, units: int = 12, before: int = 8, after: int = 3) -> Panel:
    """Return units with courses of their own; the first lies at the edge and is treated."""
    generator = np.random.default_rng(seed)
    values = generator.normal(0, 1, (units, before + after)).cumsum(axis=1) + 50
    values[0] += 2.5
    starts = np.where(np.arange(units) == 0, 2000.0 + before, NEVER)
    names = tuple(f"place {number:02d}" for number in range(units))
    return Panel(names, tuple(range(2000, 2000 + before + after)), values, starts)


def two_donors() -> Panel:
    """One year before: donors at 0 and 2, the treated at 4; after, donors at 1 and 5."""
    values = np.array([[4.0, 9.0], [0.0, 1.0], [2.0, 5.0]])
    return Panel(("treated", "a", "b"), (2001, 2002), values, np.array([2002.0, NEVER, NEVER]))


@pytest.mark.parametrize("penalty", [2.0, None])
def test_by_hand(penalty: float | None) -> None:
    # The simplex stops at b and misses 2. Donors about their mean are -1, 1: X'X = 2. The ridge
    # with penalty 2 adds (-1, 1) 2 / (2 + 2). With one year before nothing can be left out: the
    # largest squared singular value, which is 2, is taken.
    found = augmented(two_donors(), penalty=penalty)
    assert found.penalty == pytest.approx(2)
    assert found.weights == pytest.approx([-0.5, 1.5])
    assert found.path == pytest.approx([3, 7])
    assert found.estimate == pytest.approx(2)


def test_limits_of_the_penalty() -> None:
    panel = simulated(1)
    mix = synthetic_control(panel)
    assert augmented(panel, penalty=1e12).weights == pytest.approx(mix.weights, abs=1e-9)
    exact = augmented(panel, penalty=1e-9)
    assert exact.pre_rmspe < 1e-6 < mix.pre_rmspe
    assert (exact.weights < 0).any()


@pytest.mark.parametrize("seed", range(3))
def test_same_weights_as_the_peer_at_a_given_penalty(seed: int) -> None:
    # The peer's simplex weights come from a general solver with tolerance 1e-12 in the fit.
    pysyncon = pytest.importorskip("pysyncon")
    panel = simulated(seed)
    before = [year for year in panel.years if year < panel.cohorts[0]]
    table = panel.frame()
    prepared = pysyncon.Dataprep(
        foo=table,
        predictors=["value"],
        predictors_op="mean",
        dependent="value",
        unit_variable="unit",
        time_variable="year",
        treatment_identifier="place 00",
        controls_identifier=list(panel.units[1:]),
        time_predictors_prior=before,
        time_optimize_ssr=before,
    )
    peer = pysyncon.AugSynth()
    peer.fit(prepared, lambda_=3.0, use_covariates=False)
    assert augmented(panel, penalty=3.0).weights == pytest.approx(peer.W, abs=2e-5)


def test_penalty_is_the_largest_within_one_standard_error() -> None:
    panel = simulated(2)
    donors, target = panel.values[1:, :8], panel.values[0, :8]
    centre = donors.mean(axis=0)
    donors, target = donors - centre, target - centre
    largest = np.linalg.eigvalsh(donors.T @ donors).max()
    grid = [largest * SMALLEST ** (step / STEPS) for step in range(STEPS + 1)]
    errors = np.zeros((8, len(grid)))
    for year in range(8):
        kept = [other for other in range(8) if other != year]
        part = donors[:, kept]
        weights = simplex_weights(part, target[kept])
        for column, penalty in enumerate(grid):
            inverse = np.linalg.inv(part.T @ part + penalty * np.eye(7))
            added = part @ inverse @ (target[kept] - weights @ part)
            errors[year, column] = (target[year] - (weights + added) @ donors[:, year]) ** 2
    mean, error = errors.mean(axis=0), errors.std(axis=0, ddof=1) / np.sqrt(8)
    good = mean <= mean.min() + error[mean.argmin()]
    assert 0 < good.sum() < len(grid)
    assert augmented(panel).penalty == pytest.approx(np.array(grid)[good].max())


def test_donors_that_are_all_the_same_leave_nothing_to_correct() -> None:
    values = np.vstack([[4.0, 5, 6, 9], np.tile([1.0, 2, 3, 4], (3, 1))])
    panel = Panel(tuple("abcd"), (1, 2, 3, 4), values, np.array([4.0, NEVER, NEVER, NEVER]))
    found = augmented(panel)
    assert found.weights == pytest.approx([1 / 3] * 3)
    assert found.estimate == pytest.approx(5)


@pytest.mark.parametrize("level", [0.0, 1e4])
def test_donors_that_differ_by_rounding_only_are_all_the_same(level: float) -> None:
    """Their last digits once stood for a spread, and a correction of 1e15 made of it."""
    course = np.random.default_rng(3).normal(0, 1, 7).cumsum()
    values = level + np.vstack([course + np.r_[1.0, 2, 0, 3, 1, 4, 9], np.tile(course, (6, 1))])
    starts = np.where(np.arange(7) == 0, 2005.0, NEVER)
    panel = Panel(tuple("tabcdef"), tuple(range(2000, 2007)), values, starts)
    found = augmented(panel)
    assert found.weights == pytest.approx([1 / 6] * 6)
    assert found.estimate == pytest.approx(6.5)


def test_two_donors_are_placebos_for_each_other() -> None:
    """A single donor is never corrected: its placebo is the plain difference."""
    values = np.array([[1.0, 3, 2, 6], [2.0, 2, 4, 5], [0.1, 0.3, 0.9, 4]])
    panel = Panel(tuple("tab"), (1, 2, 3, 4), values, np.array([4.0, NEVER, NEVER]))
    assert unit_effects(panel, "augmented")[1:, 0] == pytest.approx([1, -1])
