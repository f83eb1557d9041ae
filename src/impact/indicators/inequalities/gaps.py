"""Gaps between two levels: difference, ratio, and what the population would gain."""

from __future__ import annotations

import numpy as np

from impact.indicators.inequalities.levels import Level, covariance
from impact.indicators.inequalities.measure import Measure, log_limits, normal_limits
from impact.indicators.inequalities.subgroups import Subgroups


def difference(groups: Subgroups, upper: Level, lower: Level, least: float = -np.inf) -> Measure:
    """Return upper minus lower level; exact when neither was chosen by its value."""
    variance = upper.variance + lower.variance - 2 * covariance(groups, upper, lower)
    error = np.sqrt(np.maximum(variance, 0))
    cautious = np.maximum(error, np.sqrt(groups.variance(upper.held - lower.held)))
    corrected = upper.corrected - lower.corrected
    return Measure(
        np.maximum(upper.value - lower.value, least),
        error,
        np.maximum(corrected, least),
        normal_limits(corrected, cautious, least),
        _method("normal", upper, lower),
    )


def ratio(groups: Subgroups, upper: Level, lower: Level, shift: float = 0.0) -> Measure:
    """Return upper over lower level, less `shift`, with limits on the logarithm."""
    with np.errstate(invalid="ignore", divide="ignore"):
        value = np.where(lower.value > 0, upper.value / lower.value, np.nan)
        corrected = np.where(lower.corrected > 0, upper.corrected / lower.corrected, np.nan)
        log_variance = (
            upper.variance / upper.value**2
            + lower.variance / lower.value**2
            - 2 * covariance(groups, upper, lower) / (upper.value * lower.value)
        )
        log_error = np.sqrt(np.maximum(log_variance, 0))
        held = upper.held / upper.value[groups.code] - lower.held / lower.value[groups.code]
        cautious = np.maximum(log_error, np.sqrt(groups.variance(held)))
        error = np.where(upper.value > 0, value * log_error, np.nan)
    return Measure(
        value - shift,
        error,
        corrected - shift,
        log_limits(np.where(corrected > 0, corrected, np.nan), cautious, shift),
        _method("log", upper, lower),
    )


def clipped(measure: Measure, least: float = -np.inf, most: float = np.inf) -> Measure:
    """Return the measure held between two bounds."""
    limits = measure.limits
    return Measure(
        np.clip(measure.value, least, most),
        measure.standard_error,
        np.clip(measure.corrected, least, most),
        lambda level: tuple(np.clip(bound, least, most) for bound in limits(level)),
        measure.method,
    )


def _method(limits: str, upper: Level, lower: Level) -> np.ndarray:
    return np.where(upper.chosen | lower.chosen, f"{limits}, chosen by value", limits)
