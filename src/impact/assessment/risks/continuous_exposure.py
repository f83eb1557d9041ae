"""Attributable fractions of an exposure that is a number, from its mean and spread."""

from __future__ import annotations

from typing import Literal, get_args

import numpy as np
from numpy.typing import ArrayLike
from scipy import stats

from impact.assessment.arrays import Inputs, plain
from impact.assessment.risks.relative_risk import Curve, Knots, ShapeName, relative_risk_at
from impact.errors import UnknownName

Distribution = Literal["normal", "lognormal", "gamma"]
DISTRIBUTIONS: tuple[str, ...] = get_args(Distribution)
NODES = 256
LOWEST, HIGHEST = -7.5, 13.3
STEEPEST = 0.5
FEWEST = 1e-6


def mean_relative_risk(
    mean: ArrayLike,
    standard_deviation: ArrayLike,
    *,
    distribution: Distribution = "normal",
    relative_risk: ArrayLike | None = None,
    increment: ArrayLike = 1.0,
    cutoff: ArrayLike = 0.0,
    shape: ShapeName | Knots | Curve = "log_linear",
    highest: ArrayLike | None = None,
) -> np.ndarray | float:
    """Return the mean relative risk of people whose exposure is spread around a mean.

    The attributable fraction is 1 - 1 / this, and the potential impact fraction of a shift of the
    whole distribution is 1 - after / before. The risk at the mean exposure alone is too low where
    the risk curve bends upwards, because those far above the mean count for more.

    Parameters
    ----------
    mean, standard_deviation
        Of the exposure among all people, in its unit, above 0 (a normal mean may be any); they
        broadcast with one another and with the risk, draws first.
    distribution
        Shape of the spread. ``normal`` may reach below 0; what is below `cutoff` counts as it.
    relative_risk, increment, cutoff, shape
        As for `relative_risk_at`.
    highest
        The highest exposure there is; the distribution is cut there. None: no limit. A lognormal
        one with a log-linear risk needs it, and a gamma one whose risk rises steeply (logarithm
        of the risk per unit times variance over mean above 0.5): the mean risk has no bound
        without, or hangs on exposures nobody has.

    Returns
    -------
    array or float
        Mean relative risks; NaN where an input is.

    Raises
    ------
    InvalidInput
        With means or spreads of 0 or less, a highest exposure not above the cutoff, a
        distribution whose mean risk has no bound; as `relative_risk_at`.
    UnknownName
        For a distribution of another name.

    Notes
    -----
    Integral of R(x) f(x) over x up to `highest`, over that of f(x); below the cutoff R = 1. By
    Gauss-Legendre quadrature at 256 normal scores of the exposure, right to about 8 digits
    where the risk curve has no kinks above the cutoff.

    References
    ----------
    Murray et al. (2003), Population Health Metrics 1, 1.
    """
    if distribution not in DISTRIBUTIONS:
        known = ", ".join(DISTRIBUTIONS)
        raise UnknownName("distribution", distribution, DISTRIBUTIONS, f"Known are {known}.")
    given = Inputs("mean_relative_risk")
    least = None if distribution == "normal" else 0
    m = given.numbers("mean", mean, above=least)
    s = given.numbers("standard_deviation", standard_deviation, above=0)
    c = given.numbers("cutoff", cutoff)
    top = np.asarray(np.inf) if highest is None else given.numbers("highest", highest)
    ratio = (
        None if relative_risk is None else given.numbers("relative_risk", relative_risk, above=0)
    )
    step = given.numbers("increment", increment, above=0)
    given.refuse(
        mean=m, standard_deviation=s, cutoff=c, highest=top, increment=step,
        relative_risk=np.asarray(1.0) if ratio is None else ratio,
    )  # fmt: skip
    if ratio is not None and shape == "log_linear" and highest is None:
        _refuse_no_bound(given, np.log(ratio) / step * s**2 / m, distribution)
    spread = _spread(m, s, distribution)
    mass = spread.cdf(top)
    given.numbers("highest less cutoff", np.where(np.isinf(top), 1, top - c), above=0)
    given.numbers("share of people below highest", mass, at_least=FEWEST)
    given.refuse()
    start, end = (np.clip(stats.norm.isf(spread.sf(limit)), LOWEST, HIGHEST) for limit in (c, top))
    at, weight = np.polynomial.legendre.leggauss(NODES)
    half = np.expand_dims(np.maximum(end - start, 0) / 2, -1)
    score = np.expand_dims(start, -1) + half * (at + 1)
    x = _spread(m[..., None], s[..., None], distribution).isf(stats.norm.sf(score))
    risk = relative_risk_at(
        x, relative_risk=None if ratio is None else ratio[..., None], increment=step[..., None],
        cutoff=c[..., None], shape=shape,
    )  # fmt: skip
    density = stats.norm.pdf(score) * weight * half
    excess = ((np.asarray(risk) - 1) * density).sum(axis=-1)
    return plain(np.asarray(1 + excess / mass))


def _spread(mean: np.ndarray, deviation: np.ndarray, distribution: str) -> stats.rv_continuous:
    if distribution == "normal":
        return stats.norm(mean, deviation)
    variation = (deviation / mean) ** 2
    if distribution == "gamma":
        return stats.gamma(1 / variation, scale=mean * variation)
    wide = np.log1p(variation)
    return stats.lognorm(np.sqrt(wide), scale=mean * np.exp(-wide / 2))


def _refuse_no_bound(given: Inputs, steepness: np.ndarray, distribution: str) -> None:
    limit = {"normal": np.inf, "lognormal": 0.0, "gamma": STEEPEST}[distribution]
    if (steepness > limit).any():
        problem = f"is not given, and a {distribution} spread with this risk has no mean without."
        given.wrong("highest", problem, "Give the highest exposure there is.")
    given.refuse()
