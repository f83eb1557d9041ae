"""Which places stand out from the others by more than their size explains."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
import pandas as pd

from impact.errors import Fault, InvalidInput
from impact.indicators.columns import numbers, refuse, require, row_faults, series_columns
from impact.indicators.comparison.funnel_limits import (
    adjusted_limits,
    control_limits,
    funnel_choices,
    relative,
)
from impact.indicators.comparison.overdispersion import (
    overdispersion,
    transformed,
    transformed_error,
)
from impact.indicators.comparison.words import FAR_ABOVE, directions, verdicts
from impact.indicators.counts import read_counts, with_limits
from impact.indicators.rates.limits import Limits

METHODS = {"proportion": "inverse_wilson", "rate": "poisson_exact", "ratio": "poisson_exact"}
CLASSES = ("far_above", "above", "within", "below", "far_below")


def funnel(
    frame: pd.DataFrame,
    *,
    kind: str = "proportion",
    numerator: str = "numerator",
    denominator: str = "denominator",
    target: float | str | None = None,
    confidence: float | Sequence[float] = (0.95, 0.998),
    by: str | Sequence[str] | None = None,
    multiplier: float | None = None,
    polarity: str | None = None,
    scale: str | None = None,
    winsorise: float = 0.1,
    status: str = "status",
) -> pd.DataFrame:
    """Hold each place against control limits at its own size, with and without overdispersion.

    Parameters
    ----------
    frame
        One row a place. Not changed.
    kind
        proportion: numerator of denominator persons; rate: events among denominator persons;
        ratio: observed events, the denominator being the expected ones.
    numerator, denominator
        Columns.
    target
        What the places are held against, in the unit of the value: a number or a column. None:
        the places' weighted average (of each group), for a ratio 1 times the multiplier.
    confidence
        One level, or two: the inner and the outer limits.
    by
        Columns which name a group of places held together (indicator, year). None: all rows.
    multiplier
        Unit of the value; None: 1 for a proportion and a ratio, 1000 for a rate.
    polarity
        Column with higher, lower or neutral; adds the verdicts.
    scale
        On which overdispersion is measured: arcsine for a proportion (its only one), log or
        square_root for counts. None: arcsine, square_root.
    winsorise
        Share at each end whose z is pulled in before overdispersion is measured.
    status
        Column, used when present; see `impact.indicators.counts`.

    Returns
    -------
    DataFrame
        The same rows with `value, target, size` (persons, or expected events), `z` ((value -
        target) / its standard error at the target), `lower, upper` or `lower_95, upper_95,
        lower_99_8, upper_99_8`: where a place at the target would lie; `class` (far_above,
        above, within, below, far_below; empty without a value; far_ beyond the outer limits),
        `dispersion` (1: chance alone), `between` (variance between places on the scale),
        `adjusted_z`, `adjusted_lower...`, `adjusted_class`, with `polarity` also `verdict,
        adjusted_verdict` (much_better, better, not_clearly_different, worse, much_worse;
        much_higher ... for neutral; not_comparable), and `confidence, statistic, method,
        reason`. Reason: suppressed, missing, not_applicable, no_persons, no_target (the value
        stands without limits). A group of
        fewer than 5 places, or for counts without any event, has no dispersion and no adjusted
        limits: adjusted_class is empty.

    Raises
    ------
    InvalidInput
        Unknown kind, scale or polarity; more than two levels; a multiplier not above 0; a target
        that is not above 0, or for a proportion not below 1; counts that cannot be.

    Notes
    -----
    Read the adjusted classes where `dispersion` is well above 1: places then differ for
    reasons other than chance (who lives there, how it is counted), and plain limits call almost
    every large place special. Proportion: target -+ z sqrt(target (1 - target) / n), the
    values whose Wilson limits reach the target, cut at 0 and 1. Counts: the c for which
    P(X >= c) or P(X <= c) of a Poisson X with the expected number is half of 1 - confidence,
    interpolated between whole numbers by the gamma function, divided by the expected number:
    the places whose exact limits reach the target. Adjusted: target -+ z sqrt(s^2 + between) on
    the scale, s being chance alone, never inside the plain limits. A value on a limit is within.

    References
    ----------
    Spiegelhalter (2005), Statistics in Medicine 24, 1185-1202.
    """
    scale, levels, unit = funnel_choices(kind, scale, confidence, multiplier)
    counts = read_counts(
        frame,
        numerator=numerator,
        denominator=denominator,
        status=status,
        share=kind == "proportion",
        function="funnel",
    )
    known = counts.reason == ""
    value = counts.events / np.where(known, counts.total, np.nan) * unit
    group = _groups(frame, by)
    aim = _targets(frame, target, kind, counts.events, counts.total, group, unit)
    reason = np.where(known & np.isnan(aim), "no_target", counts.reason)
    aim = np.where(known, aim, np.nan)
    size = counts.total if kind == "proportion" else counts.total * aim / unit
    out = counts.table.assign(
        value=value, target=aim, size=size, z=_plain_z(kind, value, aim, size, unit)
    )
    plain = control_limits(kind, aim, size, unit)
    out = with_limits(out, levels, plain).assign(**{"class": _classes(value, levels, plain)})
    centre, one = relative(kind, aim, unit)
    out, error = _dispersed(out, centre, one, scale, winsorise, group)
    wider = adjusted_limits(plain, centre, one, error, scale)
    out = with_limits(out, levels, wider, "adjusted_")
    out = out.assign(adjusted_class=_classes(value, levels, wider))
    if polarity is not None:
        out = _with_verdicts(out, polarity)
    return out.assign(
        statistic=kind,
        method=METHODS[kind],
        reason=pd.array(reason, dtype="str"),
    )


def _groups(frame: pd.DataFrame, by: str | Sequence[str] | None) -> np.ndarray:
    if by is None:
        return np.zeros(len(frame), dtype=int)
    keys = series_columns(frame, by)
    require(frame, keys, "funnel")
    return frame.reset_index(drop=True).groupby(keys, sort=False, dropna=False).ngroup().to_numpy()


def _targets(
    frame: pd.DataFrame,
    target: float | str | None,
    kind: str,
    events: np.ndarray,
    total: np.ndarray,
    group: np.ndarray,
    unit: float,
) -> np.ndarray:
    """Return what each row is held against, in the unit of the value."""
    if isinstance(target, str):
        require(frame, [target], "funnel")
        given = numbers(frame, target)
        wrong = (given <= 0) | np.isinf(given) | ((kind == "proportion") & (given >= unit))
        refuse("targets that cannot be", row_faults(frame, wrong, target, "is out of range."))
        return given
    if target is None and kind == "ratio":
        target = unit
    if target is not None:
        if not 0 < target < np.inf or (kind == "proportion" and target >= unit):
            raise InvalidInput("funnel", [Fault("target", f"{target} is out of range.")])
        return np.full(len(frame), float(target))
    known = np.isfinite(events) & np.isfinite(total)
    groups = group.max(initial=-1) + 1
    above = np.bincount(group[known], events[known], minlength=groups)
    below = np.bincount(group[known], total[known], minlength=groups)
    return (above / np.where(below > 0, below, np.nan) * unit)[group]


def _plain_z(
    kind: str, value: np.ndarray, aim: np.ndarray, size: np.ndarray, unit: float
) -> np.ndarray:
    with np.errstate(divide="ignore", invalid="ignore"):
        if kind == "proportion":
            return (value - aim) / np.sqrt(aim * (unit - aim) / size)
        return (value / aim - 1) * np.sqrt(size)


def _classes(value: np.ndarray, levels: list[float], limits: Callable[[float], Limits]) -> pd.array:
    """Return the class of each value; what lies on a limit, rounding apart, is within."""
    place, known = np.zeros(len(value), dtype=int), np.isfinite(value)
    for level in levels:
        lower, upper = limits(level)
        known &= np.isfinite(lower) & np.isfinite(upper)
        near = 1e-9 * np.abs(value)
        place += (value > upper + near).astype(int) - (value < lower - near).astype(int)
    words = np.array(CLASSES, dtype=object)[2 - place]
    return pd.array(np.where(known, words, ""), dtype="str")


def _dispersed(
    out: pd.DataFrame,
    centre: np.ndarray,
    unit: float | np.ndarray,
    scale: str,
    winsorise: float,
    group: np.ndarray,
) -> tuple[pd.DataFrame, np.ndarray]:
    """Add dispersion, variance between places and adjusted z; return the error with both."""
    apart = transformed(numbers(out, "value") / unit, scale) - transformed(centre, scale)
    chance = transformed_error(numbers(out, "size"), scale)
    found = overdispersion(apart / chance, chance, group, winsorise=winsorise)
    between = found["between"].to_numpy()[group]
    error = np.sqrt(chance**2 + between)
    dispersion = found["dispersion"].to_numpy()[group]
    return out.assign(dispersion=dispersion, between=between, adjusted_z=apart / error), error


def _with_verdicts(out: pd.DataFrame, polarity: str) -> pd.DataFrame:
    """Add what both classes mean by what is good."""
    good = directions(out, polarity, "funnel")
    place = {word: FAR_ABOVE - at for at, word in enumerate(CLASSES)}
    found = {}
    for name, source in (("verdict", "class"), ("adjusted_verdict", "adjusted_class")):
        position = out[source].map(place)
        known = position.notna().to_numpy()
        found[name] = verdicts(position.fillna(0).to_numpy(dtype=int), good, known)
    return out.assign(**found)
