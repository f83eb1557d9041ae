"""The checks of an evaluation: what could be wrong, whether it is, and what it costs."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import pandas as pd

from impact.evaluation.design import Design
from impact.evaluation.differences.event_study import EventStudy, event_changes
from impact.evaluation.effect import Effect, cohort_positions
from impact.evaluation.inference.exact_t import exact_t
from impact.evaluation.inference.joint_placebo import joint_placebo_test
from impact.evaluation.panel import Panel
from impact.evaluation.panel_tables import FOUND
from impact.evaluation.placebo_starts import anticipation_changes, lead_changes, placebo_leads
from impact.evaluation.pretrends.detectable_violation import detectable_violation
from impact.evaluation.pretrends.equivalence import equivalence
from impact.evaluation.pretrends.joint_test import joint_test
from impact.evaluation.synthetic.synthetic_control import POOR_FIT
from impact.evaluation.verdict import CHECKS, LEVEL, Check

FEWEST_YEARS_BEFORE = 3
HALF = 0.5
MOST_AGREE = 0.75
SAME_AS_BEFORE = 1.0


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Grounds:
    """What the checks look at.

    Parameters
    ----------
    panel, original
        What is used, and what was given with its gaps.
    strata
        Shape (N,), units of like size.
    fit
        Fit before of the synthetic control, as a share of its donors' spread; NaN without one, or
        with so few years that it follows anybody.
    """

    panel: Panel
    original: Panel
    strata: np.ndarray
    design: Design
    main: Effect
    events: EventStudy
    placebos: pd.DataFrame
    specifications: pd.DataFrame
    breakdown: float
    fit: float

    @property
    def estimate(self) -> float:
        """The effect by the declared estimator."""
        return self.main.placebo.estimate


def checks_of(grounds: Grounds) -> tuple[Check, ...]:
    """Return every check that one outcome allows, in the order of `CHECKS`."""
    return tuple(_MAKERS[name](grounds) for name in CHECKS if name in _MAKERS)


def _held(name: str, passed: bool, number: float, limit: float, *, lowers: bool = True) -> Check:
    result = "passed" if passed else "failed"
    return Check(name, result, float(number), float(limit), lowers and not passed)


def _not_possible(name: str) -> Check:
    return Check(name, "not_possible")


def _plan(grounds: Grounds) -> Check:
    exploratory = grounds.design.exploratory
    return Check("plan_before_outcomes", "failed" if exploratory else "passed", lowers=exploratory)


def _missing(grounds: Grounds) -> Check:
    used = set(grounds.panel.units)
    lost = [name not in used for name in grounds.original.units]
    treated = int((np.array(lost) & grounds.original.treated).sum())
    if treated:
        return Check("missing", "failed", treated, 0.0, lowers=True)
    return Check("missing", "noted" if any(lost) else "passed", float(sum(lost)), 0.0)


def _pre_years(grounds: Grounds) -> Check:
    panel = grounds.panel
    years = min(int(panel.before(start).sum()) for start in panel.cohorts)
    return _held("pre_years", years >= FEWEST_YEARS_BEFORE, years, FEWEST_YEARS_BEFORE)


def _placebo_resolution(grounds: Grounds) -> Check:
    smallest = grounds.main.placebo.smallest_p
    return _held("placebo_resolution", smallest <= LEVEL, smallest, LEVEL, lowers=False)


def _both_tests(grounds: Grounds) -> Check:
    exact = grounds.main.exact
    if exact is None:
        return _not_possible("both_tests")
    counted = grounds.main.placebo.p_value
    agree = (counted <= LEVEL) == (exact.p_value <= LEVEL)
    return _held("both_tests", agree, max(counted, exact.p_value), LEVEL, lowers=False)


def _before(events: EventStudy) -> np.ndarray:
    known = events.phases == "before"
    return known if events.reference is None else known & (events.events != events.reference)


def _pretrend_joint(grounds: Grounds) -> Check:
    """Count placebo assignments where that can show anything, else lean on Hotelling's test."""
    events = grounds.events
    before = _before(events)
    test = joint_test(
        events.estimates[before],
        events.covariance[np.ix_(before, before)],
        degrees_of_freedom=events.degrees_of_freedom,
    )
    p_value = test.p_value
    if not np.isfinite(p_value):
        return _not_possible("pretrend_joint")
    if grounds.main.placebo.smallest_p <= LEVEL:
        p_value = _counted_together(grounds, events.events[before])
    return _held("pretrend_joint", p_value > LEVEL, p_value, LEVEL)


def _counted_together(grounds: Grounds, events: np.ndarray) -> float:
    """Count with units in the order of their names, so that the order of rows does not matter."""
    order = np.argsort(np.asarray(grounds.panel.units, dtype=str), kind="stable")
    cohort = cohort_positions(grounds.panel)
    changes = event_changes(grounds.panel, events)
    return joint_placebo_test(changes[:, order], cohort[order], grounds.strata[order])


def _pretrend_equivalence(grounds: Grounds) -> Check:
    """Hold the years before against the smallest effect that matters, else the one found."""
    events = grounds.events
    before = _before(events)
    threshold = grounds.design.smallest_effect or abs(grounds.estimate)
    if not before.any() or not threshold > 0:
        return _not_possible("pretrend_equivalence")
    found = equivalence(
        events.estimates[before],
        events.covariance[np.ix_(before, before)],
        threshold,
        degrees_of_freedom=events.degrees_of_freedom,
    )
    if not np.isfinite(found.upper):
        return _not_possible("pretrend_equivalence")
    passed = bool(found.equivalent)
    return _held("pretrend_equivalence", passed, found.upper, threshold, lowers=False)


def _pretrend_violation(grounds: Grounds) -> Check:
    """Note the steady drift a year that would have been found four times in five, and its bias."""
    events = grounds.events
    if events.reference is None:
        return _not_possible("pretrend_violation")
    found = detectable_violation(
        events.covariance,
        events.events,
        reference=events.reference,
        weights=events.weights[events.events >= 0],
        shares=(FOUND,),
        degrees_of_freedom=events.degrees_of_freedom,
    ).iloc[0]
    if not np.isfinite(found["slope"]):
        return _not_possible("pretrend_violation")
    return Check("pretrend_violation", "noted", float(found["slope"]), float(found["bias"]))


def _anticipation(grounds: Grounds) -> Check:
    """Look for a move in the last years before the start, against units of like size."""
    rows = grounds.placebos[grounds.placebos["kind"] == "early"]
    if rows.empty:
        return _not_possible("anticipation")
    row = rows.iloc[0]
    p_value = row["p_value"]
    if not _can_be_counted(grounds):
        p_value = _p_by_t(grounds, anticipation_changes(grounds.panel))
    return _held("anticipation", p_value > LEVEL, row["estimate"], 0.0)


def _placebo_years(grounds: Grounds) -> Check:
    rows = grounds.placebos[grounds.placebos["kind"] == "year"]
    if rows.empty:
        return _not_possible("placebo_years")
    from impact.indicators import false_discovery

    p_values = rows["p_value"]
    if not _can_be_counted(grounds):
        panel, method = grounds.panel, grounds.design.estimator
        leads = placebo_leads(panel, method)
        p_values = pd.Series([_p_by_t(grounds, lead_changes(panel, method, one)) for one in leads])
    smallest = float(false_discovery(p_values)["adjusted"].min())
    return _held("placebo_years", smallest > LEVEL, smallest, LEVEL)


def _can_be_counted(grounds: Grounds) -> bool:
    """Say whether counting can show anything; with too few assignments the t-test has to."""
    return grounds.main.placebo.smallest_p <= LEVEL or grounds.main.exact is None


def _p_by_t(grounds: Grounds, changes: np.ndarray) -> float:
    cohort = cohort_positions(grounds.panel)
    return exact_t(changes, cohort, grounds.strata).p_value


def _share_left(grounds: Grounds, estimates: pd.Series) -> float:
    """Return the smallest of some estimates as a share of the effect; below 0 its sign changed."""
    return float((estimates / grounds.estimate).min()) if grounds.estimate else np.nan


def _leave_one_out(grounds: Grounds) -> Check:
    rows = grounds.placebos[grounds.placebos["kind"] == "without"]
    share = _share_left(grounds, rows["estimate"])
    if not np.isfinite(share):
        return _not_possible("leave_one_out")
    return _held("leave_one_out", share >= HALF, share, HALF)


def _donut(grounds: Grounds) -> Check:
    table = grounds.specifications
    rows = table[table["specification"] == "donut"]
    share = _share_left(grounds, rows["estimate"])
    if not np.isfinite(share):
        return _not_possible("donut")
    return _held("donut", share >= HALF, share, HALF)


def _estimators_agree(grounds: Grounds) -> Check:
    table = grounds.specifications
    others = table[~table["primary"].astype(bool)]
    if others.empty:
        return _not_possible("estimators_agree")
    share = float((np.sign(others["estimate"]) == np.sign(grounds.estimate)).mean())
    return _held("estimators_agree", share >= MOST_AGREE, share, MOST_AGREE)


def _breakdown(grounds: Grounds) -> Check:
    """Never lowers: noise from year to year counts as trend, so that few units seldom pass."""
    found = grounds.breakdown
    if not np.isfinite(found):
        return _not_possible("breakdown")
    return _held("breakdown", found >= SAME_AS_BEFORE, found, SAME_AS_BEFORE, lowers=False)


def _synthetic_fit(grounds: Grounds) -> Check:
    if not np.isfinite(grounds.fit):
        return _not_possible("synthetic_fit")
    return _held("synthetic_fit", grounds.fit <= POOR_FIT, grounds.fit, POOR_FIT, lowers=False)


_MAKERS: dict[str, Callable[[Grounds], Check]] = {
    "plan_before_outcomes": _plan,
    "missing": _missing,
    "pre_years": _pre_years,
    "placebo_resolution": _placebo_resolution,
    "both_tests": _both_tests,
    "pretrend_joint": _pretrend_joint,
    "pretrend_equivalence": _pretrend_equivalence,
    "pretrend_violation": _pretrend_violation,
    "anticipation": _anticipation,
    "placebo_years": _placebo_years,
    "leave_one_out": _leave_one_out,
    "donut": _donut,
    "estimators_agree": _estimators_agree,
    "breakdown": _breakdown,
    "synthetic_fit": _synthetic_fit,
}
