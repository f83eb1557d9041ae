"""The effect by one estimator, with the two tests that hold with few treated units."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from impact.errors import InvalidInput
from impact.evaluation.differences.changes import unit_changes
from impact.evaluation.inference.exact_t import ExactT, exact_t
from impact.evaluation.inference.placebo_test import PlaceboTest, placebo_test
from impact.evaluation.inference.response import cohort_response
from impact.evaluation.panel import Panel


@dataclass(frozen=True, slots=True, eq=False)
class Effect:
    """An effect: `placebo` counts assignments, `exact` is the t-test or None where there is none.

    Parameters
    ----------
    changes
        Shape (N, G), one number per unit and starting year.
    """

    changes: np.ndarray
    placebo: PlaceboTest
    exact: ExactT | None

    @property
    def interval(self) -> tuple[float, float, str]:
        """Lower and upper limit, and what they are from: placebo, exact_t or none.

        With so few assignments that none can be rejected, counting gives no limits; then those of
        the t-test are taken.
        """
        test = self.placebo
        if np.isfinite([test.lower, test.upper]).all():
            return test.lower, test.upper, "placebo"
        if self.exact is not None:
            return self.exact.lower, self.exact.upper, "exact_t"
        return np.nan, np.nan, "none"


def cohort_positions(panel: Panel) -> np.ndarray:
    """Return shape (N,): the position of a unit's start among `panel.cohorts`, -1 for never."""
    found = np.searchsorted(np.asarray(panel.cohorts, dtype=float), panel.starts)
    return np.where(panel.treated, found, -1).astype(int)


def effect(
    panel: Panel,
    method: str,
    strata: np.ndarray,
    *,
    confidence: float = 0.95,
    seed: int = 0,
) -> Effect:
    """Return the effect of an estimator in `impact.evaluation.design.ESTIMATORS`.

    Parameters
    ----------
    panel
        Without missing figures.
    method
        How one number is made of a unit's series.
    strata
        Shape (N,), units of like size.
    confidence
        Of the intervals.
    seed
        Where assignments are too many to be counted.
    """
    response = cohort_response(panel, method) if len(panel.cohorts) > 1 else None
    told = {"confidence": confidence, "seed": seed, "response": response}
    return tested(unit_changes(panel, method), panel, strata, **told)


def tested(
    changes: np.ndarray,
    panel: Panel,
    strata: np.ndarray,
    *,
    confidence: float = 0.95,
    seed: int = 0,
    response: np.ndarray | None = None,
) -> Effect:
    """Return the effect that changes of the units of a panel say, shape (N, G).

    `response`, shape (G, G), says how an effect from one start shows in another start's column.
    """
    cohort = cohort_positions(panel)
    told = {"confidence": confidence, "seed": seed, "response": response}
    placebo = placebo_test(changes, cohort, strata, **told)
    return Effect(changes, placebo, t_test(changes, cohort, strata, confidence))


def t_test(
    changes: np.ndarray, cohort: np.ndarray, strata: np.ndarray, confidence: float
) -> ExactT | None:
    """Return the exact t-test, None where there are too few units for it."""
    try:
        return exact_t(changes, cohort, strata, confidence=confidence)
    except InvalidInput:
        return None
