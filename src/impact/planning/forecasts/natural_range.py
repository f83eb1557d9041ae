"""Forecasts and limits kept inside what an indicator can be."""

from __future__ import annotations

import numpy as np


def inside(
    values: np.ndarray, lower: float | None, upper: float | None, observed: np.ndarray
) -> np.ndarray:
    """Return values inside an indicator's natural range.

    Parameters
    ----------
    values
        Forecasts or limits, any shape and unit; NaN stays.
    lower, upper
        What the indicator can be at least and at most; None where nothing says so.
    observed
        All its figures: what was never below nought is not forecast below nought.
    """
    known = observed[np.isfinite(observed)]
    floor = 0.0 if lower is None and known.size and known.min() >= 0 else lower
    return np.clip(values, -np.inf if floor is None else floor, np.inf if upper is None else upper)
