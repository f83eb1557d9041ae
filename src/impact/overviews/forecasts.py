"""What the indicators of all municipalities may become, and how wrong such forecasts have been."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import pandas as pd

from impact.catalogue import Indicator
from impact.overviews.model import Overview
from impact.overviews.rounding import COARSE, to_decimals, to_steps
from impact.planning.forecasts import (
    Combined,
    Runs,
    backtest,
    combined,
    half_widths,
    inside,
    outcome_errors,
    over_origins,
    pooled_errors,
    runs,
    usable,
)

HORIZONS, LONGER, LONG = (1, 2, 3), (4, 5), 12
"""Years ahead; the longer ones only from runs of so many points."""
MINIMUM = 5
COVERAGE = 0.8
CONTEXT, COUNTS = "context", "count"
SHARE_STEP = 0.02
ROW = [
    "place",
    "year",
    "horizon",
    "central",
    "lower",
    "upper",
    "naive",
    "points",
    "last_year",
    "last_value",
    "extended",
    "direction",
    "reason",
]
FRAME = ["indicator", "group", *ROW]
BACKTEST = [
    "indicator",
    "horizon",
    "method",
    "mean_absolute_error",
    "coverage",
    "cases",
    "origins",
]
BY_ORIGIN = [
    "indicator",
    "origin",
    "horizon",
    "method",
    "mean_absolute_error",
    "coverage",
    "cases",
    "ranged",
]


@dataclass(frozen=True, slots=True, eq=False)
class Forecasts:
    """Forecasts of a country's indicators as of one report year.

    Parameters
    ----------
    country, year, minimum
        Of the figures; fewest points of a run that is forecast.
    frame
        `FRAME`: one row per place, indicator and horizon. A place without a forecast has one row
        of horizon 0 with a `reason`: too_few, break or old. `reason` no_range: a forecast whose
        range cannot be had. `extended`: the range is a shorter horizon's, widened.
        `direction`: up or down where the whole range lies on that side of the newest figure, else
        unclear.
    backtest
        `BACKTEST`: forecasts of all past origins held against what came; combined and naive.
    by_origin
        `BY_ORIGIN`: the same, each origin for itself.
    counted
        `place, indicator, year, value` of what is forecast.
    breaks
        `place, indicator, year` in which series start anew; an empty place is every place.
    """

    country: str
    year: int
    minimum: int
    frame: pd.DataFrame
    backtest: pd.DataFrame
    by_origin: pd.DataFrame
    counted: pd.DataFrame
    breaks: pd.DataFrame


@lru_cache(maxsize=4)
def forecasts(figures: Overview) -> Forecasts:
    """Return forecasts of every indicator that is compared, for every municipality.

    Parameters
    ----------
    figures
        The country's overview; nothing newer than its year is in it.

    Returns
    -------
    Forecasts
        Made once per overview; do not change its tables.

    Notes
    -----
    Theta and damped Holt averaged, constants chosen over all municipalities; ranges from the
    absolute errors of all municipalities whose outcome is known, scaled by inhabitants. What is
    shared is rounded (`impact.overviews.rounding`) before a municipality's range is made of it.
    """
    minimum = max(MINIMUM, figures.minimum_years)
    total = figures.values[figures.values["group"] == "total"]
    wanted = [one for one in figures.indicators if one.area != CONTEXT and one.unit != COUNTS]
    frames, tests = [], []
    for one in wanted:
        table = _wide(total[total["indicator"] == one.id])
        if table.empty:
            continue
        frame, tested = _one(one, table, figures, minimum)
        frames.append(frame.assign(indicator=one.id, group="total"))
        tests.append(tested.assign(indicator=one.id))
    by_origin = _joined(tests, BY_ORIGIN)
    known = total["indicator"].isin([one.id for one in wanted]) & total["value"].notna()
    return Forecasts(
        country=figures.country,
        year=figures.year,
        minimum=minimum,
        frame=_joined(frames, FRAME),
        backtest=_backtest(by_origin, {one.id: one.decimals for one in wanted}),
        by_origin=by_origin,
        counted=total.loc[known, ["place", "indicator", "year", "value"]].reset_index(drop=True),
        breaks=figures.breaks[["place", "indicator", "year"]],
    )


def _joined(tables: list[pd.DataFrame], columns: list[str]) -> pd.DataFrame:
    full = [table for table in tables if len(table)]
    if not full:
        return pd.DataFrame({name: [] for name in columns})
    return pd.concat(full, ignore_index=True)[columns]


def _wide(values: pd.DataFrame) -> pd.DataFrame:
    """Return places by years, every year between the first and the last."""
    known = values[values["value"].notna()]
    if known.empty:
        return pd.DataFrame()
    table = known.pivot(index="place", columns="year", values="value").sort_index()
    return table.reindex(columns=range(int(table.columns.min()), int(table.columns.max()) + 1))


def _one(
    one: Indicator, table: pd.DataFrame, figures: Overview, minimum: int
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Return the forecasts of one indicator, and its back-test by origin."""
    begins = _begins(table, figures.breaks[figures.breaks["indicator"] == one.id])
    left_out = np.isin(table.columns, one.excluded_years)
    series = runs(np.where(left_out, np.nan, table.to_numpy()), begins)
    horizons = HORIZONS + LONGER
    ahead = combined(series, horizons)
    sizes = figures.population.reindex(table.index)
    sizes = sizes.fillna(sizes.median()).clip(lower=1).to_numpy(dtype=float)
    limits = _limits(one, table.to_numpy())
    tested = backtest(series, ahead, sizes, minimum=minimum, coverage=COVERAGE, limits=limits)
    tested["origin"] += int(table.columns[0])
    central = np.clip(usable(ahead.central, series.points, minimum), *limits)
    measured = np.where(series.measured, series.values, np.nan)
    errors = outcome_errors(central, measured, series.fresh, horizons)
    pooled = pooled_errors(errors, sizes, horizons, table.shape[1] - 1, COVERAGE)
    reach = to_steps(half_widths(pooled, sizes), COARSE)
    oldest = figures.year - figures.max_age
    return _frame(table, series, ahead, (central, reach, pooled.extended), limits, oldest), tested


def _begins(table: pd.DataFrame, breaks: pd.DataFrame) -> np.ndarray:
    """Return where series start anew, everywhere or in one place."""
    begins = pd.DataFrame(False, index=table.index, columns=table.columns)
    for place, year in zip(breaks["place"], breaks["year"], strict=True):
        if year in begins.columns and (not place or place in begins.index):
            begins.loc[place if place else slice(None), year] = True
    return begins.to_numpy()


def _limits(one: Indicator, observed: np.ndarray) -> tuple[float, float]:
    ends = np.array([-np.inf, np.inf])
    low, high = inside(ends, one.lower_limit, one.upper_limit, observed)
    return float(low), float(high)


def _frame(
    table: pd.DataFrame,
    series: Runs,
    ahead: Combined,
    ranges: tuple[np.ndarray, np.ndarray, np.ndarray],
    limits: tuple[float, float],
    oldest: int,
) -> pd.DataFrame:
    """Return a row per place and horizon, from each place's newest figure on."""
    central, reach, extended = ranges
    rows = []
    for at, place in enumerate(table.index):
        known = np.flatnonzero(series.measured[at])
        if not known.size:
            continue
        origin = known[-1]
        points = int(series.points[at, origin])
        start = (place, int(table.columns[origin]), float(series.values[at, origin]), points)
        middle = central[at, origin]
        if start[1] < oldest or not np.isfinite(middle[0]):
            reason = "old" if start[1] < oldest else _short(series, at, origin)
            rows.append(_row(start, 0, (np.nan,) * 4, False, reason))
            continue
        low, high = (np.clip(middle + side * reach[at], *limits) for side in (-1, 1))
        for position, horizon in enumerate(ahead.horizons):
            if horizon in LONGER and points < LONG:
                continue
            reason = "" if np.isfinite(low[position]) else "no_range"
            told = (middle, low, high, ahead.naive[at, origin])
            told = tuple(float(one[position]) for one in told)
            rows.append(_row(start, horizon, told, bool(extended[position]), reason))
    return pd.DataFrame(rows, columns=ROW)


def _row(
    start: tuple[str, int, float, int],
    horizon: int,
    told: tuple[float, ...],
    extended: bool,
    reason: str,
) -> tuple:
    place, last, value, points = start
    _, low, high, _ = told
    direction = "up" if low > value else "down" if high < value else "unclear"
    return (place, last + horizon, horizon, *told, points, last, value, extended, direction, reason)


def _short(series: Runs, at: int, origin: int) -> str:
    """Say why a run is short: a break inside the figures, or few of them."""
    started = np.flatnonzero(series.fresh[at, : origin + 1])
    return "break" if len(started) > 1 else "too_few"


def _backtest(by_origin: pd.DataFrame, decimals: dict[str, int]) -> pd.DataFrame:
    """Return the back-test over all origins, rounded as what all municipalities share."""
    if by_origin.empty:
        return pd.DataFrame({name: [] for name in BACKTEST})
    parts = [
        over_origins(part).assign(indicator=name)
        for name, part in by_origin.groupby("indicator", sort=False)
    ]
    table = pd.concat(parts, ignore_index=True)[BACKTEST]
    shown = table["indicator"].map(decimals).to_numpy()
    # in decimals, never in steps: an error and the naive one a step apart would look alike
    return table.assign(
        mean_absolute_error=to_decimals(table["mean_absolute_error"], shown),
        coverage=to_decimals(
            np.round(table["coverage"] / SHARE_STEP) * SHARE_STEP, np.full(len(table), 2)
        ),
    )
