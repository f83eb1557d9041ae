"""Placebos: untreated units taken for treated, starts that never were, units left out."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd

from impact.evaluation.design import Design
from impact.evaluation.effect import Effect, cohort_positions, tested
from impact.evaluation.left_out import without_each
from impact.evaluation.panel import Panel
from impact.evaluation.placebo_starts import (
    anticipation_changes,
    lead_changes,
    placebo_leads,
)

COLUMNS = ("kind", "name", "estimate", "lower", "upper", "p_value", "treated")


def placebos_table(
    panel: Panel, strata: np.ndarray, design: Design, main: Effect, seed: int
) -> pd.DataFrame:
    """Return placebos by kind: unit, year (invented starts), early (last years before), without.

    Parameters
    ----------
    panel
        Without missing figures.
    strata
        Shape (N,), units of like size.
    design
        The declared estimator and confidence.
    main
        The effect by it.
    seed
        For what cannot be counted.
    """
    told = {"confidence": design.confidence, "seed": seed}
    rows = [("unit", *row) for row in _unit_placebos(panel, strata, main)]
    for lead in reversed(placebo_leads(panel, design.estimator)):
        found = tested(lead_changes(panel, design.estimator, lead), panel, strata, **told)
        test = found.placebo
        limits = (test.estimate, *found.interval[:2], test.p_value)
        rows.append(("year", _lead_name(panel, lead), *limits, True))
    rows += [("early", *row) for row in _early(panel, strata, told)]
    left = without_each(panel, main.changes, strata, design.confidence)
    rows += [("without", *row) for row in left.itertuples(index=False)]
    return pd.DataFrame(rows, columns=list(COLUMNS))


def _early(
    panel: Panel, strata: np.ndarray, told: dict[str, Any]
) -> list[tuple[str, float, float, float, float, bool]]:
    """Return what happened in the last years before: against units of like size, and all units."""
    changes = anticipation_changes(panel)
    if changes is None:
        return []
    rows = []
    for name, within in (("like_size", strata), ("all", np.zeros_like(strata))):
        found = tested(changes, panel, within, **told)
        numbers = (found.placebo.estimate, *found.interval[:2], found.placebo.p_value)
        rows.append((name, *numbers, True))
    return rows if strata.any() else rows[1:]


def _lead_name(panel: Panel, lead: int) -> str:
    """Return the invented year, or with several starts how many years earlier, as -3."""
    if len(panel.cohorts) > 1:
        return f"-{lead}"
    years = np.asarray(panel.years)[panel.before(panel.cohorts[0])]
    return str(int(years[-lead]))


def _unit_placebos(panel: Panel, strata: np.ndarray, main: Effect) -> list[tuple[Any, ...]]:
    """Return each unit that is compared against the others of its stratum, as the test does.

    With one treated unit it stands among the others, as it does when another is chosen; several
    are left out of the comparison, since no single unit can be chosen in their stead.
    """
    cohort, never = cohort_positions(panel), ~panel.treated
    share = np.bincount(cohort[~never], minlength=len(panel.cohorts)) / (~never).sum()
    rows = []
    compared = np.isin(strata, strata[~never])
    for row in np.flatnonzero(compared):
        others = (never | (len(cohort[~never]) == 1)) & (strata == strata[row])
        others[row] = False
        if not others.any():
            continue
        gaps = main.changes[row] - main.changes[others].mean(axis=0)
        gap = gaps[cohort[row]] if panel.treated[row] else share @ gaps
        rows.append(
            (panel.units[row], float(gap), np.nan, np.nan, np.nan, bool(panel.treated[row]))
        )
    return rows
