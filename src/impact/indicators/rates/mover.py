"""Limits of a difference or ratio made from the limits of its two parts (MOVER)."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike

from impact.indicators.rates.limits import Limits


def mover_difference(
    value: ArrayLike,
    limits: tuple[ArrayLike, ArrayLike],
    reference: ArrayLike,
    reference_limits: tuple[ArrayLike, ArrayLike],
) -> Limits:
    """Return the limits of value - reference from the limits of two independent estimates.

    Notes
    -----
    lower = (a - b) - sqrt((a - l_a)^2 + (u_b - b)^2),
    upper = (a - b) + sqrt((u_a - a)^2 + (b - l_b)^2).
    With Wilson's limits of two shares this is Newcombe's method 10.

    References
    ----------
    Newcombe (1998), Statistics in Medicine 17, 873-890; Zou and Donner (2008), Statistics in
    Medicine 27, 1693-1702.
    """
    a, (low_a, high_a) = np.asarray(value, dtype=float), _arrays(limits)
    b, (low_b, high_b) = np.asarray(reference, dtype=float), _arrays(reference_limits)
    lower = (a - b) - np.hypot(a - low_a, high_b - b)
    return lower, (a - b) + np.hypot(high_a - a, b - low_b)


def mover_ratio(
    value: ArrayLike,
    limits: tuple[ArrayLike, ArrayLike],
    reference: ArrayLike,
    reference_limits: tuple[ArrayLike, ArrayLike],
) -> Limits:
    """Return the limits of value / reference from the limits of two independent estimates.

    None of the estimates may be negative. A reference whose lower limit is 0 gives an infinite
    upper limit.

    Notes
    -----
    With A = a b: lower = [A - sqrt(A^2 - l_a u_b (2a - l_a)(2b - u_b))] / [u_b (2b - u_b)],
    upper = [A + sqrt(A^2 - u_a l_b (2a - u_a)(2b - l_b))] / [l_b (2b - l_b)]. The lower limit is
    calculated in its equal form l_a (2a - l_a) / [A + sqrt(...)], which never divides by 0 while
    a and b are above 0.

    References
    ----------
    Donner and Zou (2012), Statistical Methods in Medical Research 21, 347-359.
    """
    a, (low_a, high_a) = np.asarray(value, dtype=float), _arrays(limits)
    b, (low_b, high_b) = np.asarray(reference, dtype=float), _arrays(reference_limits)
    both = a * b
    with np.errstate(divide="ignore", invalid="ignore"):
        near = low_a * (2 * a - low_a)
        root = np.sqrt(np.maximum(both**2 - near * high_b * (2 * b - high_b), 0))
        lower = np.where(low_a == 0, 0.0, near / (both + root))
        far = high_a * (2 * a - high_a)
        below = low_b * (2 * b - low_b)
        upper = (both + np.sqrt(np.maximum(both**2 - far * below, 0))) / below
    return lower, upper


def _arrays(limits: tuple[ArrayLike, ArrayLike]) -> Limits:
    return np.asarray(limits[0], dtype=float), np.asarray(limits[1], dtype=float)
