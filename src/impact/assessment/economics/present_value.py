"""Present value of a stream of years, and the equal yearly amount it corresponds to."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike

from impact.assessment.arrays import Inputs, plain


def present_value(stream: ArrayLike, factors: ArrayLike) -> np.ndarray | float:
    """Return what amounts of several years are worth today, together.

    Parameters
    ----------
    stream
        Amounts of each year in prices of one year, years last. Money, life years or WELLBYs.
    factors
        Discount factors of the same years, from `discount_factors`.

    Returns
    -------
    float or array
        Sum over the years, without their axis; NaN where a year is unknown.

    Raises
    ------
    InvalidInput
        With all negative factors, and another number of years in the one than in the other.

    Notes
    -----
    sum over years of amount x factor. At a rate of 0 it is the plain sum.
    """
    given = Inputs("present_value")
    amounts = given.numbers("stream", stream)
    discount = given.numbers("factors", factors, at_least=0)
    have, need = (values.shape[-1] if values.ndim else 0 for values in (amounts, discount))
    if have != need or have == 0:
        given.wrong("factors", f"are {need} years, the stream {have}.", "Years are the last axis.")
    given.refuse(stream=amounts, factors=discount)
    return plain(np.asarray((amounts * discount).sum(axis=-1)))


def equivalent_annual_value(value: ArrayLike, factors: ArrayLike) -> np.ndarray | float:
    """Return the same amount each year that is worth as much as a present value.

    Parameters
    ----------
    value
        Present value, such as a net benefit or the cost of a building.
    factors
        Discount factors of the years it is spread over, years last. Leave out year 0 when the
        first payment is a year from now.

    Returns
    -------
    float or array
        Amount a year; NaN where unknown.

    Raises
    ------
    InvalidInput
        With all factors at or below 0.

    Notes
    -----
    value / sum of factors. Alternatives of different length can be compared by it.
    """
    given = Inputs("equivalent_annual_value")
    total = given.numbers("value", value)
    discount = given.numbers("factors", factors, above=0)
    if discount.ndim == 0:
        given.wrong("factors", "is one number.", "Give one factor for each year.")
    given.refuse()
    annuity = discount.sum(axis=-1)
    given.refuse(value=total, factors=annuity)
    return plain(np.asarray(total / annuity))
