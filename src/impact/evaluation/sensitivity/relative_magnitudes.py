"""Limits of an effect when trends may diverge as much as before, or so many times as much."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from impact.evaluation.sensitivity.event_estimates import (
    EventEstimates,
    allowed_for,
    check_limits,
    event_estimates,
    obstacle,
)
from impact.evaluation.sensitivity.smoothness import COLUMNS

DRAWS = 20_000
_FIRST_STAGE = 0.1
_POINTS = 401
_REFINEMENTS = 2


def relative_magnitudes(
    estimates: np.ndarray,
    covariance: np.ndarray,
    events: np.ndarray,
    bounds: Sequence[float] | np.ndarray,
    *,
    reference: int = -1,
    weights: np.ndarray | None = None,
    confidence: float = 0.95,
    degrees_of_freedom: float | None = None,
    seed: int = 0,
) -> pd.DataFrame:
    """Return limits of the effect when trends diverge after at most bound x the most before.

    Parameters
    ----------
    estimates, covariance, events, reference, weights, degrees_of_freedom
        As in `event_estimates`.
    bounds
        How many times the largest change from one event to the next before may be exceeded from
        one event to the next after.
    confidence
        Share of samples in which the limits hold the effect, at least, if the bound is true.
    seed
        Of the draws that give the critical value of the first stage.

    Returns
    -------
    DataFrame
        `kind` (relative), `bound, lower, upper`: one row a bound, NaN where `obstacle` says why.

    Raises
    ------
    InvalidInput
        As in `event_estimates`; bounds that are negative or not finite.

    Notes
    -----
    For each step before that may be the largest, up or down, the bound is a set of linear
    inequalities for the steps of the trend after; an effect is kept when they can be true of some
    trend and some effects after that average to it. The test is the conditional one with a least
    favourable first stage at a tenth of the level. Its linear programme (smallest h so that all
    inequalities hold within h standard errors) has few corners here, because effects after enter
    only through their sum of steps: both signs of that sum, and each step after in both directions
    at once. So corners are written down, nothing is searched, and effects are tested many at a
    time. The limits are the outermost effects kept for any of the steps before. A step over
    several years counts by the year. Another seed moves a limit by some hundredths of a standard
    error.

    References
    ----------
    Rambachan & Roth (2023), A more credible approach to parallel trends, section 3.2 and DeltaRM.
    Andrews, Roth & Pakes (2023), Inference for linear conditional moment inequalities.
    """
    limits = check_limits(np.asarray(bounds), confidence)
    given = event_estimates(
        estimates,
        covariance,
        events,
        reference=reference,
        weights=weights,
        degrees_of_freedom=degrees_of_freedom,
    )
    if obstacle(given):
        pairs = np.full((limits.size, 2), np.nan)
    else:
        noise = draws(given, confidence, seed)
        pairs = np.array([interval(given, bound, confidence, noise) for bound in limits])
    pairs = pairs.reshape(-1, 2)
    return pd.DataFrame(
        {"kind": "relative", "bound": limits, "lower": pairs[:, 0], "upper": pairs[:, 1]},
        columns=COLUMNS,
    )


def draws(given: EventEstimates, confidence: float, seed: int) -> np.ndarray:
    """Return errors with the covariance of the estimates.

    Parameters
    ----------
    given
        Estimates without an `obstacle`.
    confidence
        Of the limits they serve.
    seed
        Of the draws.

    Returns
    -------
    ndarray
        Shape (K, `DRAWS`).
    """
    known = allowed_for(given, confidence, 0)
    normal = np.random.default_rng(seed).standard_normal((given.times.size, DRAWS))
    return np.linalg.cholesky(known) @ normal


def interval(
    given: EventEstimates, bound: float, confidence: float, noise: np.ndarray
) -> tuple[float, float]:
    """Return the outermost effects that are kept for one bound; see `relative_magnitudes`.

    Parameters
    ----------
    given
        Estimates without an `obstacle`.
    bound
        Times the largest step before.
    confidence
        Of the limits.
    noise
        From `draws`; the same ones for all bounds, so that bounds can be compared.

    Returns
    -------
    tuple of float
        Lower and upper; NaN when no effect is kept.
    """
    known = allowed_for(given, confidence, 0)
    tests = [
        _step_test(given, known, bound, confidence, noise, step, sign)
        for step in range(int(given.before.sum()))
        for sign in (1.0, -1.0)
    ]
    ends = np.array([_ends(test) for test in tests])
    if np.isnan(ends).all():
        return float("nan"), float("nan")
    return float(np.nanmin(ends[:, 0])), float(np.nanmax(ends[:, 1]))


@dataclass(frozen=True, slots=True, eq=False)
class _StepTest:
    """The test for one step that may be the largest: C corners, each a value at an effect of 0.

    `values` (C,) and how they fall with the effect, `slopes` (C,); `covariance` (C, C) of them;
    `critical` value of the first stage; `share` of the truncated normal that the second keeps.
    """

    values: np.ndarray
    slopes: np.ndarray
    covariance: np.ndarray
    critical: float
    share: float

    def kept(self, effects: np.ndarray) -> np.ndarray:
        """Return shape of `effects`: True where the test does not reject."""
        corners = self.values - np.outer(effects, self.slopes)
        best = corners.argmax(axis=1)
        highest = corners[np.arange(effects.size), best]
        lowest, largest = self._range(corners, best, highest)
        deviation = np.sqrt(np.clip(self.covariance[best, best], 0.0, None))
        probability = _truncated(highest, lowest, np.minimum(largest, self.critical), deviation)
        second = (highest > 0) & (deviation > 0) & (probability > self.share)
        return ~((highest > self.critical) | second)

    def _range(
        self, corners: np.ndarray, best: np.ndarray, highest: np.ndarray
    ) -> tuple[np.ndarray, np.ndarray]:
        """Return between which values the highest corner stays the highest, given the others."""
        own = np.diag(self.covariance)[best]
        with np.errstate(divide="ignore", invalid="ignore"):
            share = self.covariance[best] / own[:, None]
            crossing = (corners - share * highest[:, None]) / (1 - share)
        other = np.arange(corners.shape[1]) != best[:, None]
        rising, falling = share < 1 - 1e-9, share > 1 + 1e-9
        lowest = np.where(other & rising, crossing, -np.inf).max(axis=1)
        largest = np.where(other & falling, crossing, np.inf).min(axis=1)
        return lowest, largest


def _step_test(
    given: EventEstimates,
    known: np.ndarray,
    bound: float,
    confidence: float,
    noise: np.ndarray,
    step: int,
    sign: float,
) -> _StepTest:
    forms, slopes = _corners(given, known, bound, step, sign)
    level = 1 - confidence
    first = level * _FIRST_STAGE
    highest = np.einsum("ck,kd->cd", forms, noise).max(axis=0)
    critical = float(np.quantile(highest, 1 - first))
    share = 1 - (level - first) / (1 - first)
    return _StepTest(forms @ given.estimates, slopes, forms @ known @ forms.T, critical, share)


def _corners(
    given: EventEstimates, known: np.ndarray, bound: float, step: int, sign: float
) -> tuple[np.ndarray, np.ndarray]:
    """Return shape (C, K), what is added up of the estimates at each corner, and its slopes (C,).

    Every inequality counts in its own standard error.
    """
    steps = _steps(given.times)
    before = int(given.before.sum())
    largest = sign * steps[step]
    up, down = steps[before:] - bound * largest, -steps[before:] - bound * largest
    errors_up, errors_down = _deviation(up, known), _deviation(down, known)
    both = (up + down) / (errors_up + errors_down)[:, None]
    later = given.times[before:]
    gaps = np.diff(later, prepend=0.0)
    sums = np.cumsum(given.weights[before:][::-1])[::-1] * gaps
    sides = []
    for turn in (1.0, -1.0):
        rises = (turn * sums > 0)[:, None]
        size = np.abs(sums) @ np.where(rises[:, 0], errors_up, errors_down)
        sides.append(np.abs(sums) @ np.where(rises, up, down) / size)
        sides.append(turn / size)
    forms = np.vstack([sides[0], sides[2], both])
    slopes = np.concatenate([[sides[1], sides[3]], np.zeros(len(forms) - 2)])
    return forms, slopes


def _steps(times: np.ndarray) -> np.ndarray:
    """Return shape (K, K): the change a year from each event to the next, the reference being 0."""
    before = int((times < 0).sum())
    levels = np.insert(np.eye(times.size), before, 0.0, axis=0)
    return np.diff(levels, axis=0) / np.diff(np.insert(times, before, 0.0))[:, None]


def _deviation(forms: np.ndarray, covariance: np.ndarray) -> np.ndarray:
    """Return the standard error of each row."""
    return np.sqrt(np.clip(np.einsum("ij,jk,ik->i", forms, covariance, forms), 0.0, None))


def _truncated(
    value: np.ndarray, lowest: np.ndarray, largest: np.ndarray, deviation: np.ndarray
) -> np.ndarray:
    """Return P(X <= value) of a normal X with mean 0 between two values."""
    from scipy.special import log_ndtr

    scale = np.where(deviation > 0, deviation, 1.0)
    with np.errstate(divide="ignore", invalid="ignore", over="ignore"):
        above = log_ndtr(-value / scale)
        start, end = log_ndtr(-lowest / scale), log_ndtr(-largest / scale)
        part = np.exp(above - start) - np.exp(end - start)
        share = 1 - part / -np.expm1(end - start)
    return np.where(value >= largest, 1.0, np.where(value > lowest, share, 0.0))


def _ends(test: _StepTest) -> tuple[float, float]:
    """Return the outermost effects one test keeps, NaN when it keeps none.

    The first stage alone gives limits beyond which nothing is kept; between them effects are
    tried, and the outermost that is kept is found closer.
    """
    low = (test.values[0] - test.critical) / test.slopes[0]
    high = (test.values[1] - test.critical) / test.slopes[1]
    if not low <= high or test.values[2:].max(initial=-np.inf) > test.critical:
        return float("nan"), float("nan")
    points = np.linspace(low, high, _POINTS)
    kept = np.flatnonzero(test.kept(points))
    if not kept.size:
        return float("nan"), float("nan")
    first, last = kept[0], kept[-1]
    lower = points[first] if first == 0 else _edge(test, points[first - 1], points[first])
    upper = points[last] if last == _POINTS - 1 else _edge(test, points[last + 1], points[last])
    return lower, upper


def _edge(test: _StepTest, outside: float, inside: float) -> float:
    """Return where effects begin to be kept, between one that is not and one that is."""
    for _ in range(_REFINEMENTS):
        points = np.linspace(outside, inside, _POINTS)
        first = int(np.argmax(test.kept(points[1:]))) + 1
        outside, inside = points[first - 1], points[first]
    return float(inside)
