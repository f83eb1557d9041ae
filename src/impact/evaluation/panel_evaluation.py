"""What one outcome's panel says: its numbers, its verdict, and every table of its report."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import pandas as pd

from impact.evaluation.course import COLUMNS as COURSE
from impact.evaluation.design import Design
from impact.evaluation.effect import Effect
from impact.evaluation.panel import Panel
from impact.evaluation.panel_checks import PanelReport
from impact.evaluation.panel_tables import smallest_detectable, units_table
from impact.evaluation.placebos import COLUMNS as PLACEBOS
from impact.evaluation.specifications import COLUMNS as SPECIFIED
from impact.evaluation.verdict import Check, Graded, grade, not_estimable

NUMBERS = (
    "estimate", "lower", "upper", "p_value", "p_exact_t", "smallest_p", "placebos",
    "level_before", "observed", "counterfactual", "detectable", "breakdown",
)  # fmt: skip


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class PanelEvaluation:
    """What one outcome's panel says; tables as in an evaluation, without the outcome's name.

    Parameters
    ----------
    outcome
        One row: estimate, limits, tests, numbers of units and years, verdict. NaN where a number
        cannot be had.
    checks
        Every check, in the order of `impact.evaluation.verdict.CHECKS`.
    changes
        One row per unit used: `unit, treated, stratum` and a column per starting year with the
        number compared: from these placebo assignments over several outcomes are drawn.
    """

    outcome: dict[str, Any]
    checks: tuple[Check, ...]
    design: Design
    course: pd.DataFrame
    units: pd.DataFrame
    weights: pd.DataFrame
    pretrends: pd.DataFrame
    placebos: pd.DataFrame
    specifications: pd.DataFrame
    sensitivity: pd.DataFrame
    power: pd.DataFrame
    bacon: pd.DataFrame
    exposure: pd.DataFrame
    changes: pd.DataFrame


def with_check(found: PanelEvaluation, check: Check) -> PanelEvaluation:
    """Return an evaluation with one more check, and the verdict graded again."""
    checks = (*(one for one in found.checks if one.check != check.check), check)
    outcome = dict(found.outcome)
    if outcome["verdict"] != "not_estimable":
        numbers = {name: outcome[name] for name in ("estimate", "lower", "upper", "p_value")}
        graded = grade(
            **numbers, p_exact_t=outcome["p_exact_t"], design=found.design, checks=checks
        )
        outcome |= graded_columns(graded)
    return replace(found, outcome=outcome, checks=checks)


def graded_columns(graded: Graded) -> dict[str, str]:
    """Return a verdict as columns of an outcome's row."""
    return {
        "verdict": graded.verdict,
        "before_checks": graded.before_checks,
        "reason": graded.reason,
    }


def outcome_row(
    panel: Panel, design: Design, main: Effect, graded: Graded, broken: float
) -> dict[str, Any]:
    """Return the row of an outcome that could be estimated; limits nobody can give are NaN."""
    test = main.placebo
    observed = _mean(panel, after=True)
    return {
        **graded_columns(graded),
        "estimate": test.estimate,
        "lower": main.interval[0],
        "upper": main.interval[1],
        "interval": main.interval[2],
        "confidence": design.confidence,
        "p_value": test.p_value,
        "p_exact_t": np.nan if main.exact is None else main.exact.p_value,
        "smallest_p": test.smallest_p,
        "placebos": float(test.placebos),
        "exact": test.exact,
        "assignments": test.treated,
        "treated": test.treated,
        "comparison": test.comparison,
        "first_year": panel.years[0],
        "last_year": panel.years[-1],
        "start": panel.cohorts[0],
        "pre_years": min(int(panel.before(start).sum()) for start in panel.cohorts),
        "post_years": min(int(panel.after(start).sum()) for start in panel.cohorts),
        "level_before": _mean(panel, after=False),
        "observed": observed,
        "counterfactual": observed - test.estimate,
        "smallest_effect": np.nan if design.smallest_effect is None else design.smallest_effect,
        "detectable": smallest_detectable(main),
        "breakdown": broken,
        "estimator": design.estimator,
    }


def _mean(panel: Panel, *, after: bool) -> float:
    """Return the mean of the treated before or after their starts, every unit counting equally."""
    means = []
    for row in np.flatnonzero(panel.treated):
        start = panel.starts[row]
        years = panel.after(start) if after else panel.before(start)
        means.append(panel.values[row, years].mean())
    return float(np.mean(means))


def nothing(
    panel: Panel, used: Panel, dropped: pd.DataFrame, design: Design, report: PanelReport
) -> PanelEvaluation:
    """Return the evaluation of what cannot be estimated: the verdict, why, and the units."""
    graded = not_estimable(report.faults[0])
    outcome: dict[str, Any] = {
        **graded_columns(graded),
        **dict.fromkeys(NUMBERS, np.nan),
        "confidence": design.confidence,
        "exact": False,
        "interval": "none",
        "assignments": report.treated,
        "treated": report.treated,
        "comparison": report.never_treated,
        "first_year": panel.years[0] if panel.years else 0,
        "last_year": panel.years[-1] if panel.years else 0,
        "start": panel.cohorts[0] if panel.cohorts else 0,
        "pre_years": 0 if report.cohorts.empty else int(report.cohorts["pre_years"].min()),
        "post_years": 0 if report.cohorts.empty else int(report.cohorts["post_years"].min()),
        "smallest_effect": np.nan if design.smallest_effect is None else design.smallest_effect,
        "estimator": design.estimator,
    }
    empty = pd.DataFrame
    return PanelEvaluation(
        outcome=outcome,
        checks=(),
        design=design,
        course=empty(columns=list(COURSE)),
        units=units_table(used, dropped, np.zeros(len(used.units), dtype=int), panel),
        weights=empty(columns=["unit", "method", "weight"]),
        pretrends=empty(columns=["event", "estimate", "lower", "upper", "phase"]),
        placebos=empty(columns=list(PLACEBOS)),
        specifications=empty(columns=list(SPECIFIED)),
        sensitivity=empty(columns=["kind", "bound", "lower", "upper"]),
        power=empty(columns=["effect", "detected"]),
        bacon=empty(columns=["kind", "weight", "estimate"]),
        exposure=empty(columns=["cohort", "year", "years_since_start"]),
        changes=empty(columns=["unit", "start", "stratum"]),
    )
