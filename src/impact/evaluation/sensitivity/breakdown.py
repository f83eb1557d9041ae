"""How far trends may differ until an effect is gone."""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np

from impact.errors import UnknownName
from impact.evaluation.sensitivity import relative_magnitudes, smoothness
from impact.evaluation.sensitivity.event_estimates import (
    EventEstimates,
    check_limits,
    event_estimates,
    obstacle,
)

KINDS = ("relative", "smoothness")
_HALVINGS = {"relative": 15, "smoothness": 30}


def breakdown(
    estimates: np.ndarray,
    covariance: np.ndarray,
    events: np.ndarray,
    *,
    kind: str = "relative",
    reference: int = -1,
    weights: np.ndarray | None = None,
    confidence: float = 0.95,
    degrees_of_freedom: float | None = None,
    largest: float | None = None,
    seed: int = 0,
) -> float:
    """Return the largest bound at which the limits of the effect still exclude 0.

    Parameters
    ----------
    estimates, covariance, events, reference, weights, degrees_of_freedom
        As in `event_estimates`.
    kind
        relative: times the largest change before (`relative_magnitudes`); smoothness: change of
        the slope a year, in units of the outcome (`smoothness`).
    confidence
        Of the limits.
    largest
        Where to stop looking: 10 times, or 100 standard errors of the effect for smoothness.
    seed
        Of the draws behind relative magnitudes.

    Returns
    -------
    float
        0 when the limits hold 0 already at the bound 0, `largest` when they exclude it there
        still, NaN where `obstacle` says why.

    Raises
    ------
    InvalidInput
        As in `event_estimates`; a `largest` that is negative or not finite.
    UnknownName
        A kind that does not exist.

    Notes
    -----
    Halving between 0 and `largest`; the number returned excludes 0, one larger by
    `largest` / 2^15 (2^30 for smoothness) does not.
    """
    if kind not in KINDS:
        raise UnknownName("kind of bound", kind, KINDS)
    given = event_estimates(
        estimates,
        covariance,
        events,
        reference=reference,
        weights=weights,
        degrees_of_freedom=degrees_of_freedom,
    )
    furthest = 10.0 if kind == "relative" else 100 * given.standard_error
    furthest = furthest if largest is None else float(check_limits(largest, confidence)[0])
    check_limits(0.0, confidence)
    if obstacle(given):
        return math.nan
    limits = _limits(given, kind, confidence, seed)

    def excludes(bound: float) -> bool:
        lower, upper = limits(bound)
        return lower > 0 or upper < 0

    if not excludes(0.0):
        return 0.0
    if excludes(furthest):
        return furthest
    low, high = 0.0, furthest
    for _ in range(_HALVINGS[kind]):
        middle = (low + high) / 2
        low, high = (middle, high) if excludes(middle) else (low, middle)
    return low


def _limits(
    given: EventEstimates, kind: str, confidence: float, seed: int
) -> Callable[[float], tuple[float, float]]:
    """Return what gives the limits of the effect at a bound."""
    if kind == "smoothness":
        return lambda bound: smoothness.interval(given, bound, confidence)
    noise = relative_magnitudes.draws(given, confidence, seed)
    return lambda bound: relative_magnitudes.interval(given, bound, confidence, noise)
