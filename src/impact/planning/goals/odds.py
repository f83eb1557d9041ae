"""The chance of reaching a target: what municipalities where this one is became, years later.

A straight line through a municipality's own figures promises too much, since a small one swings and
swings back. So all municipalities are pooled: one regression says where those with such a figure
and such a recent mean were a number of years later, and how far from there they spread.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from impact.errors import Fault, InvalidInput

RECENT = 3
"""Years whose mean stands beside the newest figure."""
FEWEST_CASES = 30
EXACT = 1e-9
"""Distances and spreads below this share of the target are what arithmetic alone makes."""
LEAST_CHANCE = 0.01
"""No chance is said to be nearer to 0 or 1 than this; no back-test tells them apart."""


@dataclass(frozen=True, slots=True)
class PooledRule:
    """Where a figure is some years later, and how uncertain that is.

    Parameters
    ----------
    horizon
        Years ahead.
    centre
        The figure from which distances are counted, in the indicator's unit.
    level, last, recent
        Expected figure of a municipality at the centre, and how much of its newest figure's and of
        its recent mean's distance from the centre remains.
    variance, variance_by_size
        Variance of what is not explained: variance + variance_by_size / size.
    cases, origins
        Pairs of figure and later figure it is fitted on, and the years they start in.
    widening
        Factor of the spread, from errors of earlier projections; 1 where none is known.
    """

    horizon: int
    centre: float
    level: float
    last: float
    recent: float
    variance: float
    variance_by_size: float
    cases: int
    origins: int
    widening: float = 1.0

    def project(
        self, last: np.ndarray, recent: np.ndarray, sizes: np.ndarray
    ) -> tuple[np.ndarray, np.ndarray]:
        """Return the expected figure `horizon` years later and its standard deviation.

        Parameters
        ----------
        last, recent, sizes
            Newest figure, mean of the last three years (indicator's unit) and size; one shape.
        """
        mean = self.level + self.last * (last - self.centre) + self.recent * (recent - self.centre)
        spread = self.widening * np.sqrt(self.variance + self.variance_by_size / sizes)
        return mean, spread


def fit_rule(
    values: np.ndarray,
    sizes: np.ndarray,
    *,
    known: int,
    horizon: int,
    centre: float | None = None,
) -> PooledRule | None:
    """Fit where municipalities were `horizon` years later, on what is known at one point in time.

    Parameters
    ----------
    values
        Municipalities by consecutive years, any unit; missing where there is no figure.
    sizes
        Size of each municipality (inhabitants), above 0.
    known
        Number of years that are known; no later column is read.
    horizon
        Years ahead, at least 1.
    centre
        Figure from which distances are counted; None takes the median of the newest figures. It
        changes no projection.

    Returns
    -------
    PooledRule or None
        None with fewer than 30 pairs or with less than three consecutive years before the later
        one.

    Raises
    ------
    InvalidInput
        The shapes do not fit, the horizon is less than 1, fewer than no years are known, or a size
        is not above 0.

    Notes
    -----
    y(t + H) = level + last (y(t) - centre) + recent (mean(y(t - 2), y(t - 1), y(t)) - centre),
    least squares over all municipalities and all t with t + H known. The variance of the residuals
    is a + b / size, both at least 0, by weighted least squares on their squares (two passes, the
    second weighted by 1 / the first's variance).
    """
    _check(values, sizes, known, horizon)
    start, later, size, origins = _pairs(values[:, :known], sizes, horizon)
    if len(later) < FEWEST_CASES:
        return None
    centre = float(np.median(start[:, 0])) if centre is None else centre
    design = np.column_stack([np.ones(len(later)), start - centre])
    coefficients = np.linalg.lstsq(design, later, rcond=None)[0]
    residuals = later - design @ coefficients
    variance, by_size = _variance(residuals, size)
    level, last, recent = (float(number) for number in coefficients)
    return PooledRule(horizon, centre, level, last, recent, variance, by_size, len(later), origins)


def chance_of_reaching(
    target: np.ndarray, mean: np.ndarray, spread: np.ndarray, higher: np.ndarray | bool
) -> np.ndarray:
    """Return the probability that the later figure is at the target or beyond.

    Parameters
    ----------
    target, mean, spread
        Target, projected figure and its standard deviation, in one unit and shape.
    higher
        Whether higher is better; else the figure has to fall to the target.

    Returns
    -------
    numpy.ndarray
        Between 0.01 and 0.99; missing where anything is missing.

    Notes
    -----
    P = 1 - Phi((target - mean) / spread) when higher is better, Phi of the same otherwise. With no
    spread at all P is 0.99 where the projection is at the target or beyond and 0.01 elsewhere.
    """
    from scipy.special import ndtr

    ahead = np.where(higher, 1.0, -1.0) * (np.asarray(mean, float) - target)
    nothing = EXACT * np.maximum(np.abs(np.asarray(target, float)), 1.0)
    with np.errstate(divide="ignore", invalid="ignore"):
        certain = np.where(ahead >= -nothing, np.inf, -np.inf)
        steps = np.where(np.asarray(spread, float) > nothing, ahead / spread, certain)
    missing = np.isnan(ahead) | np.isnan(spread)
    return np.where(missing, np.nan, np.clip(ndtr(steps), LEAST_CHANCE, 1 - LEAST_CHANCE))


def recent_mean(values: np.ndarray, column: int) -> np.ndarray:
    """Return the mean of the figures of the last three years that are known, by municipality."""
    window = values[:, max(column - RECENT + 1, 0) : column + 1]
    number = np.isfinite(window).sum(axis=1)
    return np.where(number > 0, np.nansum(window, axis=1) / np.maximum(number, 1), np.nan)


def _pairs(
    values: np.ndarray, sizes: np.ndarray, horizon: int
) -> tuple[np.ndarray, np.ndarray, np.ndarray, int]:
    """Newest figure and recent mean, the later figure, sizes; and how many years they start in."""
    starts, later, size, origins = [np.empty((0, 2))], [np.empty(0)], [np.empty(0)], 0
    for column in range(RECENT - 1, values.shape[1] - horizon):
        window = values[:, column - RECENT + 1 : column + 1]
        whole = np.isfinite(window).all(axis=1) & np.isfinite(values[:, column + horizon])
        starts.append(np.column_stack([window[whole, -1], window[whole].mean(axis=1)]))
        later.append(values[whole, column + horizon])
        size.append(sizes[whole])
        origins += bool(whole.any())
    return np.concatenate(starts), np.concatenate(later), np.concatenate(size), origins


def _variance(residuals: np.ndarray, sizes: np.ndarray) -> tuple[float, float]:
    from scipy.optimize import nnls

    scale = float(np.mean(residuals**2))
    if scale == 0:
        return 0.0, 0.0
    typical = float(np.median(sizes))
    design = np.column_stack([np.ones(len(sizes)), typical / sizes])
    squares = residuals**2 / scale
    first = design @ nnls(design, squares)[0]
    weights = 1 / np.maximum(first, 1e-6)
    found = nnls(design * weights[:, None], squares * weights)[0] * scale
    return float(found[0]), float(found[1] * typical)


def _check(values: np.ndarray, sizes: np.ndarray, known: int, horizon: int) -> None:
    faults = []
    if values.ndim != 2 or len(values) != len(sizes):
        faults.append(Fault("values", "must be municipalities by years, with a size for each."))
    if known < 0:
        faults.append(Fault("known", f"must be a number of years; here is {known}."))
    if horizon < 1:
        faults.append(Fault("horizon", f"must be at least 1 year; here is {horizon}."))
    if not np.all(np.asarray(sizes, float) > 0):
        faults.append(Fault("sizes", "must all be above 0."))
    if faults:
        raise InvalidInput("the chance of reaching a goal cannot be fitted", faults)
