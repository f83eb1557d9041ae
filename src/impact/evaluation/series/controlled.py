"""Interrupted series with a comparison: what changed in the treated and not in the others."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from impact.errors import Fault, InvalidInput
from impact.evaluation.inference.exact_t import exact_t
from impact.evaluation.panel import Panel
from impact.evaluation.series.interrupted import (
    FEW_POINTS,
    TERMS,
    InterruptedSeries,
    interrupted,
    segments,
)
from impact.evaluation.series.prais_winsten import prais_winsten
from impact.evaluation.strata import difference_weights


@dataclass(frozen=True, slots=True, eq=False)
class ControlledSeries:
    """Differences of the treated from the comparison, in level and slope.

    Parameters
    ----------
    terms
        Indexed by `slope_before, level, slope_change, effect`: `estimate, standard_error, lower,
        upper, p_value, degrees_of_freedom`. `level` is the jump at the start, `effect` the mean
        over the years after of what left the prolonged line. Errors from the spread of the same
        figures between comparison units, so that one treated unit is enough.
    estimate, standard_error, lower, upper, p_value, confidence
        Of `effect`.
    gap
        `year, gap`: treated less comparison, where all start together; otherwise empty.
    newey_west, prais_winsten
        The gap as one interrupted series; None with several starts, too few points, or (the
        latter) errors without a common level.
    few_points
        Fewer than eight years before some start: the gap as a series of its own proves nothing.
    treated, comparison
        Units.
    """

    terms: pd.DataFrame
    estimate: float
    standard_error: float
    lower: float
    upper: float
    p_value: float
    confidence: float
    gap: pd.DataFrame
    newey_west: InterruptedSeries | None
    prais_winsten: InterruptedSeries | None
    few_points: bool
    treated: int
    comparison: int


def controlled(
    panel: Panel,
    strata: np.ndarray | None = None,
    *,
    lags: int = 1,
    confidence: float = 0.95,
) -> ControlledSeries:
    """Return the differences in level and slope between treated and comparison units.

    Parameters
    ----------
    panel
        Every unit needs a figure in every year that is used; years of anticipation are left out.
    strata
        Shape (N,), whole numbers; units are compared within them. One stratum when None.
    lags
        Lags of autocorrelation of the gap allowed for.
    confidence
        Of the intervals.

    Returns
    -------
    ControlledSeries

    Raises
    ------
    InvalidInput
        A figure is missing, or a cohort has fewer than two years before or none after its start.

    Notes
    -----
    Every unit gets its own lines before and after a start (see `interrupted`); a term is the mean
    over treated units less the mean over comparison units of their stratum, so that it equals the
    coefficients of one regression with all terms times treated. `effect` equals the difference of
    detrended changes. Errors: see `exact_t`.

    References
    ----------
    Lopez Bernal, Cummins and Gasparrini (2018), International Journal of Epidemiology 47(6).
    """
    strata = np.zeros(len(panel.units), dtype=int) if strata is None else strata
    lines = unit_lines(panel)
    cohort = np.full(len(panel.units), -1)
    for column, start in enumerate(panel.cohorts):
        cohort[panel.starts == start] = column
    rows = {}
    for term, changes in lines.items():
        found = exact_t(changes, cohort, strata, confidence=confidence)
        rows[term] = (
            found.estimate, found.standard_error, found.lower, found.upper, found.p_value,
            found.degrees_of_freedom,
        )  # fmt: skip
    names = ["estimate", "standard_error", "lower", "upper", "p_value", "degrees_of_freedom"]
    terms = pd.DataFrame.from_dict(rows, orient="index", columns=names)
    gap = _gap(panel, strata)
    single = _single(gap, panel, lags, confidence)
    few = any(panel.before(start).sum() < FEW_POINTS for start in panel.cohorts)
    return ControlledSeries(
        terms, *(float(terms.loc["effect", name]) for name in names[:5]), confidence, gap, *single,
        few, int(panel.treated.sum()), int((~panel.treated).sum()),
    )  # fmt: skip


def unit_lines(panel: Panel) -> dict[str, np.ndarray]:
    """Return what changed at each start in every unit's own lines.

    Parameters
    ----------
    panel
        Every unit needs a figure in every year that is used.

    Returns
    -------
    dict of ndarray
        `slope_before, level, slope_change` (without it when some cohort has one year after) and
        `effect`; each of shape (N, G), a column per cohort.

    Raises
    ------
    InvalidInput
        A figure is missing, nobody is treated, or there are too few years.
    """
    if not panel.cohorts:
        fault = Fault("panel", "has no treated unit.", "Say who started when.")
        raise InvalidInput("the controlled series cannot be had:", [fault])
    years = np.asarray(panel.years, float)
    columns: dict[str, list[np.ndarray]] = {}
    for start in panel.cohorts:
        used = panel.before(start) | panel.after(start)
        values = panel.values[:, used]
        _check(panel, values, start)
        away, after = years[used] - start, years[used] >= start
        parts = [np.ones_like(away), away, after, away * after]
        design = np.column_stack(parts[: 3 if after.sum() == 1 else 4])
        lines = values @ np.linalg.pinv(design).T
        for place, term in enumerate(TERMS[1 : design.shape[1]], start=1):
            columns.setdefault(term, []).append(lines[:, place])
        columns.setdefault("effect", []).append(lines[:, 2:] @ design[after, 2:].mean(axis=0))
    count = len(panel.cohorts)
    return {term: np.column_stack(found) for term, found in columns.items() if len(found) == count}


def _check(panel: Panel, values: np.ndarray, start: int) -> None:
    faults = [
        Fault(panel.units[row], "lacks a figure of a year that is used.", "Leave the unit out.")
        for row in np.flatnonzero(~np.isfinite(values).all(axis=1))
    ]
    if panel.before(start).sum() < 2:
        faults.append(Fault(f"start {start}", "has fewer than two years before.", "Add years."))
    if not panel.after(start).any():
        faults.append(Fault(f"start {start}", "has no year after.", "Add years."))
    if faults:
        raise InvalidInput("the controlled series cannot be had:", faults)


def _gap(panel: Panel, strata: np.ndarray) -> pd.DataFrame:
    if len(panel.cohorts) != 1:
        return pd.DataFrame({"year": np.array([], dtype=int), "gap": np.array([], dtype=float)})
    start = panel.cohorts[0]
    used = panel.before(start) | panel.after(start)
    weights = difference_weights(panel.treated, ~panel.treated, strata)
    return pd.DataFrame(
        {"year": np.asarray(panel.years)[used], "gap": weights @ panel.values[:, used]}
    )


def _single(
    gap: pd.DataFrame, panel: Panel, lags: int, confidence: float
) -> tuple[InterruptedSeries | None, InterruptedSeries | None]:
    if gap.empty:
        return None, None
    series = (gap["gap"].to_numpy(), gap["year"].to_numpy(), panel.cohorts[0])
    try:
        segments(*series)
    except InvalidInput:
        return None, None
    newey_west = interrupted(*series, lags=lags, confidence=confidence)
    try:
        return newey_west, prais_winsten(*series, confidence=confidence)
    except InvalidInput:
        return newey_west, None
