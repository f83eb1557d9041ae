"""The record of earlier forecasts of pupils, as tables."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from impact.overviews.pupils.cohorts import Cohorts
from impact.overviews.pupils.model import (
    BACKTEST_COLUMNS,
    ORIGIN_COLUMNS,
    REGION_COLUMNS,
    SCORECARD_COLUMNS,
)
from impact.overviews.rounding import to_decimals
from impact.planning import pupils

DECIMALS = 1
"""Of a per cent, as shown: these are statistics of all municipalities."""


@dataclass(frozen=True, slots=True, eq=False)
class Record:
    """Tables of a `PupilForecast` that tell of earlier forecasts."""

    backtest: pd.DataFrame
    by_origin: pd.DataFrame
    scorecard: pd.DataFrame
    region_coverage: pd.DataFrame


def record_of(
    cohorts: Cohorts, rolling: pupils.Rolling, members: list[np.ndarray], first: int
) -> Record:
    """Return the record of all forecasts made since a year.

    Parameters
    ----------
    cohorts
        The counts and the groups they are shown in.
    rolling
        Forecasts of every year.
    members
        Positions of the places of every region.
    first
        First year whose forecasts count; earlier ones only teach limits.
    """
    errors, origins, regions = [], [], []
    for group in cohorts.groups:
        one = rolling.summed(cohorts.columns(group))
        tested = one.since(first)
        coverage = pupils.rolling_coverage(one, pupils.CENTRAL, first)
        errors.append(_errors(group, tested, coverage))
        origins.append(_origins(group, tested, coverage))
        held = pupils.rolling_total_coverage(one, pupils.CENTRAL, members, first)
        regions.append(_regions(group, held))
    leaving = rolling.summed(cohorts.columns(cohorts.leaving)).since(first)
    return Record(
        pd.concat(errors, ignore_index=True)[BACKTEST_COLUMNS],
        pd.concat(origins, ignore_index=True)[ORIGIN_COLUMNS],
        _scorecard(cohorts, leaving),
        pd.concat(regions, ignore_index=True)[REGION_COLUMNS],
    )


def _share(held: np.ndarray, axis: int | tuple[int, ...]) -> np.ndarray:
    """Return per cent held among what is known."""
    known = np.isfinite(held)
    cases = known.sum(axis=axis)
    total = np.where(known, held, 0.0).sum(axis=axis)
    return np.where(cases > 0, 100 * total / np.maximum(cases, 1), np.nan)


def _errors(group: str, tested: pupils.Rolling, coverage: pupils.Coverage) -> pd.DataFrame:
    tables = []
    for method, forecast in tested.forecasts.items():
        table = pd.DataFrame(pupils.mean_errors(forecast, tested.outcomes))
        central = method == pupils.CENTRAL
        table["coverage"] = _share(coverage.held, (0, 1)) if central else np.nan
        table["horizon"] = np.arange(1, len(table) + 1)
        tables.append(table.assign(group=group, method=method))
    return _rounded(pd.concat(tables), ("mape", "wape", "bias", "coverage"))


def _origins(group: str, tested: pupils.Rolling, coverage: pupils.Coverage) -> pd.DataFrame:
    errors = pupils.absolute_errors(tested.forecasts[pupils.CENTRAL], tested.outcomes)
    known = np.isfinite(errors)
    cases = known.sum(axis=1)
    mean = np.where(known, errors, 0.0).sum(axis=1) / np.maximum(cases, 1)
    origins, horizons = cases.shape
    table = pd.DataFrame(
        {
            "origin": np.repeat(tested.origins, horizons),
            "group": group,
            "horizon": np.tile(np.arange(1, horizons + 1), origins),
            "mape": mean.ravel(),
            "coverage": _share(coverage.held, 1).ravel(),
            "extended": coverage.extended.ravel(),
            "cases": cases.ravel(),
        }
    )
    return _rounded(table[table["cases"] > 0], ("mape", "coverage"))


def _regions(group: str, held: np.ndarray) -> pd.DataFrame:
    cases = np.isfinite(held).sum(axis=(0, 1))
    table = pd.DataFrame(
        {
            "group": group,
            "horizon": np.arange(1, held.shape[2] + 1),
            "coverage": _share(held, (0, 1)),
            "cases": cases,
        }
    )
    return _rounded(table, ("coverage",))


def _scorecard(cohorts: Cohorts, leaving: pupils.Rolling) -> pd.DataFrame:
    card = pupils.scorecard(leaving, pupils.CENTRAL)
    horizons = card.pop("horizon")
    table = pd.DataFrame(
        {
            "place": np.repeat(np.array(cohorts.places, dtype=object), len(horizons)),
            "horizon": np.tile(horizons, len(cohorts.places)),
            **{name: values.ravel() for name, values in card.items()},
        }
    )
    return table[SCORECARD_COLUMNS]


def _rounded(table: pd.DataFrame, columns: tuple[str, ...]) -> pd.DataFrame:
    return table.assign(
        **{name: to_decimals(table[name], np.full(len(table), DECIMALS)) for name in columns}
    )
