"""Life satisfaction: answers of any scale laid on the one of 0 to 10."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike

from impact.assessment.arrays import Inputs, plain


def life_satisfaction(
    answers: ArrayLike, *, lowest: float = 0.0, highest: float = 10.0
) -> np.ndarray | float:
    """Return answers to a question of life satisfaction as points of 0 to 10.

    Parameters
    ----------
    answers
        Answers of persons, or means of them, between `lowest` and `highest`, more = better.
    lowest, highest
        Ends of the scale that was used.

    Returns
    -------
    float or array
        Points of 0 to 10; NaN where unknown.

    Raises
    ------
    InvalidInput
        With all answers outside the scale, and ends in the wrong order.

    Notes
    -----
    points = 10 (answer - lowest) / (highest - lowest). Nothing is changed on the scale of 0 to 10.
    From another scale it is a straight line between the ends: people do not answer scales of
    different length quite alike, so say in a report which scale was asked.

    References
    ----------
    OECD (2013), Guidelines on Measuring Subjective Well-being.
    """
    given = Inputs("life_satisfaction")
    ends = given.numbers("lowest, highest", [lowest, highest])
    if not ends[0] < ends[1]:
        given.wrong("lowest, highest", f"{lowest:g} is not below {highest:g}.", "Exchange them.")
    given.refuse()
    mend = "Give the ends of the scale that was used as lowest and highest."
    points = given.numbers("answers", answers, at_least=lowest, at_most=highest, mend=mend)
    given.refuse()
    return plain(np.asarray(10 * (points - lowest) / (highest - lowest)))
