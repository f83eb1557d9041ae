"""An interval for one unit from its own years: conformal inference."""

from __future__ import annotations

import math
from dataclasses import dataclass
from itertools import combinations

import numpy as np

from impact.errors import Fault, InvalidInput, UnknownName

TRENDS = {"none": 0, "level": 1, "line": 2}
"""What of the gaps is estimated anew under every effect: columns 1, t of a regression."""
MOST_SETS = 200_000
ROUNDING = 1e-9


@dataclass(frozen=True, slots=True, kw_only=True)
class ConformalInterval:
    """The mean effect after the start with a p-value and an interval.

    Parameters
    ----------
    estimate
        Mean gap after the start, less the level or line of the gaps.
    p_value, smallest_p
        Of an effect of 0, and the smallest that could come out.
    lower, upper, confidence
        Effects outside are rejected; infinite where the years are too few to reject any.
    permutations
        Number of arrangements of the years, all counted.
    """

    estimate: float
    p_value: float
    smallest_p: float
    lower: float
    upper: float
    confidence: float
    permutations: int


def conformal_interval(
    gaps: np.ndarray,
    after: np.ndarray,
    *,
    confidence: float = 0.95,
    trend: str = "level",
    exchangeable: bool = False,
) -> ConformalInterval:
    """Return the effect on one unit by moving the years after the start around the series.

    Parameters
    ----------
    gaps
        Shape (T,), the unit's outcome minus its comparison, by year.
    after
        Shape (T,), True for the years after the start, which come last.
    confidence
        Of the interval.
    trend
        What is estimated anew when an effect is tested: the level of the gaps (default), a line,
        or nothing: then a comparison fitted to the years before makes the test find too much.
    exchangeable
        Count all sets of years instead of blocks of neighbours: finer, but right only when gaps of
        neighbouring years are not alike.

    Raises
    ------
    InvalidInput
        Numbers are missing, no year is before or after, or the years after do not come last.

    Notes
    -----
    Under an effect t, u = gaps - t on the years after, less their level or line, are errors of one
    kind; the statistic is |mean of u over the years after|. p is the share of the T turns of the
    circle of years (moving blocks) with at least as large a statistic, the real one among them;
    neighbouring years stay neighbours. The statistic is a linear function of t, so that the
    interval of effects not rejected is found without a grid.

    References
    ----------
    Chernozhukov, Wuethrich and Zhu (2021), An exact and robust conformal inference method for
    counterfactual and synthetic controls.
    """
    gaps, after = np.asarray(gaps, float), np.asarray(after, bool)
    _check(gaps, after, confidence, trend)
    if exchangeable and math.comb(len(gaps), int(after.sum())) > MOST_SETS:
        fault = Fault("gaps", f"have more than {MOST_SETS:,} sets of years.", "Use moving blocks.")
        raise InvalidInput("no conformal interval:", [fault])
    positions = np.vander(np.linspace(-1, 1, len(gaps)), TRENDS[trend], increasing=True)
    left = np.eye(len(gaps)) - positions @ np.linalg.pinv(positions)
    sets = _sets(after, exchangeable)
    means, answers = (sets @ (left @ each) for each in (gaps, after.astype(float)))
    if answers[0] <= ROUNDING:
        fault = Fault("after", "a line through so few years leaves nothing.", "Use the level.")
        raise InvalidInput("no conformal interval:", [fault])
    rounding = ROUNDING * max(float(np.abs(means).max()), np.finfo(float).tiny)
    estimate = float(means[0] / answers[0])
    inside = np.abs(answers) < answers[0] * (1 - ROUNDING)
    with np.errstate(divide="ignore", invalid="ignore"):
        one = np.where(inside, (means[0] - means) / (answers[0] - answers), -np.inf)
        other = np.where(inside, (means[0] + means) / (answers[0] + answers), np.inf)
    place = int(np.floor((1 - confidence) * len(sets) + ROUNDING))
    return ConformalInterval(
        estimate=estimate,
        p_value=float((np.abs(means) >= abs(means[0]) - rounding).mean()),
        smallest_p=float((~inside).mean()),
        lower=float(np.sort(np.minimum(one, other))[place]),
        upper=float(np.sort(np.maximum(one, other))[-1 - place]),
        confidence=confidence,
        permutations=len(sets),
    )


def _sets(after: np.ndarray, exchangeable: bool) -> np.ndarray:
    """Return shape (arrangements, T): weights of the years taken for those after, real first."""
    length, count = len(after), int(after.sum())
    if not exchangeable:
        rows = np.array([np.roll(after, turn) for turn in range(length)])
    else:
        rows = np.zeros((math.comb(length, count), length), bool)
        chosen = np.array(list(combinations(range(length - 1, -1, -1), count)))
        rows[np.arange(len(rows))[:, None], chosen] = True
    return rows / count


def _check(gaps: np.ndarray, after: np.ndarray, confidence: float, trend: str) -> None:
    if trend not in TRENDS:
        raise UnknownName("trend", trend, TRENDS)
    faults = []
    if gaps.ndim != 1 or gaps.shape != after.shape:
        faults.append(Fault("gaps, after", f"have shapes {gaps.shape} and {after.shape}."))
    elif not np.isfinite(gaps).all():
        faults.append(Fault("gaps", "a number is missing.", "Leave the year out."))
    elif after.all() or not after.any() or np.any(np.diff(after.astype(int)) < 0):
        faults.append(Fault("after", "needs years before, then years after.", "Put them in order."))
    if not 0 < confidence < 1:
        faults.append(Fault("confidence", f"is {confidence}.", "Give a number between 0 and 1."))
    if faults:
        raise InvalidInput("no conformal interval:", faults)
