"""How probable it is that an alternative pays, at each price of a unit one might set."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike

from impact.assessment.arrays import Inputs, plain


def acceptability(
    costs: ArrayLike, effects: ArrayLike, *, thresholds: ArrayLike
) -> np.ndarray | float:
    """Return the share of draws in which a price of a unit covers the costs.

    Parameters
    ----------
    costs, effects
        Differences from the baseline alternative, draws first; more effect = better. Pairs of the
        same draw belong together.
    thresholds
        Prices of a unit, from 0 on.

    Returns
    -------
    float or array
        Probabilities of 0 to 1, without the draws' axis, thresholds last. NaN where a draw is
        unknown.

    Raises
    ------
    InvalidInput
        With all negative thresholds, inputs without draws, and shapes that do not fit.

    Notes
    -----
    Share of draws with threshold x effect - cost above 0; at exactly 0 it counts half. The curve
    need not rise, nor reach 1: it ends at the probability that anything is won at all. It says how
    sure one is, not how much is at stake.

    References
    ----------
    van Hout, Al, Gordon and Rutten (1994), Health Economics 3, 309-319; Fenwick, Claxton and
    Sculpher (2001), Health Economics 10, 779-787.
    """
    given = Inputs("acceptability")
    spent, won = given.numbers("costs", costs), given.numbers("effects", effects)
    prices = given.numbers("thresholds", thresholds, at_least=0)
    if prices.ndim > 1:
        given.wrong("thresholds", "have more than one axis.")
    if spent.ndim == 0 and won.ndim == 0:
        given.wrong("costs, effects", "have no draws.", "Draws are the first axis.")
    given.refuse(costs=spent, effects=won)
    spent, won = np.broadcast_arrays(spent, won)
    unknown = np.isnan(spent + won).any(axis=0)
    found = np.stack(
        [_share_positive(price * won - spent) for price in np.atleast_1d(prices)], axis=-1
    )
    found = np.where(unknown[..., None] | np.isnan(np.atleast_1d(prices)), np.nan, found)
    return plain(found[..., 0] if prices.ndim == 0 else found)


def probability_best(net_benefits: ArrayLike) -> np.ndarray:
    """Return how probable it is of each alternative that it has the highest net benefit.

    Parameters
    ----------
    net_benefits
        Draws first, alternatives last, the baseline among them.

    Returns
    -------
    array
        Probabilities that sum to 1 over the alternatives; equal best ones share a draw. NaN where
        a draw of any alternative is unknown.

    Raises
    ------
    InvalidInput
        With all infinite numbers, and without both draws and alternatives.

    Notes
    -----
    The alternative to prefer is the one with the highest mean net benefit, which need not be the
    one most often best.

    References
    ----------
    Fenwick, Claxton and Sculpher (2001), Health Economics 10, 779-787.
    """
    given = Inputs("probability_best")
    values = given.numbers("net_benefits", net_benefits)
    if values.ndim < 2:
        given.wrong("net_benefits", "lack an axis.", "Draws are the first, alternatives the last.")
    given.refuse()
    best = values == values.max(axis=-1, keepdims=True)
    shared = best / np.maximum(best.sum(axis=-1, keepdims=True), 1)
    unknown = np.isnan(values).any(axis=(0, -1))
    return np.where(unknown[..., None], np.nan, shared.mean(axis=0))


def _share_positive(net: np.ndarray) -> np.ndarray:
    return (np.sign(net).mean(axis=0) + 1) / 2
