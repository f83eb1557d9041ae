"""Sun and Abraham: a regression with an effect of every cohort in every year."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from impact.errors import Fault, InvalidInput
from impact.evaluation.panel import Panel
from impact.evaluation.regressions.cluster_regression import cluster_regression
from impact.evaluation.regressions.two_way import RegressionEffect, regression_effect


@dataclass(frozen=True, slots=True, eq=False)
class SunAbraham:
    """Effects by cohort and year, and together.

    Parameters
    ----------
    cells
        `cohort, year, event, units, estimate, standard_error`; the last year before the start
        and its anticipation is the reference and has no row. `units` have a figure.
    effect
        Mean over all cells from the start on, each counted by its units.
    events
        `event, estimate, standard_error`: cohorts combined by their units.
    """

    cells: pd.DataFrame
    effect: RegressionEffect
    events: pd.DataFrame


def sun_abraham(panel: Panel, *, confidence: float = 0.95) -> SunAbraham:
    """Return the interaction-weighted effects against units that are never treated.

    Parameters
    ----------
    panel
        Units without a figure before their start are left out, missing figures cell by cell.
    confidence
        Of the interval.

    Returns
    -------
    SunAbraham

    Raises
    ------
    InvalidInput
        There is no untreated unit, or no treated unit with figures before and after its start.

    Notes
    -----
    y_it = a_i + b_t + sum over cohorts g and years t of effect_gt x [unit i in g, year t] + e_it,
    errors clustered by unit; the weights of cells are taken as given.

    References
    ----------
    Sun and Abraham (2021), Journal of Econometrics 225(2).
    """
    usable, references = _references(panel)
    cells = _cells(panel, usable, references)
    if not usable[~panel.treated].any() or not (cells["event"] >= 0).any():
        raise InvalidInput(
            "effects by cohort and year cannot be had:",
            [
                Fault(
                    "panel",
                    "has no untreated unit, or no treated one with figures before and after.",
                    "Add units or years.",
                )
            ],
        )
    years = np.asarray(panel.years)
    members = panel.starts[None, :] == cells["cohort"].to_numpy()[:, None]
    then = years[None, :] == cells["year"].to_numpy()[:, None]
    used = (np.isfinite(panel.values) & usable[:, None]).astype(float)
    regressors = (members[:, :, None] & then[:, None, :]).astype(float)
    fit = cluster_regression(panel.values, regressors, used)
    cells["estimate"] = fit.coefficients
    cells["standard_error"] = np.sqrt(np.diag(fit.covariance))
    units = cells["units"].to_numpy(float)
    estimate, error = _combined(fit.coefficients, fit.covariance, units, cells["event"] >= 0)
    inside = used.sum(axis=1) > 1
    counts = (int((inside & panel.treated).sum()), int((inside & ~panel.treated).sum()))
    effect = regression_effect(
        estimate, error, fit.clusters - 1, (*counts, fit.observations), confidence
    )
    rows = [
        (event, *_combined(fit.coefficients, fit.covariance, units, cells["event"] == event))
        for event in sorted(cells["event"].unique())
    ]
    return SunAbraham(
        cells, effect, pd.DataFrame(rows, columns=["event", "estimate", "standard_error"])
    )


def _references(panel: Panel) -> tuple[np.ndarray, dict[int, int]]:
    """Return which units can be used, and the year each cohort is measured from."""
    there = np.isfinite(panel.values)
    usable = there.sum(axis=1) > 1
    references = {}
    for start in panel.cohorts:
        members = panel.starts == start
        usable &= ~members | (there & panel.before(start)).any(axis=1)
        seen = (there & members[:, None] & usable[:, None]).any(axis=0) & panel.before(start)
        if seen.any():
            references[start] = int(np.asarray(panel.years)[seen].max())
    return usable, references


def _cells(panel: Panel, usable: np.ndarray, references: dict[int, int]) -> pd.DataFrame:
    there = np.isfinite(panel.values)
    rows = []
    for start, reference in references.items():
        units = (there & (usable & (panel.starts == start))[:, None]).sum(axis=0)
        rows += [
            (start, year, year - start, int(count))
            for year, count in zip(panel.years, units, strict=True)
            if year != reference and count > 0
        ]
    return pd.DataFrame(rows, columns=["cohort", "year", "event", "units"])


def _combined(
    coefficients: np.ndarray, covariance: np.ndarray, units: np.ndarray, chosen: pd.Series
) -> tuple[float, float]:
    rows = np.flatnonzero(chosen)
    weights = units[rows] / units[rows].sum()
    variance = weights @ covariance[np.ix_(rows, rows)] @ weights
    return float(weights @ coefficients[rows]), float(np.sqrt(variance))
