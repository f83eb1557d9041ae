"""The same effect by every estimator that the panel allows."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import pandas as pd

from impact.errors import InvalidInput
from impact.evaluation.design import ESTIMATORS, Design
from impact.evaluation.differences.aggregate import aggregate
from impact.evaluation.differences.group_time import group_time
from impact.evaluation.effect import Effect, effect, tested
from impact.evaluation.inference.conformal import conformal_interval
from impact.evaluation.panel import Panel
from impact.evaluation.regressions.imputation import imputation
from impact.evaluation.regressions.sun_abraham import sun_abraham
from impact.evaluation.regressions.two_way import RegressionEffect, two_way
from impact.evaluation.synthetic.placebos import METHODS, synthetic, unit_effects
from impact.evaluation.weighting.weighted_comparison import weighted_comparison

SPECIFICATIONS = (
    *ESTIMATORS,
    "unstratified",
    "donut",
    "group_time",
    "not_yet_treated",
    "sun_abraham",
    "imputation",
    "two_way",
    "weighted",
    *METHODS,
    "conformal",
)
UNCORRECTED = ("synthetic_control", "synthetic_demeaned")
"""Mixes that are worth no more than their fit before."""
COLUMNS = (
    "specification", "estimate", "lower", "upper", "p_value", "inference", "treated",
    "comparison", "primary",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Specification:
    """One row of the table: an estimate, its limits, and how they were made."""

    estimate: float
    lower: float
    upper: float
    p_value: float
    inference: str
    treated: int
    comparison: int


def specifications(
    panel: Panel,
    strata: np.ndarray,
    design: Design,
    main: Effect,
    possible: tuple[str, ...],
    *,
    seed: int = 0,
) -> pd.DataFrame:
    """Return the effect by every estimator that can be used, the declared one first.

    Parameters
    ----------
    panel
        Without missing figures.
    strata
        Shape (N,), units of like size.
    design
        The declared estimator, confidence and neighbours.
    main
        The effect by the declared estimator.
    possible
        Estimators the panel allows, see `panel_checks.check_panel`.
    seed
        For what cannot be counted.

    Returns
    -------
    pandas.DataFrame
        Columns `COLUMNS`. A synthetic control that does not follow the treated before is left
        out, unless the method corrects for it. `p_value` is counted over placebo assignments
        where `inference` is placebo, or exact_t (there the assignments are too few for limits,
        which are the t-test's); else from influence functions (influence), errors clustered by
        unit (cluster; far too sure with few treated), the spread of a weighted comparison
        (weighted), the order of the unit's own years (conformal), or not to be had (none).
    """
    makers = _makers(panel, strata, design, seed)
    extra = (("donut",) if design.neighbours else ()) + (
        ("conformal",) if panel.treated.sum() == 1 and "synthetic_demeaned" in possible else ()
    )
    order = [design.estimator, *(name for name in SPECIFICATIONS if name != design.estimator)]
    rows = []
    for name in order:
        if name == design.estimator:
            found = _counted(main)
        elif name in possible or name in extra:
            try:
                found = makers[name]()
            except InvalidInput:
                continue
        else:
            continue
        if found is None or not np.isfinite(found.estimate):
            continue
        values = (getattr(found, column) for column in COLUMNS[1:-1])
        rows.append((name, *values, name == design.estimator))
    return pd.DataFrame(rows, columns=list(COLUMNS))


def _makers(
    panel: Panel, strata: np.ndarray, design: Design, seed: int
) -> dict[str, Callable[[], Specification | None]]:
    told = {"confidence": design.confidence, "seed": seed}

    def by(method: str) -> Callable[[], Specification]:
        return lambda: _counted(effect(panel, method, strata, **told))

    def mixed(method: str) -> Callable[[], Specification | None]:
        def made() -> Specification | None:
            if method in UNCORRECTED and synthetic(panel, method).poor_fit:
                return None
            return _counted(tested(unit_effects(panel, method), panel, strata, **told))

        return made

    def regression(result: Callable[[], RegressionEffect]) -> Callable[[], Specification]:
        return lambda: _regressed(result())

    confidence = design.confidence
    return {
        **{method: by(method) for method in ESTIMATORS},
        **{method: mixed(method) for method in METHODS},
        "unstratified": lambda: _unstratified(panel, strata, design, told),
        "donut": lambda: _donut(panel, strata, design, told),
        "group_time": lambda: _group_time(panel, "never", confidence),
        "not_yet_treated": lambda: _group_time(panel, "not_yet", confidence),
        "sun_abraham": regression(lambda: sun_abraham(panel, confidence=confidence).effect),
        "imputation": regression(lambda: imputation(panel, confidence=confidence).effect),
        "two_way": regression(lambda: two_way(panel, confidence=confidence)),
        "conformal": lambda: _conformal(panel, confidence),
        "weighted": lambda: _weighted(panel, design),
    }


def _counted(found: Effect) -> Specification:
    test = found.placebo
    numbers = (test.p_value, found.interval[2], test.treated, test.comparison)
    return Specification(test.estimate, *found.interval[:2], *numbers)


def _regressed(found: RegressionEffect) -> Specification:
    return Specification(
        found.estimate,
        found.lower,
        found.upper,
        found.p_value,
        "cluster" if np.isfinite(found.p_value) else "none",
        found.treated,
        found.comparison,
    )


def _unstratified(
    panel: Panel, strata: np.ndarray, design: Design, told: dict
) -> Specification | None:
    if not strata.any():
        return None
    return _counted(effect(panel, design.estimator, np.zeros_like(strata), **told))


def _donut(panel: Panel, strata: np.ndarray, design: Design, told: dict) -> Specification | None:
    near = np.array([name in design.neighbours for name in panel.units]) & ~panel.treated
    if not near.any():
        return None
    far = panel.select(units=~near)
    return _counted(effect(far, design.estimator, strata[~near], **told))


def _group_time(panel: Panel, control: str, confidence: float) -> Specification | None:
    from scipy.stats import norm

    found = aggregate(group_time(panel, control=control), "group")
    error = found.standard_error
    if (panel.starts[panel.treated, None] == panel.starts[panel.treated]).sum(axis=1).min() < 2:
        error = np.nan
    reach = float(norm.ppf(0.5 + confidence / 2)) * error
    tail = 2 * float(norm.sf(abs(found.overall) / error)) if error > 0 else np.nan
    treated = int(panel.treated.sum())
    limits = (found.overall - reach, found.overall + reach)
    inference = "influence" if error > 0 else "none"
    others = len(panel.units) - treated
    return Specification(found.overall, *limits, tail, inference, treated, others)


def _conformal(panel: Panel, confidence: float) -> Specification | None:
    """Return the effect on one unit judged by the order of its own years."""
    found = synthetic(panel, "synthetic_demeaned")
    if found.poor_fit:
        return None
    after = panel.after(panel.cohorts[0])
    used = after | panel.before(panel.cohorts[0])
    test = conformal_interval(found.gaps[used], after[used], confidence=confidence, trend="level")
    known = np.isfinite([test.lower, test.upper]).all()
    limits = (test.lower, test.upper) if known else (np.nan, np.nan)
    others = int((~panel.treated).sum())
    return Specification(test.estimate, *limits, test.p_value, "conformal", 1, others)


def _weighted(panel: Panel, design: Design) -> Specification:
    found = weighted_comparison(panel, design.estimator, confidence=design.confidence)
    return Specification(
        found.estimate,
        found.lower,
        found.upper,
        found.p_value,
        "weighted",
        found.treated,
        found.comparison,
    )
