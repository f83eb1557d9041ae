"""The spread between places that shrinkage borrows its strength from, all groups at once."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy.special import betaln, digamma, gammaln, polygamma

LEAST, MOST = -10.0, 17.0
STEPS = 200
Derivatives = tuple[np.ndarray, ...]


@dataclass(frozen=True, slots=True)
class Prior:
    """What the places of each group have in common, shape (groups,) each.

    Parameters
    ----------
    mean
        Mean of the true levels between places, in the unit of the value.
    spread
        For counts the prior's weight in persons (infinite: no spread between places is seen);
        for estimates the variance between places (0: none is seen).
    variance_location
        Variance of the estimated mean: of its logit (proportions), logarithm (rates) or
        itself (estimates).
    variance_spread, covariance
        Variance of the logarithm of `spread` and its covariance with the location.
    """

    mean: np.ndarray
    spread: np.ndarray
    variance_location: np.ndarray
    variance_spread: np.ndarray
    covariance: np.ndarray


def normal_prior(
    value: np.ndarray, variance: np.ndarray, group: np.ndarray, groups: int, adjusted: bool
) -> Prior:
    """Fit mean and variance between places to estimates with known error variances.

    Notes
    -----
    Maximises the restricted likelihood of A, the variance between places, times A when
    `adjusted` (then it is never 0), by bisection of its slope in log A.
    """
    size = np.bincount(group, minlength=groups)
    centre = np.bincount(group, value, groups) / size
    scale = np.bincount(group, (value - centre[group]) ** 2 + variance, groups) / size
    start = np.log(np.where(scale > 0, scale, 1.0))

    def slope(rho: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        between = np.exp(rho)
        weight = 1 / (variance + between[group])
        total = np.bincount(group, weight, groups)
        mean = np.bincount(group, weight * value, groups) / total
        apart = weight**2 * (value - mean[group]) ** 2 + weight**2 / total[group] - weight
        return between * np.bincount(group, apart, groups) / 2 + adjusted, mean, total

    low, high = start - 30, start + 10
    none = slope(low)[0] <= 0
    for _ in range(60):
        middle = (low + high) / 2
        rising = slope(middle)[0] > 0
        low, high = np.where(rising, middle, low), np.where(rising, high, middle)
    rho = (low + high) / 2
    _, mean, total = slope(np.where(none, start - 30, rho))
    bend = (slope(rho - 1e-4)[0] - slope(rho + 1e-4)[0]) / 2e-4
    return Prior(
        mean,
        np.where(none, 0.0, np.exp(rho)),
        1 / total,
        1 / np.where(none | (bend == 0), np.nan, bend),
        np.zeros(groups),
    )


def count_prior(
    events: np.ndarray,
    total: np.ndarray,
    group: np.ndarray,
    groups: int,
    adjusted: bool,
    share: bool,
) -> Prior:
    """Fit a beta (`share`) or gamma prior to counts by maximum likelihood.

    Notes
    -----
    Damped Newton steps in (logit or log mean, log weight in persons) with analytic
    derivatives; the likelihood is divided by the weight in persons when `adjusted`, so that the
    spread between places is never 0.
    """
    terms = _beta_terms if share else _gamma_terms
    level = np.bincount(group, events, groups) / np.bincount(group, total, groups)
    location = np.log(level / (1 - level)) if share else np.log(level)
    spread = np.log(np.bincount(group, total, groups) / np.bincount(group, minlength=groups))
    spread = np.clip(spread, LEAST, MOST)
    damping = np.full(groups, 1e-3)

    def summed(at: np.ndarray, rho: np.ndarray) -> Derivatives:
        rows = terms(events, total, at[group], rho[group])
        fit, by_at, by_rho, *second = (np.bincount(group, row, groups) for row in rows)
        return fit - adjusted * rho, by_at, by_rho - adjusted, *second

    now = summed(location, spread)
    for _ in range(STEPS):
        step_at, step_rho = _step(now, damping)
        tried = location + step_at, np.clip(spread + step_rho, LEAST, MOST)
        new = summed(*tried)
        better = new[0] >= now[0] - 1e-12 * np.abs(now[0])
        moved = np.maximum(np.abs(tried[0] - location), np.abs(tried[1] - spread))
        location, spread = (
            np.where(better, *pair) for pair in zip(tried, (location, spread), strict=True)
        )
        now = tuple(np.where(better, *pair) for pair in zip(new, now, strict=True))
        damping = np.clip(np.where(better, damping / 10, damping * 10), 1e-12, 1e12)
        if (moved < 1e-9).all():
            break
    return _counted(now, location, spread, share)


def _counted(now: Derivatives, location: np.ndarray, spread: np.ndarray, share: bool) -> Prior:
    at, both, rho = -now[3], -now[4], -now[5]
    none = spread >= MOST - 1e-6
    free = at * rho - both**2
    with np.errstate(divide="ignore", invalid="ignore"):
        variances = [np.where(none, np.nan, part / free) for part in (rho, at, -both)]
    mean = 1 / (1 + np.exp(-location)) if share else np.exp(location)
    return Prior(mean, np.where(none, np.inf, np.exp(spread)), *variances)


def _step(now: Derivatives, damping: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Newton's step made uphill: the curvature is raised until it is that of a maximum."""
    _, by_at, by_rho, at_at, at_rho, rho_rho = now
    at, rho, both = -at_at, -rho_rho, -at_rho
    least = (at + rho) / 2 - np.hypot((at - rho) / 2, both)
    raised = np.maximum(0, 1e-6 - least) + damping * (1 + np.abs(at) + np.abs(rho))
    at, rho = at + raised, rho + raised
    free = at * rho - both**2
    step_at, step_rho = (rho * by_at - both * by_rho) / free, (at * by_rho - both * by_at) / free
    return np.clip(step_at, -2, 2), np.clip(step_rho, -2, 2)


def _beta_terms(
    events: np.ndarray, total: np.ndarray, location: np.ndarray, spread: np.ndarray
) -> Derivatives:
    """Log likelihood of a beta-binomial count with its derivatives, one value a row."""
    mean, size = 1 / (1 + np.exp(-location)), np.exp(spread)
    a, b = size * mean, size * (1 - mean)
    others = total - events
    fit = betaln(a + events, b + others) - betaln(a, b)
    both = digamma(size + total) - digamma(size)
    both_2 = polygamma(1, size + total) - polygamma(1, size)
    by_a, by_b = digamma(a + events) - digamma(a) - both, digamma(b + others) - digamma(b) - both
    a_a = polygamma(1, a + events) - polygamma(1, a) - both_2
    b_b = polygamma(1, b + others) - polygamma(1, b) - both_2
    tilt = size * mean * (1 - mean)
    return (
        fit,
        tilt * (by_a - by_b),
        a * by_a + b * by_b,
        tilt**2 * (a_a + 2 * both_2 + b_b) + tilt * (1 - 2 * mean) * (by_a - by_b),
        tilt * (a * a_a - b * b_b + (a - b) * both_2 + by_a - by_b),
        a * a * a_a - 2 * a * b * both_2 + b * b * b_b + a * by_a + b * by_b,
    )


def _gamma_terms(
    events: np.ndarray, total: np.ndarray, location: np.ndarray, spread: np.ndarray
) -> Derivatives:
    """Log likelihood of a gamma-Poisson count with its derivatives, one value a row."""
    size = np.exp(spread)
    shape = np.exp(location) * size
    share = size / (size + total)
    fit = gammaln(shape + events) - gammaln(shape) + shape * np.log(share)
    fit = fit + events * np.log(1 - share)
    by_shape = digamma(shape + events) - digamma(shape) + np.log(share)
    shape_shape = polygamma(1, shape + events) - polygamma(1, shape)
    by_size = shape * (1 - share) - events * share
    mixed = shape * shape_shape * shape + shape * by_shape + shape * (1 - share)
    return (
        fit,
        shape * by_shape,
        shape * by_shape + by_size,
        shape**2 * shape_shape + shape * by_shape,
        mixed,
        mixed + shape * (1 - share) - (shape + events) * share * (1 - share),
    )
