"""Theta and damped Holt averaged, from every year of every series at once; naive beside them."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise, product

import numpy as np

from impact.errors import Fault, InvalidInput
from impact.planning.forecasts.damped_holt import HoltConstants, holt_forecast, holt_states
from impact.planning.forecasts.runs import Runs
from impact.planning.forecasts.theta import theta_forecast, theta_states

SMOOTHING = np.round(np.arange(0.1, 1.01, 0.1), 2)
LEVELS, TRENDS, DAMPINGS = (0.2, 0.4, 0.6, 0.8, 1.0), (0.05, 0.1, 0.2, 0.4), (0.8, 0.9, 0.98)
"""Constants that are tried. Damping under 0.8 is hardly a trend, over 0.98 hardly damped."""
DIGITS = 9
"""Shares of errors equal to so many digits are equal: the first constants are taken."""


@dataclass(frozen=True, slots=True)
class Combined:
    """Forecasts from every year as origin.

    Parameters
    ----------
    horizons
        Years ahead.
    central, theta, damped, naive
        Places by origins by horizons; NaN where the origin has no measured value.
    smoothing
        The Theta method's constant of each origin.
    holt
        Level, trend and damping constants of each origin: origins by three.
    """

    horizons: tuple[int, ...]
    central: np.ndarray
    theta: np.ndarray
    damped: np.ndarray
    naive: np.ndarray
    smoothing: np.ndarray
    holt: np.ndarray


def combined(series: Runs, horizons: tuple[int, ...]) -> Combined:
    """Return the mean of Theta and damped Holt from every year, and the naive forecast.

    Parameters
    ----------
    series
        Series of one indicator, one per place, cut into runs.
    horizons
        Years ahead, from 1.

    Raises
    ------
    InvalidInput
        A horizon is less than 1 year, or they do not rise.

    Notes
    -----
    The constants of an origin are those with the smallest mean absolute error one year ahead over
    all places and all years up to the origin: one set for all places, since ten points tell
    little of four constants. Nothing after an origin is used for it. The average of simple
    methods has been hard to beat in the M competitions.

    References
    ----------
    S. Makridakis, E. Spiliotis, V. Assimakopoulos, The M4 Competition, International Journal of
    Forecasting 36 (2020) 54-74.
    """
    _check(horizons)
    constants = HoltConstants(*(np.array(row) for row in zip(*_combinations(), strict=True)))
    smooth = theta_states(series, SMOOTHING)
    holt = holt_states(series, constants)
    first, second = (_best(one.errors, series.measured) for one in (smooth, holt))
    shape = (*series.values.shape, len(horizons))
    by_theta, by_holt = np.full(shape, np.nan), np.full(shape, np.nan)
    for origin in range(shape[1]):
        alpha, at = SMOOTHING[first[origin]], second[origin]
        states = (smooth.level[first[origin], :, origin], smooth.slope[:, origin])
        length = smooth.length[:, origin]
        trended = (holt.level[at, :, origin], holt.trend[at, :, origin])
        for position, horizon in enumerate(horizons):
            by_theta[:, origin, position] = theta_forecast(*states, length, alpha, horizon)
            by_holt[:, origin, position] = holt_forecast(*trended, constants.damping[at], horizon)
    hidden = ~series.measured[:, :, None]
    by_theta, by_holt = (np.where(hidden, np.nan, one) for one in (by_theta, by_holt))
    naive = np.where(hidden, np.nan, series.values[:, :, None]) + np.zeros(len(horizons))
    chosen = np.array(_combinations())[second]
    return Combined(
        horizons, (by_theta + by_holt) / 2, by_theta, by_holt, naive, SMOOTHING[first], chosen
    )


def _check(horizons: tuple[int, ...]) -> None:
    rising = all(one < other for one, other in pairwise(horizons))
    if not horizons or min(horizons) < 1 or not rising:
        problem = f"are {horizons}."
        mend = "Give years ahead from 1, each once, in order."
        raise InvalidInput("nothing can be forecast", [Fault("horizons", problem, mend)])


def _combinations() -> list[tuple[float, float, float]]:
    return list(product(LEVELS, TRENDS, DAMPINGS))


def _best(errors: np.ndarray, measured: np.ndarray) -> np.ndarray:
    """Return the position of the best constants for every origin; bridged years do not count."""
    by_year = np.nansum(np.where(measured, np.abs(errors), 0.0), axis=1)
    total = np.cumsum(by_year, axis=1)
    worst = total.max(axis=0)
    return np.argmin(np.round(total / np.where(worst > 0, worst, 1.0), DIGITS), axis=0)
