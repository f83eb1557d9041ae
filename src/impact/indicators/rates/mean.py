"""Means of measured values with their confidence intervals."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd
from scipy import stats

from impact.indicators.columns import numbers, require
from impact.indicators.counts import confidence_levels, reasons, with_limits
from impact.indicators.group_rows import group_reasons, group_rows, sums
from impact.indicators.rates.limits import Limits


def mean(
    frame: pd.DataFrame,
    *,
    value: str = "value",
    by: str | Sequence[str] | None = None,
    confidence: float | Sequence[float] = 0.95,
    status: str = "status",
) -> pd.DataFrame:
    """Return the mean of each group with Student's limits.

    Parameters
    ----------
    frame
        One row a measured value (a pupil's score, a unit's figure). Not changed.
    value
        Column of numbers in any unit; the mean and its limits are in the same unit.
    by
        Columns that name a group; None: the whole table is one group.
    confidence
        One level, or several in one call.
    status
        Column, used when present: suppressed, missing and not_applicable rows are unknown.

    Returns
    -------
    DataFrame
        One row a group in order of first appearance: the group's columns, `count`,
        `standard_deviation`, `value`, limits, `confidence`, `statistic`, `method`, `reason`.
        A group with an unknown part has no mean, and `reason` says why: suppressed, missing,
        not_applicable. A group of one value has that value and no limits: `one_value`.

    Raises
    ------
    InvalidInput
        When a column is absent or holds text, a confidence level is not between 0 and 1, or a
        column of `by` is named like one of the result.

    Notes
    -----
    x ± t(n - 1) s / sqrt(n), with s the standard deviation with n - 1 in the denominator and t
    the Student quantile of (1 + confidence) / 2.

    References
    ----------
    Student (1908), Biometrika 6, 1-25.
    """
    require(frame, [value], "mean")
    levels = confidence_levels(confidence)
    codes, table = group_rows(frame, by, ("count", "standard_deviation"))
    size, values = len(table), numbers(frame, value)
    reason = group_reasons(reasons(frame, [value], status=status), codes, size)
    values = np.where((reason != "")[codes], np.nan, values)
    count = sums(codes, np.ones(len(frame)), size)
    centre = sums(codes, values, size) / count
    alone = (count == 1) & (reason == "")
    freedom = np.where(count > 1, count - 1, np.nan)
    deviation = np.sqrt(sums(codes, (values - centre[codes]) ** 2, size) / freedom)
    error = deviation / np.sqrt(count)

    def limits(level: float) -> Limits:
        half = stats.t.ppf((1 + level) / 2, freedom) * error
        return centre - half, centre + half

    out = table.assign(count=count.astype(int), standard_deviation=deviation, value=centre)
    return with_limits(out, levels, limits).assign(
        statistic="mean",
        method="student_t",
        reason=pd.array(np.where(alone, "one_value", reason), dtype="str"),
    )
