"""How large an effect must be to be found among the placebo assignments."""

from __future__ import annotations

import numpy as np

from impact.errors import Fault, InvalidInput
from impact.evaluation.inference.placebo_distribution import Distribution

ROUNDING = 1e-9


def power(distribution: Distribution, effects: np.ndarray, level: float = 0.05) -> np.ndarray:
    """Return the share of placebo assignments in which an added effect is found.

    Parameters
    ----------
    distribution
        Effects of placebo assignments where nothing happened (`PlaceboTest.without_effect`).
    effects
        Shape (E,), true effects in the unit of the outcome; 0 gives the size of the test.
    level
        An effect counts as found when its p-value is at most this.

    Returns
    -------
    array
        Shape (E,), between 0 and 1; 0 everywhere where no p-value can be so small.

    Notes
    -----
    share(t) = P(|V + t| >= c), V the placebo effects and c the least number with
    P(|V| >= c) <= level.
    """
    limit = critical_effect(distribution, level)
    far = limit - _rounding(distribution)
    added = np.asarray(effects, float)[..., None] + distribution.values
    return np.clip((np.abs(added) >= far) @ distribution.probabilities, 0.0, 1.0)


def size(distribution: Distribution, level: float = 0.05) -> float:
    """Return the share of placebo assignments in which an effect of 0 is found.

    Parameters
    ----------
    distribution
        Effects of placebo assignments where nothing happened.
    level
        What the share may be at most; it is less where placebos are few.
    """
    return float(power(distribution, np.zeros(1), level)[0])


def critical_effect(distribution: Distribution, level: float = 0.05) -> float:
    """Return the smallest estimate that would be called an effect; infinite where none would.

    Parameters
    ----------
    distribution
        Effects of placebo assignments where nothing happened.
    level
        The p-value it may have at most, between 0 and 1.
    """
    if not 0 < level < 1:
        fault = Fault("level", f"is {level}.", "Give a number between 0 and 1.")
        raise InvalidInput("no power:", [fault])
    distance = np.abs(distribution.values)
    order = np.argsort(distance)[::-1]
    distance, shares = distance[order], np.cumsum(distribution.probabilities[order])
    last_of_ties = np.append(np.diff(distance) < -_rounding(distribution), True)
    allowed = last_of_ties & (shares <= level * (1 + ROUNDING))
    return float(distance[np.flatnonzero(allowed)[-1]]) if allowed.any() else float("inf")


def detectable_effect(
    distribution: Distribution, *, share: float = 0.8, level: float = 0.05
) -> float:
    """Return the smallest effect, in either direction, that is found often enough.

    Parameters
    ----------
    distribution
        Effects of placebo assignments where nothing happened.
    share
        How often it shall be found, between 0 and 1.
    level
        An effect counts as found when its p-value is at most this.

    Returns
    -------
    float
        In the unit of the outcome, positive; infinite where no effect can be found.

    Notes
    -----
    The larger of c - q_low and c - q_high: c the critical effect, q the quantiles that a share of
    the placebo effects reaches from above or, with the sign turned, from below. Effects found on
    the wrong side do not count.
    """
    if not 0 < share < 1:
        fault = Fault("share", f"is {share}.", "Give a number between 0 and 1.")
        raise InvalidInput("no detectable effect:", [fault])
    limit = critical_effect(distribution, level)
    if np.isinf(limit):
        return limit
    order = np.argsort(distribution.values)
    values, shares = distribution.values[order], distribution.probabilities[order]
    upward = _reached(values[::-1], shares[::-1], share)
    downward = _reached(-values, shares, share)
    return float(max(limit - upward, limit - downward))


def _reached(values: np.ndarray, shares: np.ndarray, share: float) -> float:
    """Return the largest number that at least a share of the decreasing values reaches."""
    enough = np.cumsum(shares) >= share * (1 - ROUNDING)
    return float(values[np.argmax(enough)])


def _rounding(distribution: Distribution) -> float:
    return ROUNDING * float(np.abs(distribution.values).max())
