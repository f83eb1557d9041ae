"""Where a place at the target would lie by chance, given its size."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache

import numpy as np
from scipy import special, stats

from impact.errors import Fault, InvalidInput
from impact.indicators.columns import refuse
from impact.indicators.comparison.overdispersion import restored, transformed
from impact.indicators.counts import confidence_levels
from impact.indicators.rates.limits import Limits

KINDS = {"proportion": 1.0, "rate": 1000.0, "ratio": 1.0}
SCALES = {
    "proportion": ("arcsine",),
    "rate": ("square_root", "log"),
    "ratio": ("square_root", "log"),
}


def funnel_choices(
    kind: str, scale: str | None, confidence: float | Sequence[float], multiplier: float | None
) -> tuple[str, list[float], float]:
    """Return the scale, the levels, inner first, and the unit, after checking the choice."""
    if kind not in KINDS:
        fault = Fault("kind", f"'{kind}' is not one of {', '.join(KINDS)}.")
        raise InvalidInput("funnel", [fault])
    levels = sorted(confidence_levels(confidence))
    faults = []
    if scale is not None and scale not in SCALES[kind]:
        known = ", ".join(SCALES[kind])
        faults.append(Fault("scale", f"'{scale}' is not one of {known}, for a {kind}."))
    if not 1 <= len(set(levels)) == len(levels) <= 2:
        faults.append(Fault("confidence", "is one level, or two different ones."))
    unit = KINDS[kind] if multiplier is None else multiplier
    if not 0 < unit < np.inf:
        faults.append(Fault("multiplier", f"is {multiplier}.", "Write 100 for per cent."))
    refuse("funnel", faults)
    return scale or SCALES[kind][0], levels, unit


def share_limits(target: np.ndarray, persons: np.ndarray, confidence: float) -> Limits:
    """Return the shares of which Wilson's limits just reach the target, cut at 0 and 1.

    Notes
    -----
    Wilson's limits of p are the t with |p - t| = z sqrt(t (1 - t) / n), so turned round the p
    are target -+ z sqrt(target (1 - target) / n).
    """
    z = stats.norm.ppf((1 + confidence) / 2)
    half = z * np.sqrt(target * (1 - target) / np.where(persons > 0, persons, np.nan))
    return np.maximum(target - half, 0), np.minimum(target + half, 1)


def count_limits(expected: np.ndarray, confidence: float) -> Limits:
    """Return the counts of which the exact Poisson limits just reach the expected number.

    Notes
    -----
    The c with P(X <= c) and P(X >= c) equal to (1 - confidence) / 2, X Poisson with this mean,
    between whole numbers by the gamma function (chi-square quantiles turned round): chi-square
    of 2c + 2 degrees at (1 + confidence) / 2, and of 2c at (1 - confidence) / 2, is 2 expected.
    The lower is 0 where even no events are not unlikely enough.
    """
    tail = (1 - confidence) / 2
    some = np.where(expected > 0, expected, np.nan)
    lower = np.maximum(special.gdtrib(1.0, 1 - tail, some) - 1, 0)
    upper = special.gdtrib(1.0, tail, some)
    return np.where(expected == 0, 0.0, lower), np.where(expected == 0, 0.0, upper)


def control_limits(
    kind: str, target: np.ndarray, size: np.ndarray, multiplier: float
) -> Callable[[float], Limits]:
    """Return the function from confidence to limits in the unit of the value.

    Parameters
    ----------
    kind
        proportion, rate or ratio.
    target
        In the unit of the value, shape (places,).
    size
        Persons for a proportion, else expected events at the target.
    multiplier
        Unit of a proportion.
    """

    @cache
    def limits(confidence: float) -> Limits:
        if kind == "proportion":
            lower, upper = share_limits(target / multiplier, size, confidence)
            return lower * multiplier, upper * multiplier
        lower, upper = count_limits(size, confidence)
        one = np.where(size > 0, size, 1.0)
        return lower / one * target, upper / one * target

    return limits


def adjusted_limits(
    plain: Callable[[float], Limits],
    centre: np.ndarray,
    unit: float | np.ndarray,
    error: np.ndarray,
    scale: str,
) -> Callable[[float], Limits]:
    """Return the function from confidence to limits which allow for differences between places.

    Parameters
    ----------
    plain
        The function of the plain limits, which these never undercut.
    centre, unit
        The target as a share or ratio, and what turns one into the unit of the value.
    error
        Standard error on the scale, differences between places included, shape (places,).
    scale
        arcsine, log or square_root.
    """

    @cache
    def limits(confidence: float) -> Limits:
        half = stats.norm.ppf((1 + confidence) / 2) * error
        lower = restored(transformed(centre, scale) - half, scale) * unit
        upper = restored(transformed(centre, scale) + half, scale) * unit
        inner_lower, inner_upper = plain(confidence)
        return np.minimum(lower, inner_lower), np.maximum(upper, inner_upper)

    return limits


def relative(
    kind: str, target: np.ndarray, multiplier: float
) -> tuple[np.ndarray, float | np.ndarray]:
    """Return the target as a share, or as a ratio of 1, and the unit that gives it back."""
    if kind == "proportion":
        return target / multiplier, multiplier
    return np.ones(len(target)), np.where(target > 0, target, np.nan)
