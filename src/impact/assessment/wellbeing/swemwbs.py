"""SWEMWBS: seven questions on mental well-being, raw sums turned to the metric scale."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from numpy.typing import ArrayLike

from impact.assessment.arrays import Inputs, plain
from impact.assessment.wellbeing.answers import raw_sum


def swemwbs_raw(items: ArrayLike, *, axis: int = -1) -> np.ndarray | float:
    """Return the raw sum of the seven SWEMWBS answers.

    Parameters
    ----------
    items
        Whole numbers, 1 (none of the time) to 5 (all of the time), the questions along `axis`.
    axis
        Where the questions are.

    Returns
    -------
    float or array
        7 to 35; NaN where an answer is missing.

    Raises
    ------
    InvalidInput
        With all answers that are not whole or outside 1 to 5, and another number than seven.

    Notes
    -----
    The scale is protected: its owners ask users to register.

    References
    ----------
    Stewart-Brown and others (2009), Health and Quality of Life Outcomes 7, 15.
    """
    return plain(raw_sum(items, function="swemwbs_raw", count=7, lowest=1, highest=5, axis=axis))


def swemwbs_metric(raw: ArrayLike, *, table: Mapping[int, float]) -> np.ndarray | float:
    """Return the metric score that belongs to each raw sum.

    Parameters
    ----------
    raw
        Raw sums of persons, whole numbers 7 to 35. Never a mean of sums: turn the sums of persons
        and take the mean of their metric scores.
    table
        From each raw sum, 7 to 35, to its metric score.

    Returns
    -------
    float or array
        7.0 to 35.0; NaN where unknown.

    Raises
    ------
    InvalidInput
        With all sums that are not whole or outside 7 to 35, raw sums the table lacks, and a table
        that does not rise.

    Notes
    -----
    The table comes from a Rasch model: equal steps of the metric score mean equal steps of
    well-being, which equal steps of the raw sum do not.

    References
    ----------
    Stewart-Brown and others (2009), Health and Quality of Life Outcomes 7, 15.
    """
    given = Inputs("swemwbs_metric")
    mend = "Raw sums of persons are whole numbers from 7 to 35; a mean of them cannot be turned."
    sums = given.numbers("raw", raw, at_least=7, at_most=35, whole=True, mend=mend)
    absent = [str(one) for one in range(7, 36) if one not in table]
    if absent:
        given.wrong("table", f"lacks the raw sums {', '.join(absent)}.")
    given.refuse()
    metric = given.numbers("table", [table[one] for one in range(7, 36)])
    if not np.all(np.diff(metric) > 0):
        given.wrong("table", "does not rise from each raw sum to the next.")
    given.refuse()
    known = np.where(np.isnan(sums), 7, sums).astype(int) - 7
    return plain(np.where(np.isnan(sums), np.nan, metric[known]))
