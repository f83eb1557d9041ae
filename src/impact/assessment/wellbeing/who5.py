"""WHO-5: five questions on well-being in the last two weeks, scored 0 to 100."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike

from impact.assessment.arrays import Inputs, plain
from impact.assessment.wellbeing.answers import raw_sum

POOR_BELOW = 13
NOTABLE_CHANGE = 10.0
_RAW = "Raw sums are whole numbers from 0 to 25; times 4 they are 0 to 100."


def who5_raw(items: ArrayLike, *, axis: int = -1) -> np.ndarray | float:
    """Return the raw sum of the five WHO-5 answers.

    Parameters
    ----------
    items
        Whole numbers, 0 (at no time) to 5 (all of the time), the five questions along `axis`.
    axis
        Where the questions are.

    Returns
    -------
    float or array
        0 to 25; NaN where an answer is missing.

    Raises
    ------
    InvalidInput
        With all answers that are not whole or outside 0 to 5, and another number than five.

    References
    ----------
    Topp, Østergaard, Søndergaard and Bech (2015), Psychotherapy and Psychosomatics 84, 167-176.
    """
    return plain(raw_sum(items, function="who5_raw", count=5, lowest=0, highest=5, axis=axis))


def who5_score(raw: ArrayLike) -> np.ndarray | float:
    """Return the WHO-5 score of 0 to 100 for a raw sum.

    Parameters
    ----------
    raw
        Raw sums of persons, whole numbers 0 to 25.

    Returns
    -------
    float or array
        4 x raw; NaN where unknown. A difference of `NOTABLE_CHANGE` (10) or more is taken as one
        that matters to a person.

    Raises
    ------
    InvalidInput
        With all sums that are not whole or outside 0 to 25.

    References
    ----------
    Topp, Østergaard, Søndergaard and Bech (2015), Psychotherapy and Psychosomatics 84, 167-176.
    """
    given = Inputs("who5_score")
    sums = given.numbers("raw", raw, at_least=0, at_most=25, whole=True, mend=_RAW)
    given.refuse()
    return plain(sums * 4.0)


def who5_poor(raw: ArrayLike) -> np.ndarray | float:
    """Return 1 where a raw sum counts as poor well-being and 0 where it does not.

    Parameters
    ----------
    raw
        Raw sums of persons, whole numbers 0 to 25.

    Returns
    -------
    float or array
        1, 0, or NaN where unknown; their mean is the share with poor well-being.

    Raises
    ------
    InvalidInput
        With all sums that are not whole or outside 0 to 25.

    Notes
    -----
    Poor is a raw sum below 13 (a score below 52). It is a reason to ask further, no diagnosis. Many
    studies use a score of 50 or less instead; on whole raw sums that is the same.

    References
    ----------
    Topp, Østergaard, Søndergaard and Bech (2015), Psychotherapy and Psychosomatics 84, 167-176.
    """
    scores = np.asarray(who5_score(raw))
    return plain(np.where(np.isnan(scores), np.nan, scores < 4 * POOR_BELOW))
