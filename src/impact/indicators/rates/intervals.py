"""Shares and rates with their confidence intervals."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd

from impact.indicators.counts import confidence_levels, read_counts, with_limits
from impact.indicators.rates.limits import EXACT_BELOW, Limits, poisson_limits, wilson_limits
from impact.indicators.rates.repeated_events import repeated_counts


def proportion(
    frame: pd.DataFrame,
    *,
    numerator: str = "numerator",
    denominator: str = "denominator",
    confidence: float | Sequence[float] = 0.95,
    multiplier: float = 1.0,
    by: str | Sequence[str] | None = None,
    status: str = "status",
) -> pd.DataFrame:
    """Add the share numerator / denominator with Wilson's limits.

    Parameters
    ----------
    frame
        One row a share. Not changed.
    numerator, denominator
        Columns of counts in the same unit (persons, pupils).
    confidence
        One level, or several in one call.
    multiplier
        1 for a share, 100 for per cent.
    by
        When given, the counts are added up over the rows with equal values in these columns
        first, and the result has one row for each group, in order of first appearance. A group
        with a missing part is missing: its sum is not known.
    status
        Column, used when present: a row with status suppressed, missing or not_applicable stays
        without a value and keeps its status.

    Returns
    -------
    DataFrame
        The same rows in the same order with `value, lower, upper, confidence, statistic,
        method, reason`. Several levels give `lower_95, upper_95, lower_99_8, upper_99_8` and so
        on. `reason` is empty, or why there is no value: suppressed, missing, not_applicable,
        no_persons (nobody among nobody).

    Raises
    ------
    InvalidInput
        With all rows whose numerator or denominator is negative, or whose numerator is above
        the denominator.

    References
    ----------
    Wilson (1927), Journal of the American Statistical Association 22, 209-212.
    """
    levels = confidence_levels(confidence)
    counts = read_counts(
        frame,
        numerator=numerator,
        denominator=denominator,
        status=status,
        by=by,
        share=True,
        function="proportion",
    )

    def limits(level: float) -> Limits:
        lower, upper = wilson_limits(counts.events, counts.total, level)
        return lower * multiplier, upper * multiplier

    out = counts.table.assign(value=counts.events / counts.total * multiplier)
    return with_limits(out, levels, limits).assign(
        statistic="proportion", method="wilson", reason=pd.array(counts.reason, dtype="str")
    )


def rate(
    frame: pd.DataFrame,
    *,
    numerator: str = "numerator",
    denominator: str = "denominator",
    confidence: float | Sequence[float] = 0.95,
    multiplier: float = 1000.0,
    by: str | Sequence[str] | None = None,
    events_per_person: str | None = None,
    status: str = "status",
) -> pd.DataFrame:
    """Add the rate of events per `multiplier` with Poisson limits.

    The limits are exact below 10 events and Byar's from 10 on; `method` says which. The
    numerator may exceed the denominator.

    Parameters
    ----------
    frame, numerator, denominator, confidence, multiplier, by, status
        As for `proportion`; the denominator is persons or person-years at risk.
    events_per_person
        For events that come several to a person (readmissions, repeated absences) and are
        therefore not independent: a column saying how many events each person had. The
        numerator then counts persons, one row a group and number of events; all rows of a group
        repeat its denominator, which is not added up; `by` names the groups (None: the whole
        table is one). The result has one row a group with the number of events as numerator,
        and `method` ends in `_repeated`.

    Returns
    -------
    DataFrame
        As for `proportion`, with the same reasons.

    Raises
    ------
    InvalidInput
        With all rows whose numerator or denominator is negative, or with events among no
        persons; groups whose rows differ in their denominator.

    Notes
    -----
    limits = L(O) / n. With p_f persons who had f events, O = sum f p_f, Var = sum f^2 p_f and
    limits = [O + sqrt(Var / O) (L(O) - O)] / n; no events give the limits of no events.

    References
    ----------
    Garwood (1936), Biometrika 28, 437-442; Breslow and Day (1987), Statistical Methods in
    Cancer Research II, page 69; Dobson, Kuulasmaa, Eberle and Scherer (1991), Statistics in
    Medicine 10, 457-462.
    """
    levels = confidence_levels(confidence)
    names = {"numerator": numerator, "denominator": denominator, "status": status}
    if events_per_person is None:
        counts, widening = read_counts(frame, **names, by=by, function="rate"), 1.0
    else:
        counts, widening = repeated_counts(
            frame, **names, events_per_person=events_per_person, by=by
        )

    def limits(level: float) -> Limits:
        ends = (
            (counts.events + widening * (limit - counts.events)) / counts.total * multiplier
            for limit in poisson_limits(counts.events, level)
        )
        return next(ends), next(ends)

    out = counts.table.assign(value=counts.events / counts.total * multiplier)
    method = np.where(counts.events < EXACT_BELOW, "poisson_exact", "byar").astype(object)
    return with_limits(out, levels, limits).assign(
        statistic="rate",
        method=pd.array(method + ("" if events_per_person is None else "_repeated"), dtype="str"),
        reason=pd.array(counts.reason, dtype="str"),
    )
