"""Limits of an effect when the trend may bend: how much from one year to the next."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd

from impact.evaluation.sensitivity.event_estimates import (
    EventEstimates,
    allowed_for,
    check_limits,
    event_estimates,
    obstacle,
)

COLUMNS = ["kind", "bound", "lower", "upper"]


def smoothness(
    estimates: np.ndarray,
    covariance: np.ndarray,
    events: np.ndarray,
    bounds: Sequence[float] | np.ndarray,
    *,
    reference: int = -1,
    weights: np.ndarray | None = None,
    confidence: float = 0.95,
    degrees_of_freedom: float | None = None,
) -> pd.DataFrame:
    """Return limits of the effect when the slope of the difference may change by a bound a year.

    Parameters
    ----------
    estimates, covariance, events, reference, weights, degrees_of_freedom
        As in `event_estimates`.
    bounds
        Largest change of the slope from one year to the next, in units of the outcome; 0 is a
        straight line.
    confidence
        Share of samples in which the limits hold the effect, at least, if the bound is true.

    Returns
    -------
    DataFrame
        `kind` (smoothness), `bound, lower, upper`: one row a bound, NaN where `obstacle` says why.

    Raises
    ------
    InvalidInput
        As in `event_estimates`; bounds that are negative or not finite.

    Notes
    -----
    The shortest interval of fixed length around a linear combination c of the estimates, whose
    weights after are the ones asked for and whose weights before are chosen. A straight line must
    cancel (sum of c x time = 0); then the largest bias is bound x sum over years k of |g(k)|, with
    g(k) = sum of c x (how many years the event lies beyond k). Half the length is
    s x q(bias / s), for the standard error s of the combination and the quantile q(b) of the
    absolute value of a normal variable with mean b. That is convex in the weights, so that its
    smallest value is found by ordinary means. Years without an estimate may lie between events.

    References
    ----------
    Rambachan & Roth (2023), A more credible approach to parallel trends, section 4.1 and DeltaSD.
    Armstrong & Kolesar (2018), Optimal inference in a class of regression models.
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
        pairs = np.array([interval(given, bound, confidence) for bound in limits]).reshape(-1, 2)
    return pd.DataFrame(
        {"kind": "smoothness", "bound": limits, "lower": pairs[:, 0], "upper": pairs[:, 1]},
        columns=COLUMNS,
    )


def interval(given: EventEstimates, bound: float, confidence: float) -> tuple[float, float]:
    """Return the shortest fixed-length interval for one bound; see `smoothness`.

    Parameters
    ----------
    given
        Estimates without an `obstacle`.
    bound
        Largest change of the slope from one year to the next, in units of the outcome.
    confidence
        Of the limits.

    Returns
    -------
    tuple of float
        Lower and upper.
    """
    known = allowed_for(given, confidence, int(given.before.sum()) - 1)
    combination = _shortest(given, known, bound, confidence)
    deviation = float(np.sqrt(combination @ known @ combination))
    bias = bound * np.abs(_beyond(given.times) @ combination).sum()
    half = deviation * folded_quantile(bias / deviation, confidence)
    centre = float(combination @ given.estimates)
    return centre - half, centre + half


def _shortest(
    given: EventEstimates, covariance: np.ndarray, bound: float, confidence: float
) -> np.ndarray:
    """Return shape (K,): the combination whose interval is shortest."""
    start, free = _steadiest(given, covariance)
    if not free.shape[1] or bound == 0:
        return start
    from scipy.optimize import minimize

    unit = float(np.sqrt(start @ covariance @ start))
    free = free * unit
    beyond = _beyond(given.times)
    fixed, turned = beyond @ start, beyond @ free
    moving = np.abs(turned).max(axis=1) > 0
    constant = np.abs(fixed[~moving]).sum()
    fixed, turned = fixed[moving], turned[moving]
    roots = np.linalg.cholesky(covariance).T / unit
    count = free.shape[1]

    def half_length(point: np.ndarray) -> tuple[float, np.ndarray]:
        spread = roots @ (start + free @ point[:count])
        deviation = float(np.sqrt(spread @ spread))
        bias = bound / unit * max(constant + point[count:].sum(), 0.0)
        quantile = folded_quantile(bias / deviation, confidence)
        slope = _folded_slope(bias / deviation, quantile)
        by_weight = (quantile - slope * bias / deviation) * (roots @ free).T @ spread / deviation
        by_size = np.full(point.size - count, slope * bound / unit)
        return deviation * quantile, np.concatenate([by_weight, by_size])

    above = np.hstack([-turned, np.eye(len(fixed))])
    below = np.hstack([turned, np.eye(len(fixed))])
    sides, ends = np.vstack([above, below]), np.concatenate([-fixed, fixed])
    found = minimize(
        half_length,
        np.concatenate([np.zeros(count), np.abs(fixed)]),
        jac=True,
        method="SLSQP",
        constraints={"type": "ineq", "fun": lambda x: sides @ x + ends, "jac": lambda x: sides},
        options={"maxiter": 1000, "ftol": 1e-12},
    )
    return start + free @ found.x[:count]


def _steadiest(given: EventEstimates, covariance: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return the combination of smallest variance that cancels a line, and ways to depart from it.

    The ways, shape (K, B - 1), are unit steps in the covariance and change neither the weights
    after nor what a line adds.
    """
    before, times = given.before, given.times
    slope = float(given.weights @ times)
    inner = covariance[np.ix_(before, before)]
    cross = covariance[before] @ given.weights
    lines = times[before][None, :]
    plain = -np.linalg.solve(inner, cross)
    pull = np.linalg.solve(inner, lines.T)
    correction = pull[:, 0] * (-slope - lines[0] @ plain) / float((lines @ pull)[0, 0])
    start = given.weights.copy()
    start[before] = plain + correction
    lower = np.linalg.cholesky(inner)
    turned = np.linalg.solve(lower, lines.T)
    rest = np.linalg.qr(turned, mode="complete")[0][:, 1:]
    free = np.zeros((times.size, rest.shape[1]))
    free[before] = np.linalg.solve(lower.T, rest)
    return start, free


def _beyond(times: np.ndarray) -> np.ndarray:
    """Return shape (years, K): how many years an event lies beyond a year, away from 0."""
    back, ahead = int(-times.min()), int(times.max())
    rows = [np.clip(times - year, 0.0, None) for year in range(ahead)]
    rows += [np.clip(-times - year, 0.0, None) for year in range(1, back)]
    return np.array(rows)


def folded_quantile(mean: float, confidence: float) -> float:
    """Return the quantile of |normal with this mean and variance 1|.

    Parameters
    ----------
    mean
        Not negative.
    confidence
        Share below the quantile.

    Returns
    -------
    float
    """
    from scipy.optimize import brentq
    from scipy.special import ndtr, ndtri

    def short(beyond: float) -> float:
        return float(ndtr(beyond) - ndtr(-beyond - 2 * mean)) - confidence

    least, most = float(ndtri(confidence)), float(ndtri(0.5 + confidence / 2))
    return mean + float(brentq(short, least - 1e-9, most + 1e-9, xtol=1e-14))


def _folded_slope(mean: float, quantile: float) -> float:
    """Return how much the quantile grows with the mean."""
    near, far = np.exp(-((quantile - mean) ** 2) / 2), np.exp(-((quantile + mean) ** 2) / 2)
    return float((near - far) / (near + far))
