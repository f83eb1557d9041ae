"""Ridge-augmented synthetic control: what the mix still misses before is taken out by a ridge."""

from __future__ import annotations

from functools import partial

import numpy as np

from impact.evaluation.panel import Panel
from impact.evaluation.synthetic.donors import Matched, Matching, without_mean
from impact.evaluation.synthetic.synthetic_control import (
    SyntheticControl,
    combined,
    matched_weights,
)

STEPS = 20
"""Steps of the grid of penalties between the largest and the smallest."""
SMALLEST = 1e-8
"""Smallest penalty of the grid, as a share of the largest."""
MISSED = 1e-9
"""A mix that misses less than this share of the largest difference misses nothing."""


def augmented(panel: Panel, *, penalty: float | None = None) -> SyntheticControl:
    """Return the synthetic control whose weights a ridge regression corrects.

    Parameters
    ----------
    panel
        Without missing figures.
    penalty
        Penalty of the ridge, in the outcome's unit squared; chosen by leaving out one year before
        at a time when it is not given.

    Returns
    -------
    SyntheticControl
        Weights may lie below zero: the correction extrapolates.

    Raises
    ------
    InvalidInput
        As `synthetic_control`.

    Notes
    -----
    With X the donors before (N x T0), x the treated, both minus the donors' mean of each year, and
    w the simplex weights: w + X (X'X + penalty I)^-1 (x - X'w). The larger the penalty, the nearer
    to the synthetic control; a mix that misses nothing, and one of donors that are all the same,
    are left as they are. The chosen penalty is the
    largest one whose mean squared error in left-out years is within one standard error of the
    smallest; the grid goes from the largest squared singular value of X down to 1e-8 of it in 20
    equal steps of the logarithm. With one year before nothing can be left out: the largest penalty
    is taken.

    References
    ----------
    Ben-Michael, Feller and Rothstein (2021), J. Am. Stat. Assoc. 116, 1789-1803.
    """
    return combined(panel, "augmented", partial(augmented_paths, penalty=penalty), own_level=False)


def augmented_paths(found: Matching, penalty: float | None = None) -> Matched:
    """Return augmented weights of every target and the paths of the mixes."""
    before = found.before
    weights = matched_weights(found.targets, found.donors, found.allowed, before)
    penalties = np.zeros(len(weights))
    for row, (target, mask) in enumerate(zip(found.targets, found.allowed, strict=True)):
        donors = found.donors[np.ix_(mask, before)]
        centre = donors.mean(axis=0)
        donors, wanted = without_mean(donors, centre), target[before] - centre
        missed = wanted - weights[row, mask] @ donors
        if not donors.any() or np.abs(missed).max() <= MISSED * np.abs(donors).max():
            continue
        chosen = _chosen_penalty(donors, wanted) if penalty is None else penalty
        weights[row, mask] += donors @ _ridge(donors.T @ donors, missed, np.array([chosen]))[0]
        penalties[row] = chosen
    paths = weights @ found.donors
    return Matched(weights, paths, np.full(paths.shape, np.nan), penalties)


def _ridge(squares: np.ndarray, missed: np.ndarray, penalties: np.ndarray) -> np.ndarray:
    """Return shape (penalties, T0): (squares + penalty I)^-1 missed, for each penalty."""
    values, vectors = np.linalg.eigh(squares)
    return (missed @ vectors / (np.maximum(values, 0) + penalties[:, None])) @ vectors.T


def _chosen_penalty(donors: np.ndarray, target: np.ndarray) -> float:
    squares = donors.T @ donors
    largest = float(np.linalg.eigvalsh(squares)[-1])
    penalties = largest * SMALLEST ** (np.arange(STEPS + 1) / STEPS)
    years = donors.shape[1]
    if years < 2 or largest <= 0:
        return max(largest, np.finfo(float).tiny)
    everyone = np.ones((1, len(donors)), dtype=bool)
    errors = np.zeros((years, len(penalties)))
    for year in range(years):
        kept = np.arange(years) != year
        weights = matched_weights(target[None], donors, everyone, kept)[0]
        missed = target - weights @ donors
        slopes = _ridge(squares[np.ix_(kept, kept)], missed[kept], penalties)
        errors[year] = (missed[year] - slopes @ squares[kept, year]) ** 2
    mean = errors.mean(axis=0)
    best = int(mean.argmin())
    limit = mean[best] + errors[:, best].std(ddof=1) / np.sqrt(years)
    return float(penalties[mean <= limit].max())
