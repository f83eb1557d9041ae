"""Where the middle of the municipalities lies, and how far apart they are."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd

from impact.indicators.columns import numbers, require, series_columns
from impact.indicators.trends.trend import trend

NORMAL_QUARTILES = 1.3489795003921634
FEWEST_FOR_ERROR = 5


def medians(
    values: pd.DataFrame,
    *,
    by: str | Sequence[str] | None = None,
    value: str = "value",
) -> pd.DataFrame:
    """Return the median municipality and the quartiles of each group.

    Parameters
    ----------
    values
        One row a municipality in each group. Rows without a value are not counted.
    by
        Columns which name a group (none: one group); default indicator, group and year when
        present. Add the region, or the place whose peers the rows are, for their medians.
    value
        Column.

    Returns
    -------
    DataFrame
        One row a group in order of first appearance: the columns of `by`, `median,
        lower_quartile, upper_quartile, interquartile_range, spread, standard_error, places`.
        A group without values has NaN and 0 places.

    Notes
    -----
    Every municipality counts once, whatever its size. Quartiles interpolate linearly. spread =
    interquartile range / 1.349 (the standard deviation, were the values normal).
    standard_error of the median = sqrt(pi / 2) * standard deviation / sqrt(places), from 5
    places: the municipalities are read as a sample, so it holds their own chance variation and
    the arbitrariness of who is a member. The standard deviation is `spread` from 20 places, and
    below that the ordinary one.
    """
    keys = _group_columns(values, by)
    require(values, [*keys, value], "medians")
    figures = numbers(values, value)
    table = values[keys].reset_index(drop=True)
    table["_value"] = np.where(np.isfinite(figures), figures, np.nan)
    grouped = table.groupby(keys or np.zeros(len(table)), sort=False, dropna=False)["_value"]
    shares = {"lower_quartile": 0.25, "median": 0.5, "upper_quartile": 0.75}
    out = pd.DataFrame({name: grouped.quantile(share) for name, share in shares.items()})
    out["interquartile_range"] = out["upper_quartile"] - out["lower_quartile"]
    out["spread"] = out["interquartile_range"] / NORMAL_QUARTILES
    places = grouped.count()
    deviation = out["spread"].where(places >= 4 * FEWEST_FOR_ERROR, grouped.std())
    error = np.sqrt(np.pi / 2 / places.clip(lower=1)) * deviation
    out["standard_error"] = error.where(places >= FEWEST_FOR_ERROR)
    out["places"] = places
    order = ["median", "lower_quartile", "upper_quartile", "interquartile_range", "spread"]
    return out[[*order, "standard_error", "places"]].reset_index(drop=not keys)


def spread(
    values: pd.DataFrame,
    *,
    by: str | Sequence[str] | None = None,
    year: str = "year",
    value: str = "value",
    fewest: int = 10,
    window: int = 8,
    minimum: int = 5,
    breaks: pd.DataFrame | None = None,
) -> pd.DataFrame:
    """Test whether municipalities come closer together or drift apart.

    Parameters
    ----------
    values
        Long table, one row a municipality and year.
    by
        Columns which name the collection of municipalities; default indicator and group when
        present (the whole country in the table).
    year, value
        Columns.
    fewest
        A year with fewer municipalities with a value is not used.
    window, minimum, breaks
        As for `trend`, which is applied to the interquartile range of each year.

    Returns
    -------
    DataFrame
        One row a collection: the columns of `by`, `interquartile_range` (last year used, own
        unit), `slope, lower, upper, change, p_value, verdict` (improving: narrowing; worsening:
        widening; no_clear_change; not_calculable), `first_year, last_year, years, method,
        reason`.
    """
    keys = [name for name in series_columns(values, by) if name != year]
    yearly = medians(values, by=[*keys, year], value=value)
    ranges = yearly["interquartile_range"].where(yearly["places"] >= fewest)
    yearly = yearly.assign(interquartile_range=ranges, _narrower="lower")
    out = trend(
        yearly.assign(_all="all"),
        place="_all",
        year=year,
        value="interquartile_range",
        by=keys,
        polarity="_narrower",
        window=window,
        minimum=minimum,
        breaks=breaks,
    ).drop(columns="_all")
    last = yearly[[*keys, year, "interquartile_range"]].rename(columns={year: "last_year"})
    last["last_year"] = last["last_year"].astype("Int16")
    joined = out.merge(last, on=[*keys, "last_year"], how="left")
    return joined[[*keys, "interquartile_range", *(c for c in out.columns if c not in keys)]]


def _group_columns(values: pd.DataFrame, by: str | Sequence[str] | None) -> list[str]:
    if by is None:
        return [*series_columns(values, None), *(n for n in ("year",) if n in values.columns)]
    return series_columns(values, by)
