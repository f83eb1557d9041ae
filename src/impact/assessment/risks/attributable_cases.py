"""How many cases an exposure accounts for, and how many a change takes away."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike

from impact.assessment.arrays import SHARE, Inputs, plain
from impact.assessment.risks.levels import read_levels


def attributable_cases(cases: ArrayLike, fraction: ArrayLike) -> np.ndarray | float:
    """Return cases times a fraction: attributable, or taken away by a change.

    Parameters
    ----------
    cases
        Cases a year, any shape; a count, or persons times a rate.
    fraction
        Attributable or potential impact fraction, at most 1; broadcasts with `cases`, draws
        first.

    Returns
    -------
    array or float
        Cases, negative where a fraction is; NaN where an input is. Add up places and groups
        draw by draw, and take limits of the sum, not sums of the limits.

    Raises
    ------
    InvalidInput
        With negative cases and fractions above 1.
    """
    given = Inputs("attributable_cases")
    count = given.numbers("cases", cases, at_least=0)
    share = given.numbers("fraction", fraction, at_most=1, mend="A fraction, not per cent.")
    given.refuse(cases=count, fraction=share)
    return plain(count * share)


def cases_from_absolute_risk(
    persons: ArrayLike, risks: ArrayLike, risk_unexposed: ArrayLike = 0.0, *, axis: int = -1
) -> np.ndarray | float:
    """Return the cases that exposed people have beyond what they would have unexposed.

    Parameters
    ----------
    persons
        People at each level of exposure, levels along `axis`.
    risks
        Share of the people at each level that become a case, 0 to 1; broadcasts with `persons`.
    risk_unexposed
        Share that would without the exposure, 0 to 1; 0 counts every case among the exposed.
        Broadcasts with `risks`.
    axis
        The axis of levels.

    Returns
    -------
    array or float
        Cases, the axis of levels gone; NaN where any level is unknown.

    Raises
    ------
    InvalidInput
        With negative persons and risks outside 0 to 1.

    Notes
    -----
    Sum of n (r - r0). Without the sum, n (r - r0), each level is its own figure.
    """
    given = Inputs("cases_from_absolute_risk")
    n = read_levels(given, "persons", persons, axis, at_least=0)
    risk, base = (
        read_levels(given, name, value, axis, at_least=0, at_most=1, mend=SHARE)
        for name, value in (("risks", risks), ("risk_unexposed", risk_unexposed))
    )
    given.refuse(persons=n, risks=risk, risk_unexposed=base)
    return plain(np.asarray((n * (risk - base)).sum(axis=-1)))
