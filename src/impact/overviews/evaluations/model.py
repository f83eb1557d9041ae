"""An evaluation in figures: every table its report reads, and what each column means."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

OUTCOME_COLUMNS = [
    "outcome", "primary", "indicator", "measure", "scale", "unit", "good", "verdict", "reason",
    "before_checks", "estimate", "lower", "upper", "interval", "confidence", "p_value", "p_exact_t",
    "p_adjusted", "smallest_p", "placebos", "exact", "assignments", "treated", "comparison",
    "first_year", "last_year", "start", "pre_years", "post_years", "level_before", "observed",
    "counterfactual", "smallest_effect", "detectable", "breakdown", "estimator",
]  # fmt: skip
COURSE_COLUMNS = [
    "outcome", "year", "phase", "observed", "counterfactual", "lower", "upper", "synthetic",
    "comparison",
]  # fmt: skip
UNIT_COLUMNS = ["outcome", "unit", "role", "start", "size", "stratum", "reason"]
WEIGHT_COLUMNS = ["outcome", "unit", "method", "weight"]
PRETREND_COLUMNS = ["outcome", "event", "estimate", "lower", "upper", "phase"]
PLACEBO_COLUMNS = ["outcome", "kind", "name", "estimate", "lower", "upper", "p_value", "treated"]
SPECIFICATION_COLUMNS = [
    "outcome", "specification", "estimate", "lower", "upper", "p_value", "inference", "treated",
    "comparison", "primary",
]  # fmt: skip
SENSITIVITY_COLUMNS = ["outcome", "kind", "bound", "lower", "upper"]
POWER_COLUMNS = ["outcome", "effect", "detected"]
CHECK_COLUMNS = ["outcome", "check", "result", "number", "limit", "lowers"]
BACON_COLUMNS = ["outcome", "kind", "weight", "estimate"]
EXPOSURE_COLUMNS = ["outcome", "cohort", "year", "years_since_start"]


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Evaluation:
    """What an evaluation came to.

    Parameters
    ----------
    evaluation
        Id of the plan.
    exploratory
        Some figure after the start was published before the plan was registered.
    plan_date, plan_digest, plan_changed
        Day and hash of the first registration, and of a later change (None when there is none).
        Without a registration the date is None.
    outcomes
        One row per outcome, the primary first. `unit` and `good` (higher, lower, neutral) are the
        outcome's; `scale` is level, or log: then estimates are differences of logarithms (0.02 is
        about 2 %). `verdict` is one of `impact.verdicts.EFFECT`, `before_checks` the one before
        failed checks lowered it, `reason` why it is what it is (see `impact.evaluation.verdict`).
        `estimate, lower, upper` by `estimator`; limits are by `interval`: placebo, exact_t where
        assignments are too few for limits, or none; `p_value` by counting placebo assignments,
        `p_exact_t` beside it; `p_adjusted` for reading several outcomes together; `smallest_p`
        what could be attained at best, of `placebos` assignments (`exact`: all were counted).
        `assignments` independently assigned units, `treated, comparison` units. `level_before`
        mean of the treated before, `observed, counterfactual` means after. `detectable`: effects
        smaller than this would have been missed more than one time in five. `breakdown`: how many
        times the largest change before may be exceeded until the effect is gone. NaN where a
        number cannot be had.
    course
        Mean of the treated by year; `phase` before, anticipation or after; the counterfactual by
        the primary estimator with limits, the synthetic control's, and the comparison's own mean.
    units
        `role`: treated, comparison or excluded (then `reason`).
    weights
        Who stands in the comparison: `method` comparison (equal within strata) or
        synthetic_control.
    pretrends
        Effects by `event` (years since the start; the last year before is 0 by definition).
    placebos
        `kind`: unit (one untreated unit taken for treated; `treated` True marks the real one),
        year (a start that never was), early (the last years before the start against as many
        years before them; `name` like_size or all: compared with whom), without (one unit left
        out).
    specifications
        The same estimand by every estimator.
    sensitivity
        `kind` smoothness or relative: limits of the effect when trends may differ by `bound`.
    power
        Share of placebo assignments in which an added `effect` is found; 0 is the size.
    checks
        `result`: passed, failed, not_possible or noted; `lowers` whether it lowered the verdict.
    bacon
        What two-way fixed effects compares: `kind` with total weight and mean estimate.
    exposure
        Which years after the start are measured, by cohort (its start year).
    """

    evaluation: str
    exploratory: bool
    plan_date: str | None
    plan_digest: str
    plan_changed: str | None
    outcomes: pd.DataFrame
    course: pd.DataFrame
    units: pd.DataFrame
    weights: pd.DataFrame
    pretrends: pd.DataFrame
    placebos: pd.DataFrame
    specifications: pd.DataFrame
    sensitivity: pd.DataFrame
    power: pd.DataFrame
    checks: pd.DataFrame
    bacon: pd.DataFrame
    exposure: pd.DataFrame
