"""Hiding a whole series of years when too many of them are too small."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd

from impact.indicators.protection.rules import Rule


def whole_series(
    table: pd.DataFrame,
    numerator: np.ndarray,
    small: np.ndarray,
    rule: Rule,
    *,
    series: Sequence[str],
) -> np.ndarray:
    """Say which rows belong to a series that is hidden as a whole.

    Parameters
    ----------
    table
        One row a year of a series.
    numerator
        Persons, shape (rows,); NaN where unknown. Unknown years are not counted.
    small
        Shape (rows,): too small to be shown by itself.
    rule
        Shares and fewest years.
    series
        Columns that name a series: all but the year.

    Returns
    -------
    ndarray
        Booleans, shape (rows,).

    Notes
    -----
    Hidden when small years / years > series_share, or when years with a numerator below
    series_count / years > series_small. Gaps in a series of which most is hidden tell which
    years were small.
    """
    known = ~np.isnan(numerator)
    counted = pd.DataFrame({"years": known, "small": small & known})
    counted["few"] = known & (numerator < (rule.series_count or 0))
    groups = [table[name].to_numpy() for name in series]
    sums = counted.groupby(groups, sort=False, dropna=False)[["years", "small", "few"]]
    total = sums.transform("sum").to_numpy(dtype=float)
    years = np.maximum(total[:, 0], 1)
    hidden = np.zeros(len(table), dtype=bool)
    if rule.series_share is not None:
        hidden |= total[:, 1] / years > rule.series_share
    if rule.series_small is not None:
        hidden |= total[:, 2] / years > rule.series_small
    return hidden & (total[:, 0] >= rule.series_years)
