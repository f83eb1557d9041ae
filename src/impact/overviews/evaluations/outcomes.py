"""Several outcomes read together: the same placebo assignments for all, and what then remains."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import numpy as np
import pandas as pd

from impact.evaluation.inference.placebo_distribution import drawn_assignments, placebo_effects
from impact.evaluation.inference.romano_wolf import romano_wolf
from impact.evaluation.panel_evaluation import PanelEvaluation, with_check
from impact.evaluation.verdict import LEVEL, NOT_ESTIMABLE, Check
from impact.indicators import false_discovery

DRAWS = 4999
SEVERAL = "several_outcomes"


def read_together(
    found: Mapping[str, PanelEvaluation], primary: str, lags: Mapping[str, int], *, seed: int
) -> dict[str, PanelEvaluation]:
    """Return evaluations with p-values adjusted for the number of outcomes, and graded again.

    Parameters
    ----------
    found
        Outcome to its evaluation.
    primary
        The outcome that was declared first: what is said of it is not lowered.
    lags
        Years after the start until each outcome can show anything.
    seed
        Of the assignments, where they are too many to be written out.

    Returns
    -------
    dict
        `outcome["p_adjusted"]`: by Romano and Wolf over the units all outcomes share; where they
        share too few, by Benjamini and Hochberg. NaN for what cannot be estimated. An outcome
        that is not the primary one, and is found alone but not together, fails a check.
    """
    made = [name for name, one in found.items() if one.outcome["verdict"] != NOT_ESTIMABLE]
    adjusted = dict.fromkeys(found, np.nan)
    if len(made) == 1:
        adjusted[made[0]] = found[made[0]].outcome["p_value"]
    elif made:
        adjusted |= _adjusted({name: found[name] for name in made}, lags, seed)
    return {
        name: _graded(one, adjusted[name], name == primary, len(made))
        for name, one in found.items()
    }


def _graded(one: PanelEvaluation, adjusted: float, primary: bool, family: int) -> PanelEvaluation:
    told = replace(one, outcome={**one.outcome, "p_adjusted": float(adjusted)})
    if family < 2 or np.isnan(adjusted):
        return told
    if primary:
        return with_check(told, Check(SEVERAL, "noted", float(adjusted), LEVEL))
    alone = one.outcome["p_value"] <= LEVEL
    result = "passed" if adjusted <= LEVEL else "failed" if alone else "noted"
    return with_check(told, Check(SEVERAL, result, float(adjusted), LEVEL, result == "failed"))


def _adjusted(
    found: Mapping[str, PanelEvaluation], lags: Mapping[str, int], seed: int
) -> dict[str, float]:
    tables = {
        name: one.changes.set_index("unit").assign(start=lambda table: table["start"].astype(int))
        for name, one in found.items()
    }
    placebos = _joint_placebos(tables, lags, seed)
    if placebos is None or not np.isfinite(placebos).all():
        values = [one.outcome["p_value"] for one in found.values()]
        return dict(zip(found, false_discovery(values)["adjusted"], strict=True))
    return dict(zip(found, romano_wolf(placebos[0], placebos), strict=True))


def _joint_placebos(
    tables: Mapping[str, pd.DataFrame], lags: Mapping[str, int], seed: int
) -> np.ndarray | None:
    """Return shape (assignments, outcomes), the real assignment first; None without common units.

    All outcomes take the strata of the first.
    """
    first = next(iter(tables.values()))
    units = [name for name in first.index if all(name in one.index for one in tables.values())]
    name = next(iter(tables))
    start = first.loc[units, "start"].to_numpy()
    cohorts = np.unique(start[start > 0])
    if not len(cohorts) or (start == 0).sum() == 0:
        return None
    cohort = np.where(start > 0, np.searchsorted(cohorts, start), -1)
    strata = first.loc[units, "stratum"].to_numpy()
    assignments = _assignments(cohort, strata, seed)
    columns = []
    for other, table in tables.items():
        wanted = [str(year - lags[name] + lags[other]) for year in cohorts]
        if any(column not in table.columns for column in wanted):
            return None
        changes = table.loc[units, wanted].to_numpy(float)
        columns.append(placebo_effects(changes, assignments, strata))
    return np.column_stack(columns)


def _assignments(cohort: np.ndarray, strata: np.ndarray, seed: int) -> np.ndarray:
    """Return shape (A, N), the real one first: all of them for one treated unit, else drawn."""
    treated = np.flatnonzero(cohort >= 0)
    if len(treated) > 1:
        drawn = drawn_assignments(cohort, strata, draws=DRAWS, seed=seed)
        return np.vstack([cohort, drawn])
    (one,) = treated
    others = [at for at in np.flatnonzero(strata == strata[one]) if at != one]
    every = np.full((len(others) + 1, len(cohort)), -1)
    every[np.arange(len(every)), [one, *others]] = 0
    return every
