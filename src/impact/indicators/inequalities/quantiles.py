"""Places sorted into equal parts (fifths, tenths) by a value."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd

from impact.errors import Fault
from impact.indicators.columns import numbers, refuse, require
from impact.indicators.counts import reasons


def quantiles(
    frame: pd.DataFrame,
    *,
    value: str = "value",
    by: str | Sequence[str] | None = None,
    count: int = 5,
    highest_first: bool = False,
    status: str = "status",
) -> pd.DataFrame:
    """Add the quantile (fifth, tenth) each place belongs to by its value.

    Parameters
    ----------
    frame
        One row a place. Not changed.
    value
        Column of values in any unit.
    by
        Columns which name a group that is divided by itself (indicator, year); None: all rows
        together.
    count
        Number of parts, 2 or more.
    highest_first
        False: quantile 1 holds the lowest values. True: the highest.
    status
        Column, used when present: a row with status suppressed, missing or not_applicable has
        no quantile and does not count as a place.

    Returns
    -------
    DataFrame
        The same rows in the same order with `quantile` (1 to count, whole number or missing),
        `statistic`, `method`, `reason`. `reason` is empty, or why there is no quantile:
        suppressed, missing, not_applicable, few_places (fewer places than parts).

    Raises
    ------
    InvalidInput
        When `count` is not a whole number above 1 or a column is absent.

    Notes
    -----
    With N places that have a value, K parts and r the rank from 1 (places with equal values all
    have the lowest of their ranks, so they share a quantile):
    K + 1 - ceil((N + 1 - r) K / N). A quantile is of places, not of persons.

    References
    ----------
    Public Health England (2018), PHEindicatormethods, function phe_quantile (the rule only).
    """
    names = [] if by is None else [by] if isinstance(by, str) else list(by)
    require(frame, [value, *names], "quantiles")
    if isinstance(count, bool) or not isinstance(count, int | np.integer) or count < 2:
        refuse("quantiles: parts", [Fault("count", f"is {count}.", "Write 5 for fifths.")])
    reason = reasons(frame, [value], status=status)
    known = pd.Series(np.where(reason == "", numbers(frame, value), np.nan))
    groups = [frame[name].to_numpy() for name in names] or [np.zeros(len(frame), dtype=int)]
    grouped = known.groupby(groups, sort=False, dropna=False)
    rank = grouped.rank(method="min", ascending=not highest_first).to_numpy()
    places = grouped.transform("count").to_numpy()
    few = (reason == "") & (places < count)
    reason[few] = "few_places"
    with np.errstate(divide="ignore", invalid="ignore"):
        part = count + 1 - np.ceil((places + 1 - rank) * count / places)
    part = np.where(reason == "", part, np.nan)
    return frame.assign(
        quantile=pd.array(part, dtype="Int64"),
        statistic="quantile",
        method=f"{count} parts by rank, {'highest' if highest_first else 'lowest'} first",
        reason=pd.array(reason, dtype="str"),
    )
