"""Forecasts made in every past year with what was known then, held against what came."""

from __future__ import annotations

import numpy as np
import pandas as pd

from impact.planning.forecasts.combined import Combined
from impact.planning.forecasts.pooled_errors import half_widths, outcome_errors, pooled_errors
from impact.planning.forecasts.runs import Runs

COLUMNS = ["origin", "horizon", "method", "mean_absolute_error", "coverage", "cases", "ranged"]


def usable(forecasts: np.ndarray, points: np.ndarray, minimum: int) -> np.ndarray:
    """Return forecasts whose run holds enough points at the origin, NaN elsewhere.

    Parameters
    ----------
    forecasts
        Places by origins by horizons.
    points
        Places by years.
    minimum
        Fewest points of a run.
    """
    return np.where((points >= minimum)[:, :, None], forecasts, np.nan)


def backtest(
    series: Runs,
    forecasts: Combined,
    sizes: np.ndarray,
    *,
    minimum: int,
    coverage: float = 0.8,
    limits: tuple[float, float] = (-np.inf, np.inf),
) -> pd.DataFrame:
    """Return errors and coverage of past forecasts by origin, horizon and method.

    Parameters
    ----------
    series, forecasts
        One indicator, of all places.
    sizes
        Size of each place.
    minimum
        Fewest points of a run that is forecast.
    coverage
        Share of outcomes the range is to hold.
    limits
        What the indicator can be at least and at most.

    Returns
    -------
    pandas.DataFrame
        `COLUMNS`: `origin` is a position among the years; `mean_absolute_error` in the
        indicator's unit; `coverage` is the share of outcomes inside the range (combined only),
        `ranged` the outcomes that had one; both methods are counted over the same `cases`.

    Notes
    -----
    The range of an origin rests on errors whose outcome was known then.
    """
    measured = np.where(series.measured, series.values, np.nan)
    central = np.clip(usable(forecasts.central, series.points, minimum), *limits)
    errors = outcome_errors(central, measured, series.fresh, forecasts.horizons)
    naive = usable(forecasts.naive, series.points, minimum)
    naive = outcome_errors(naive, measured, series.fresh, forecasts.horizons)
    rows = []
    for origin in range(measured.shape[1]):
        if not np.isfinite(errors[:, origin]).any():
            continue
        pooled = pooled_errors(errors, sizes, forecasts.horizons, origin, coverage)
        reach = half_widths(pooled, sizes)
        for position, horizon in enumerate(forecasts.horizons):
            found = np.abs(errors[:, origin, position])
            known = np.isfinite(found)
            if not known.any():
                continue
            ranged = known & np.isfinite(reach[:, position])
            held = found[ranged] <= reach[ranged, position] + 1e-12
            share = float(held.mean()) if ranged.any() else np.nan
            cases = int(known.sum())
            rows.append(
                (origin, horizon, "combined", found[known].mean(), share, cases, ranged.sum())
            )
            plain = np.abs(naive[known, origin, position])
            rows.append((origin, horizon, "naive", plain.mean(), np.nan, cases, 0))
    return pd.DataFrame(rows, columns=COLUMNS)


def over_origins(table: pd.DataFrame) -> pd.DataFrame:
    """Return errors and coverage over all origins, each case counting once.

    Parameters
    ----------
    table
        As from `backtest`.

    Returns
    -------
    pandas.DataFrame
        `horizon, method, mean_absolute_error, coverage, cases, origins`.
    """
    rows = []
    for (horizon, method), part in table.groupby(["horizon", "method"], sort=True):
        error = np.average(part["mean_absolute_error"], weights=part["cases"])
        ranged = part[part["ranged"] > 0]
        weights = ranged["ranged"]
        share = np.average(ranged["coverage"], weights=weights) if len(ranged) else np.nan
        rows.append((horizon, method, error, share, int(part["cases"].sum()), len(part)))
    columns = ["horizon", "method", "mean_absolute_error", "coverage", "cases", "origins"]
    return pd.DataFrame(rows, columns=columns)
