"""Concentration indices: how far a figure gathers among the less or the more advantaged."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd
from scipy import stats

from impact.errors import Fault
from impact.indicators.columns import numbers, refuse, row_faults
from impact.indicators.counts import confidence_levels, reasons, with_limits
from impact.indicators.inequalities.relative_rank import relative_rank
from impact.indicators.inequalities.subgroups import Subgroups, read_subgroups, result_table
from impact.indicators.rates.limits import Limits

UNBOUNDED = ("absolute", "relative")
BOUNDED = ("wagstaff", "erreygers")


def concentration_index(
    frame: pd.DataFrame,
    *,
    value: str = "value",
    population: str | None = "population",
    order: str = "order",
    standard_error: str | None = None,
    individual: bool = False,
    kinds: str | Sequence[str] | None = None,
    lower_bound: float | None = None,
    upper_bound: float | None = None,
    by: str | Sequence[str] | None = None,
    confidence: float | Sequence[float] = 0.95,
    status: str = "status",
) -> pd.DataFrame:
    """Return concentration indices of each group with their standard errors.

    Parameters
    ----------
    frame
        One row a subgroup, or one row a person when `individual`. Not changed.
    value
        Column in any unit.
    population
        Column of persons (of weights when `individual`); None: every row counts the same.
    order
        Column of ranks of advantage, the least advantaged lowest. Equal ranks share a place.
    standard_error
        Column of sampling errors of the subgroups' values, in their unit. Without it a grouped
        index has no limits.
    individual
        The rows are a sample of persons: the sampling error comes from the rows themselves.
    kinds
        "absolute", "relative", "wagstaff", "erreygers"; None: all that can be calculated.
    lower_bound, upper_bound
        Least and greatest value the figure can take (0 and 1 for a share, 0 and 100 for per
        cent); needed by "wagstaff" and "erreygers", never guessed.
    by
        Columns which name a group; None: the whole table is one.
    confidence
        One level, or several in one call.
    status
        Column, used when present.

    Returns
    -------
    DataFrame
        One row a group and kind: the columns of `by`, `statistic` (absolute_concentration_index
        and so on), `value`, `standard_error`, `lower, upper`, `subgroups`, `confidence`,
        `method`, `reason`: suppressed, missing, not_applicable, no_persons, few_groups (fewer
        than two ranks), not_positive (mean not above 0; mean at a bound for "wagstaff").
        Positive: the figure is higher among the advantaged.

    Raises
    ------
    InvalidInput
        For an unknown kind, none at all, bounds that are absent, infinite or turned, and all
        known values outside the bounds.

    Notes
    -----
    R = (persons below + half of the own) / all persons, p = share of persons, mean = sum p y.
    absolute A = 2 sum p (R - 1/2) y; relative C = A / mean; with bounds l, u:
    Erreygers 4 A / (u - l); Wagstaff A (u - l) / ((mean - l)(u - mean)).
    Standard error from subgroups: A and Erreygers are linear in y, so
    var = sum (2 p (R - 1/2) s)^2, exact; relative and Wagstaff by the delta method. Fitting a
    regression through the subgroups instead, as is often done, measures how far they lie from
    a straight line, not sampling error.
    Individual rows: var = sum p^2 f^2 with the influence of a person on A
    f = 2 (R - 1/2) y - A + 2 (mean - L) - (A + mean), where L = part of the mean held by
    persons below and half of those level; the Kakwani variance of C for equal weights.

    References
    ----------
    Kakwani, Wagstaff and van Doorslaer (1997), Journal of Econometrics 77, 87-103; Wagstaff
    (2005), Health Economics 14, 429-432; Erreygers (2009), Journal of Health Economics 28,
    504-515.
    """
    bounds = (lower_bound, upper_bound)
    wanted = _kinds(frame, value, kinds, bounds, status)
    groups = read_subgroups(
        frame,
        value=value,
        population=population,
        standard_error=None if individual else standard_error,
        by=by,
        status=status,
        function="concentration_index",
        also=[order],
    )
    rank = numbers(groups.table, order)
    moments = _moments(groups, rank, individual)
    found = np.array([_index(moments, kind, bounds) for kind in wanted])
    value_, error = found.transpose(1, 2, 0).reshape(2, -1)
    alike = (groups.reason == "") & (groups.distinct(rank) < 2)
    reason = np.repeat(np.where(alike, "few_groups", groups.reason), len(wanted))
    reason[(reason == "") & ~np.isfinite(value_)] = "not_positive"
    value_, error = np.where(reason == "", (value_, error), np.nan)

    def limits(level: float) -> Limits:
        half = stats.norm.ppf((1 + level) / 2) * error
        return value_ - half, value_ + half

    out = result_table(groups, len(wanted)).assign(
        statistic=np.tile([f"{kind}_concentration_index" for kind in wanted], len(groups.keys)),
        value=value_,
        standard_error=error,
        subgroups=np.repeat(groups.count, len(wanted)),
    )
    return with_limits(out, confidence_levels(confidence), limits).assign(
        method="influence of persons" if individual else "sampling error of the subgroups",
        reason=pd.array(reason.tolist(), dtype="str"),
    )


@dataclass(frozen=True, slots=True)
class _Moments:
    """Mean and absolute index of each group with their variances and covariance."""

    mean: np.ndarray
    absolute: np.ndarray
    mean_variance: np.ndarray
    absolute_variance: np.ndarray
    covariance: np.ndarray


def _moments(groups: Subgroups, order: np.ndarray, individual: bool) -> _Moments:
    rank = relative_rank(order, groups.share, groups.code)
    weight = 2 * groups.share * (rank - 0.5)
    mean, absolute = groups.sum(groups.share * groups.value), groups.sum(weight * groups.value)
    if individual:
        mean_part = groups.share * (groups.value - mean[groups.code])
        absolute_part = groups.share * _influence(groups, order, rank, mean, absolute)
    else:
        mean_part, absolute_part = groups.share * groups.error, weight * groups.error
    return _Moments(
        mean,
        absolute,
        groups.sum(mean_part**2),
        groups.sum(absolute_part**2),
        groups.sum(mean_part * absolute_part),
    )


def _influence(
    groups: Subgroups, order: np.ndarray, rank: np.ndarray, mean: np.ndarray, absolute: np.ndarray
) -> np.ndarray:
    held_below = relative_rank(order, groups.share * groups.value, groups.code)
    own_mean, own_index = mean[groups.code], absolute[groups.code]
    above = own_mean - held_below
    return 2 * (rank - 0.5) * groups.value + 2 * above - own_mean - 2 * own_index


def _index(
    moments: _Moments, kind: str, bounds: tuple[float | None, float | None]
) -> tuple[np.ndarray, np.ndarray]:
    """Return an index that is a function of mean and absolute index, and its standard error."""
    mean, absolute = moments.mean, moments.absolute
    lower, upper = (np.nan if bound is None else bound for bound in bounds)
    with np.errstate(divide="ignore", invalid="ignore"):
        if kind in ("absolute", "erreygers"):
            factor = np.full(len(mean), 1.0 if kind == "absolute" else 4 / (upper - lower))
            factor_slope = np.zeros(len(mean))
        elif kind == "relative":
            factor = np.where(mean > 0, 1 / mean, np.nan)
            factor_slope = -(factor**2)
        else:
            room = (mean - lower) * (upper - mean)
            factor = np.where(room > 0, (upper - lower) / room, np.nan)
            factor_slope = -factor * (upper + lower - 2 * mean) / room
        of_mean = absolute * factor_slope
        variance = (
            factor**2 * moments.absolute_variance
            + of_mean**2 * moments.mean_variance
            + 2 * factor * of_mean * moments.covariance
        )
    return absolute * factor, np.sqrt(np.maximum(variance, 0))


def _kinds(
    frame: pd.DataFrame,
    value: str,
    kinds: str | Sequence[str] | None,
    bounds: tuple[float | None, float | None],
    status: str,
) -> list[str]:
    """Return the kinds asked for after checking the bounds they need."""
    lower, upper = bounds
    bounded = lower is not None and upper is not None
    if kinds is None:
        kinds = [*UNBOUNDED, *(BOUNDED if bounded else ())]
    wanted = [kinds] if isinstance(kinds, str) else list(kinds)
    faults = [
        Fault(f"kind '{kind}'", "is unknown.", f"Write one of {', '.join(UNBOUNDED + BOUNDED)}.")
        for kind in wanted
        if kind not in UNBOUNDED + BOUNDED
    ]
    if not wanted:
        faults.append(Fault("kinds", "are none.", f"Write {UNBOUNDED[0]}, or leave them out."))
    if not bounded and set(wanted) & set(BOUNDED):
        faults.append(
            Fault("lower_bound, upper_bound", "are absent.", "Write 0 and 1 for a share.")
        )
    if bounded and not -np.inf < lower < upper < np.inf:
        faults.append(Fault("lower_bound", f"is {lower}, not below an upper_bound ({upper})."))
    if bounded and value in frame.columns:
        figures = numbers(frame, value)
        known = reasons(frame, [value], status=status) == ""
        outside = known & ((figures < lower) | (figures > upper))
        faults += row_faults(frame, outside, value, f"is not between {lower:g} and {upper:g}.")
    refuse("concentration_index: choices that cannot be", faults)
    return wanted
