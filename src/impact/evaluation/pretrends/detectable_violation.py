"""How steep a trend of its own the years before could not have shown, and what it would leave."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence

import numpy as np
import pandas as pd

from impact.errors import Fault, InvalidInput, UnknownName
from impact.evaluation.pretrends.joint_test import why_not
from impact.evaluation.sensitivity.event_estimates import event_estimates

TESTS = ("joint", "any")
COLUMNS = ["share", "slope", "bias"]


def detectable_violation(
    covariance: np.ndarray,
    events: np.ndarray,
    *,
    reference: int = -1,
    weights: np.ndarray | None = None,
    shares: Sequence[float] = (0.5, 0.8),
    level: float = 0.05,
    degrees_of_freedom: float | None = None,
    test: str = "joint",
) -> pd.DataFrame:
    """Return the smallest slope that a test of the years before would have found so often.

    Parameters
    ----------
    covariance, events, reference, weights, degrees_of_freedom
        As in `event_estimates`: of all events, before and after.
    shares
        How often the slope would have been found, each above `level` and below 1.
    level
        Of the test of the years before.
    test
        joint: `joint_test`; any: at least one estimate before differs from 0 by itself, each read
        at the level (what readers of a plot do).

    Returns
    -------
    DataFrame
        `share`; `slope`, a year, in units of the outcome; `bias`, what that line would add to the
        effect asked for by `weights`, unnoticed. NaN where `joint_test.why_not` says why.

    Raises
    ------
    InvalidInput
        Shapes do not fit, or a share or level is outside its range.
    UnknownName
        A test that does not exist.

    Notes
    -----
    A line with slope s puts s x t on an event t years from the reference. Joint: the noncentrality
    is s^2 x t' covariance^-1 t, of chi-squared or F. Any: one less the probability of a normal
    vector around s x t to lie within all the limits at once; with degrees of freedom the limits
    are those of t, and the covariance counts as known.

    References
    ----------
    Roth (2022), Pretest with caution: event-study estimates after testing for parallel trends.
    """
    _check(shares, level, test)
    given = event_estimates(
        np.zeros(len(np.asarray(covariance))),
        covariance,
        events,
        reference=reference,
        weights=weights,
        degrees_of_freedom=degrees_of_freedom,
    )
    before = given.before
    inner = given.covariance[np.ix_(before, before)]
    found = np.asarray(shares, float)
    slopes = np.full(found.size, np.nan)
    if not why_not(given.estimates[before], inner, degrees_of_freedom):
        power = _POWERS[test](given.times[before], inner, level, degrees_of_freedom)
        scale = 1 / math.sqrt((given.times[before] ** 2 / np.diag(inner)).max())
        slopes = np.array([_slope(power, share, scale) for share in found])
    later = float(given.weights @ given.times) if not before.all() else math.nan
    return pd.DataFrame({"share": found, "slope": slopes, "bias": slopes * later}, columns=COLUMNS)


def _check(shares: Sequence[float], level: float, test: str) -> None:
    if test not in TESTS:
        raise UnknownName("test of the years before", test, TESTS)
    faults = []
    if not 0 < level < 1:
        faults.append(Fault("level", f"{level} is not between 0 and 1.", "Take 0.05."))
    outside = [share for share in shares if not level < share < 1]
    if outside:
        problem = f"{outside} are not between the level {level} and 1."
        faults.append(Fault("shares", problem, "Take 0.5 and 0.8."))
    if faults:
        raise InvalidInput("no detectable violation:", faults)


def _joint(
    times: np.ndarray, inner: np.ndarray, level: float, freedom: float | None
) -> Callable[[float], float]:
    """Return the power of the joint test against a slope."""
    from scipy.stats import chi2, f, ncf, ncx2

    count = times.size
    unit = float(times @ np.linalg.solve(inner, times))
    if freedom is None:
        limit = chi2.isf(level, count)
        return lambda slope: float(ncx2.sf(limit, count, slope**2 * unit))
    left = freedom - count + 1
    limit = f.isf(level, count, left)
    return lambda slope: float(ncf.sf(limit, count, left, slope**2 * unit))


def _any(
    times: np.ndarray, inner: np.ndarray, level: float, freedom: float | None
) -> Callable[[float], float]:
    """Return how often at least one estimate is read as different from 0, against a slope."""
    from scipy.stats import multivariate_normal, norm, t

    errors = np.sqrt(np.diag(inner))
    quantile = norm.isf(level / 2) if freedom is None else t.isf(level / 2, freedom)
    limits = quantile * errors

    def power(slope: float) -> float:
        inside = multivariate_normal.cdf(
            limits, slope * times, inner, lower_limit=-limits, rng=np.random.default_rng(0)
        )
        return 1 - float(inside)

    return power


_POWERS = {"joint": _joint, "any": _any}


def _slope(power: Callable[[float], float], share: float, scale: float) -> float:
    """Return the slope whose power is the share; `scale` is a slope of about one error."""
    from scipy.optimize import brentq

    low, high = 0.0, scale
    if power(low) >= share:
        return low
    while power(high) < share:
        high *= 2
    return float(brentq(lambda slope: power(slope) - share, low, high, xtol=scale * 1e-10))
