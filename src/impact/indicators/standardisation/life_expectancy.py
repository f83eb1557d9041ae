"""Life expectancy at any age that begins a band, with its interval."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd
from scipy import stats

from impact.errors import Fault
from impact.indicators.columns import SHOWN_ROWS, refuse
from impact.indicators.counts import confidence_levels, with_limits
from impact.indicators.rates.limits import Limits
from impact.indicators.standardisation.life_table import (
    FEWEST_PERSONS,
    LifeTables,
    read_life_tables,
)

WIDEST_YEARS = 20.0


def life_expectancy(
    frame: pd.DataFrame,
    *,
    deaths: str = "deaths",
    persons: str = "persons",
    band: str = "band",
    by: str | Sequence[str] | None = None,
    ages: float | Sequence[float] | None = 0,
    fraction: str | None = None,
    confidence: float | Sequence[float] = 0.95,
    fewest_persons: float = FEWEST_PERSONS,
    widest_years: float = WIDEST_YEARS,
    status: str = "status",
) -> pd.DataFrame:
    """Return the years a person of a given age can expect to live at today's death rates.

    Parameters
    ----------
    frame, deaths, persons, band, by, fraction, fewest_persons, status
        As for `life_table`.
    ages
        Ages that begin a band in every group; None: all of them.
    confidence
        One level, or several in one call.
    widest_years
        A value whose 95 % interval is wider than this is withheld; its limits stay.

    Returns
    -------
    DataFrame
        One row a group and age: the group's columns, `age`, `deaths` and `persons` (from that
        age up), `value` (years), `standard_error`, limits, `confidence`, `statistic`, `method`,
        `reason`: empty, or suppressed, missing, not_applicable, no_persons,
        deaths_exceed_persons, few_persons, no_deaths_in_open_band, no_survivors as for
        `life_table`, or wide_interval (no value, limits kept).

    Raises
    ------
    InvalidInput
        As for `life_table`, and with ages that begin no band.

    Notes
    -----
    e ± z SE; the formulas of both are in `life_table`. This is a period measure: it sums up the
    death rates of the years given and forecasts nobody's life. At European death rates 5,000
    persons give about ±3.6 years from one year of deaths and ±1.6 from five.

    References
    ----------
    Chiang (1984), The Life Table and its Applications; Silcocks, Jenner and Reza (2001), Journal
    of Epidemiology and Community Health 55, 38-43.
    """
    levels = confidence_levels(confidence)
    tables = read_life_tables(
        frame,
        deaths=deaths,
        persons=persons,
        band=band,
        by=by,
        fraction=fraction,
        fewest_persons=fewest_persons,
        status=status,
    )
    group, column = _asked(tables, ages)
    value, error = tables.expectancy[group, column], tables.error[group, column]
    wide = 2 * stats.norm.ppf(0.975) * error > widest_years

    def limits(level: float) -> Limits:
        half = stats.norm.ppf((1 + level) / 2) * error
        return value - half, value + half

    out = tables.groups.iloc[group].reset_index(drop=True)
    out = out.assign(
        age=tables.start[group, column],
        deaths=_above(tables, tables.deaths)[group, column],
        persons=_above(tables, tables.persons)[group, column],
        value=np.where(wide, np.nan, value),
        standard_error=error,
    )
    return with_limits(out, levels, limits).assign(
        statistic="life_expectancy",
        method="chiang_silcocks",
        reason=pd.array(_reasons(tables, group, column, wide), dtype="str"),
    )


def _reasons(
    tables: LifeTables, group: np.ndarray, column: np.ndarray, wide: np.ndarray
) -> np.ndarray:
    withheld, gone = tables.reason[group], tables.survivors[group, column] == 0
    return np.select([withheld != "", gone, wide], [withheld, "no_survivors", "wide_interval"], "")


def _asked(
    tables: LifeTables, ages: float | Sequence[float] | None
) -> tuple[np.ndarray, np.ndarray]:
    if ages is None:
        return np.nonzero(tables.rows >= 0)
    wanted = np.atleast_1d(np.asarray(ages, dtype=float))
    if not len(tables.rows):
        return np.empty(0, dtype=int), np.empty(0, dtype=int)
    begins = tables.start[:, None, :] == wanted[None, :, None]
    lacking = np.argwhere(~begins.any(axis=2))
    faults = [
        Fault(
            f"group {tables.groups.iloc[group].to_dict() or 'all rows'}",
            f"has no band that begins at age {wanted[which]:g}.",
        )
        for group, which in lacking[:SHOWN_ROWS]
    ]
    more = len(lacking) - SHOWN_ROWS
    refuse("ages that begin no band", [*faults, *([Fault("ages", f"{more} more.")] * (more > 0))])
    group = np.repeat(np.arange(len(tables.rows)), len(wanted))
    return group, begins.argmax(axis=2).ravel()


def _above(tables: LifeTables, counts: np.ndarray) -> np.ndarray:
    held = np.where(tables.rows >= 0, counts, 0.0)
    return np.cumsum(held[:, ::-1], axis=1)[:, ::-1]
