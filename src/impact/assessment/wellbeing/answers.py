"""Summing the answers of one questionnaire a person filled in."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike

from impact.assessment.arrays import Inputs


def raw_sum(
    items: ArrayLike, *, function: str, count: int, lowest: int, highest: int, axis: int = -1
) -> np.ndarray:
    """Return the sum of all answers; NaN where one of them is missing.

    Parameters
    ----------
    items
        Whole numbers, the questions along `axis`.
    function
        Whose answers they are, for the message.
    count, lowest, highest
        How many questions there are, and the least and highest answer to each.
    axis
        Where the questions are.

    Returns
    -------
    array
        One sum for each person.

    Raises
    ------
    InvalidInput
        With all answers that are not whole or outside the bounds, and another number of questions.
    """
    given = Inputs(function)
    mend = f"Answers are whole numbers from {lowest} to {highest}."
    answers = given.numbers("items", items, at_least=lowest, at_most=highest, whole=True, mend=mend)
    found = answers.shape[axis] if answers.ndim else 1
    if found != count:
        given.wrong(
            "items", f"hold {found} questions, not {count}.", "Questions are the last axis."
        )
    given.refuse()
    return np.asarray(answers.sum(axis=axis))
