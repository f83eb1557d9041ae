"""Whether two shares could be the same, exactly, however small the counts."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike
from scipy import stats


def fisher_exact(
    numerator: ArrayLike,
    denominator: ArrayLike,
    reference_numerator: ArrayLike,
    reference_denominator: ArrayLike,
) -> np.ndarray:
    """Return the two-sided p-value of Fisher's exact test for every pair of shares.

    Parameters
    ----------
    numerator, denominator, reference_numerator, reference_denominator
        Whole counts, any matching shapes. NaN, nobody in one of the two, and counts that cannot
        be (negative, or above their denominator) give NaN.

    Returns
    -------
    array
        p-values.

    Notes
    -----
    Given the events of both together, the own events are hypergeometric;
    p = min(1, 2 min(P(X <= x), P(X >= x))), the doubled one-sided test. Never below its level,
    so cautious at small counts.

    References
    ----------
    Fisher (1935), Journal of the Royal Statistical Society 98, 39-82.
    """
    own, total, other, others = np.broadcast_arrays(
        *(
            np.asarray(part, dtype=float)
            for part in (numerator, denominator, reference_numerator, reference_denominator)
        )
    )
    known = np.isfinite(own + total + other + others) & (total > 0) & (others > 0)
    known &= (own >= 0) & (own <= total) & (other >= 0) & (other <= others)
    own, total, other, others = (
        np.round(np.where(known, part, 1)).astype(np.int64) for part in (own, total, other, others)
    )
    margins = total + others, own + other, total
    low = stats.hypergeom.cdf(own, *margins)
    high = stats.hypergeom.sf(own - 1, *margins)
    return np.where(known, np.minimum(1.0, 2 * np.minimum(low, high)), np.nan)
