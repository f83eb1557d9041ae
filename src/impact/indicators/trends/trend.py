"""The direction of a short yearly series, and whether it could be chance."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd

from impact.errors import Fault, InvalidInput
from impact.indicators.columns import (
    check_share,
    numbers,
    refuse,
    require,
    row_faults,
    series_columns,
)
from impact.indicators.grid import Grid, grid
from impact.indicators.trends.gls import AUTOCORRELATION, slopes
from impact.indicators.trends.methods import METHODS, fit_series, trend_method
from impact.indicators.trends.run import Run, last_run

__all__ = ["AUTOCORRELATION", "LEVEL", "METHODS", "WORDS", "slopes", "trend", "trend_relative"]

LEVEL = 0.05
WORDS = {
    "higher": ("improving", "worsening"),
    "lower": ("worsening", "improving"),
    "neutral": ("increasing", "decreasing"),
}


def trend(
    values: pd.DataFrame,
    *,
    method: str = "gls_ar1",
    place: str = "place",
    year: str = "year",
    value: str = "value",
    by: str | Sequence[str] | None = None,
    polarity: str | None = None,
    window: int | None = None,
    minimum: int | None = None,
    breaks: pd.DataFrame | None = None,
    window_years: str | None = None,
    spread: str | None = None,
    confidence: float = 0.95,
    autocorrelation: float = AUTOCORRELATION,
    lower: str = "lower",
    upper: str = "upper",
    numerator: str | None = None,
    denominator: str | None = None,
) -> pd.DataFrame:
    """Test each series for a change per year over its last unbroken years.

    Parameters
    ----------
    values
        Long table, one row a series and year. Rows without a value count as gaps. Not changed.
    method
        gls_ar1: straight line, errors with a fixed autocorrelation; what reports use.
        mann_kendall: rank test with Theil and Sen's slope, for series with wild points.
        theil_sen: the same slope and limits without the score.
        recent: the five-point marker of the English public-health profiles.
        segmented: two lines that meet in one year, where a break is found.
    place, year, value
        Columns; the value in the indicator's own unit.
    by
        Columns which with the place name a series; default indicator and group when present.
    polarity
        Column with higher, lower or neutral (which direction is good), one for each series.
        None: all neutral.
    window, minimum
        At most, and at least, so many yearly points. None: 8 and 5; recent 5 and 5; segmented
        30 and 12.
    breaks
        Table `year, effect` with indicator and, where it does not apply to all, place. Effect
        break: the series starts anew in this year. Effect exclude: the year is left out and the
        years around it are kept at their true distance. Any other year without a value is a gap
        and ends the unbroken run.
    window_years
        Column: how many years a figure spans. Figures over more than one year overlap, so
        neighbours share events: not calculable here, by any method.
    spread
        Column: spread between municipalities that year (`medians`), the measure of the effect.
    confidence
        Of the limits of the slope.
    autocorrelation
        Correlation of errors one year apart that the test guards against, 0 to below 1; of no
        effect on recent. 0 gives the textbook tests, which take waves for trends.
    lower, upper
        Columns of the values' own 95 % limits; needed by recent without counts.
    numerator, denominator
        Columns of counts; given, recent uses them instead of limits.

    Returns
    -------
    DataFrame
        One row a series in order of first appearance: place, the columns of `by`, `slope, lower,
        upper` (unit per year), `change` (slope times the years from first to last),
        `standardised_effect` (change / spread of the last year used; NaN without one), `p_value,
        verdict` (improving, worsening, increasing, decreasing: p < 0.05, recent p < 0.002 and
        the same sign, segmented p < 0.025; no_clear_change; not_calculable), `first_year,
        last_year, years` (points used; of what there is when not calculable), `method, reason`.
        mann_kendall adds `score` (Kendall's S) and `p_independent` (exact p of independent
        years, ties included; not for verdicts); recent adds `chi_square, same_sign`; segmented
        adds `break_year, break_p_value, slope_before, lower_before, upper_before`, and where a
        break is found slope, change and verdict are those since it. Reason: empty; no_spread
        (all points equal: slope 0, p = 1, no limits); no_limits (too few points for an interval
        of this confidence); or why not calculable: no_values, window, short, gap, break (too few
        points since the series began, the last gap, the last break), no_uncertainty (a point
        without limits or counts).

    Raises
    ------
    InvalidInput
        An unknown method, polarity or effect of a break; window, minimum or autocorrelation out
        of range; one of numerator and denominator without the other; a year twice in a series
        or no calendar year; two polarities in one series.

    Notes
    -----
    gls_ar1: generalised least squares of value on year, errors with correlation
    0.5^|years apart|, and t on points - 2 degrees of freedom. The correlation of 5 to 8 points
    cannot be estimated well, so it is fixed at the highest value we guard against: the test is
    exact at 0.5 and cautious below it (measured in docs/calibration.md: 5 % false alarms at
    0.5, 1 to 2 % at 0). Limits and verdict come from the same t, so they never disagree at
    95 %. mann_kendall, theil_sen: `kendall_p_values`, `theil_sen`; the verdict rests on the
    p-value with autocorrelation. recent: `recent`; it knows chance in the counts
    only and calls a wave of a few years a trend. segmented: see there.

    References
    ----------
    Aitken (1936), Proceedings of the Royal Society of Edinburgh 55, 42-48.
    """
    check_share(confidence, "confidence")
    chosen, window, minimum = trend_method(method, window, minimum, autocorrelation)
    keys = [place, *(name for name in series_columns(values, by) if name != place)]
    counts = [name for name in (numerator, denominator) if name is not None]
    if len(counts) == 1:
        fault = Fault("numerator", "and denominator go together.", "Give both, or neither.")
        raise InvalidInput("trend", [fault])
    extras = (counts or [lower, upper]) if method == "recent" else []
    require(values, [*keys, year, value, polarity, window_years, spread, *extras], "trend")
    layout = grid(values, keys=keys, year=year, value=value)
    run = last_run(layout, breaks, window)
    reason = _reasons(layout, run, minimum, _wide(values, layout, window_years))
    known = [grid(values, keys=keys, year=year, value=name).values for name in extras]
    known = [known[1] - known[0]] if known and not counts else known
    used = run.used & (reason == "")[:, None]
    fit = fit_series(chosen, layout, used, known, confidence, autocorrelation)
    reason[(reason == "") & fit["slope"].isna()] = "no_uncertainty"
    reason[(reason == "") & (fit["spread"] == 0) & (fit["slope"] == 0)] = "no_spread"
    fit.loc[reason == "no_spread", ["lower", "upper"]] = np.nan
    reason[(reason == "") & fit["lower"].isna()] = "no_limits"
    out = _result(layout, run, fit, reason, _words(values, layout, polarity), method)
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
        As for `trend`, which tests value minus reference; the limits of the values keep their
        width. Counts cannot be taken relative to a reference: recent then needs limits.

    Returns
    -------
    DataFrame
        As `trend`: improving means improving against the reference.
    """
    value = str(options.get("value", "value"))
    require(values, [value, reference], "trend_relative")
    if options.get("numerator") is not None or options.get("denominator") is not None:
        fault = Fault("numerator", "counts have no distance to a reference.", "Give limits.")
        raise InvalidInput("trend_relative", [fault])
    apart = numbers(values, value) - numbers(values, reference)
    return trend(values.assign(**{value: apart}), **options)


def _wide(values: pd.DataFrame, layout: Grid, window_years: str | None) -> np.ndarray:
    wide = np.zeros(len(layout.keys), dtype=bool)
    if window_years is not None:
        np.logical_or.at(wide, layout.series, numbers(values, window_years) > 1)
    return wide


def _spread_of(
    values: pd.DataFrame, layout: Grid, run: Run, year: str, spread: str | None
) -> np.ndarray:
    """Return the spread in each series' last year used; NaN where it is not above 0."""
    found = np.full(len(layout.keys), np.nan)
    if spread is not None and len(values):
        column = values[year].to_numpy(dtype=np.int64) - layout.years[0]
        newest = run.used.shape[1] - 1 - run.used[:, ::-1].argmax(axis=1)
        rows = column == newest[layout.series]
        found[layout.series[rows]] = numbers(values, spread)[rows]
    return np.where(found > 0, found, np.nan)


def _reasons(layout: Grid, run: Run, minimum: int, wide: np.ndarray) -> np.ndarray:
    points = run.used.sum(axis=1)
    short = np.where(points < minimum, run.ended, "")
    empty = ~np.isfinite(layout.values).any(axis=1)
    return np.where(empty, "no_values", np.where(wide, "window", short)).astype(object)


def _words(values: pd.DataFrame, layout: Grid, polarity: str | None) -> np.ndarray:
    """Return the words for up and down of each series, shape (series, 2)."""
    if polarity is None:
        return np.tile(np.array(WORDS["neutral"], dtype=object), (len(layout.keys), 1))
    unknown = sorted(set(values[polarity].dropna()) - set(WORDS), key=str)
    if unknown:
        known = ", ".join(WORDS)
        raise InvalidInput(
            "trend", [Fault(polarity, f"'{name}' is not one of {known}.") for name in unknown]
        )
    named = np.full(len(layout.keys), "neutral", dtype=object)
    given = values[polarity].notna().to_numpy()
    said = values[polarity].to_numpy(dtype=object)
    named[layout.series[given]] = said[given]
    mixed = given & (named[layout.series] != said)
    refuse("trend", row_faults(values, mixed, polarity, "is not that of the rest of the series."))
    return np.array([WORDS[name] for name in named], dtype=object).reshape(-1, 2)


def _result(
    layout: Grid,
    run: Run,
    fit: pd.DataFrame,
    reason: np.ndarray,
    words: np.ndarray,
    method: str,
) -> pd.DataFrame:
    calculable = np.isin(reason, ("", "no_spread", "no_limits"))
    points = run.used.sum(axis=1)
    has = run.used.any(axis=1) & (points > 0)
    last_column = max(run.used.shape[1] - 1, 0)
    first = np.where(has, run.used.argmax(axis=1), 0) if last_column else np.zeros(len(has), int)
    last = last_column - run.used[:, ::-1].argmax(axis=1) if last_column else first
    at = layout.years if len(layout.years) else np.array([0])
    out = layout.keys.copy()
    out[["slope", "lower", "upper"]] = fit[["slope", "lower", "upper"]].to_numpy()
    began = fit["break_year"].fillna(pd.Series(at[first])) if "break_year" in fit else at[first]
    out["change"] = out["slope"] * (at[last] - began)
    out["p_value"] = fit["p_value"].to_numpy()
    level = METHODS[method].level
    clear = calculable & (fit["p_value"] < level).to_numpy()
    if "same_sign" in fit:
        clear &= (fit["same_sign"] == 1).to_numpy()
    moving = np.where(fit["slope"] > 0, words[:, 0], words[:, 1])
    still = np.where(calculable, "no_clear_change", "not_calculable")
    out["verdict"] = np.where(clear, moving, still)
    out["first_year"] = pd.array(np.where(has, at[first], 0), dtype="Int16")
    out["last_year"] = pd.array(np.where(has, at[last], 0), dtype="Int16")
    out.loc[~has, ["first_year", "last_year"]] = pd.NA
    out["years"] = points
    for name in METHODS[method].more:
        out[name] = fit[name].to_numpy()
    out["method"] = method
    out["reason"] = reason
    whole = {name: "Int16" for name in ("break_year", "score") if name in out}
    if "same_sign" in out:
        whole["same_sign"] = "boolean"
    return out.astype({**whole, "verdict": "str", "method": "str", "reason": "str"})
