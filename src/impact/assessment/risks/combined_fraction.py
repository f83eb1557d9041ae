"""What several exposures account for together."""

from __future__ import annotations

from typing import Literal, get_args

import numpy as np
from numpy.typing import ArrayLike

from impact.assessment.arrays import SHARE, Inputs, plain
from impact.assessment.risks.levels import read_levels
from impact.errors import UnknownName

Method = Literal["additive", "multiplicative", "combined"]
METHODS: tuple[str, ...] = get_args(Method)


def combined_fraction(
    fractions: ArrayLike,
    *,
    method: Method = "combined",
    weights: ArrayLike = 1.0,
    axis: int = -1,
) -> np.ndarray | float:
    """Return the fraction of the cases that several exposures account for together.

    Parameters
    ----------
    fractions
        Attributable or potential impact fractions, exposures along `axis`.
    method
        ``combined``: what the first leaves, the next takes its share of. ``multiplicative``: the
        mean relative risks 1 / (1 - fraction) multiply; for exposures that occur independently
        of one another this is the same number. ``additive``: the sum, which counts a case twice
        that needs both exposures; only for small fractions.
    weights
        How much of each exposure is its own, 0 to 1, where some of it is shared with the others
        (1 less its communality is one way to say it); broadcasts with `fractions`.
    axis
        The axis of exposures.

    Returns
    -------
    array or float
        Fractions of at most 1, the axis of exposures gone; NaN where any is unknown.

    Raises
    ------
    InvalidInput
        With fractions above 1 and, additive, sums above 1.
    UnknownName
        For a method of another name.

    Notes
    -----
    combined and multiplicative 1 - product of (1 - w f); additive sum of w f. None of them is
    right when one exposure works through the other (lonely because bullied): the fraction of the
    first then already holds that part of the second, which is what weights below 1 are for.

    References
    ----------
    Miettinen (1974), American Journal of Epidemiology 99, 325-332; Ezzati et al. (2003), Lancet
    362, 271-280.
    """
    if method not in METHODS:
        raise UnknownName("method", method, METHODS, f"Known are {', '.join(METHODS)}.")
    given = Inputs("combined_fraction")
    part = read_levels(given, "fractions", fractions, axis, at_most=1, mend=SHARE)
    weight = read_levels(given, "weights", weights, axis, at_least=0, at_most=1, mend=SHARE)
    given.refuse(fractions=part, weights=weight)
    part = part * weight
    if method != "additive":
        return plain(np.asarray(1 - np.prod(1 - part, axis=-1)))
    mend = 'They count cases twice; take method="combined".'
    total = given.numbers("sum of fractions", part.sum(axis=-1), at_most=1, mend=mend)
    given.refuse()
    return plain(total)
