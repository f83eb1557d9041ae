"""Evaluate one outcome: effect, counterfactual, placebos, sensitivity, power, checks, verdict."""

from __future__ import annotations

import numpy as np

from impact.evaluation.checks import Grounds, checks_of
from impact.evaluation.course import course
from impact.evaluation.design import Design
from impact.evaluation.differences.event_study import event_study
from impact.evaluation.effect import Effect, effect
from impact.evaluation.panel import Panel
from impact.evaluation.panel_checks import PanelReport, check_panel, usable
from impact.evaluation.panel_evaluation import PanelEvaluation, nothing, outcome_row
from impact.evaluation.panel_tables import (
    changes_table,
    exposure_table,
    power_table,
    pretrend_table,
    units_table,
    weights_table,
)
from impact.evaluation.placebos import placebos_table
from impact.evaluation.regressions.goodman_bacon import bacon
from impact.evaluation.specifications import specifications
from impact.evaluation.strata import strata_of
from impact.evaluation.synthetic.placebos import synthetic
from impact.evaluation.synthetic.synthetic_control import SyntheticControl
from impact.evaluation.trend_limits import breakdown_bound, sensitivity_table
from impact.evaluation.verdict import Check, Graded, grade

FEWEST_YEARS = {"demeaned": 1, "detrended": 3, "long_difference": 1}
"""Years before a start that the declared estimator needs; a line through two fits by itself."""


def evaluate_panel(panel: Panel, design: Design, *, seed: int = 0) -> PanelEvaluation:
    """Return the whole evaluation of one outcome.

    Parameters
    ----------
    panel
        Units that were independently assigned; may have gaps.
    design
        What was declared beforehand.
    seed
        For what cannot be counted exactly.

    Returns
    -------
    PanelEvaluation
        When nothing can be estimated the verdict says so and why; tables are then empty but for
        the units.

    Notes
    -----
    The effect is the mean change of the treated minus that of untreated units of like size
    (`strata`); its test counts every assignment of the same number of treated units within the
    strata. A t-test stands beside it, and the verdict needs both.
    """
    needed = FEWEST_YEARS[design.estimator]
    report = check_panel(panel, breaks=design.breaks, pre_years=needed)
    used, dropped = usable(panel, pre_years=needed)
    if report.faults:
        return nothing(panel, used, dropped, design, report)
    strata = strata_of(used)
    main = effect(used, design.estimator, strata, confidence=design.confidence, seed=seed)
    events = event_study(used, "long_difference", strata, confidence=design.confidence)
    mixed = _mixed(used, report)
    placebos = placebos_table(used, strata, design, main, seed)
    table = specifications(used, strata, design, main, report.possible, seed=seed)
    broken = breakdown_bound(events, design)
    grounds = Grounds(
        panel=used,
        original=panel,
        strata=strata,
        design=design,
        main=main,
        events=events,
        placebos=placebos,
        specifications=table,
        breakdown=broken,
        fit=np.nan if mixed is None or mixed.few_years else mixed.fit,
    )
    checks = checks_of(grounds)
    graded = _graded(main, design, checks)
    path = None if mixed is None else mixed.path
    return PanelEvaluation(
        outcome=outcome_row(used, design, main, graded, broken),
        checks=checks,
        design=design,
        course=course(used, design.estimator, strata, synthetic=path, confidence=design.confidence),
        units=units_table(used, dropped, strata, panel),
        weights=weights_table(used, strata, mixed),
        pretrends=pretrend_table(events),
        placebos=placebos,
        specifications=table,
        sensitivity=sensitivity_table(events, design),
        power=power_table(main),
        bacon=bacon(used).kinds,
        exposure=exposure_table(used),
        changes=changes_table(used, main, strata),
    )


def _graded(main: Effect, design: Design, checks: tuple[Check, ...]) -> Graded:
    test = main.placebo
    return grade(
        estimate=test.estimate,
        lower=main.interval[0],
        upper=main.interval[1],
        p_value=test.p_value,
        p_exact_t=np.nan if main.exact is None else main.exact.p_value,
        design=design,
        checks=checks,
    )


def _mixed(panel: Panel, report: PanelReport) -> SyntheticControl | None:
    """Return the synthetic control that lets levels differ, where the panel allows one."""
    possible = "synthetic_demeaned" in report.possible
    return synthetic(panel, "synthetic_demeaned") if possible else None
