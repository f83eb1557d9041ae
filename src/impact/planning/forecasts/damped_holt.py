"""Holt's linear trend, damped: a trend that fades out the further it is carried."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from impact.planning.forecasts.runs import Runs


@dataclass(frozen=True, slots=True)
class HoltConstants:
    """Constants of the method, each one number or one per combination that is tried.

    Parameters
    ----------
    level, trend
        How much the newest value, and the newest change of level, count: 0 to 1.
    damping
        What is left of the trend a year later: over 0, up to 1.
    """

    level: np.ndarray
    trend: np.ndarray
    damping: np.ndarray


@dataclass(frozen=True, slots=True)
class HoltStates:
    """What the method knows after every year: constants by places by years.

    Parameters
    ----------
    level, trend
        In the unit of the values, and per year.
    errors
        Errors one year ahead, by which constants are chosen.
    """

    level: np.ndarray
    trend: np.ndarray
    errors: np.ndarray


def holt_states(series: Runs, constants: HoltConstants) -> HoltStates:
    """Return level and trend of every series after every year.

    Parameters
    ----------
    series
        Cut into runs.
    constants
        One or several combinations.

    Notes
    -----
    level(t) = expected(t) + alpha error(t), expected(t) = level(t-1) + phi trend(t-1);
    trend(t) = beta (level(t) - level(t-1)) + (1 - beta) phi trend(t-1). A run starts at its first
    value with no trend: a short series has to show its trend, it is not given one.
    """
    alpha, beta, phi = (
        np.atleast_1d(np.asarray(one, dtype=float))[:, None]
        for one in (constants.level, constants.trend, constants.damping)
    )
    places, years = series.values.shape
    shape = (len(alpha), places, years)
    levels, trends, errors = (np.full(shape, np.nan) for _ in range(3))
    level, trend = np.full(shape[:2], np.nan), np.zeros(shape[:2])
    for year in range(years):
        value, fresh = series.values[:, year], series.fresh[:, year]
        faded = phi * trend
        error = np.where(fresh, np.nan, value - (level + faded))
        found = np.where(fresh, value, level + faded + alpha * error)
        trend = np.where(fresh, 0.0, beta * (found - level) + (1 - beta) * faded)
        level = found
        levels[:, :, year], trends[:, :, year], errors[:, :, year] = level, trend, error
    return HoltStates(levels, trends, errors)


def holt_forecast(level: np.ndarray, trend: np.ndarray, damping: float, horizon: int) -> np.ndarray:
    """Return forecasts so many years ahead.

    Parameters
    ----------
    level, trend
        States at the origin, of one shape.
    damping
        What is left of the trend a year later.
    horizon
        Years ahead, from 1.

    Notes
    -----
    level + (phi + phi^2 + ... + phi^h) trend.

    References
    ----------
    E. S. Gardner, E. McKenzie, Forecasting trends in time series, Management Science 31 (1985)
    1237-1246.
    """
    return level + sum(damping**step for step in range(1, horizon + 1)) * trend
