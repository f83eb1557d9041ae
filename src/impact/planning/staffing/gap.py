"""Posts that are needed and not filled, with their range."""

from __future__ import annotations

import numpy as np


def staff_gap(need: np.ndarray, filled: np.ndarray) -> np.ndarray:
    """Return needed posts less filled ones; below nought where there are more than needed.

    Parameters
    ----------
    need, filled
        Full-time posts, shapes that fit together.
    """
    return np.asarray(need, dtype=float) - np.asarray(filled, dtype=float)


def limits(draws: np.ndarray, coverage: float = 0.8) -> tuple[np.ndarray, np.ndarray]:
    """Return the limits that hold the middle share of draws.

    Parameters
    ----------
    draws
        Draws first, then any shape.
    coverage
        Share between the limits, 0 to 1.
    """
    outside = (1 - coverage) / 2
    low, high = np.quantile(draws, [outside, 1 - outside], axis=0)
    return low, high
