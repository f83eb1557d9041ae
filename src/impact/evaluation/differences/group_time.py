"""Effects by cohort and year (Callaway and Sant'Anna), with influence functions."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from impact.errors import Fault, InvalidInput, UnknownName
from impact.evaluation.panel import Panel

CONTROLS = ("never", "not_yet")
BASES = ("varying", "universal")
COLUMNS = [
    "cohort", "year", "event", "base", "estimate", "standard_error", "treated", "comparison",
]  # fmt: skip


@dataclass(frozen=True, slots=True, eq=False)
class GroupTime:
    """Effects of every cohort in every year.

    Parameters
    ----------
    frame
        `cohort, year, event, base, estimate, standard_error, treated, comparison`; event is year
        minus cohort, base the year compared with, the last two count units. Where year is base the
        estimate is 0 and the standard error NaN.
    influence
        Shape (N, cells), what each unit contributes: covariance = influence.T @ influence.
    starts
        Shape (N,), first treated year of every unit.
    years
        Years of the panel.
    anticipation
        Years before a start in which units may already act.
    control, base
        As asked for.
    """

    frame: pd.DataFrame
    influence: np.ndarray
    starts: np.ndarray
    years: tuple[int, ...]
    anticipation: int
    control: str
    base: str


@dataclass(frozen=True, slots=True)
class PretrendTest:
    """Joint test that no effect shows before treatment.

    Parameters
    ----------
    statistic
        Wald statistic, about chi-squared when there is no effect; NaN when it cannot be had.
    degrees_of_freedom
        Number of cells before treatment (and its anticipation).
    p_value
        NaN when it cannot be had.
    """

    statistic: float
    degrees_of_freedom: int
    p_value: float


def group_time(panel: Panel, *, control: str = "never", base: str = "varying") -> GroupTime:
    """Return effects by cohort and year, without covariates.

    Parameters
    ----------
    panel
        Without gaps (`panel_checks.usable`). Units that start after its last year are not yet
        treated; they have no effect here and are not among the never treated.
    control
        Who is compared with: never (never treated), or not_yet (those, and units whose start and
        anticipation lie after both years compared).
    base
        Year compared with before treatment: varying (the year before), or universal (the last year
        before the start and its anticipation, as after treatment).

    Returns
    -------
    GroupTime
        Cells by cohort, then year; those without a comparison unit or a year to compare with are
        not there.

    Raises
    ------
    InvalidInput
        A figure is missing, or no cell can be had.
    UnknownName
        There is no such control or base.

    Notes
    -----
    With d the change from base to year, the effect is mean(d | cohort) - mean(d | comparison), and
    a unit's influence is (d - its own group's mean) / size of the group, negative for comparison
    units. Standard error: root of the sum of squared influences, so that a cohort of one unit
    contributes no variance of its own: then count placebos instead.

    References
    ----------
    Callaway and Sant'Anna (2021), Difference-in-differences with multiple time periods.
    """
    if control not in CONTROLS:
        raise UnknownName("control", control, CONTROLS)
    if base not in BASES:
        raise UnknownName("base", base, BASES)
    refuse_gaps(panel)
    rows, influences = [], []
    for start in panel.cohorts:
        if not panel.before(start).any():
            continue
        for column, reference in _comparisons(panel, start, base):
            found = _cell(panel, start, column, reference, control)
            if found is not None:
                rows.append(found[0])
                influences.append(found[1])
    if not rows:
        raise InvalidInput(
            "no effect by cohort and year can be had: no cohort has a year before its start and "
            "units to compare with."
        )
    return GroupTime(
        pd.DataFrame(rows, columns=COLUMNS),
        np.column_stack(influences),
        panel.starts,
        panel.years,
        panel.anticipation,
        control,
        base,
    )


def refuse_gaps(panel: Panel) -> None:
    """Raise where a figure is missing.

    Parameters
    ----------
    panel
        Any panel.

    Raises
    ------
    InvalidInput
        Naming units and years.
    """
    gaps = np.argwhere(~np.isfinite(panel.values))
    if len(gaps):
        faults = [
            Fault(f"{panel.units[row]}, {panel.years[column]}", "has no figure.")
            for row, column in gaps
        ]
        raise InvalidInput("figures are missing; leave those units out (usable):", faults)


def _comparisons(panel: Panel, start: int, base: str) -> list[tuple[int, int]]:
    """Return the columns (year, year compared with) of a cohort's cells."""
    last_before = int(np.flatnonzero(panel.before(start))[-1])
    count = len(panel.years)
    if base == "universal":
        return [(column, last_before) for column in range(count)]
    return [
        (column, last_before if panel.years[column] >= start else column - 1)
        for column in range(1, count)
    ]


def _cell(
    panel: Panel, start: int, column: int, reference: int, control: str
) -> tuple[tuple[object, ...], np.ndarray] | None:
    treated = panel.starts == start
    comparison = np.isinf(panel.starts)
    if control == "not_yet":
        later = max(panel.years[column], panel.years[reference]) + panel.anticipation
        comparison = (panel.starts > later) & ~treated
    if not comparison.any():
        return None
    change = panel.values[:, column] - panel.values[:, reference]
    means = change[treated].mean(), change[comparison].mean()
    influence = np.where(treated, (change - means[0]) / treated.sum(), 0.0)
    influence -= np.where(comparison, (change - means[1]) / comparison.sum(), 0.0)
    error = np.nan if column == reference else float(np.sqrt(influence @ influence))
    year, counts = panel.years[column], (int(treated.sum()), int(comparison.sum()))
    row = (start, year, year - start, panel.years[reference], means[0] - means[1], error, *counts)
    return row, influence


def pretrend_test(effects: GroupTime) -> PretrendTest:
    """Return the joint Wald test that all effects before treatment are zero.

    Parameters
    ----------
    effects
        Of `group_time`, with either base.

    Returns
    -------
    PretrendTest
        NaN where there is no cell before treatment, where a cohort is a single unit (its variance
        is unknown), or where there are too few units for as many cells.

    Notes
    -----
    W = b' V^-1 b over the cells before the start and its anticipation, V their covariance from
    influence functions; the reference of a universal base is left out. A p-value above .05 does
    not say that trends were alike.
    """
    from scipy.stats import chi2

    frame = effects.frame
    early = frame["year"] < frame["cohort"] - effects.anticipation
    cells = (early & frame["standard_error"].notna()).to_numpy()
    count = int(cells.sum())
    influence = effects.influence[:, cells]
    alone = (frame["treated"].to_numpy()[cells] == 1).any()
    if not count or alone or np.linalg.matrix_rank(influence) < count:
        return PretrendTest(np.nan, count, np.nan)
    estimates = frame["estimate"].to_numpy(float)[cells]
    statistic = float(estimates @ np.linalg.solve(influence.T @ influence, estimates))
    return PretrendTest(statistic, count, float(chi2.sf(statistic, count)))
