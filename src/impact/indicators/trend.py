"""The direction of a short yearly series, and whether it could be chance."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd
from scipy import stats

from impact.errors import Fault, InvalidInput
from impact.indicators.columns import check_share, numbers, require, series_columns
from impact.indicators.grid import Grid, grid, marked

AUTOCORRELATION = 0.5
LEVEL = 0.05
METHOD = "gls_ar1"
WORDS = {
    "higher": ("improving", "worsening"),
    "lower": ("worsening", "improving"),
    "neutral": ("increasing", "decreasing"),
}


def trend(
    values: pd.DataFrame,
    *,
    place: str = "place",
    year: str = "year",
    value: str = "value",
    by: str | Sequence[str] | None = None,
    polarity: str | None = None,
    window: int = 8,
    minimum: int = 5,
    breaks: pd.DataFrame | None = None,
    window_years: str | None = None,
    spread: str | None = None,
    confidence: float = 0.95,
) -> pd.DataFrame:
    """Test each series for a change per year over its last unbroken years.

    Parameters
    ----------
    values
        Long table, one row a series and year. Rows without a value count as gaps. Not changed.
    place, year, value
        Columns; the value in the indicator's own unit.
    by
        Columns which with the place name a series; default indicator and group when present.
    polarity
        Column with higher, lower or neutral (which direction is good). None: all neutral.
    window, minimum
        At most, and at least, so many yearly points.
    breaks
        Table `year, effect` with indicator and, where it does not apply to all, place. Effect
        break: the series starts anew in this year. Effect exclude: the year is left out and the
        years around it are kept at their true distance. Any other year without a value is a gap
        and ends the unbroken run.
    window_years
        Column: how many years a figure spans. Figures over more than one year overlap, so
        neighbours share events: not calculable here.
    spread
        Column: spread between municipalities that year (`medians`), the measure of the effect.
    confidence
        Of the limits of the slope.

    Returns
    -------
    DataFrame
        One row a series in order of first appearance: place, the columns of `by`, `slope, lower,
        upper` (unit per year), `change` (slope times the years from first to last),
        `standardised_effect` (change / spread of the last year used; NaN without one), `p_value,
        verdict` (improving, worsening, increasing, decreasing: p < 0.05; no_clear_change;
        not_calculable), `first_year, last_year, years` (points used; of what there is when not
        calculable), `method, reason`. Reason: empty; no_spread (all points equal: slope 0,
        p = 1, no limits); or why not calculable: no_values, window, short, gap, break (too few
        points since the series began, the last gap, the last break).

    Notes
    -----
    Generalised least squares of value on year, errors with correlation 0.5^|years apart|, and t
    on points - 2 degrees of freedom. The correlation of 5 to 8 points cannot be estimated
    well, so it is fixed at the highest value we guard against: the test is exact at 0.5 and
    cautious below it (measured in docs/calibration.md: 5 % false alarms at 0.5, 1 to 2 % at 0).
    Limits and verdict come from the same t, so they never disagree at 95 %.

    References
    ----------
    Aitken (1936), Proceedings of the Royal Society of Edinburgh 55, 42-48.
    """
    check_share(confidence, "confidence")
    if not 3 <= minimum <= window:
        raise InvalidInput(
            "trend", [Fault("minimum", f"{minimum} is not between 3 and window ({window}).")]
        )
    keys = [place, *(name for name in series_columns(values, by) if name != place)]
    require(values, [*keys, year, value, polarity, window_years, spread], "trend")
    layout = grid(values, keys=keys, year=year, value=value)
    run = _last_run(layout, breaks, window)
    reason = _reasons(layout, run, minimum, _wide(values, layout, window_years))
    fit = _fit(layout, run.used & (reason == "")[:, None], confidence)
    reason[(reason == "") & (fit["spread"] == 0) & (fit["slope"] == 0)] = "no_spread"
    fit.loc[reason == "no_spread", ["lower", "upper"]] = np.nan
    out = _result(layout, run, fit, reason, _words(values, layout, polarity))
    apart = _spread_of(values, layout, run, year, spread)
    out.insert(out.columns.get_loc("change") + 1, "standardised_effect", out["change"] / apart)
    return out


def trend_relative(values: pd.DataFrame, *, reference: str, **options: object) -> pd.DataFrame:
    """Test whether a place moves away from its reference, year by year.

    Parameters
    ----------
    values
        As for `trend`, with a column of the reference's value of the same year.
    reference
        That column, for example the country median.
    options
        As for `trend`, which tests value minus reference.

    Returns
    -------
    DataFrame
        As `trend`: improving means improving against the reference.
    """
    value = str(options.get("value", "value"))
    require(values, [value, reference], "trend_relative")
    apart = numbers(values, value) - numbers(values, reference)
    return trend(values.assign(**{value: apart}), **options)


@dataclass(frozen=True, slots=True)
class _Run:
    used: np.ndarray
    ended: np.ndarray


def _last_run(layout: Grid, breaks: pd.DataFrame | None, window: int) -> _Run:
    """Walk back from the newest value to the window, the last gap or the last break."""
    present = np.isfinite(layout.values)
    excluded, broken = marked(layout, breaks, "exclude"), marked(layout, breaks, "break")
    size = len(present)
    used = np.zeros_like(present)
    walking, started, count = np.ones(size, bool), np.zeros(size, bool), np.zeros(size, int)
    ended = np.full(size, "short", dtype=object)
    for at in range(present.shape[1] - 1, -1, -1):
        take = walking & present[:, at] & ~excluded[:, at]
        used[:, at] = take
        count += take
        gap = walking & started & ~present[:, at] & ~excluded[:, at]
        started |= take
        new_series = walking & started & broken[:, at]
        earlier = present[:, :at].any(axis=1)
        ended[gap & earlier] = "gap"
        ended[new_series & earlier] = "break"
        walking &= ~gap & ~new_series & (count < window)
    return _Run(used, ended)


def _wide(values: pd.DataFrame, layout: Grid, window_years: str | None) -> np.ndarray:
    wide = np.zeros(len(layout.keys), dtype=bool)
    if window_years is not None:
        np.logical_or.at(wide, layout.series, numbers(values, window_years) > 1)
    return wide


def _spread_of(
    values: pd.DataFrame, layout: Grid, run: _Run, year: str, spread: str | None
) -> np.ndarray:
    """Return the spread in each series' last year used; NaN where it is not above 0."""
    found = np.full(len(layout.keys), np.nan)
    if spread is not None and len(values):
        column = values[year].to_numpy(dtype=np.int64) - layout.years[0]
        newest = run.used.shape[1] - 1 - run.used[:, ::-1].argmax(axis=1)
        rows = column == newest[layout.series]
        found[layout.series[rows]] = numbers(values, spread)[rows]
    return np.where(found > 0, found, np.nan)


def _reasons(layout: Grid, run: _Run, minimum: int, wide: np.ndarray) -> np.ndarray:
    points = run.used.sum(axis=1)
    short = np.where(points < minimum, run.ended, "")
    empty = ~np.isfinite(layout.values).any(axis=1)
    return np.where(empty, "no_values", np.where(wide, "window", short)).astype(object)


def _fit(layout: Grid, used: np.ndarray, confidence: float) -> pd.DataFrame:
    """Fit all series with the same pattern of years at once."""
    columns = ["slope", "lower", "upper", "p_value", "spread"]
    result = np.full((len(used), len(columns)), np.nan)
    packed = np.packbits(used, axis=1)
    _, first, pattern = np.unique(packed, axis=0, return_index=True, return_inverse=True)
    for number, row in enumerate(first):
        if used[row].any():
            rows = np.flatnonzero(pattern.ravel() == number)
            chosen = layout.values[np.ix_(rows, np.flatnonzero(used[row]))]
            result[rows] = slopes(chosen, layout.years[used[row]], confidence=confidence)
    return pd.DataFrame(result, columns=columns)


def slopes(
    series: np.ndarray,
    years: np.ndarray,
    *,
    autocorrelation: float = AUTOCORRELATION,
    confidence: float = 0.95,
) -> np.ndarray:
    """Return slope, lower, upper, p-value and residual spread of complete series.

    Parameters
    ----------
    series
        Shape (series, points), no missing values.
    years
        Shape (points,), increasing; distances count.
    autocorrelation
        Correlation of errors one year apart, 0 to below 1.

    Returns
    -------
    array
        Shape (series, 5). All points equal: slope 0, p-value 1. Points exactly on a sloping
        line: spread 0, p-value 0.
    """
    apart = np.abs(years[:, None] - years[None, :]).astype(float)
    inverse = np.linalg.inv(np.where(apart == 0, 1.0, autocorrelation**apart))
    design = np.column_stack([np.ones(len(years)), years - years.mean()])
    unscaled = np.linalg.inv(design.T @ inverse @ design)
    centre = series.mean(axis=1, keepdims=True)
    moved = series - centre
    coefficients = moved @ (inverse @ design @ unscaled)
    residual = moved - coefficients @ design.T
    freedom = len(years) - 2
    variance = np.einsum("ij,jk,ik->i", residual, inverse, residual) / freedom
    rounding = (1e-12 * np.maximum(np.abs(series).max(axis=1), 1e-300)) ** 2
    variance = np.where(variance <= rounding, 0.0, variance)
    slope = coefficients[:, 1]
    slope = np.where(slope**2 <= rounding, 0.0, slope)
    error = np.sqrt(variance * unscaled[1, 1])
    with np.errstate(divide="ignore", invalid="ignore"):
        statistic = np.where(slope == 0, 0.0, np.abs(slope) / error)
    p_value = 2 * stats.t.sf(statistic, freedom)
    half = stats.t.ppf((1 + confidence) / 2, freedom) * error
    return np.column_stack([slope, slope - half, slope + half, p_value, np.sqrt(variance)])


def _words(values: pd.DataFrame, layout: Grid, polarity: str | None) -> np.ndarray:
    """Return the words for up and down of each series, shape (series, 2)."""
    if polarity is None:
        return np.tile(np.array(WORDS["neutral"], dtype=object), (len(layout.keys), 1))
    unknown = sorted(set(values[polarity].dropna()) - set(WORDS))
    if unknown:
        known = ", ".join(WORDS)
        raise InvalidInput(
            "trend", [Fault(polarity, f"'{name}' is not one of {known}.") for name in unknown]
        )
    named = np.full(len(layout.keys), "neutral", dtype=object)
    named[layout.series] = values[polarity].fillna("neutral").to_numpy()
    return np.array([WORDS[name] for name in named], dtype=object).reshape(-1, 2)


def _result(
    layout: Grid, run: _Run, fit: pd.DataFrame, reason: np.ndarray, words: np.ndarray
) -> pd.DataFrame:
    calculable = np.isin(reason, ("", "no_spread"))
    points = run.used.sum(axis=1)
    has = run.used.any(axis=1) & (points > 0)
    last_column = max(run.used.shape[1] - 1, 0)
    first = np.where(has, run.used.argmax(axis=1), 0) if last_column else np.zeros(len(has), int)
    last = last_column - run.used[:, ::-1].argmax(axis=1) if last_column else first
    at = layout.years if len(layout.years) else np.array([0])
    out = layout.keys.copy()
    out[["slope", "lower", "upper"]] = fit[["slope", "lower", "upper"]].to_numpy()
    out["change"] = out["slope"] * (at[last] - at[first])
    out["p_value"] = fit["p_value"].to_numpy()
    clear = calculable & (fit["p_value"] < LEVEL).to_numpy()
    moving = np.where(fit["slope"] > 0, words[:, 0], words[:, 1])
    still = np.where(calculable, "no_clear_change", "not_calculable")
    out["verdict"] = np.where(clear, moving, still)
    out["first_year"] = pd.array(np.where(has, at[first], 0), dtype="Int16")
    out["last_year"] = pd.array(np.where(has, at[last], 0), dtype="Int16")
    out.loc[~has, ["first_year", "last_year"]] = pd.NA
    out["years"] = points
    out["method"] = METHOD
    out["reason"] = reason
    return out.astype({"verdict": "str", "method": "str", "reason": "str"})
