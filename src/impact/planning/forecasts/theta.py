"""The Theta method: exponential smoothing with half the drift of a straight line."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from impact.planning.forecasts.runs import Runs


@dataclass(frozen=True, slots=True)
class ThetaStates:
    """What the Theta method knows after every year.

    Parameters
    ----------
    level
        Smoothed level: smoothing constants by places by years.
    slope
        Slope of the straight line through the run so far: places by years.
    length
        Years of the run so far: places by years.
    errors
        Errors one year ahead of plain smoothing, by which a constant is chosen.
    """

    level: np.ndarray
    slope: np.ndarray
    length: np.ndarray
    errors: np.ndarray


def theta_states(series: Runs, smoothing: np.ndarray) -> ThetaStates:
    """Return level and slope of every series after every year.

    Parameters
    ----------
    series
        Cut into runs.
    smoothing
        Constants over 0 and up to 1, one or several.

    Notes
    -----
    level(t) = alpha y(t) + (1 - alpha) level(t-1), from the run's first value on. The slope is
    that of ordinary least squares of the run's values on their years.
    """
    constants = np.atleast_1d(np.asarray(smoothing, dtype=float))[:, None]
    places, years = series.values.shape
    level = np.full((len(constants), places, years), np.nan)
    errors = np.full_like(level, np.nan)
    slope, length = np.full((places, years), np.nan), np.zeros((places, years), dtype=int)
    now = np.full((len(constants), places), np.nan)
    count, total, moment = np.zeros((3, places))
    for year in range(years):
        value, fresh = series.values[:, year], series.fresh[:, year]
        known = np.isfinite(value)
        error = np.where(fresh, np.nan, value - now)
        now = np.where(fresh, value, now + constants * error)
        level[:, :, year], errors[:, :, year] = now, error
        count = np.where(fresh, 0, count)
        total = np.where(fresh, 0.0, total) + np.where(known, value, 0.0)
        moment = np.where(fresh, 0.0, moment) + np.where(known, value * count, 0.0)
        count = np.where(known, count + 1, 0)
        length[:, year] = count
        spread = count * (count**2 - 1) / 12
        rise = moment - (count - 1) / 2 * total
        slope[:, year] = np.where(count > 1, rise / np.where(count > 1, spread, 1.0), np.nan)
    return ThetaStates(level, slope, length, errors)


def theta_forecast(
    level: np.ndarray, slope: np.ndarray, length: np.ndarray, smoothing: float, horizon: int
) -> np.ndarray:
    """Return forecasts so many years ahead.

    Parameters
    ----------
    level, slope, length
        States at the origin, of one shape.
    smoothing
        The constant that made the level.
    horizon
        Years ahead, from 1.

    Notes
    -----
    level + slope / 2 * (h - 1 + 1/alpha - (1 - alpha)^n / alpha), n the run's length: the mean of
    the straight line and of smoothing a series bent twice as much (theta 0 and 2).

    References
    ----------
    V. Assimakopoulos, K. Nikolopoulos, The theta model, International Journal of Forecasting 16
    (2000) 521-530. R. J. Hyndman, B. Billah, Unmasking the Theta method, ibid. 19 (2003) 287-290.
    """
    ahead = horizon - 1 + (1 - (1 - smoothing) ** length) / smoothing
    return level + slope / 2 * ahead
