"""Full-time posts needed for so many pupils."""

from __future__ import annotations

import numpy as np

from impact.errors import Fault, InvalidInput


def staff_need(pupils: np.ndarray, pupils_per_post: float) -> np.ndarray:
    """Return the full-time posts needed.

    Parameters
    ----------
    pupils
        Pupils or children, any shape, not below nought; NaN stays.
    pupils_per_post
        Pupils per full-time post, over nought.

    Raises
    ------
    InvalidInput
        The ratio is not over nought, or a number of pupils is negative.

    Notes
    -----
    need = pupils / pupils per post.
    """
    counts = np.asarray(pupils, dtype=float)
    faults = []
    if not (np.isfinite(pupils_per_post) and pupils_per_post > 0):
        faults.append(
            Fault("pupils_per_post", f"is {pupils_per_post}.", "Give a number over nought.")
        )
    if (counts < 0).any():
        faults.append(Fault("pupils", "are fewer than none.", "Give counts."))
    if faults:
        raise InvalidInput("the need of staff cannot be calculated", faults)
    return counts / pupils_per_post
