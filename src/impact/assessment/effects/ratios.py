"""Turning one measure of effect into another: odds, risk and hazard ratios, standardised means."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike

from impact.assessment.arrays import Inputs, plain

LOGISTIC_SPREAD = np.pi / np.sqrt(3)


def risk_ratio_from_odds_ratio(
    odds_ratio: ArrayLike, *, baseline_risk: ArrayLike
) -> np.ndarray | float:
    """Return the risk ratio that an odds ratio means where the risk without it is known.

    Parameters
    ----------
    odds_ratio
        Exposed against unexposed; above 0.
    baseline_risk
        Share of the unexposed who have the outcome, 0 to 1, in the place it is used for.

    Returns
    -------
    float or array
        Risk ratio, in the shape the two arguments broadcast to; NaN where one is unknown.

    Raises
    ------
    InvalidInput
        With all odds ratios at or below 0 and shares outside 0 to 1.

    Notes
    -----
    risk ratio = odds ratio / (1 - p + p odds ratio). An odds ratio read as a risk ratio overstates
    the effect, and more so the more common the outcome. Odds ratios adjusted for many things are
    only approximately turned this way.

    References
    ----------
    Zhang and Yu (1998), JAMA 280, 1690-1691.
    """
    given = Inputs("risk_ratio_from_odds_ratio")
    ratio = given.numbers("odds_ratio", odds_ratio, above=0)
    risk = given.share("baseline_risk", baseline_risk)
    given.refuse(odds_ratio=ratio, baseline_risk=risk)
    return plain(ratio / (1 - risk + risk * ratio))


def odds_ratio_from_risk_ratio(
    risk_ratio: ArrayLike, *, baseline_risk: ArrayLike
) -> np.ndarray | float:
    """Return the odds ratio that a risk ratio means where the risk without it is known.

    Parameters
    ----------
    risk_ratio
        Exposed against unexposed; above 0.
    baseline_risk
        Share of the unexposed who have the outcome, 0 to 1.

    Returns
    -------
    float or array
        Odds ratio; infinite where the risk becomes 1; NaN where an input is unknown.

    Raises
    ------
    InvalidInput
        With all ratios at or below 0, shares outside 0 to 1, and risks that would exceed 1.

    Notes
    -----
    odds ratio = risk ratio (1 - p) / (1 - p risk ratio).

    References
    ----------
    Zhang and Yu (1998), JAMA 280, 1690-1691, solved for the odds ratio.
    """
    given = Inputs("odds_ratio_from_risk_ratio")
    ratio = given.numbers("risk_ratio", risk_ratio, above=0)
    risk = given.share("baseline_risk", baseline_risk)
    given.refuse(risk_ratio=ratio, baseline_risk=risk)
    given.numbers("risk_ratio x baseline_risk", ratio * risk, at_most=1)
    given.refuse()
    with np.errstate(divide="ignore", invalid="ignore"):
        return plain(np.asarray(ratio * (1 - risk) / (1 - ratio * risk)))


def approximate_risk_ratio(odds_ratio: ArrayLike) -> np.ndarray | float:
    """Return a rough risk ratio of an odds ratio of a common outcome, its baseline unknown.

    Parameters
    ----------
    odds_ratio
        Above 0.

    Returns
    -------
    float or array
        The square root. Use `risk_ratio_from_odds_ratio` wherever the baseline risk is known.

    Raises
    ------
    InvalidInput
        With all odds ratios at or below 0.

    Notes
    -----
    Meant for outcomes that 20 to 80 per cent have.

    References
    ----------
    VanderWeele (2017), Epidemiology 28, e58-e60.
    """
    given = Inputs("approximate_risk_ratio")
    ratio = given.numbers("odds_ratio", odds_ratio, above=0)
    given.refuse()
    return plain(np.sqrt(ratio))


def risk_ratio_from_hazard_ratio(
    hazard_ratio: ArrayLike, *, baseline_risk: ArrayLike
) -> np.ndarray | float:
    """Return the risk ratio over a period that a hazard ratio means.

    Parameters
    ----------
    hazard_ratio
        Above 0, the same all through the period.
    baseline_risk
        Share of the unexposed who have had the outcome by the end of the period, 0 to 1.

    Returns
    -------
    float or array
        Risk ratio; at a baseline risk of 0 its limit, the hazard ratio itself.

    Raises
    ------
    InvalidInput
        With all ratios at or below 0 and shares outside 0 to 1.

    Notes
    -----
    Proportional hazards: risk with it = 1 - (1 - p) ^ hazard ratio; divided by p.
    """
    given = Inputs("risk_ratio_from_hazard_ratio")
    ratio = given.numbers("hazard_ratio", hazard_ratio, above=0)
    risk = given.share("baseline_risk", baseline_risk)
    given.refuse(hazard_ratio=ratio, baseline_risk=risk)
    ratio, risk = np.broadcast_arrays(ratio, risk)
    with np.errstate(divide="ignore", invalid="ignore"):
        found = -np.expm1(ratio * np.log1p(-risk)) / risk
    return plain(np.where(risk == 0, ratio, found))


def odds_ratio_from_standardised_difference(
    standardised_difference: ArrayLike,
) -> np.ndarray | float:
    """Return the odds ratio that goes with a difference of means in standard deviations.

    Parameters
    ----------
    standardised_difference
        Cohen's d or Hedges' g; positive means more of the outcome.

    Returns
    -------
    float or array
        Odds ratio of being above any fixed level.

    Raises
    ------
    InvalidInput
        With all infinite numbers.

    Notes
    -----
    odds ratio = exp(d pi / sqrt(3)), that is exp(1.81 d): exact when the outcome is logistic with
    the same spread in both groups, otherwise an approximation.

    References
    ----------
    Chinn (2000), Statistics in Medicine 19, 3127-3131.
    """
    given = Inputs("odds_ratio_from_standardised_difference")
    difference = given.numbers("standardised_difference", standardised_difference)
    given.refuse()
    return plain(np.exp(difference * LOGISTIC_SPREAD))


def standardised_difference_from_odds_ratio(odds_ratio: ArrayLike) -> np.ndarray | float:
    """Return the difference of means in standard deviations that goes with an odds ratio.

    Parameters
    ----------
    odds_ratio
        Above 0.

    Returns
    -------
    float or array
        Cohen's d.

    Raises
    ------
    InvalidInput
        With all odds ratios at or below 0.

    Notes
    -----
    d = ln(odds ratio) sqrt(3) / pi.

    References
    ----------
    Chinn (2000), Statistics in Medicine 19, 3127-3131.
    """
    given = Inputs("standardised_difference_from_odds_ratio")
    ratio = given.numbers("odds_ratio", odds_ratio, above=0)
    given.refuse()
    return plain(np.log(ratio) / LOGISTIC_SPREAD)
