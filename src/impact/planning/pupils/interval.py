"""Limits of a forecast from the errors of earlier forecasts everywhere, scaled by size."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from impact.errors import Fault, InvalidInput

LEVEL = 0.8
NORMAL = 1.2815515655446004
"""The standard normal distribution's 90th percentile."""
MINIMUM_ORIGINS = 2
"""Outcomes of one autumn alone show one shock, the same everywhere."""
_ROUNDS = 4


@dataclass(frozen=True, slots=True, eq=False)
class Spread:
    """How far forecasts have been from what came, by years ahead.

    Parameters
    ----------
    constant, per_size
        Shape (horizons,): a and b of s(n)^2 = a + b / n, of the logarithm of counted over
        forecast.
    quantile
        Shape (horizons,): how many s hold the level's share of errors.
    base
        Shape (horizons,): the years ahead whose errors were used; fewer than its own where no
        outcome so far ahead was known, and then widened by the square root of their ratio.
    cases
        Shape (horizons,): errors used.
    level
        Share of outcomes the limits are to hold.
    """

    constant: np.ndarray
    per_size: np.ndarray
    quantile: np.ndarray
    base: np.ndarray
    cases: np.ndarray
    level: float = LEVEL

    @property
    def extended(self) -> np.ndarray:
        """Shape (horizons,), whether a shorter horizon's errors stand in."""
        return self.base < np.arange(1, len(self.base) + 1)

    def half_width(self, central: np.ndarray) -> np.ndarray:
        """Return half the width on the logarithmic scale, for shape (..., horizons)."""
        size = np.maximum(np.asarray(central, dtype=float), 1.0)
        ahead = np.arange(1, len(self.base) + 1)
        scale = np.sqrt(self.constant + self.per_size / size)
        return self.quantile * scale * np.sqrt(ahead / self.base)

    def limits(self, central: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Return lower and upper limits.

        Parameters
        ----------
        central
            Shape (..., horizons), persons.

        Notes
        -----
        forecast exp(-/+ q s(n)). A forecast below one person has the upper limit of one person,
        so that an empty grade is not called certain to stay empty.
        """
        given = np.asarray(central, dtype=float)
        width = self.half_width(given)
        upper = np.where(given < 1, 1.0, given) * np.exp(width)
        return given * np.exp(-width), np.where(np.isfinite(given), upper, np.nan)


def fitted_spread(errors: np.ndarray, sizes: np.ndarray) -> tuple[float, float]:
    """Return a and b of s(n)^2 = a + b / n.

    Parameters
    ----------
    errors, sizes
        Shape (cases,): errors on the logarithmic scale, and forecast persons.

    Notes
    -----
    Least squares of the squared errors on 1 and 1 / n, both constants at least 0, weighted by the
    inverse of the fitted variance in repeated rounds, since a squared error varies as its mean.
    """
    squares, inverse = np.asarray(errors, dtype=float) ** 2, 1.0 / np.asarray(sizes, dtype=float)
    weight = np.ones(len(squares))
    found = (0.0, 0.0)
    for _ in range(_ROUNDS):
        found = _non_negative(squares, inverse, weight)
        weight = 1.0 / np.maximum(found[0] + found[1] * inverse, 1e-9) ** 2
    return found


def score_quantile(scores: np.ndarray, level: float = LEVEL) -> float:
    """Return the smallest score that at least `level` of n + 1 scores do not exceed.

    Parameters
    ----------
    scores
        Shape (cases,), at least 0.
    level
        Share to hold.

    Notes
    -----
    The ceil((n + 1) level)-th smallest score, the finite-sample quantile of conformal prediction;
    the largest where there are too few.
    """
    ordered = np.sort(np.asarray(scores, dtype=float))
    at = int(np.ceil((len(ordered) + 1) * level - 1e-9))
    return float(ordered[min(at, len(ordered)) - 1])


def calibrated(
    forecasts: np.ndarray,
    outcomes: np.ndarray,
    level: float = LEVEL,
    minimum_origins: int = MINIMUM_ORIGINS,
) -> Spread:
    """Return the spread learnt from earlier forecasts.

    Parameters
    ----------
    forecasts, outcomes
        Shape (origins, places, horizons), persons. Outcomes that are not known yet are
        not-a-number; nothing else says what is known, so give no others.
    level
        Share of outcomes the limits are to hold.
    minimum_origins
        Origins with outcomes that a horizon needs of its own; one year ahead needs one.

    Returns
    -------
    Spread

    Raises
    ------
    InvalidInput
        Shapes differ, the level is not between 0 and 1, or no outcome is known one year ahead.
    """
    forecast, outcome = np.asarray(forecasts, float), np.asarray(outcomes, float)
    faults = []
    if forecast.shape != outcome.shape or forecast.ndim != 3:
        problem = f"{forecast.shape} and {outcome.shape} are not the same three axes."
        faults.append(Fault("forecasts, outcomes", problem))
    if not 0 < level < 1:
        faults.append(Fault("level", f"{level} is not between 0 and 1."))
    if faults:
        raise InvalidInput("limits of forecasts", faults)
    known = (forecast > 0) & (outcome > 0)
    horizons = forecast.shape[2]
    own = known.any(axis=1).sum(axis=0) >= np.where(np.arange(horizons) == 0, 1, minimum_origins)
    if not own[0]:
        raise InvalidInput(
            "limits of forecasts", [Fault("outcomes", "none is known one year ahead.")]
        )
    base = np.maximum.accumulate(np.where(own, np.arange(1, horizons + 1), 0))
    rows = {at: _one(forecast, outcome, known, at, level) for at in np.unique(base) - 1}
    table = np.array([rows[at - 1] for at in base])
    return Spread(*table[:, :3].T, base, table[:, 3].astype(int), level)


def _one(
    forecast: np.ndarray, outcome: np.ndarray, known: np.ndarray, at: int, level: float
) -> tuple[float, float, float, int]:
    chosen = known[:, :, at]
    sizes = forecast[:, :, at][chosen]
    errors = np.log(outcome[:, :, at][chosen] / sizes)
    constant, per_size = fitted_spread(errors, np.maximum(sizes, 1.0))
    scale = np.sqrt(constant + per_size / np.maximum(sizes, 1.0))
    scores = np.divide(np.abs(errors), scale, out=np.zeros(len(errors)), where=scale > 0)
    return constant, per_size, score_quantile(scores, level), len(errors)


def _non_negative(
    squares: np.ndarray, inverse: np.ndarray, weight: np.ndarray
) -> tuple[float, float]:
    """Return the weighted least squares of squares on 1 and inverse, both at least 0."""
    total, first, second = weight.sum(), weight @ inverse, weight @ inverse**2
    mean, cross = weight @ squares, weight @ (squares * inverse)
    determinant = total * second - first**2
    if determinant > 1e-12 * total * second:
        constant = (second * mean - first * cross) / determinant
        per_size = (total * cross - first * mean) / determinant
        if constant >= 0 and per_size >= 0:
            return float(constant), float(per_size)
        if constant < 0:
            return 0.0, float(max(cross / second, 0.0))
    return float(mean / total), 0.0
