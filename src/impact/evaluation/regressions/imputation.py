"""Imputation: what the treated would have been, from all cells that were not yet treated."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from impact.errors import Fault, InvalidInput
from impact.evaluation.panel import Panel
from impact.evaluation.regressions.cluster_regression import (
    only_rounding,
    solve_two_way,
    two_way_effects,
    without_two_way_effects,
)
from impact.evaluation.regressions.two_way import RegressionEffect, regression_effect, used_cells


@dataclass(frozen=True, slots=True, eq=False)
class Imputation:
    """Effects by cell, and together.

    Parameters
    ----------
    effect
        Mean over all treated cells that can be imputed, each counted once. Its standard error is
        NaN with one treated unit, and without any scatter.
    effects
        Shape (N, T), effect in a treated cell; NaN elsewhere.
    events
        `event, estimate, cells`: means by years since the start.
    """

    effect: RegressionEffect
    effects: np.ndarray
    events: pd.DataFrame


def imputation(panel: Panel, *, confidence: float = 0.95) -> Imputation:
    """Return effects against what units and years without treatment predict.

    Parameters
    ----------
    panel
        Missing figures and years of anticipation are left out cell by cell; treated cells of
        units never seen untreated, or in years without any untreated figure, are left out.
    confidence
        Of the interval.

    Returns
    -------
    Imputation

    Raises
    ------
    InvalidInput
        No treated cell can be imputed.

    Notes
    -----
    y_it = a_i + b_t + e_it is fitted to untreated cells; effect_it = y_it - a_i - b_t. The mean is
    a sum of v_it y_it, so its variance is sum_i (sum_t v_it e_it)^2, where for treated cells e_it
    is the effect less its mean in the same cohort and year; less the mean of all treated cells
    (which errs upwards) when some cohort has one unit.

    References
    ----------
    Borusyak, Jaravel and Spiess (2024), Review of Economic Studies 91(6), theorem 3.
    """
    used = used_cells(panel)
    now = np.asarray(panel.years)[None, :] >= panel.starts[:, None]
    free = (used & ~now).astype(float)
    possible = used & now & free.any(axis=1)[:, None] & free.any(axis=0)[None, :]
    if not possible.any():
        raise InvalidInput(
            "nothing can be imputed:",
            [Fault("panel", "has no treated figure with untreated ones beside it.", "Add years.")],
        )
    units, years = two_way_effects(panel.values, free)
    effects = np.where(possible, panel.values - units[:, None] - years[None, :], np.nan)
    error = _standard_error(panel, effects, free, possible)
    inside = (free.any(axis=1) & ~panel.treated).sum()
    counts = (int(possible.any(axis=1).sum()), int(inside), int(free.sum() + possible.sum()))
    clusters = int((free.any(axis=1) | possible.any(axis=1)).sum())
    effect = regression_effect(float(np.nanmean(effects)), error, clusters - 1, counts, confidence)
    return Imputation(effect, effects, _by_event(panel, effects))


def _standard_error(
    panel: Panel, effects: np.ndarray, free: np.ndarray, possible: np.ndarray
) -> float:
    if possible.any(axis=1).sum() < 2:
        return float("nan")
    wanted = possible / possible.sum()
    by_unit, by_year = solve_two_way(wanted.sum(axis=1), wanted.sum(axis=0), free)
    weights = wanted - free * (np.nan_to_num(by_unit)[:, None] + np.nan_to_num(by_year)[None, :])
    residual = without_two_way_effects(panel.values, free)
    residual = np.where(possible, effects - _means(panel, effects, wanted), residual)
    error = float(np.sqrt(np.square((weights * residual).sum(axis=1)).sum()))
    return float("nan") if only_rounding(error, panel.values, free + possible) else error


def _means(panel: Panel, effects: np.ndarray, wanted: np.ndarray) -> np.ndarray:
    """Return shape (N, T): the mean a treated cell is compared with in the variance."""
    means = np.full(effects.shape, np.nan)
    cohorts = [panel.starts == start for start in panel.cohorts]
    lone = [(wanted[members].any(axis=1)).sum() == 1 for members in cohorts]
    if any(lone):
        by_unit = wanted.sum(axis=1)
        sums = np.where(wanted > 0, wanted * effects, 0.0).sum(axis=1)
        means[:] = (by_unit @ sums) / (by_unit @ by_unit)
        return means
    for members in cohorts:
        seen = wanted[members] > 0
        count = seen.sum(axis=0)
        total = np.where(seen, effects[members], 0.0).sum(axis=0)
        means[members] = np.where(count > 0, total / np.maximum(count, 1), np.nan)
    return means


def _by_event(panel: Panel, effects: np.ndarray) -> pd.DataFrame:
    events = np.asarray(panel.years)[None, :] - panel.starts[:, None]
    rows = []
    for event in np.unique(events[np.isfinite(effects)]):
        chosen = effects[(events == event) & np.isfinite(effects)]
        rows.append((int(event), float(chosen.mean()), len(chosen)))
    return pd.DataFrame(rows, columns=["event", "estimate", "cells"])
