"""Amounts of different years in the prices of one, and rates without inflation."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from numpy.typing import ArrayLike

from impact.assessment.arrays import Inputs, plain, power


def in_prices_of(
    amounts: ArrayLike, *, index: Mapping[int, float], from_year: ArrayLike, to_year: int
) -> np.ndarray | float:
    """Return amounts in the prices of another year.

    Parameters
    ----------
    amounts
        Money in the prices of `from_year`.
    index
        Price index by year, above 0; any base. It comes from the national statistical office of
        the currency.
    from_year
        Year of the prices: one, or one for each amount (years last).
    to_year
        Year whose prices are wanted.

    Returns
    -------
    float or array
        Money in prices of `to_year`; NaN where an amount is unknown.

    Raises
    ------
    InvalidInput
        With all years the index lacks, and index numbers at or below 0.

    Notes
    -----
    amount x index(to) / index(from). Only inflation is taken out; exchange rates are another thing.
    """
    given = Inputs("in_prices_of")
    money = given.numbers("amounts", amounts)
    years = given.numbers("from_year", from_year, whole=True)
    wanted = sorted({int(year) for year in years[np.isfinite(years)].ravel()} | {to_year})
    absent = [str(year) for year in wanted if year not in index]
    if absent:
        known = f"It covers {min(index)} to {max(index)}." if index else "It is empty."
        given.wrong("index", f"lacks {', '.join(absent)}.", known)
    given.numbers("index", list(index.values()), above=0)
    given.refuse(amounts=money, from_year=years)
    levels = np.array([index[year] for year in wanted])
    at = np.searchsorted(wanted, np.where(np.isnan(years), to_year, years))
    then = np.where(np.isnan(years), np.nan, levels[at])
    return plain(np.asarray(money * index[to_year] / then))


def growth_factors(years: ArrayLike, rate: ArrayLike) -> np.ndarray | float:
    """Return how much larger something is each year that grows at a steady rate.

    Parameters
    ----------
    years
        Years from now, the last axis; negative ones go back.
    rate
        Growth a year, a share above -1 (0.02, not 2), at most 1.

    Returns
    -------
    float or array
        Factors, 1 in year 0.

    Raises
    ------
    InvalidInput
        With all rates outside -1 to 1, and shapes that do not fit.

    Notes
    -----
    (1 + rate) ^ years: for prices, or for values that rise with income.
    """
    given = Inputs("growth_factors")
    later = given.numbers("years", years)
    yearly = given.numbers("rate", rate, above=-1, at_most=1, mend="0.02 is 2 per cent.")
    given.refuse(years=later, rate=yearly)
    return plain(power(1 + yearly, later))


def real_rate(nominal: ArrayLike, *, inflation: ArrayLike) -> np.ndarray | float:
    """Return a discount rate without inflation.

    Parameters
    ----------
    nominal
        Rate with inflation, a share above -1, at most 1.
    inflation
        Rise of prices a year, a share above -1, at most 1.

    Returns
    -------
    float or array
        Real rate, to be used with amounts in fixed prices; NaN where one is unknown.

    Raises
    ------
    InvalidInput
        With all rates outside -1 to 1, and shapes that do not fit.

    Notes
    -----
    (1 + nominal) / (1 + inflation) - 1. Discount nominal amounts by a nominal rate or real ones by
    a real rate; both give the same present value.

    References
    ----------
    Fisher (1930), The Theory of Interest.
    """
    given = Inputs("real_rate")
    mend = "0.02 is 2 per cent."
    with_prices = given.numbers("nominal", nominal, above=-1, at_most=1, mend=mend)
    prices = given.numbers("inflation", inflation, above=-1, at_most=1, mend=mend)
    given.refuse(nominal=with_prices, inflation=prices)
    return plain(np.asarray((1 + with_prices) / (1 + prices) - 1))
