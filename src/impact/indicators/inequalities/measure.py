"""What every inequality measure hands back, one entry a group."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from scipy import stats

from impact.indicators.rates.limits import Limits


@dataclass(frozen=True, slots=True)
class Measure:
    """A measure of all groups at once; all arrays have shape (groups,).

    Parameters
    ----------
    value
        As calculated from the values given; NaN or infinite where there is none.
    standard_error
        Sampling error of `value`; NaN when the errors of the subgroups are not known.
    corrected
        The value without what sampling noise alone adds to it.
    limits
        Confidence level to limits of the quantity without noise (about `corrected`).
    method
        How the limits were made.
    """

    value: np.ndarray
    standard_error: np.ndarray
    corrected: np.ndarray
    limits: Callable[[float], Limits]
    method: str | np.ndarray


def normal_limits(
    centre: np.ndarray, error: np.ndarray, least: float = -np.inf
) -> Callable[[float], Limits]:
    """Return centre -+ z standard errors, not below `least`."""

    def limits(level: float) -> Limits:
        half = stats.norm.ppf((1 + level) / 2) * error
        return np.maximum(centre - half, least), np.maximum(centre + half, least)

    return limits


def log_limits(
    centre: np.ndarray, log_error: np.ndarray, shift: float = 0.0
) -> Callable[[float], Limits]:
    """Return limits made on the logarithm of a positive quotient, less `shift`."""

    def limits(level: float) -> Limits:
        factor = np.exp(stats.norm.ppf((1 + level) / 2) * log_error)
        return centre / factor - shift, centre * factor - shift

    return limits
