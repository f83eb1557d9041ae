"""WELLBYs: one point of life satisfaction, for one person, for one year."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike

from impact.assessment.arrays import Inputs, plain


def wellbys(points: ArrayLike, *, persons: ArrayLike, factors: ArrayLike) -> np.ndarray | float:
    """Return the years of well-being that a change of life satisfaction comes to.

    Parameters
    ----------
    points
        Change in points of life satisfaction (0 to 10) of one person, years last; a last axis of
        length 1, or a single number, is the same change in every year. Negative = worse.
    persons
        How many people, from 0 on; the same rule for the last axis.
    factors
        Discount factor of each year, (years,): `discount_factors(...)`, or as many ones for a plain
        sum. They say how many years are counted.

    Returns
    -------
    float or array
        WELLBYs of all years, without the years' axis; NaN where an input is unknown.

    Raises
    ------
    InvalidInput
        With all changes beyond 10 points, negative persons and factors, and shapes that do not fit.

    Notes
    -----
    WELLBYs = sum over years of points x persons x factor. Each year is discounted by itself:
    13,000 pounds a WELLBY times 1 point times 5 years is 65,000 only at a discount rate of 0.

    References
    ----------
    HM Treasury (2021), Wellbeing Guidance for Appraisal: Supplementary Green Book Guidance;
    Frijters and Krekel (2021), A Handbook for Wellbeing Policy-Making.
    """
    given = Inputs("wellbys")
    mend = "A scale of 0 to 10 cannot change by more."
    change = given.numbers("points", points, at_least=-10, at_most=10, mend=mend)
    people = given.numbers("persons", persons, at_least=0)
    discount = given.numbers("factors", factors, at_least=0)
    if discount.ndim == 0:
        given.wrong("factors", "is one number.", "Give one factor for each year.")
    given.refuse(points=change, persons=people, factors=discount)
    yearly = change * people * discount
    if yearly.shape[-1] != discount.shape[-1]:
        message = f"{yearly.shape[-1]} years of change, {discount.shape[-1]} of discount factors."
        given.wrong("factors", message, "Years are the last axis of both.")
        given.refuse()
    return plain(np.asarray(yearly.sum(axis=-1)))


def wellby_value(amount: ArrayLike, *, price: ArrayLike) -> np.ndarray | float:
    """Return what WELLBYs are worth at a price somebody states.

    Parameters
    ----------
    amount
        WELLBYs, already discounted.
    price
        Money for one WELLBY, from 0 on, in the currency and the prices of the year it is stated
        in. There is no default: no official Nordic price is known.

    Returns
    -------
    float or array
        Money, in the currency of the price; NaN where one is unknown.

    Raises
    ------
    InvalidInput
        With all negative prices.

    Notes
    -----
    value = amount x price.

    References
    ----------
    HM Treasury (2021), Wellbeing Guidance for Appraisal: Supplementary Green Book Guidance.
    """
    given = Inputs("wellby_value")
    years = given.numbers("amount", amount)
    unit = given.numbers("price", price, at_least=0)
    given.refuse(amount=years, price=unit)
    return plain(np.asarray(years * unit))
