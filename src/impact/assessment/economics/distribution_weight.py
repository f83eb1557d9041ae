"""Distribution weights: money counts for more where there is less of it."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike

from impact.assessment.arrays import Inputs, plain, power


def distribution_weight(
    income: ArrayLike, *, reference: ArrayLike, elasticity: ArrayLike
) -> np.ndarray | float:
    """Return how much more an amount of money counts at an income than at the reference income.

    Parameters
    ----------
    income
        Equivalised disposable income of those who win or lose, above 0.
    reference
        Income at which money counts once, such as the median; above 0.
    elasticity
        How fast money counts for less as income rises, from 0 (not at all) on. The Green Book uses
        1.3; with 1 twice the income halves the weight.

    Returns
    -------
    float or array
        Weights, 1 at the reference; NaN where an input is unknown. Show results with and without.

    Raises
    ------
    InvalidInput
        With all incomes at or below 0, negative elasticities, and shapes that do not fit.

    Notes
    -----
    (reference / income) ^ elasticity.

    References
    ----------
    HM Treasury, The Green Book, annex 3; Layard, Mayraz and Nickell (2008), Journal of Public
    Economics 92, 1846-1857.
    """
    given = Inputs("distribution_weight")
    own = given.numbers("income", income, above=0)
    middle = given.numbers("reference", reference, above=0)
    aversion = given.numbers("elasticity", elasticity, at_least=0)
    given.refuse(income=own, reference=middle, elasticity=aversion)
    return plain(power(middle / own, aversion))
