"""The tables of an evaluation that list: units, weights, events, exposure, numbers compared."""

from __future__ import annotations

import numpy as np
import pandas as pd

from impact.evaluation.differences.event_study import EventStudy
from impact.evaluation.effect import Effect
from impact.evaluation.inference.exact_t import ExactT
from impact.evaluation.panel import Panel
from impact.evaluation.power import detectable_effect, power
from impact.evaluation.strata import difference_weights
from impact.evaluation.synthetic.synthetic_control import SyntheticControl
from impact.evaluation.verdict import LEVEL

STEPS = (0.0, 0.25, 0.5, 0.75, 1.0, 1.25, 1.5, 2.0)
"""Effects of the table of power, in smallest detectable ones."""
MOST_ERRORS = 20.0
"""An effect of so many standard errors is found, whatever the degrees of freedom."""
FOUND = 0.8
"""Share of times an effect is found that counts as detectable."""
SMALL_WEIGHT = 1e-4
"""A smaller weight of a synthetic control is not listed."""


def units_table(
    panel: Panel, dropped: pd.DataFrame, strata: np.ndarray, original: Panel
) -> pd.DataFrame:
    """Return every unit with role, start, size and stratum; with a reason where it is left out."""
    other_size = ~np.isin(strata, strata[panel.treated]) & panel.treated.any()
    size = np.full(len(panel.units), np.nan) if panel.sizes is None else panel.sizes
    kept = pd.DataFrame(
        {
            "unit": panel.units,
            "role": np.select([panel.treated, other_size], ["treated", "excluded"], "comparison"),
            "start": np.where(panel.treated, panel.starts, np.nan),
            "size": size,
            "stratum": strata,
            "reason": np.where(other_size, "other_size", ""),
        }
    )
    starts = dict(zip(original.units, original.starts, strict=True))
    left = dropped.assign(
        role="excluded",
        start=[starts[name] if np.isfinite(starts[name]) else np.nan for name in dropped["unit"]],
        size=np.nan,
        stratum=-1,
    )
    return pd.concat([kept, left[list(kept.columns)]], ignore_index=True)


def weights_table(panel: Panel, strata: np.ndarray, mixed: SyntheticControl | None) -> pd.DataFrame:
    """Return who stands in the comparison, and in the synthetic one, with what weight."""
    shares = -difference_weights(panel.treated, ~panel.treated, strata)
    rows = [
        (name, "comparison", float(share))
        for name, share, treated in zip(panel.units, shares, panel.treated, strict=True)
        if not treated and share > 0
    ]
    if mixed is not None:
        rows += [
            (name, "synthetic_control", float(share))
            for name, share in zip(mixed.units, mixed.weights, strict=True)
            if abs(share) > SMALL_WEIGHT
        ]
    return pd.DataFrame(rows, columns=["unit", "method", "weight"])


def pretrend_table(events: EventStudy) -> pd.DataFrame:
    """Return effects by event with their limits."""
    names = {"event": events.events, "estimate": events.estimates}
    limits = {"lower": events.lower, "upper": events.upper}
    return pd.DataFrame({**names, **limits, "phase": events.phases})


def power_table(main: Effect) -> pd.DataFrame:
    """Return the share of placebo assignments in which an added effect is found; 0 is the size.

    With too few assignments for any to be found, the share by the t-test.
    """
    smallest = smallest_detectable(main)
    if not np.isfinite(smallest) or smallest <= 0:
        return pd.DataFrame(columns=["effect", "detected"])
    effects = smallest * np.asarray(STEPS)
    if np.isfinite(detectable_effect(main.placebo.without_effect)):
        shares = power(main.placebo.without_effect, effects)
    else:
        shares = np.array([_found_by_t(main.exact, effect) for effect in effects])
    return pd.DataFrame({"effect": effects, "detected": shares})


def smallest_detectable(main: Effect) -> float:
    """Return the smallest effect that is found four times in five; NaN where there is none."""
    from scipy.optimize import brentq

    counted = detectable_effect(main.placebo.without_effect)
    if np.isfinite(counted):
        return float(counted)
    if main.exact is None or not main.exact.standard_error > 0:
        return np.nan
    error = main.exact.standard_error

    def short_of(size: float) -> float:
        return _found_by_t(main.exact, size) - FOUND

    return float(brentq(short_of, 0.0, MOST_ERRORS * error))


def _found_by_t(exact: ExactT, effect: float) -> float:
    """Return the share found at the 5 % level: the noncentral t distribution beyond its limits."""
    from scipy.stats import nct, t

    freedom = exact.degrees_of_freedom
    limit = t.ppf(1 - LEVEL / 2, freedom)
    shift = effect / exact.standard_error
    other_side = np.nan_to_num(nct.cdf(-limit, freedom, shift))
    return float(nct.sf(limit, freedom, shift) + other_side)


def exposure_table(panel: Panel) -> pd.DataFrame:
    """Return the years after each start in which the outcome is measured."""
    rows = [
        (start, year, year - start)
        for start in panel.cohorts
        for year in panel.years
        if year >= start
    ]
    return pd.DataFrame(rows, columns=["cohort", "year", "years_since_start"])


def changes_table(panel: Panel, main: Effect, strata: np.ndarray) -> pd.DataFrame:
    """Return the numbers that are compared: one per unit and starting year."""
    columns = {str(start): main.changes[:, at] for at, start in enumerate(panel.cohorts)}
    start = np.where(panel.treated, panel.starts, 0).astype(int)
    return pd.DataFrame({"unit": panel.units, "start": start, "stratum": strata, **columns})
