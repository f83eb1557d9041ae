"""Pupils of the coming years, of every municipality of a country at once."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import numpy as np
import pandas as pd

from impact import places, store
from impact.overviews.pupils.cohorts import counted_cohorts
from impact.overviews.pupils.model import (
    BACKTEST_COLUMNS,
    FRAME_COLUMNS,
    GROUP_COLUMNS,
    ORIGIN_COLUMNS,
    REGION_COLUMNS,
    SCORECARD_COLUMNS,
    PupilForecast,
)
from impact.overviews.pupils.record import record_of
from impact.overviews.pupils.rows import forecast_rows
from impact.overviews.rounding import to_decimals
from impact.planning import pupils

HORIZON = 9
STEPS = 20
FIRST_TESTED = 2
"""Forecasts made before that have too few errors behind them for limits."""


def pupil_forecast(scope: Any, horizon: int = HORIZON) -> PupilForecast:
    """Return pupils by grade of every municipality in the coming years.

    Parameters
    ----------
    scope
        A plan, or anything with `country, year`. Nothing newer than the year is used.
    horizon
        How many years ahead.

    Returns
    -------
    PupilForecast
        Made once per process for equal scopes and snapshots; do not change its tables. Empty
        where the country has no figures by grade or age.
    """
    return _forecast(scope.country, scope.year, horizon, tuple(store.snapshots()))


@lru_cache(maxsize=4)
def _forecast(
    country: str, year: int, horizon: int, snapshots: tuple[store.Snapshot, ...]
) -> PupilForecast:
    cohorts = counted_cohorts(country, year)
    if cohorts is None:
        return _empty(country)
    rolling = pupils.rolling_forecasts(cohorts.counts, cohorts.years, horizon, cohorts.constant)
    members = _regions(country, cohorts.places)
    learnt: dict[Any, Any] = {}
    for position, grade in enumerate(cohorts.grades):
        learnt[grade] = _learnt(rolling.summed([position]), members)
    for group in cohorts.groups:
        learnt[group] = _learnt(rolling.summed(cohorts.columns(group)), members)
    by_grade = {grade: [at] for at, grade in enumerate(cohorts.grades)}
    by_group = {group: cohorts.columns(group) for group in cohorts.groups}
    spreads = {name: one[0] for name, one in learnt.items()}
    frame = forecast_rows(cohorts, rolling, by_grade, spreads)
    groups = forecast_rows(cohorts, rolling, by_group, spreads)
    first = int(rolling.origins[min(FIRST_TESTED, len(rolling.origins) - 1)])
    record = record_of(cohorts, rolling, members, first)
    return PupilForecast(
        country=country,
        basis=cohorts.basis,
        origin=int(cohorts.years[-1]),
        counted_at=cohorts.counted_at,
        frame=frame.set_axis(FRAME_COLUMNS, axis=1),
        groups=groups.set_axis(GROUP_COLUMNS, axis=1),
        leaving=cohorts.leaving,
        backtest=record.backtest,
        by_origin=record.by_origin,
        scorecard=record.scorecard,
        shrinkage=cohorts.constant,
        region_coverage=record.region_coverage,
        parts={name: one[1:] for name, one in learnt.items()},
        places=cohorts.places,
    )


def coarse_steps(values: np.ndarray) -> np.ndarray:
    """Return positive numbers on a scale of 20 equal ratios from 1 to 10; all others stay.

    Notes
    -----
    10^(k / 20) for the nearest whole k. Of a variance a step is 12 per cent, of a limit's width 6.
    A pooled variance of thousands of errors has a dozen uses in every report: with finer steps
    every second corrected figure made all reports again.
    """
    positive = values > 0
    step = np.round(np.log10(np.where(positive, values, 1.0)) * STEPS) / STEPS
    return np.where(positive, to_decimals(10.0**step, 5 - np.floor(step)), values)


def _learnt(rolling: pupils.Rolling, members: list[np.ndarray]) -> tuple[Any, ...]:
    """Return the spread, and central forecasts with their standard deviations and common part.

    What was learnt from all municipalities moves in steps, so that one corrected figure does not
    alter the limits of all others.
    """
    year = int(rolling.origins[-1])
    found = pupils.spread_known_at(rolling, pupils.CENTRAL, year)
    spread = pupils.Spread(
        coarse_steps(found.constant * found.quantile**2),
        coarse_steps(found.per_size * found.quantile**2),
        np.ones(len(found.quantile)),
        found.base,
        found.cases,
        found.level,
    )
    central = rolling.forecasts[pupils.CENTRAL][-1]
    common = pupils.common_deviations(rolling, pupils.CENTRAL, members, spread, year)
    return spread, central, pupils.standard_deviations(spread, central), coarse_steps(common)


def _regions(country: str, codes: tuple[str, ...]) -> list[np.ndarray]:
    at = {code: position for position, code in enumerate(codes)}
    return [
        np.array([at[code] for code in region.members if code in at])
        for region in places.regions(country)
    ]


def _empty(country: str) -> PupilForecast:
    tables = {
        "frame": FRAME_COLUMNS,
        "groups": GROUP_COLUMNS,
        "backtest": BACKTEST_COLUMNS,
        "by_origin": ORIGIN_COLUMNS,
        "scorecard": SCORECARD_COLUMNS,
        "region_coverage": REGION_COLUMNS,
    }
    return PupilForecast(
        country=country,
        basis="",
        origin=None,
        counted_at="",
        leaving="",
        shrinkage=pupils.CONSTANT,
        parts={},
        places=(),
        **{name: pd.DataFrame(columns=columns) for name, columns in tables.items()},
    )
