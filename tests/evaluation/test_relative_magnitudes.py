"""Limits of an effect when trends may diverge so many times as much as before."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from typing import Any

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from medicaid_expansion import expansion
from scipy.optimize import linprog
from scipy.stats import norm

from impact.errors import InvalidInput
from impact.evaluation.sensitivity import relative_magnitudes as module
from impact.evaluation.sensitivity.event_estimates import event_estimates
from impact.evaluation.sensitivity.relative_magnitudes import relative_magnitudes

EVENTS = np.array([-5, -4, -3, -2, 0, 1, 2])


def drawn(seed: int, events: np.ndarray = EVENTS) -> tuple[np.ndarray, np.ndarray]:
    """Return estimates and covariance of summed noise, measured from the year before the start."""
    generator = np.random.default_rng(seed)
    levels = np.cumsum(generator.standard_normal((60, np.ptp(events) + 1)), axis=1)
    vectors = (levels - levels[:, [-1 - events.min()]])[:, events - events.min()]
    return vectors[:4].mean(axis=0), np.cov(vectors.T) / 4


def limits(found: pd.DataFrame) -> np.ndarray:
    """Return lower and upper of the only row."""
    return found[["lower", "upper"]].to_numpy()[0]


def test_expansion_of_medicaid_is_as_printed(case: Callable[[str], Any]) -> None:
    """The four printed rows, first year after.

    They were found on a grid of .00037 with drawn critical values: .001 is the tolerance, and the
    interval at 2 holds 0, as printed.
    """
    study = expansion(case)
    printed = np.array(list(study.printed["relative_magnitudes"].values()))
    found = relative_magnitudes(
        study.estimates,
        study.covariance,
        study.events,
        [float(bound) for bound in study.printed["relative_magnitudes"]],
        weights=np.array([1.0, 0.0]),
    )
    assert len(printed) == 4
    assert np.abs(found[["lower", "upper"]].to_numpy() - printed).max() < 0.001
    assert found["lower"].gt(0).tolist() == [True, True, True, False]


def test_one_year_on_each_side_by_hand() -> None:
    """A step before that is beyond doubt: 10 down, errors 0.3, effect 1, error 0.4, bound 1.

    The trend may rise or fall by 10: 1 +- 10, and the error of each end is the root of
    0.3^2 + 0.4^2 = 0.5. The other end is 20 / 0.5 = 40 errors away, so each end is a one-sided
    test in two stages. The first rejects above the .995 quantile of the highest of three normal
    corners: from 2.5758 (were they one) to 2.9352 (.005 / 3 for each). The second keeps
    1 - .045 / .995 = .954774 of what lies below that: .95 to .95318 of all, 1.6449 to 1.6766.
    """
    found = relative_magnitudes(
        np.array([10.0, 1.0]), np.diag([0.09, 0.16]), np.array([-2, 0]), [1.0]
    )
    assert found["kind"].tolist() == ["relative"]
    assert 1.6449 < (1 - 10 - limits(found)[0]) / 0.5 < 1.6766
    assert 1.6449 < (limits(found)[1] - 1 - 10) / 0.5 < 1.6766


@pytest.mark.parametrize(
    ("events", "bound", "lower", "upper"),
    [
        ([-4, -3, -2, 0], 1.0, 5 - 2, 5 + 2),
        ([-4, -3, -2, 0], 0.5, 5 - 1, 5 + 1),
        ([-4, -3, -2, 0], 0.0, 5, 5),
        ([-4, -3, -2, 1], 1.0, 5 - 4, 5 + 4),
        ([-6, -4, -2, 0], 1.0, 5 - 1.5, 5 + 1.5),
    ],
)
def test_without_errors_it_is_arithmetic(
    events: list[int], bound: float, lower: float, upper: float
) -> None:
    """Estimates 3, 1, 1.5 before and 5 after: the largest step is 2, or 1.5 where it took 2 years.

    (-6 to -4: 2 in two years, 1 a year; -4 to -2: 0.25 a year; -2 to -1: 1.5.) An event two years
    from the reference may differ by two steps.
    """
    estimates = np.array([3.0, 1.0, 1.5, 5.0])
    found = relative_magnitudes(estimates, np.eye(4) * 1e-10, np.array(events), [bound])
    assert limits(found) == pytest.approx([lower, upper], abs=1e-3)


def test_the_mean_of_years_may_drift_further_each_year() -> None:
    """Largest step 1: the first year after may be 1 off, the second 2, the third 3: 2 in mean."""
    estimates = np.array([2.0, 1.0, 4.0, 4.0, 4.0])
    events = np.array([-3, -2, 0, 1, 2])
    mean = relative_magnitudes(estimates, np.eye(5) * 1e-10, events, [1.0])
    assert limits(mean) == pytest.approx([2, 6], abs=1e-3)
    last = relative_magnitudes(
        estimates, np.eye(5) * 1e-10, events, [1.0], weights=np.array([0.0, 0.0, 1.0])
    )
    assert limits(last) == pytest.approx([1, 7], abs=1e-3)
    growth = relative_magnitudes(
        estimates, np.eye(5) * 1e-10, events, [1.0], weights=np.array([-1.0, 0.0, 1.0])
    )
    assert limits(growth) == pytest.approx([-2, 2], abs=1e-3)


def inequalities(
    study: Any, bound: float, step: int, sign: float
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return rows of the inequalities after, their errors, and what effects after do to them.

    Written down from the definition: each step after, up and down, is at most bound x the step
    before that is the largest.
    """
    before = int(study.before.sum())
    times = np.insert(study.times, before, 0.0)
    levels = np.insert(np.eye(study.times.size), before, 0.0, axis=0)
    steps = np.array([later - former for former, later in pairwise(levels)])
    steps = steps / np.diff(times)[:, None]
    rows = np.array(
        [
            turn * steps[place] - bound * sign * steps[step]
            for place in range(before, study.times.size)
            for turn in (1, -1)
        ]
    )
    errors = np.sqrt(np.diag(rows @ study.covariance @ rows.T))
    return rows, errors, rows[:, before:]


def programme(values: np.ndarray, errors: np.ndarray, moved: np.ndarray, weights, effect) -> float:
    """Return the smallest h with values - moved x effects <= errors x h, over effects after."""
    count = moved.shape[1]
    solved = linprog(
        np.append(np.zeros(count), 1.0),
        A_ub=np.hstack([-moved, -errors[:, None]]),
        b_ub=-values,
        A_eq=np.append(weights, 0.0)[None, :],
        b_eq=[effect],
        bounds=(None, None),
    )
    assert solved.status == 0
    return solved.fun


@pytest.mark.parametrize("weights", [None, [1.0, 0.0, 0.0], [0.5, -1.0, 0.25], [0.0, 0.0, 2.0]])
@pytest.mark.parametrize("bound", [0.0, 0.7, 2.0])
def test_corners_are_the_solution_of_the_linear_programme(
    weights: list[float] | None, bound: float
) -> None:
    """Every step and sign, several effects: the highest corner is what HiGHS finds."""
    for seed, events in [(1, EVENTS), (2, np.array([-6, -4, -2, 0, 1, 4]))]:
        estimates, covariance = drawn(seed, events)
        given_weights = None if weights is None else np.array(weights)
        study = event_estimates(estimates, covariance, events, weights=given_weights)
        for step in range(int(study.before.sum())):
            for sign in (1.0, -1.0):
                rows, errors, moved = inequalities(study, bound, step, sign)
                forms, slopes = module._corners(study, covariance, bound, step, sign)
                for effect in (-3.0, 0.0, 0.4):
                    highest = (forms @ study.estimates - slopes * effect).max()
                    later = study.weights[study.times > 0]
                    found = programme(rows @ study.estimates, errors, moved, later, effect)
                    assert highest == pytest.approx(found, abs=1e-8)


def test_between_its_limits_the_highest_corner_stays_the_highest() -> None:
    """What the second stage is conditional on, found anew by the linear programme.

    Along the line on which all that is independent of the highest corner stays the same, the
    solution is the value itself just inside the limits, and is not just outside.
    """
    checked = 0
    for seed in range(6):
        estimates, covariance = drawn(seed)
        study = event_estimates(estimates, covariance, EVENTS)
        rows, errors, moved = inequalities(study, 0.8, 1, 1.0)
        test = module._step_test(study, covariance, 0.8, 0.95, np.zeros((7, 1)), 1, 1.0)
        forms, _ = module._corners(study, covariance, 0.8, 1, 1.0)
        later = study.weights[study.times > 0]
        for effect in (-2.0, 0.5, 3.0):
            corners = (test.values - effect * test.slopes)[None, :]
            best = corners.argmax(axis=1)
            low, high = test._range(corners, best, corners.max(axis=1))
            form = forms[best[0]]
            direction = covariance @ form / (form @ covariance @ form)
            start = study.estimates - direction * corners.max()
            for value, stays in [
                (low[0] + 1e-4, True),
                (low[0] - 1e-3, False),
                (high[0] - 1e-4, True),
                (high[0] + 1e-3, False),
            ]:
                if not np.isfinite(value):
                    continue
                moved_to = start + direction * value
                solution = programme(rows @ moved_to, errors, moved, later, effect)
                assert (abs(solution - value) < 1e-7) == stays
                checked += 1
    assert checked > 30


@pytest.mark.slow
def test_covers_where_the_bound_is_reached() -> None:
    """Trends that use the bound to the full: the true effect is held 95 times of 100.

    The step before is 8 errors, so that it is known which one is the largest: the test is then
    not cautious, and a wrong critical value would show. 400 draws: .917 and .983 are 3 errors away.
    """
    _, covariance = drawn(7)
    root = np.linalg.cholesky(covariance)
    step = 8 * np.sqrt(covariance[3, 3])
    trend = np.array([-step, -step, -step, -step, step, 2 * step, 3 * step])
    noise = np.random.default_rng(1).standard_normal((400, 7)) @ root.T
    held = []
    for errors in noise:
        found = relative_magnitudes(trend + errors, covariance, EVENTS, [1.0])
        held.append(limits(found)[0] <= 0 <= limits(found)[1])
    assert 0.917 < np.mean(held) < 0.983


@pytest.mark.slow
def test_one_treated_and_few_others() -> None:
    """One treated of 13 units: held as often with the degrees of freedom, less often without."""
    generator = np.random.default_rng(5)
    trend = np.array([-9.0, -9.0, -9.0, -9.0, 9.0, 18.0, 27.0])
    exact, known = [], []
    for _ in range(250):
        noise = generator.standard_normal((13, 7))
        covariance = np.cov(noise[1:].T) * (1 + 1 / 12)
        estimates = noise[0] - noise[1:].mean(axis=0) + trend
        for held, freedom in ((exact, 11), (known, None)):
            found = relative_magnitudes(
                estimates, covariance, EVENTS, [1.0], degrees_of_freedom=freedom
            )
            held.append(limits(found)[0] <= 0 <= limits(found)[1])
    assert np.mean(exact) > 0.915
    assert np.mean(known) < np.mean(exact)


@settings(max_examples=10, deadline=None)
@given(st.integers(0, 1000), st.floats(0, 2))
def test_what_must_not_matter(seed: int, bound: float) -> None:
    """Unit, sign and order of events; the reference as a row of zeros.

    A change of sign or order draws other errors: 20,000 draws fix a limit to some .02 errors.
    """
    estimates, covariance = drawn(seed)
    error = np.sqrt(covariance[-3:, -3:].mean())
    plain = limits(relative_magnitudes(estimates, covariance, EVENTS, [bound]))
    scaled = limits(relative_magnitudes(100 * estimates, 1e4 * covariance, EVENTS, [bound]))
    assert scaled == pytest.approx(100 * plain, rel=1e-5, abs=1e-5)
    mirrored = limits(relative_magnitudes(-estimates, covariance, EVENTS, [bound]))
    assert mirrored == pytest.approx(-plain[::-1], abs=0.1 * error)
    order = np.random.default_rng(seed).permutation(7)
    turned = relative_magnitudes(
        estimates[order], covariance[np.ix_(order, order)], EVENTS[order], [bound]
    )
    assert limits(turned) == pytest.approx(plain, rel=1e-9, abs=1e-12)
    padded = np.zeros((8, 8))
    padded[:7, :7] = covariance
    full = relative_magnitudes(np.append(estimates, 0.0), padded, np.append(EVENTS, -1), [bound])
    assert limits(full) == pytest.approx(plain, rel=1e-9, abs=1e-12)
    other = relative_magnitudes(estimates, covariance, EVENTS, [bound], seed=seed + 1)
    assert limits(other) == pytest.approx(plain, abs=0.1 * error)


def test_same_seed_same_numbers_and_a_wider_interval_for_a_larger_bound() -> None:
    """Repeatable to the last digit; never narrower by more than the draws leave open."""
    estimates, covariance = drawn(3)
    bounds = np.linspace(0, 3, 13)
    once = relative_magnitudes(estimates, covariance, EVENTS, bounds, seed=4)
    again = relative_magnitudes(estimates, covariance, EVENTS, bounds, seed=4)
    pd.testing.assert_frame_equal(once, again, check_exact=True)
    assert (np.diff(once["upper"] - once["lower"]) > -0.02).all()
    sure = relative_magnitudes(estimates, covariance, EVENTS, bounds, confidence=0.99)
    assert (sure["lower"] < once["lower"]).all() and (sure["upper"] > once["upper"]).all()


def test_no_divergence_allowed_is_about_the_plain_interval() -> None:
    """At bound 0 with one year after: estimate +- 1.96 errors, a little more for two stages."""
    covariance = np.diag([0.5, 0.5, 0.25])
    found = limits(
        relative_magnitudes(np.array([0.1, 0.2, 3.0]), covariance, EVENTS[[2, 3, 4]], [0])
    )
    half = (found[1] - found[0]) / 2
    assert (found[0] + found[1]) / 2 == pytest.approx(3.0, abs=0.01)
    assert 0.5 * norm.ppf(0.975) - 0.005 < half < 0.5 * norm.ppf(0.975) * 1.04


@pytest.mark.parametrize(
    "change",
    [
        {"events": np.arange(7)},
        {"events": np.arange(-8, -1)},
        {"estimates": np.full(7, np.nan)},
        {"degrees_of_freedom": 7},
        {"covariance": np.ones((7, 7))},
    ],
)
def test_where_it_is_not_possible_there_are_no_limits(change: dict[str, Any]) -> None:
    """NaN for every bound; the reasons are tested beside smoothness."""
    told = {"estimates": np.ones(7), "covariance": np.eye(7), "events": EVENTS, **change}
    found = relative_magnitudes(**told, bounds=[0.0, 1.0])
    assert found.columns.tolist() == ["kind", "bound", "lower", "upper"]
    assert found["bound"].tolist() == [0.0, 1.0]
    assert found[["lower", "upper"]].isna().all(axis=None)


def test_bad_bounds_are_refused_and_none_give_no_rows() -> None:
    """A negative bound means nothing."""
    with pytest.raises(InvalidInput, match="bounds: are not finite numbers from 0 on"):
        relative_magnitudes(np.ones(7), np.eye(7), EVENTS, [-1.0])
    assert relative_magnitudes(np.ones(7), np.eye(7), EVENTS, []).empty
