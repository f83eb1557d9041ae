"""What an evaluation says in one word, and why; a failed check can only lower it."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass

from impact.evaluation.design import Design
from impact.verdicts import EFFECT

SUPPORTED, WEAK, NOT_SUPPORTED, NOT_ESTIMABLE = EFFECT
LEVEL, LENIENT_LEVEL = 0.05, 0.10
CHECKS = (
    "plan_before_outcomes",
    "missing",
    "pre_years",
    "placebo_resolution",
    "both_tests",
    "pretrend_joint",
    "pretrend_equivalence",
    "pretrend_violation",
    "anticipation",
    "placebo_years",
    "leave_one_out",
    "donut",
    "estimators_agree",
    "breakdown",
    "synthetic_fit",
    "several_outcomes",
)
RESULTS = ("passed", "failed", "not_possible", "noted")
FAULTS = (
    "no_untreated",
    "no_pre_period",
    "no_post_period",
    "start_outside",
    "outcome_missing",
    "break_inside",
    "too_few_units",
    "collinear_calendar",
)
REASONS = ("found", "lowered", "one_test", "chance", "ruled_out", "opposite", *FAULTS)


@dataclass(frozen=True, slots=True)
class Check:
    """One check of an evaluation.

    Parameters
    ----------
    check
        One of `CHECKS`.
    result
        passed, failed, not_possible or noted.
    number, limit
        What was found and what it was held against; NaN where it is no number.
    lowers
        It lowers the verdict.
    """

    check: str
    result: str
    number: float = math.nan
    limit: float = math.nan
    lowers: bool = False


@dataclass(frozen=True, slots=True)
class Graded:
    """A verdict: one of `impact.verdicts.EFFECT`, the one before checks, and one of `REASONS`."""

    verdict: str
    before_checks: str
    reason: str


def not_estimable(reason: str) -> Graded:
    """Return the verdict of what cannot be estimated; `reason` is one of `FAULTS`."""
    return Graded(NOT_ESTIMABLE, NOT_ESTIMABLE, reason)


def grade(
    *,
    estimate: float,
    lower: float,
    upper: float,
    p_value: float,
    p_exact_t: float,
    design: Design,
    checks: Iterable[Check] = (),
) -> Graded:
    """Return the verdict on an effect.

    Parameters
    ----------
    estimate, lower, upper
        The effect and its interval, in the unit of the outcome.
    p_value
        Share of placebo assignments with an effect at least as large.
    p_exact_t
        Of the exact t test; NaN where it cannot be made.
    design
        Direction, smallest effect that matters, exploratory or not.
    checks
        Those that failed and lower the verdict each take it one step down.

    Returns
    -------
    Graded
        `reason` is found (supported), one_test (weak because the two tests do not both find it),
        lowered (checks took it down), opposite (clear, but against the declared direction),
        ruled_out (not found, and the interval excludes the smallest effect that matters) or
        chance (not found, and such an effect cannot be ruled out).

    Notes
    -----
    Supported: both p-values at most 0.05. Weak: one of them, or both at most 0.10. Otherwise not
    supported. A plan written when the outcomes were known is never better than weak.
    """
    found = _found(p_value, p_exact_t)
    if found == NOT_SUPPORTED:
        return Graded(found, found, _why_not(lower, upper, design))
    if _opposite(estimate, design):
        return Graded(NOT_SUPPORTED, NOT_SUPPORTED, "opposite")
    steps = sum(
        check.lowers and check.result == "failed" and check.check != "plan_before_outcomes"
        for check in checks
    )
    order = (SUPPORTED, WEAK, NOT_SUPPORTED)
    position = min(order.index(found) + steps, len(order) - 1)
    if design.exploratory:
        position = max(position, order.index(WEAK))
    verdict = order[position]
    if verdict != found:
        return Graded(verdict, found, "lowered")
    return Graded(verdict, found, "found" if found == SUPPORTED else "one_test")


def _found(p_value: float, p_exact_t: float) -> str:
    known = [p for p in (p_value, p_exact_t) if not math.isnan(p)]
    if known and max(known) <= LEVEL:
        return SUPPORTED
    if known and (min(known) <= LEVEL or max(known) <= LENIENT_LEVEL):
        return WEAK
    return NOT_SUPPORTED


def _opposite(estimate: float, design: Design) -> bool:
    if design.direction == "either":
        return False
    return estimate < 0 if design.direction == "higher" else estimate > 0


def _why_not(lower: float, upper: float, design: Design) -> str:
    """Say whether an effect that matters, the way it was hoped for, is outside the interval."""
    matters = design.smallest_effect
    if matters is None or math.isnan(lower) or math.isnan(upper):
        return "chance"
    above, below = upper < matters, lower > -matters
    outside = {"higher": above, "lower": below, "either": above and below}[design.direction]
    return "ruled_out" if outside else "chance"
