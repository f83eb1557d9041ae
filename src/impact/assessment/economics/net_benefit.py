"""Whether the benefits outweigh the costs, and what would have to change for the answer to."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike

from impact.assessment.arrays import Inputs, plain


def net_benefit(benefits: ArrayLike, costs: ArrayLike) -> np.ndarray | float:
    """Return benefits less costs.

    Parameters
    ----------
    benefits, costs
        Present values against the baseline alternative, same currency and price year. A saving
        is a negative cost.

    Returns
    -------
    float or array
        Positive where it pays; NaN where one is unknown.

    Raises
    ------
    InvalidInput
        With all infinite numbers and shapes that do not fit.

    Notes
    -----
    With effects instead of money, benefits = price of a unit x effects (net monetary benefit).
    """
    given = Inputs("net_benefit")
    gain, spent = given.numbers("benefits", benefits), given.numbers("costs", costs)
    given.refuse(benefits=gain, costs=spent)
    return plain(np.asarray(gain - spent))


def benefit_cost_ratio(benefits: ArrayLike, costs: ArrayLike) -> np.ndarray | float:
    """Return how much benefit there is for one of cost.

    Parameters
    ----------
    benefits, costs
        Present values against the baseline alternative, same currency and price year.

    Returns
    -------
    float or array
        benefits / costs; NaN where costs are 0 or less, because an alternative that saves money
        has no such ratio: read its net benefit.

    Raises
    ------
    InvalidInput
        With all infinite numbers and shapes that do not fit.

    Notes
    -----
    Above 1 it pays. The ratio hides size, and depends on whether a saving counts as a benefit or
    as less cost; the net benefit does not.
    """
    given = Inputs("benefit_cost_ratio")
    gain, spent = given.numbers("benefits", benefits), given.numbers("costs", costs)
    given.refuse(benefits=gain, costs=spent)
    return plain(np.asarray(gain / np.where(spent > 0, spent, np.nan)))


def switching_value(
    value: ArrayLike, *, net_benefit: ArrayLike, contribution: ArrayLike
) -> np.ndarray | float:
    """Return the value of one input at which the net benefit is nought.

    Parameters
    ----------
    value
        The input as it was assumed, such as a price or a number of people.
    net_benefit
        Present net benefit with that value.
    contribution
        The part of the net benefit that is proportional to the input: positive for a benefit,
        negative for a cost.

    Returns
    -------
    float or array
        Beyond it the answer turns; NaN where the input contributes nothing. The relative change to
        get there is -net_benefit / contribution.

    Raises
    ------
    InvalidInput
        With all infinite numbers and shapes that do not fit.

    Notes
    -----
    value x (1 - net_benefit / contribution).

    References
    ----------
    HM Treasury, The Green Book, on sensitivity analysis and switching values.
    """
    given = Inputs("switching_value")
    assumed = given.numbers("value", value)
    net = given.numbers("net_benefit", net_benefit)
    part = given.numbers("contribution", contribution)
    given.refuse(value=assumed, net_benefit=net, contribution=part)
    return plain(np.asarray(assumed * (1 - net / np.where(part == 0, np.nan, part))))


def switching_price(
    costs: ArrayLike, *, amount: ArrayLike, other_benefits: ArrayLike = 0.0
) -> np.ndarray | float:
    """Return the price of a unit at which the net benefit is nought, when none is stated.

    Parameters
    ----------
    costs
        Present value of the costs.
    amount
        Units won, discounted if they come in later years: fewer cases, WELLBYs.
    other_benefits
        Present value of what has a price already.

    Returns
    -------
    float or array
        Whoever thinks a unit worth more than this finds that it pays. 0 or less: it pays at any
        price. NaN where nothing is won.

    Raises
    ------
    InvalidInput
        With all infinite numbers and shapes that do not fit.

    Notes
    -----
    (costs - other benefits) / amount. Without other benefits it is the cost of a unit.
    """
    given = Inputs("switching_price")
    spent = given.numbers("costs", costs)
    units = given.numbers("amount", amount)
    others = given.numbers("other_benefits", other_benefits)
    given.refuse(costs=spent, amount=units, other_benefits=others)
    return plain(np.asarray((spent - others) / np.where(units > 0, units, np.nan)))
