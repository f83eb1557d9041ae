"""Slope and relative index of inequality: the gap from bottom to top along a social ladder."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

import numpy as np
import pandas as pd
from scipy import stats

from impact.errors import Fault
from impact.indicators.columns import check_share, numbers, refuse, require, row_faults
from impact.indicators.counts import confidence_levels, reasons, with_limits
from impact.indicators.inequalities.fitted_ends import SCALES, Ends, closed_limits, simulated_limits
from impact.indicators.inequalities.relative_rank import relative_rank
from impact.indicators.inequalities.subgroups import Subgroups, read_subgroups, result_table
from impact.indicators.rates.limits import Limits


def slope_index(
    frame: pd.DataFrame,
    *,
    value: str = "value",
    population: str = "population",
    order: str = "quantile",
    standard_error: str | None = None,
    limits: tuple[str, str] | None = None,
    limits_confidence: float = 0.95,
    scale: str = "linear",
    multiplier: float = 1.0,
    ranks: int | None = None,
    by: str | Sequence[str] | None = None,
    confidence: float | Sequence[float] = 0.95,
    draws: int | None = None,
    seed: int | None = None,
    status: str = "status",
) -> pd.DataFrame:
    """Return the slope and the relative index of inequality of each group.

    Parameters
    ----------
    frame
        One row a subgroup (income fifth, level of education). Not changed.
    value
        Column: a mean, rate or share, in one unit.
    population
        Column of persons. A subgroup without persons is left out.
    order
        Column of ranks of advantage, the least advantaged lowest. Equal ranks share a place.
    standard_error
        Column in the unit of the value. Without it and `limits`: values without limits.
    limits
        Instead: two columns, lower and upper limit of the value, at `limits_confidence`.
    scale
        What is straight along the ladder: the value ("linear"), its logarithm ("log", for
        rates) or its log odds ("logit", for shares between 0 and 1). Never guessed.
    multiplier
        Scales the slope index (100: per cent), not 0. A negative one turns the direction: least
        minus most advantaged, and the relative index is bottom over top.
    ranks
        Number of ranks a group must have; a group with another number is `incomplete`.
    by
        Columns which name a group; None: the whole table is one.
    confidence
        One level, or several in one call.
    draws, seed
        Number of draws and their seed: limits by simulation where the estimator is not linear
        in the values. None: closed form everywhere.
    status
        Column, used when present.

    Returns
    -------
    DataFrame
        One row a group: the columns of `by`; `value` (slope index: difference between the
        fitted top and bottom), `standard_error`, `lower, upper`; `relative` (relative index:
        fitted top over bottom), `relative_standard_error`, `relative_lower, relative_upper`;
        `bottom, top` (the fitted ends), `subgroups`, `confidence`, `statistic`, `method`,
        `reason`: suppressed, missing, not_applicable, no_persons, few_groups (fewer than two
        ranks), incomplete, not_on_scale (0 on a log scale; 0 or 1 on a logit scale).
        The relative index is missing where a fitted end is not above 0, its limits where the
        end it is divided by is not surely above 0 (Fieller's set has no two ends). All limits
        are missing where a standard error is, or a limit is not on the scale.

    Raises
    ------
    InvalidInput
        For an unknown scale, a multiplier of 0, draws without a seed, negative values on the log
        scale, values outside 0 to 1 on the logit scale, a rank that is missing, or limits in
        wrong order.

    Notes
    -----
    x = (persons below + half of the own) / all persons; p = share of persons; weighted least
    squares of y (or its transform) on x with weights p: slope b = sum k y with
    k = p (x - 1/2) / sum p (x - 1/2)^2; fitted bottom a = mean - b/2 and top a + b.
    Slope index = top - bottom, relative index = top / bottom, both transformed back.
    All are functions of two sums that are linear in y, so with known standard errors s:
    linear scale: var(b) = sum k^2 s^2, exact; relative index by Fieller's theorem, exact.
    log scale: relative index exp(b), exact; slope index by recovered variances (the exact
    limits of both fitted ends combined). logit scale: the latter, and the relative index by
    the delta method on its logarithm. Standard errors on a transformed scale are s / y (log),
    s / (y (1 - y)) (logit), or half the width of the transformed limits over z.

    References
    ----------
    Pamuk (1985), Population Studies 39, 17-31; Mackenbach and Kunst (1997), Social Science &
    Medicine 44, 757-771; Fieller (1954), Journal of the Royal Statistical Society B 16,
    175-185; Zou and Donner (2008), Statistics in Medicine 27, 1693-1702.
    """
    levels = confidence_levels(confidence)
    check_share(limits_confidence, "limits_confidence")
    _check_choices(frame, scale, limits, standard_error, multiplier, draws, seed)
    groups = read_subgroups(
        frame,
        value=value,
        population=population,
        standard_error=standard_error,
        by=by,
        status=status,
        function="slope_index",
        also=[order],
    )
    _check_values(frame, value, scale, limits, status)
    ends, reason = _fit(groups, order, scale, ranks, limits, limits_confidence)
    slope, ratio = _indices(ends, reason == "", multiplier, draws, seed)
    out = result_table(groups, 1).assign(
        value=slope.value,
        standard_error=slope.standard_error,
        relative=ratio.value,
        relative_standard_error=ratio.standard_error,
        bottom=np.where(reason == "", ends.bottom, np.nan),
        top=np.where(reason == "", ends.top, np.nan),
        subgroups=groups.count,
    )
    out = with_limits(out, levels, slope.limits)
    out = with_limits(out, levels, ratio.limits, prefix="relative_")
    method = f"{scale}, {'closed form' if draws is None else f'{draws} draws, seed {seed}'}"
    return out.assign(
        statistic="slope_index", method=method, reason=pd.array(reason.tolist(), dtype="str")
    )


@dataclass(frozen=True, slots=True)
class _Index:
    value: np.ndarray
    standard_error: np.ndarray
    limits: Callable[[float], Limits]


def _indices(
    ends: Ends, known: np.ndarray, multiplier: float, draws: int | None, seed: int | None
) -> tuple[_Index, _Index]:
    """Return slope and relative index in the direction and unit the multiplier asks for."""
    ends = ends.turned if multiplier < 0 else ends

    def scaled(index: np.ndarray, relative: bool) -> np.ndarray:
        index = index if relative else index * abs(multiplier)
        return np.where(known & np.isfinite(index), index, np.nan)

    def limits(level: float, relative: bool) -> Limits:
        if draws is None:
            low, high = closed_limits(ends, level, relative)
        else:
            low, high = simulated_limits(ends, level, relative, draws, seed)
        return scaled(low, relative), scaled(high, relative)

    errors = ends.difference_error * abs(multiplier), ends.ratio_error
    slope, ratio = (
        _Index(
            scaled(index, relative),
            np.where(known, error, np.nan),
            partial(limits, relative=relative),
        )
        for index, error, relative in zip(
            (ends.difference, ends.ratio), errors, (False, True), strict=True
        )
    )
    return slope, ratio


def _fit(
    groups: Subgroups,
    order: str,
    scale: str,
    ranks: int | None,
    limits: tuple[str, str] | None,
    limits_confidence: float,
) -> tuple[Ends, np.ndarray]:
    """Return the fitted ends on the transformed scale and why a group has none."""
    transform = SCALES[scale]
    rank = numbers(groups.table, order)
    place = relative_rank(rank, groups.share, groups.code)
    with np.errstate(divide="ignore", invalid="ignore"):
        height = transform.forward(groups.value)
        error = groups.error * transform.slope(groups.value)
        if limits is not None:
            z = stats.norm.ppf((1 + limits_confidence) / 2)
            low, high = (transform.forward(numbers(groups.table, name)) for name in limits)
            error = (high - low) / (2 * z)
        height, error = (np.where(np.isfinite(part), part, np.nan) for part in (height, error))
        spread = groups.sum(groups.share * (place - 0.5) ** 2)
        weight = groups.share * (place - 0.5) / spread[groups.code]
    reason = groups.reason.copy()
    distinct = groups.distinct(rank)
    reason[(reason == "") & (distinct < 2)] = "few_groups"
    if ranks is not None:
        reason[(reason == "") & (distinct != ranks)] = "incomplete"
    reason[(reason == "") & (groups.sum(np.isnan(height)) > 0)] = "not_on_scale"
    return Ends.from_rows(groups, transform, height, error, weight), reason


def _check_choices(
    frame: pd.DataFrame,
    scale: str,
    limits: tuple[str, str] | None,
    standard_error: str | None,
    multiplier: float,
    draws: int | None,
    seed: int | None,
) -> None:
    faults = []
    if not np.isfinite(multiplier) or multiplier == 0:
        faults.append(Fault("multiplier", f"is {multiplier}.", "Write 100 for per cent."))
    if scale not in SCALES:
        faults.append(Fault("scale", f"is {scale}.", f"Write one of {', '.join(SCALES)}."))
    if draws is not None and (seed is None or draws < 100):
        faults.append(Fault("draws", "need a seed and must be 100 or more.", "Give both."))
    if limits is not None and standard_error is not None:
        faults.append(Fault("limits", "and standard_error are both given.", "Give one of them."))
    refuse("slope_index: choices that cannot be", faults)
    require(frame, limits or (), "slope_index")


def _check_values(
    frame: pd.DataFrame, value: str, scale: str, limits: tuple[str, str] | None, status: str
) -> None:
    faults, known = [], reasons(frame, [value], status=status) == ""
    least, most = SCALES[scale].least, SCALES[scale].most
    for column in [value, *(limits or ())]:
        figures = numbers(frame, column)
        outside = known & ((figures < least) | (figures > most))
        problem = f"cannot be on a {scale} scale, which runs from {least:g} to {most:g}."
        faults += row_faults(frame, outside, column, problem, "Per cent are divided by 100.")
    if limits is not None:
        turned = numbers(frame, limits[0]) > numbers(frame, limits[1])
        faults += row_faults(frame, turned, limits[0], f"is above its {limits[1]}.")
    refuse("slope_index: values that cannot be", faults)
