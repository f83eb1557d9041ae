"""Shares and rates with their confidence intervals."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike
from scipy import stats

from impact.indicators.columns import (
    WITHHELD,
    check_share,
    numbers,
    refuse,
    require,
    row_faults,
    series_columns,
)

EXACT_BELOW = 10
Limits = tuple[np.ndarray, np.ndarray]


def wilson_limits(numerator: ArrayLike, denominator: ArrayLike, confidence: float = 0.95) -> Limits:
    """Return the Wilson score limits of a share, between 0 and 1.

    Parameters
    ----------
    numerator, denominator
        Counts, any matching shapes; need not be whole numbers. NaN gives NaN.
    confidence
        Between 0 and 1.

    Returns
    -------
    lower, upper
        Arrays of shares.

    Notes
    -----
    With z the standard normal quantile of (1 + confidence) / 2:
    (2x + z^2 -+ z sqrt(z^2 + 4x(1 - x/n))) / (2(n + z^2)).

    References
    ----------
    Wilson (1927), Journal of the American Statistical Association 22, 209-212.
    """
    events, total = np.broadcast_arrays(
        np.asarray(numerator, dtype=float), np.asarray(denominator, dtype=float)
    )
    z = stats.norm.ppf((1 + confidence) / 2)
    middle = 2 * events + z**2
    half = z * np.sqrt(z**2 + 4 * events * (1 - events / total))
    lower, upper = (middle - half) / (2 * (total + z**2)), (middle + half) / (2 * (total + z**2))
    lower = np.where(events == 0, 0.0, np.clip(lower, 0, 1))
    upper = np.where(events == total, 1.0, np.clip(upper, 0, 1))
    return lower, np.where(np.isnan(lower), np.nan, upper)


def byar_limits(count: ArrayLike, confidence: float = 0.95) -> Limits:
    """Return Byar's limits of the expected number of events behind a count.

    Notes
    -----
    lower O(1 - 1/(9O) - z/(3 sqrt O))^3, upper (O+1)(1 - 1/(9(O+1)) + z/(3 sqrt(O+1)))^3.
    Close to the exact limits from about 10 events on; 0 events have no lower limit (NaN).

    References
    ----------
    Breslow and Day (1987), Statistical Methods in Cancer Research II, page 69.
    """
    events = np.asarray(count, dtype=float)
    z = stats.norm.ppf((1 + confidence) / 2)
    some, more = np.where(events > 0, events, np.nan), events + 1
    lower = some * (1 - 1 / (9 * some) - z / (3 * np.sqrt(some))) ** 3
    upper = more * (1 - 1 / (9 * more) + z / (3 * np.sqrt(more))) ** 3
    return lower, upper


def exact_poisson_limits(count: ArrayLike, confidence: float = 0.95) -> Limits:
    """Return the exact Poisson limits of the expected number of events behind a count.

    Notes
    -----
    lower = half the chi-square quantile of (1 - confidence)/2 with 2O degrees of freedom (0 if
    O = 0), upper = half the quantile of (1 + confidence)/2 with 2O + 2 degrees of freedom.

    References
    ----------
    Garwood (1936), Biometrika 28, 437-442.
    """
    events = np.asarray(count, dtype=float)
    low, high = (1 - confidence) / 2, (1 + confidence) / 2
    some = np.where(events > 0, events, np.nan)
    lower = np.where(events == 0, 0.0, stats.chi2.ppf(low, 2 * some) / 2)
    return lower, stats.chi2.ppf(high, 2 * events + 2) / 2


def poisson_limits(count: ArrayLike, confidence: float = 0.95) -> Limits:
    """Return the limits of a count: exact below 10 events, else Byar's."""
    events = np.asarray(count, dtype=float)
    exact, byar = exact_poisson_limits(events, confidence), byar_limits(events, confidence)
    few = events < EXACT_BELOW
    return np.where(few, exact[0], byar[0]), np.where(few, exact[1], byar[1])


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
        method`. Several levels give `lower_95, upper_95, lower_99_8, upper_99_8` and so on.

    Raises
    ------
    InvalidInput
        With all rows whose numerator is negative or above the denominator, or whose
        denominator is 0 or negative.

    References
    ----------
    Wilson (1927), Journal of the American Statistical Association 22, 209-212.
    """
    return _estimate(
        frame, numerator, denominator, confidence, multiplier, by, status, share=True
    ).assign(statistic="proportion", method="wilson")


def rate(
    frame: pd.DataFrame,
    *,
    numerator: str = "numerator",
    denominator: str = "denominator",
    confidence: float | Sequence[float] = 0.95,
    multiplier: float = 1000.0,
    by: str | Sequence[str] | None = None,
    status: str = "status",
) -> pd.DataFrame:
    """Add the rate of events per `multiplier` with Poisson limits.

    The limits are exact below 10 events and Byar's from 10 on; `method` says which. The
    numerator may exceed the denominator. Parameters, missing values and result otherwise as for
    `proportion`.

    Raises
    ------
    InvalidInput
        With all rows whose numerator is negative or whose denominator is 0 or negative.

    References
    ----------
    Garwood (1936), Biometrika 28, 437-442; Breslow and Day (1987), Statistical Methods in
    Cancer Research II, page 69.
    """
    out = _estimate(frame, numerator, denominator, confidence, multiplier, by, status, share=False)
    few = numbers(out, numerator) < EXACT_BELOW
    return out.assign(statistic="rate", method=np.where(few, "poisson_exact", "byar"))


def _estimate(
    frame: pd.DataFrame,
    numerator: str,
    denominator: str,
    confidence: float | Sequence[float],
    multiplier: float,
    by: str | Sequence[str] | None,
    status: str,
    *,
    share: bool,
) -> pd.DataFrame:
    require(frame, [numerator, denominator], "proportion" if share else "rate")
    levels = [confidence] if isinstance(confidence, int | float) else list(confidence)
    for level in levels:
        check_share(level, "confidence")
    out = frame.copy() if by is None else _summed(frame, numerator, denominator, by, status)
    events, total = numbers(out, numerator), numbers(out, denominator)
    refuse("counts that cannot be", _count_faults(out, numerator, denominator, share))
    if status in out.columns:
        events = np.where(out[status].isin(WITHHELD), np.nan, events)
    if share:

        def limits(level: float) -> Limits:
            return wilson_limits(events, total, level)
    else:

        def limits(level: float) -> Limits:
            lower, upper = poisson_limits(events, level)
            return lower / total, upper / total

    out["value"] = events / total * multiplier
    return _with_limits(out, levels, limits, multiplier)


def _with_limits(
    out: pd.DataFrame, levels: list[float], limits: Callable[[float], Limits], multiplier: float
) -> pd.DataFrame:
    for level in levels:
        label = "" if len(levels) == 1 else f"_{level * 100:.10g}".replace(".", "_")
        lower, upper = limits(level)
        out[f"lower{label}"], out[f"upper{label}"] = lower * multiplier, upper * multiplier
    one = levels[0] if len(levels) == 1 else ", ".join(f"{level:g}" for level in levels)
    out["confidence"] = one
    return out


def _count_faults(frame: pd.DataFrame, numerator: str, denominator: str, share: bool) -> list:
    events, total = numbers(frame, numerator), numbers(frame, denominator)
    faults = row_faults(frame, events < 0, numerator, "is negative.")
    faults += row_faults(frame, total <= 0, denominator, "is not above 0.", "Leave it missing.")
    if share:
        over = (events > total) & (total > 0)
        faults += row_faults(frame, over, numerator, f"is above its {denominator}.")
    return faults


def _summed(
    frame: pd.DataFrame, numerator: str, denominator: str, by: str | Sequence[str], status: str
) -> pd.DataFrame:
    keys = series_columns(frame, by)
    require(frame, keys, "grouping")
    counts = frame[[numerator, denominator]].astype(float)
    if status in frame.columns:
        counts = counts.mask(frame[status].isin(WITHHELD))
    groups = [frame[key] for key in keys]
    grouped = counts.groupby(groups, sort=False, dropna=False)
    complete = counts.notna().groupby(groups, sort=False, dropna=False).all()
    out = grouped.sum().where(complete).reset_index()
    if status in frame.columns:
        order = ("suppressed", "missing", "not_applicable", "simulated", "provisional", "ok")
        rank = frame[status].map({name: at for at, name in enumerate(order)})
        worst = rank.groupby(groups, sort=False, dropna=False).min()
        out[status] = worst.map(dict(enumerate(order))).to_numpy()
    return out
