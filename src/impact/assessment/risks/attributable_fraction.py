"""The share of the cases that an exposure accounts for."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike

from impact.assessment.arrays import Inputs, plain
from impact.assessment.risks.levels import Unexposed, mean_risk, read_exposure


def attributable_fraction(
    shares: ArrayLike,
    relative_risks: ArrayLike,
    *,
    unexposed: Unexposed = "derive",
    axis: int = -1,
) -> np.ndarray | float:
    """Return the share of all cases that would not have been there without the exposure.

    Only for a relative risk that is causal: an association that may run the other way, or that
    has another cause behind it, does not explain cases.

    Parameters
    ----------
    shares
        Shares of all people at each level of exposure, 0 to 1, levels along `axis`.
    relative_risks
        Risk at each level against the unexposed; broadcasts with `shares`. A single number is
        one level; several places with one risk each are shaped (places, 1).
    unexposed
        ``derive``: those in no level are unexposed, with a relative risk of 1; listing them as
        well changes nothing. ``included``: the levels are all people, so shares sum to 1.
    axis
        The axis of levels.

    Returns
    -------
    array or float
        Fractions of at most 1, the axis of levels gone. Negative for an exposure that protects:
        minus the cases it prevents, as a share of the cases there are (`prevented_fraction` turns
        it into a share of those there would be). NaN where any level is unknown.

    Raises
    ------
    InvalidInput
        With all kinds of fault: shares outside 0 to 1, shares that sum above 1 (or, included,
        not to 1), negative relative risks, everybody exposed to a relative risk of 0.

    Notes
    -----
    sum of p (R - 1) / (1 + sum of p (R - 1)). With 4 in 10 exposed, a relative risk of 2 and 100
    cases this is 0.2857, so 28.57 cases: 0.4 / 1.4. Leaving the unexposed out of the mean risk,
    as sum of p R - 1 over sum of p R does when it is given the exposed alone, is what makes
    others arrive at 50 or at a negative number.

    References
    ----------
    Levin (1953), Acta Unio Internationalis Contra Cancrum 9, 531-541; Rockhill, Newman and
    Weinberg (1998), American Journal of Public Health 88, 15-19.
    """
    given = Inputs("attributable_fraction")
    p, risk = read_exposure(given, shares, relative_risks, unexposed=unexposed, axis=axis)
    return plain(1 - 1 / mean_risk(given, p, risk))


def attributable_fraction_of_cases(
    shares_of_cases: ArrayLike, relative_risks: ArrayLike, *, axis: int = -1
) -> np.ndarray | float:
    """Return the attributable fraction from how exposed the cases were, not all people.

    Parameters
    ----------
    shares_of_cases
        Shares of the cases at each level of exposure, 0 to 1, levels along `axis`; the rest of
        the cases were unexposed.
    relative_risks
        Risk at each level against the unexposed, above 0; adjusted ones are right here, while
        `attributable_fraction` is only right with adjusted ones when nothing confounds.
    axis
        The axis of levels.

    Returns
    -------
    array or float
        Fractions, the axis of levels gone; NaN where any level is unknown.

    Raises
    ------
    InvalidInput
        With shares outside 0 to 1 or that sum above 1, and relative risks of 0 or less.

    Notes
    -----
    Sum of q (R - 1) / R, q the shares of the cases.

    References
    ----------
    Miettinen (1974), American Journal of Epidemiology 99, 325-332.
    """
    given = Inputs("attributable_fraction_of_cases")
    q, risk = read_exposure(
        given, shares_of_cases, relative_risks, unexposed="derive", axis=axis,
        name="shares_of_cases",
    )  # fmt: skip
    given.numbers("relative_risks", relative_risks, above=0, mend="At 0 there could be no case.")
    given.refuse(shares_of_cases=q, relative_risks=risk)
    return plain((q * (1 - 1 / risk)).sum(axis=-1))


def prevented_fraction(fraction: ArrayLike) -> np.ndarray | float:
    """Return what a protective exposure prevents, as a share of the cases there would be.

    Parameters
    ----------
    fraction
        Attributable fractions, any shape: negative where the exposure protects.

    Returns
    -------
    array or float
        Between 0 and 1 where the exposure protects, negative where it harms, NaN where unknown.

    Raises
    ------
    InvalidInput
        With fractions of 1 or more.

    Notes
    -----
    -f / (1 - f), which for one level is p (1 - R). Half of the people exposed to something with
    a relative risk of 0.6: f = -0.25, and 0.2 of the cases there would be are prevented.

    References
    ----------
    Miettinen (1974), American Journal of Epidemiology 99, 325-332.
    """
    given = Inputs("prevented_fraction")
    f = given.numbers("fraction", fraction)
    given.numbers("1 - fraction", 1 - f, above=0, mend="A fraction is a share below 1.")
    given.refuse()
    return plain(-f / (1 - f))
